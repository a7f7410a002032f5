"""What can be told without looking into any answer: wrong days, metrics nobody reads, a file counted for two months."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.location import Location
from chefetage.model.problem import Problem, Severity
from chefetage.sources.orders import is_measured
from chefetage.sources.snapshots import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from chefetage.model.month import Month
    from chefetage.model.project import Project
    from chefetage.model.source import Source
    from chefetage.sources.fetching import FetchedMonth

MONTH = "{month}"
"""Stands for the month in the place of a source."""


def untimely(project: Project, month: Month, today: date) -> Iterator[Problem]:
    """Yield an error if the day cannot be right: the month has not begun, or more has been known since."""
    place = Location(f"metrics/{FOLDER}/{month}.json")
    if month.first_day > today:
        yield Problem(place, Severity.ERROR, "month-ahead", {"month": month, "today": today})
    snapshot = project.snapshots.get(month)
    metrics = () if snapshot is None else snapshot.metrics.values()
    known = [revisions[-1].known_on for metric in metrics for revisions in metric.groups.values()]
    last = max([*known, *(metric.stale for metric in metrics if metric.stale)], default=today)
    if last > today:
        yield Problem(place, Severity.ERROR, "known-later", {"month": month, "today": today, "last": last})


def unlisted(project: Project, months: Sequence[Month]) -> Iterator[Problem]:
    """Yield a hint for each metric that would be measured if its source said how."""
    for metric in project.metrics.values():
        source = project.sources.get(metric.source)
        if any(is_measured(metric, month) for month in months) and (source is None or metric.id not in source.metrics):
            params = {"metric": metric.id, "source": metric.source}
            yield Problem(metric.at("source"), Severity.HINT, "metric-unlisted", params)


def counted_elsewhere(source: Source, found: Mapping[Month, FetchedMonth], project: Project) -> Iterator[Problem]:
    """Yield a finding for each month whose whole file stands for another month too.

    Where answers carry no day, the file is the month. The same file under two months counts everybody twice; and a
    month too small to be shown would show under another month's name. Two files that hold the same are a hint only: a
    few answers without anything else can be alike.
    """
    if source.period is None:
        return
    place = source.file or source.table or source.query or MONTH
    known = {
        month: revisions[-1].digest
        for month, snapshot in project.snapshots.items()
        for metric in snapshot.metrics.values()
        for revisions in metric.groups.values()
        if revisions[-1].source == source.id and month not in found
    } | {month: one.digest for month, one in found.items()}
    for month, one in found.items():
        other = next((other for other, digest in known.items() if other != month and digest == one.digest), None)
        if other is not None:
            params = {"month": month, "other": other, "source": source.id, "placeholder": MONTH}
            if MONTH in place:
                yield Problem(source.at("period"), Severity.HINT, "same-as-another", params)
            else:
                yield Problem(source.at("period"), Severity.ERROR, "counted-elsewhere", params)
