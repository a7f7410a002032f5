"""Sources to snapshots, for any number of months at once: asks and counts, writes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from chefetage.model.problem import Severity
from chefetage.model.snapshot import Snapshot
from chefetage.sources.cut_off import statuses
from chefetage.sources.due import months_known, not_due
from chefetage.sources.fetchers import fetcher_for
from chefetage.sources.findings import Findings
from chefetage.sources.orders import orders
from chefetage.sources.revisions import Input, revise
from chefetage.sources.stale import last_known, mark_stale
from chefetage.sources.timely import counted_elsewhere, unlisted, untimely

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date

    from chefetage.model.metric import Metric
    from chefetage.model.month import Month
    from chefetage.model.problem import Problem
    from chefetage.model.project import Project
    from chefetage.model.source import Source
    from chefetage.sources.fetchers import Surroundings
    from chefetage.sources.fetching import FetchedMonth
    from chefetage.sources.orders import Order
    from chefetage.sources.revisions import Difference


@dataclass(frozen=True, slots=True)
class MonthNews:
    """What a refresh of one month came to."""

    month: Month
    snapshot: Snapshot | None
    """The month's snapshot with what is new; `None` if there is nothing to measure."""
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that could not be read."""

    source: Source
    problems: tuple[Problem, ...]
    last_known: date | None
    """The last day on which anything new was told of its metrics."""


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What a refresh came to."""

    months: tuple[MonthNews, ...]
    """All months asked for, oldest first; none if anything failed that is not optional: nothing may be written then."""
    errors: tuple[Problem, ...] = ()
    """What is wrong before any source is asked."""
    failures: tuple[Failure, ...] = ()
    hints: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a source said to all its orders."""

    source: Source
    orders: tuple[Order, ...]
    found: Mapping[Month, FetchedMonth]
    problems: tuple[Problem, ...]

    @property
    def failed(self) -> bool:
        return any(problem.severity is Severity.ERROR for problem in self.problems)

    def metrics(self, month: Month) -> Iterator[Metric]:
        """Yield the metrics that it was asked for in a month."""
        for order in self.orders:
            if month in order.months:
                yield from order.metrics


def refresh(
    project: Project,
    months: Sequence[Month],
    around: Surroundings,
    asking: Callable[[Source], None] = lambda _: None,
) -> Refreshed:
    """Count the months' answers in all sources and merge them with what was known.

    Each source is asked once for all months. If one fails that is not optional, no month comes out at all: half an
    update would look like a whole one. If an optional one fails, its metrics keep what was known and are marked stale.

    Args:
        project: Metrics, sources, dimensions, settings and the snapshots so far.
        months: The months in which customers answered.
        around: Where files lie, what day it is, and the environment.
        asking: Called with each source before it is asked.

    Raises:
        zoneinfo.ZoneInfoNotFoundError: the settings name no known time zone.
    """
    wanted = sorted(set(months))
    errors = tuple(problem for month in wanted for problem in untimely(project, month, around.today))
    hints = list(unlisted(project, wanted))
    if errors:
        return Refreshed((), errors, (), tuple(hints))
    answers = []
    for source, own in orders(project, wanted):
        asking(source)
        answers.append(_ask(source, own, project, around))
    failures = tuple(
        Failure(answer.source, answer.problems, last_known(project, answer.source))
        for answer in answers
        if answer.failed
    )
    hints += [problem for answer in answers if not answer.failed for problem in answer.problems]
    if any(not failure.source.optional for failure in failures):
        return Refreshed((), (), failures, tuple(hints))
    news = tuple(_merged(month, answers, project, around.today) for month in wanted)
    return Refreshed(news, (), failures, tuple(hints))


def _ask(source: Source, own: tuple[Order, ...], project: Project, around: Surroundings) -> _Answer:
    found: dict[Month, FetchedMonth] = {}
    asked: list[tuple[Order, list[Problem]]] = []
    there: set[Month] = set()
    for order in own:
        findings = Findings(source.path)
        fetched = fetcher_for(source, order.metrics, project, around).fetch(order.months, findings)
        found |= fetched
        there |= months_known(project, order.metrics) | (set() if findings.failed else fetched.keys())
        asked.append((order, [*findings.errors, *findings.hints]))
    kept: list[Order] = []
    problems: list[Problem] = []
    for order, wrong in asked:
        nothing = not_due(source, order.metrics, order.months[0], wrong, there)
        problems += wrong if nothing is None else [nothing]
        kept += [order] if nothing is None else []
    problems += counted_elsewhere(source, found, project)
    return _Answer(source, tuple(kept), found, tuple(problems))


def _merged(month: Month, answers: Sequence[_Answer], project: Project, today: date) -> MonthNews:
    """Return a month with what each source said about it, or without it."""
    snapshot = project.snapshots.get(month)
    metrics = {} if snapshot is None else dict(snapshot.metrics)
    differences: list[Difference] = []
    for answer in answers:
        settled = statuses(answer.source, project, month, today)
        for metric in answer.metrics(month):
            earlier = metrics.get(metric.id)
            if answer.failed:
                metrics[metric.id], news = mark_stale(metric, earlier, today)
            else:
                found = answer.found[month]
                counted = Input(found.stats[metric.id], answer.source.id, found.digest, today, settled)
                metrics[metric.id], news = revise(metric, earlier, counted, project.settings.k)
            differences += news
    if not metrics:
        return MonthNews(month, None)
    return MonthNews(month, Snapshot(schema=1, month=month, metrics=metrics), tuple(differences))
