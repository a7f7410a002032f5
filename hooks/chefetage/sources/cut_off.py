"""When answers have stopped coming in, so that a value is final."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from chefetage.model.snapshot import RevisionStatus
from chefetage.sources.segments import group_name

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from chefetage.model.dimension import Dimension
    from chefetage.model.month import Month
    from chefetage.model.project import Project
    from chefetage.model.source import Source


@dataclass(frozen=True, slots=True)
class Statuses:
    """Whether the values of one source and month are final."""

    usual: RevisionStatus
    """Of the value for all, and of every group that has none of its own."""
    groups: Mapping[str, RevisionStatus] = field(default_factory=dict)

    def of(self, group: str) -> RevisionStatus:
        """Return the status of a group's value."""
        return self.groups.get(group, self.usual)


def statuses(source: Source, project: Project, month: Month, today: date) -> Statuses:
    """Return what is final on a day.

    The source's `cut_off_days` count, else the site's. Where groups of a dimension have days of their own, such as
    countries that answer by post, each settles on its own day; the value for all, and groups that cut across them, wait
    for the last.
    """
    default = project.rules.calendar.cut_off_days if source.cut_off_days is None else source.cut_off_days
    own = {
        name: days
        for name in source.segments
        if (dimension := project.dimensions.get(name)) is not None
        and (days := _days_of(name, dimension, month, default))
    }
    last = {name: max(days.values()) for name, days in own.items()}

    def status(days: int) -> RevisionStatus:
        is_over = today > month.last_day + timedelta(days=days)
        return RevisionStatus.FINAL if is_over else RevisionStatus.PROVISIONAL

    return Statuses(
        status(max(last.values(), default=default)),
        {
            group: status(max([days, *(others for other, others in last.items() if other != name)]))
            for name, groups in own.items()
            for group, days in groups.items()
        },
    )


def _days_of(name: str, dimension: Dimension, month: Month, default: int) -> dict[str, int]:
    """Return the days of each group that exists in the month; nothing where no group has days of its own."""
    there = {value_id: value for value_id, value in dimension.values.items() if value.is_valid(month)}
    if all(value.cut_off_days is None for value in there.values()):
        return {}
    return {
        group_name(name, value_id): default if value.cut_off_days is None else value.cut_off_days
        for value_id, value in there.items()
    }
