"""Months in which nothing is due: what is asked once a quarter has one month with answers out of three."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.metric import Cadence
from chefetage.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from chefetage.model.metric import Metric
    from chefetage.model.month import Month
    from chefetage.model.project import Project
    from chefetage.model.source import Source

_NOTHING_THERE = frozenset({"file-missing", "no-rows-in-month"})
_NEAR = (-2, -1, 1, 2)
"""Months away from one with answers in which a quarterly metric has none."""


def is_quarterly(metrics: Sequence[Metric]) -> bool:
    """Whether all of the metrics are asked once a quarter."""
    return all(metric.cadence is Cadence.QUARTER for metric in metrics)


def months_known(project: Project, metrics: Sequence[Metric]) -> frozenset[Month]:
    """Return the months in which any of the metrics has a value, or too few answers for one."""
    return frozenset(
        month
        for month, snapshot in project.snapshots.items()
        for metric in metrics
        if (known := snapshot.metrics.get(metric.id)) is not None and (known.groups or known.hidden)
    )


def not_due(
    source: Source, metrics: Sequence[Metric], month: Month, problems: Sequence[Problem], there: Collection[Month]
) -> Problem | None:
    """Return a hint in place of the problems of a month if all that is wrong is that nothing was due; else `None`.

    Args:
        source: What was asked.
        metrics: For what.
        month: The only month that it was asked for.
        problems: What it found wrong.
        there: The months that have answers. Without one nearby, a month without is missed.
    """
    errors = {problem.id for problem in problems if problem.severity is Severity.ERROR}
    if not errors or not errors <= _NOTHING_THERE or not is_quarterly(metrics):
        return None
    if month in there or not any(month + step in there for step in _NEAR):
        return None
    return Problem(source.at(), Severity.HINT, "not-due", {"source": source.id, "month": month})
