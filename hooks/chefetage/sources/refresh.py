"""Survey exports to a month's snapshot: reads files, writes none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from chefetage.model.location import Location
from chefetage.model.problem import Problem, Severity
from chefetage.model.snapshot import RevisionStatus, Snapshot
from chefetage.sources.columns import Request
from chefetage.sources.counting import count_answers
from chefetage.sources.findings import Findings
from chefetage.sources.revisions import Difference, Input, revise
from chefetage.sources.snapshots import FOLDER
from chefetage.sources.table import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from chefetage.model.metric import Metric
    from chefetage.model.month import Month
    from chefetage.model.project import Project
    from chefetage.model.snapshot import MetricMonth
    from chefetage.model.source import Source


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What a refresh of one month came to."""

    month: Month
    snapshot: Snapshot | None
    """The month's snapshot with what is new; `None` if there were errors or there is nothing to measure."""
    differences: tuple[Difference, ...] = ()
    errors: tuple[Problem, ...] = ()
    """Why nothing may be written."""
    hints: tuple[Problem, ...] = ()


def refresh(project: Project, month: Month, metrics_folder: Path, today: date) -> Refreshed:
    """Count a month's answers in all sources and merge them with what was known.

    A value is provisional until `cut_off_days` after the month's end, then final. One error in one source, and there is
    no snapshot: half a month would look like a whole one.

    Args:
        project: Metrics, sources, dimensions, settings and the snapshots so far.
        month: The month in which customers answered.
        metrics_folder: The folder that the sources' paths start from.
        today: The day as of which the counts are known.

    Raises:
        zoneinfo.ZoneInfoNotFoundError: the settings name no known time zone.
    """
    zone = ZoneInfo(project.settings.timezone)
    earlier = {} if (snapshot := project.snapshots.get(month)) is None else snapshot.metrics
    problems = [*_untimely(month, earlier, today), *_unlisted(project, month)]
    days_open = timedelta(days=project.settings.cut_off_days)
    status = RevisionStatus.FINAL if today > month.last_day + days_open else RevisionStatus.PROVISIONAL
    metrics = dict(earlier)
    differences: list[Difference] = []
    for source, measured in _sources(project, month):
        file = (source.file or "").replace("{month}", str(month))
        findings = Findings(f"{metrics_folder.name}/{file}")
        request = Request.of(source, measured, project.dimensions, zone, project.settings.k)
        table = read_table(metrics_folder / file, findings, source.header_rows, source.delimiter)
        counted = None if table is None else count_answers(table, request, month, findings)
        if table is not None and counted is not None and not findings.failed:
            for metric in measured:
                found = Input(counted.stats[metric.id], source.id, table.file.digest, today, status)
                metrics[metric.id], news = revise(metric, earlier.get(metric.id), found, project.settings.k)
                differences += news
            if "{month}" in (source.file or "") and counted.kept > counted.in_month:
                findings.hint("other-months", count=counted.kept - counted.in_month)
        problems += [*findings.errors, *findings.hints]
    errors = tuple(problem for problem in problems if problem.severity is Severity.ERROR)
    hints = tuple(problem for problem in problems if problem.severity is Severity.HINT)
    if errors or not metrics:
        return Refreshed(month, None, (), errors, hints)
    return Refreshed(month, Snapshot(schema=1, month=month, metrics=metrics), tuple(differences), (), hints)


def _sources(project: Project, month: Month) -> Iterator[tuple[Source, list[Metric]]]:
    """Yield each source with the metrics that are read from it and measured in the month."""
    for source in project.sources.values():
        metrics = [
            metric
            for name in source.metrics
            if (metric := project.metrics.get(name)) is not None
            and metric.source == source.id
            and _is_measured(metric, month)
        ]
        if metrics:
            yield source, metrics


def _is_measured(metric: Metric, month: Month) -> bool:
    return (metric.valid_from is None or metric.valid_from <= month) and (
        metric.valid_to is None or metric.valid_to >= month
    )


def _unlisted(project: Project, month: Month) -> Iterator[Problem]:
    """Yield a hint for each metric that would be measured if its source said how."""
    for metric in project.metrics.values():
        source = project.sources.get(metric.source)
        if _is_measured(metric, month) and (source is None or metric.id not in source.metrics):
            params = {"metric": metric.id, "source": metric.source}
            yield Problem(metric.at("source"), Severity.HINT, "metric-unlisted", params)


def _untimely(month: Month, earlier: Mapping[str, MetricMonth], today: date) -> Iterator[Problem]:
    """Yield an error if the day cannot be right: the month has not begun, or more has been known since."""
    place = Location(f"metrics/{FOLDER}/{month}.json")
    if month.first_day > today:
        yield Problem(place, Severity.ERROR, "month-ahead", {"month": month, "today": today})
    last = max(
        (revisions[-1].known_on for metric in earlier.values() for revisions in metric.groups.values()), default=today
    )
    if last > today:
        yield Problem(place, Severity.ERROR, "known-later", {"month": month, "today": today, "last": last})
