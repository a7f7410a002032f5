"""One metric in one month, for one group: what may be shown of it.

`known_by` is the day an edition goes by: the last revision known on that day counts; `None` means the last of all. A
group is `all`, or `dimension.value` such as `occasion.fitting`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.counts import TimeCounts
from chefetage.model.estimate import Figure, Shown
from chefetage.model.snapshot import ALL
from chefetage.stats.breaks import breaks_of
from chefetage.stats.changes import change
from chefetage.stats.counts import estimate
from chefetage.stats.mergers import predecessors
from chefetage.stats.observations import observations
from chefetage.stats.per_project import per_project
from chefetage.stats.reading import read
from chefetage.stats.segments import is_hidden, segment_groups, value_month
from chefetage.stats.suppression import shown_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from chefetage.model.month import Month
    from chefetage.model.project import Project
from chefetage.stats.observations import Observation

__all__ = ["breaks_of", "change", "figure", "is_hidden", "predecessors", "segment_groups", "series"]


def figure(project: Project, metric_id: str, month: Month, group: str = ALL, known_by: date | None = None) -> Figure:
    """Return a metric's value for a month with all that is needed to trust it.

    The value of a metric asked once a quarter stands for up to two more months, and that of a source that cannot be
    read until it can: `Figure.month` says whose it is, `Figure.stale_since` since when the source is silent.

    Counts and estimate are there for `FULL` and `WIDE` only: of a handful of answers nothing but their number is told,
    of a hidden group not even that.

    Raises:
        KeyError: There is no such metric.
        ValueError: A snapshot holds impossible counts; reading should have refused it.
    """
    its_own = value_month(project, metric_id, month, known_by)
    found = read(project, metric_id, its_own, group, known_by)
    stale = _stale_since(project, metric_id, (month, its_own), known_by)
    return _figure(project, metric_id, its_own, group, found, stale)


def _stale_since(project: Project, metric_id: str, months: Iterable[Month], known_by: date | None) -> date | None:
    by_month = observations(project, metric_id)
    marks = [by_month[month].stale_since(known_by) for month in months if month in by_month]
    return min((mark for mark in marks if mark is not None), default=None)


@per_project
def series(  # noqa: PLR0913, PLR0917 - those of a figure, and how many of them
    project: Project,
    metric_id: str,
    last: Month,
    months: int = 24,
    group: str = ALL,
    known_by: date | None = None,
    *,
    pro_forma: bool = False,
) -> tuple[Figure, ...]:
    """Return the figures of so many months up to and with `last`, oldest first, months without data included.

    Each stands in its own month only, whatever the metric's cadence. A group that became another one ends with its last
    month; pro forma, the other one holds it, and all its predecessors, in the months before too.

    Raises:
        KeyError: There is no such metric.
    """
    first = last - (months - 1)
    return tuple(
        _figure(
            project,
            metric_id,
            month,
            group,
            read(project, metric_id, month, group, known_by, pro_forma=pro_forma),
            _stale_since(project, metric_id, (month,), known_by),
        )
        for month in first.until(last)
    )


@per_project
def _figure(  # noqa: PLR0913, PLR0917 - what a figure is made of
    project: Project, metric_id: str, month: Month, group: str, seen: Observation | Shown, stale_since: date | None
) -> Figure:
    # Remembered by revision, not by day: a thousand editions look at the same few revisions.
    if isinstance(seen, Shown):
        return _without_value(project, metric_id, month, group, seen, stale_since)
    telling = project.metrics[metric_id].telling
    shown = shown_of(seen.counts, telling, project.settings.k)
    found = estimate(seen.counts, telling) if shown in {Shown.FULL, Shown.WIDE} else None
    if found is None and shown in {Shown.FULL, Shown.WIDE}:
        shown = Shown.OPEN if isinstance(seen.counts, TimeCounts) else Shown.COUNT_ONLY
    return Figure(
        metric=project.metrics[metric_id],
        month=month,
        group=group,
        shown=shown,
        n=seen.counts.n,
        estimate=found,
        counts=None if found is None else seen.counts,
        status=seen.revision.status,
        known_on=seen.revision.known_on,
        source=seen.revision.source,
        stale_since=stale_since,
    )


def _without_value(  # noqa: PLR0913, PLR0917 - what a figure is made of
    project: Project, metric_id: str, month: Month, group: str, shown: Shown, stale_since: date | None
) -> Figure:
    return Figure(
        metric=project.metrics[metric_id],
        month=month,
        group=group,
        shown=shown,
        n=None,
        estimate=None,
        counts=None,
        status=None,
        known_on=None,
        source=None,
        stale_since=stale_since,
    )
