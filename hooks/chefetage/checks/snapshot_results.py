"""A snapshot's results are what its counts give: nobody has edited one without the other.

Passes: `"stats": {"k": 80, "n": 100}` with the value, limits and method that chefetage gets from them.
Fails: a value, limit, method or count that was changed by hand.
"""

from __future__ import annotations

from dataclasses import replace
from math import isclose
from typing import TYPE_CHECKING

from chefetage.model.metric import Tally
from chefetage.model.problem import Problem, Severity
from chefetage.stats.counts import counts_from, estimate, method_for
from chefetage.stats.definition import definition_digest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from chefetage.model.estimate import Estimate
    from chefetage.model.metric import Metric
    from chefetage.model.project import Project
    from chefetage.model.snapshot import Result, Revision

ID = "edited-snapshot"
_TOLERANCE = 1e-9


def check(project: Project) -> Iterator[Problem]:
    """Yield one problem per revision whose result does not follow from its counts."""
    for snapshot in project.snapshots.values():
        for metric_id, values in snapshot.metrics.items():
            metric = project.metrics.get(metric_id)
            if metric is None:
                continue
            is_current = values.definition == definition_digest(metric)
            for group, revisions in values.groups.items():
                for index in range(_first_by_definition(revisions), len(revisions)):
                    edited = _edited(revisions[index], metric, is_current=is_current)
                    if edited is not None:
                        field, found, expected = edited
                        place = snapshot.at("metrics", metric_id, "groups", group, index, field)
                        yield Problem(place, Severity.ERROR, ID, {"found": found, "expected": expected})


def _first_by_definition(revisions: Sequence[Revision]) -> int:
    """Return the first revision that was told by the month's definition: one that only repeats the counts before it."""
    told = [(revision.stats, revision.status) for revision in revisions]
    return max((at for at in range(1, len(told)) if told[at] == told[at - 1]), default=0)


def _edited(revision: Revision, metric: Metric, *, is_current: bool) -> tuple[str, str, str] | None:
    """Return the field that does not follow from the counts, what it says and what it should; `None` if all is well.

    What was told by an earlier definition is looked at as far as its method does not depend on any.
    """
    telling = metric.telling if is_current else replace(metric.telling, population=None)
    expected = estimate(counts_from(revision.stats, metric.tally), telling)
    usual = expected.method if expected else method_for(metric.tally, telling)
    if not is_current and (metric.tally is Tally.TIME or revision.method != usual):
        return None
    result = revision.result
    if expected is None or result is None:
        found, right = _shown(result), _shown(expected)
        return None if found == right else ("result", found, right)
    for written, computed in ((result.value, expected.value), (result.low, expected.low), (result.high, expected.high)):
        if not isclose(written, computed, rel_tol=_TOLERANCE, abs_tol=_TOLERANCE):
            return "result", f"{written:.6g}", f"{computed:.6g}"
    return None if revision.method == usual else ("method", revision.method, usual)


def _shown(result: Result | Estimate | None) -> str:
    return "–" if result is None else f"{result.value:.6g}"
