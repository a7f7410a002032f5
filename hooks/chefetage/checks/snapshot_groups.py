"""The groups of a snapshot are known, and large enough that nobody can be recognised.

Passes: `occasion.fitting` with 189 answers, with `fitting` under `occasion` in `segments.yml`; an empty one.
Fails: a group of 1 to k − 1 answers, which only an editor, or a k that was lower, can have left there; a group that
`segments.yml` does not name, which is shown by its id. Both are hints: pages hide the one and show the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.problem import Problem, Severity
from chefetage.model.snapshot import ALL
from chefetage.stats.counts import counts_from

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.metric import Metric
    from chefetage.model.project import Project
    from chefetage.model.snapshot import Revision

SMALL = "small-group"
UNKNOWN = "unknown-group"


def check(project: Project) -> Iterator[Problem]:
    """Yield one hint per metric and month with a small group, and one per unknown group, at its newest month."""
    named = {f"{name}.{group}" for name, dimension in project.dimensions.items() for group in dimension.values}
    told: set[str] = set()
    for month in sorted(project.snapshots, reverse=True):
        snapshot = project.snapshots[month]
        for metric_id, values in snapshot.metrics.items():
            metric = project.metrics.get(metric_id)
            if metric is None:
                continue
            for group, revisions in values.groups.items():
                # Places are found only where they are told: finding them reads the whole file once more.
                path = ("metrics", metric_id, "groups", group)
                if any(_is_small(revision, metric, project.settings.k) for revision in revisions):
                    params = {"found": group, "k": project.settings.k}
                    yield Problem(snapshot.at(*path), Severity.HINT, SMALL, params)
                dimension = group.partition(".")[0]
                known = group == ALL or group in named or project.is_left_out("dimension", dimension)
                if not known and group not in told:
                    told.add(group)
                    yield Problem(snapshot.at(*path), Severity.HINT, UNKNOWN, {"found": group})


def _is_small(revision: Revision, metric: Metric, k: int) -> bool:
    return 0 < counts_from(revision.stats, metric.tally).n < k
