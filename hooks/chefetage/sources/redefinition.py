"""What becomes of known counts when the definition changes by which they are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.snapshot import Result
from chefetage.stats.counts import counts_from, estimate, method_for

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from chefetage.model.metric import Metric
    from chefetage.model.snapshot import Revision


def result_of(stats: Mapping[str, int], metric: Metric) -> tuple[Result | None, str]:
    """Return what counts come to, `None` if to nothing, and the name of the method."""
    estimated = estimate(counts_from(stats, metric.tally), metric.telling)
    if estimated is None:
        return None, method_for(metric.tally, metric.telling)
    return Result(value=estimated.value, low=estimated.low, high=estimated.high), estimated.method


def told_anew(
    metric: Metric, history: Mapping[str, tuple[Revision, ...]], known_on: date
) -> dict[str, tuple[Revision, ...]]:
    """Return a month's revisions, each group's with one more where the same counts now come to something else.

    It repeats counts and status of the last: by that whoever checks the results knows that those before it were told by
    an earlier definition.
    """
    return {group: (*revisions, *_anew(metric, revisions[-1], known_on)) for group, revisions in history.items()}


def _anew(metric: Metric, last: Revision, known_on: date) -> tuple[Revision, ...]:
    result, method = result_of(last.stats, metric)
    if (result, method) == (last.result, last.method):
        return ()
    return (last.model_copy(update={"result": result, "method": method, "known_on": known_on}),)
