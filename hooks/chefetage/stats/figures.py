"""One metric in one month, for one group: what may be shown of it.

`known_by` is the day an edition goes by: the last revision known on that day counts; `None` means the last of all. A
group is `all`, or `dimension.value` such as `occasion.fitting`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.estimate import Figure, Shown
from chefetage.model.snapshot import ALL
from chefetage.stats.changes import change
from chefetage.stats.counts import estimate
from chefetage.stats.observations import observations
from chefetage.stats.per_project import per_project
from chefetage.stats.segments import is_hidden, segment_groups, value_month
from chefetage.stats.suppression import shown_for

if TYPE_CHECKING:
    from datetime import date

    from chefetage.model.month import Month
    from chefetage.model.project import Project
    from chefetage.stats.observations import Observation

__all__ = ["change", "figure", "is_hidden", "segment_groups", "series"]


def figure(project: Project, metric_id: str, month: Month, group: str = ALL, known_by: date | None = None) -> Figure:
    """Return a metric's value for a month with all that is needed to trust it.

    The value of a metric asked once a quarter stands for up to two more months: `Figure.month` says whose it is.

    Counts and estimate are there for `FULL` and `WIDE` only: of a handful of answers nothing but their number is told,
    of a hidden group not even that.

    Raises:
        KeyError: There is no such metric.
        ValueError: A snapshot holds impossible counts; reading should have refused it.
    """
    return _in_month(project, metric_id, value_month(project, metric_id, month, known_by), group, known_by)


def _in_month(project: Project, metric_id: str, month: Month, group: str, known_by: date | None) -> Figure:
    observed = observations(project, metric_id).get(month)
    if observed is None or not observed.is_known(known_by):
        return _without_value(project, metric_id, month, group, Shown.NO_DATA)
    if observed.hides(group, known_by, project.settings.k):
        return _without_value(project, metric_id, month, group, Shown.HIDDEN)
    last = observed.last(group, known_by)
    if last is None:
        return _without_value(project, metric_id, month, group, Shown.NO_DATA)
    return _with_number(project, metric_id, month, group, last)


@per_project
def series(  # noqa: PLR0913, PLR0917 - those of a figure, and how many of them
    project: Project,
    metric_id: str,
    last: Month,
    months: int = 24,
    group: str = ALL,
    known_by: date | None = None,
) -> tuple[Figure, ...]:
    """Return the figures of so many months up to and with `last`, oldest first, months without data included.

    Each stands in its own month only, whatever the metric's cadence.

    Raises:
        KeyError: There is no such metric.
    """
    first = last - (months - 1)
    return tuple(_in_month(project, metric_id, month, group, known_by) for month in first.until(last))


@per_project
def _with_number(project: Project, metric_id: str, month: Month, group: str, seen: Observation) -> Figure:
    # Remembered by revision, not by day: a thousand editions look at the same few revisions.
    shown = shown_for(seen.counts.n, project.settings.k)
    has_value = shown in {Shown.FULL, Shown.WIDE}
    return Figure(
        metric=project.metrics[metric_id],
        month=month,
        group=group,
        shown=shown,
        n=seen.counts.n,
        estimate=estimate(seen.counts, project.metrics[metric_id].telling) if has_value else None,
        counts=seen.counts if has_value else None,
        status=seen.revision.status,
        known_on=seen.revision.known_on,
        source=seen.revision.source,
    )


@per_project
def _without_value(project: Project, metric_id: str, month: Month, group: str, shown: Shown) -> Figure:
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
    )
