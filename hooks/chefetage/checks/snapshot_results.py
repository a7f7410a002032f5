"""A snapshot's results are what its counts give: nobody has edited one without the other.

Passes: `"stats": {"k": 80, "n": 100}` with the value, limits and method that chefetage gets from them.
Fails: a value, limit, method or count that was changed by hand.
"""

from __future__ import annotations

from math import isclose
from typing import TYPE_CHECKING

from chefetage.model.problem import Problem, Severity
from chefetage.stats.counts import counts_from, estimate, method_for

if TYPE_CHECKING:
    from collections.abc import Iterator

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
            for group, revisions in values.groups.items():
                for index, revision in enumerate(revisions):
                    edited = _edited(revision, metric)
                    if edited is not None:
                        field, found, expected = edited
                        place = snapshot.at("metrics", metric_id, "groups", group, index, field)
                        yield Problem(place, Severity.ERROR, ID, {"found": found, "expected": expected})


def _edited(revision: Revision, metric: Metric) -> tuple[str, str, str] | None:
    """Return the field that does not follow from the counts, what it says and what it should; `None` if all is well."""
    expected = estimate(counts_from(revision.stats, metric.tally), metric.telling)
    result = revision.result
    if expected is None or result is None:
        found, right = _shown(result), _shown(expected)
        return None if found == right else ("result", found, right)
    for written, computed in ((result.value, expected.value), (result.low, expected.low), (result.high, expected.high)):
        if not isclose(written, computed, rel_tol=_TOLERANCE, abs_tol=_TOLERANCE):
            return "result", f"{written:.6g}", f"{computed:.6g}"
    method = expected.method if expected else method_for(metric.tally, metric.telling)
    return None if revision.method == method else ("method", revision.method, method)


def _shown(result: Result | Estimate | None) -> str:
    return "–" if result is None else f"{result.value:.6g}"
