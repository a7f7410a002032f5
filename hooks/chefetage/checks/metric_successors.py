"""A metric's successors come to an end, and begin when it ends.

Passes: `ces-2010` with `valid_to: 2026-04` and `successor: ces`, which has no successor.
Fails: two metrics that succeed each other; a metric that succeeds itself. A hint: a successor without `valid_to`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.chains import in_a_circle
from chefetage.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.project import Project

CIRCLE = "successor-circle"
ENDLESS = "endless-predecessor"


def check(project: Project) -> Iterator[Problem]:
    """Yield one problem per metric that is its own successor, if only after others, or that never ends."""
    circling = in_a_circle({metric.id: metric.successor for metric in project.metrics.values()})
    for metric in project.metrics.values():
        if metric.id in circling:
            yield Problem(metric.at("successor"), Severity.ERROR, CIRCLE, {"found": metric.id})
        elif metric.successor is not None and metric.valid_to is None:
            yield Problem(metric.at("successor"), Severity.HINT, ENDLESS, {"found": metric.successor})
