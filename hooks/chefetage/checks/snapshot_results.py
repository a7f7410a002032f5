"""A snapshot's results are what its counts give: nobody has edited one without the other.

Passes: `"stats": {"k": 80, "n": 100}` with the value, low and high that chefetage computes from them.
Fails: a value, limit or count that was changed by hand; counts that the metric's kind does not have.
"""

from __future__ import annotations

from math import isclose
from typing import TYPE_CHECKING

from chefetage.model.problem import Problem, Severity
from chefetage.stats.counts import counts_from, estimate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.estimate import Estimate
    from chefetage.model.metric import Metric
    from chefetage.model.project import Project
    from chefetage.model.snapshot import Result, Revision

EDITED = "edited-snapshot"
COUNTS = "unfit-counts"
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
                    problem = _compare(revision, metric)
                    if problem is not None:
                        check_id, field, params = problem
                        place = snapshot.at("metrics", metric_id, "groups", group, index, field)
                        yield Problem(place, Severity.ERROR, check_id, params)


def _compare(revision: Revision, metric: Metric) -> tuple[str, str, dict[str, object]] | None:
    """Return what is wrong, in which field; `None` where all is well."""
    try:
        expected = estimate(counts_from(revision.stats, metric.tally), metric.telling)
    except ValueError:
        found = ", ".join(f"{name} {count}" for name, count in revision.stats.items())
        return COUNTS, "stats", {"found": found, "metric": metric.kind.value}
    result = revision.result
    if expected is None or result is None:
        values: dict[str, object] = {"found": _shown(result), "expected": _shown(expected)}
        return None if values["found"] == values["expected"] else (EDITED, "result", values)
    for written, computed in ((result.value, expected.value), (result.low, expected.low), (result.high, expected.high)):
        if not isclose(written, computed, rel_tol=_TOLERANCE, abs_tol=_TOLERANCE):
            return EDITED, "result", {"found": f"{written:.6g}", "expected": f"{computed:.6g}"}
    return None


def _shown(result: Result | Estimate | None) -> str:
    return "–" if result is None else f"{result.value:.6g}"
