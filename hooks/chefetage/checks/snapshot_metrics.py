"""A snapshot's values belong to metrics that exist and still ask the same.

Passes: every metric of a snapshot has its file in `metrics/`, unchanged since.
Fails: values of a metric without a file; values whose question or scale was another one. Both are hints: what is past
stays as it was measured.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.problem import Problem, Severity
from chefetage.stats.definition import definition_digest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.project import Project

WITHOUT = "snapshot-without-metric"
CHANGED = "definition-changed"


def check(project: Project) -> Iterator[Problem]:
    """Yield one hint per metric: at the newest month that holds values nobody defines, or defines differently now."""
    current = {metric_id: definition_digest(metric) for metric_id, metric in project.metrics.items()}
    told: set[str] = set()
    for month in sorted(project.snapshots, reverse=True):
        snapshot = project.snapshots[month]
        for metric_id, values in snapshot.metrics.items():
            if metric_id in told or project.is_left_out("metric", metric_id):
                continue
            if metric_id not in current:
                told.add(metric_id)
                yield Problem(snapshot.at("metrics", metric_id), Severity.HINT, WITHOUT, {"found": metric_id})
            elif values.definition != current[metric_id]:
                told.add(metric_id)
                place = snapshot.at("metrics", metric_id, "definition")
                yield Problem(place, Severity.HINT, CHANGED, {"found": metric_id, "month": month})
