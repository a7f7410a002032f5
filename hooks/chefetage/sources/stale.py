"""What stands while a source cannot be read: the last known value, marked as such."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.snapshot import ALL, MetricMonth
from chefetage.sources.revisions import Difference, Step
from chefetage.stats.definition import definition_digest

if TYPE_CHECKING:
    from datetime import date

    from chefetage.model.metric import Metric
    from chefetage.model.project import Project
    from chefetage.model.source import Source


def mark_stale(metric: Metric, earlier: MetricMonth | None, today: date) -> tuple[MetricMonth, tuple[Difference, ...]]:
    """Return a metric's month whose source could not be read, and what is new about it.

    Values and definition stay as they were counted. The mark holds the first day of the failure: each further failure
    changes nothing, and the next success takes the mark away. A month without any value gets the mark alone, so that
    its gap is explained.
    """
    if earlier is None:
        earlier = MetricMonth(definition=definition_digest(metric), groups={})
    if earlier.stale is not None:
        return earlier, ()
    last = earlier.groups[ALL][-1] if ALL in earlier.groups else None
    return earlier.model_copy(update={"stale": today}), (Difference(metric.id, ALL, Step.STALE, last, last),)


def last_known(project: Project, source: Source) -> date | None:
    """Return the last day on which anything new was told of a source's metrics, in any month; `None` if never."""
    own = {name for name in source.metrics if name in project.metrics and project.metrics[name].source == source.id}
    return max(
        (
            revision.known_on
            for snapshot in project.snapshots.values()
            for metric in own & snapshot.metrics.keys()
            for revisions in snapshot.metrics[metric].groups.values()
            for revision in revisions
        ),
        default=None,
    )
