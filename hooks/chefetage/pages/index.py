"""What pages would otherwise have to search for: found once for a whole project."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol, TypeVar

from chefetage.locales import speak
from chefetage.model.ask import AskStatus
from chefetage.model.event import Event
from chefetage.model.month import Month
from chefetage.stats.figures import breaks_of
from chefetage.stats.per_project import per_project

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from chefetage.model.ask import Ask
    from chefetage.model.base import Id
    from chefetage.model.edition import Edition
    from chefetage.model.measure import Measure
    from chefetage.model.project import Project
    from chefetage.model.quote import Quote
    from chefetage.model.story import Story

PROMISES = 6
"""How many earlier asks an edition names; the others are counted."""


class _MarksMetrics(Protocol):
    @property
    def metrics(self) -> tuple[Id, ...]: ...


_T = TypeVar("_T", bound=_MarksMetrics)

_FINAL = frozenset({AskStatus.DONE, AskStatus.DECLINED})
_ORDER = (AskStatus.OVERDUE, AskStatus.OPEN, AskStatus.AGREED, AskStatus.DONE, AskStatus.DECLINED)


@dataclass(frozen=True, slots=True)
class Promises:
    """What became, by an edition's day, of the asks of all earlier editions."""

    named: tuple[Ask, ...] = ()
    """Those not settled and those settled since the edition before; the most pressing first."""
    counts: Mapping[AskStatus, int] = field(default_factory=dict)
    """How many are in each state, the named ones included; states without any are left out."""


@dataclass(frozen=True)
class Index:
    """References turned round, and what follows from the order of the editions."""

    numbers: Mapping[Id, int]
    """Edition → its place among all editions by month, from 1."""
    before: Mapping[Id, Edition]
    """Edition → the one that readers of this build see before it."""
    after: Mapping[Id, Edition]
    promises: Mapping[Id, Promises]
    editions_of: Mapping[tuple[str, Id], tuple[Edition, ...]]
    """Kind and id → the editions that name the item and that readers see, oldest first."""
    events: Mapping[Id, tuple[Event, ...]]
    """Metric → what marks its charts and tables, oldest first; breaks that no event names included."""
    asks: Mapping[Id, tuple[Ask, ...]]
    """Metric → the decisions asked for because of it, the latest due first."""
    measures: Mapping[Id, tuple[Measure, ...]]
    """Metric → what should move it, newest first."""
    stories: Mapping[Id, tuple[Story, ...]]
    """Metric → what customers lived through."""
    quotes: Mapping[Id, tuple[Quote, ...]]
    """Metric → what customers said about it, newest first."""


@per_project
def index_of(project: Project) -> Index:
    """Return the index of a project; a few passes over its items."""
    every = sorted(project.editions.values(), key=lambda edition: edition.month)
    shown = list(reversed(project.shown_editions))
    named: dict[tuple[str, Id], list[Edition]] = defaultdict(list)
    for edition in shown:
        for reference in _references(edition):
            named[reference].append(edition)
    return Index(
        numbers={edition.id: number for number, edition in enumerate(every, start=1)},
        before={edition.id: earlier for earlier, edition in pairwise(shown)},
        after={edition.id: later for edition, later in pairwise(shown)},
        promises=_promises(project, shown),
        editions_of={reference: tuple(editions) for reference, editions in named.items()},
        events={metric: _events(project, metric) for metric in project.metrics},
        asks=_by_metric(sorted(project.asks.values(), key=lambda ask: ask.due, reverse=True)),
        measures=_by_metric(sorted(project.measures.values(), key=lambda measure: measure.since, reverse=True)),
        stories=_by_metric(list(project.stories.values())),
        quotes=_by_metric(sorted(project.quotes.values(), key=lambda quote: quote.said_on, reverse=True)),
    )


def day_of(edition: Edition, today: date) -> date:
    """Return the day on which promises are judged for an edition."""
    return min(edition.published_on or today, today)


def _references(edition: Edition) -> Iterable[tuple[str, Id]]:
    yield from (("ask", each) for each in edition.asks)
    yield from (("quote", each) for each in edition.quotes)
    yield from (("measure", each) for each in edition.measures)
    if edition.story:
        yield "story", edition.story


def _events(project: Project, metric: Id) -> tuple[Event, ...]:
    marking = [event for event in project.events.values() if not event.metrics or metric in event.metrics]
    marking += _unnamed_breaks(project, metric, {Month.of(event.date) for event in marking if event.breaks})
    return tuple(sorted(marking, key=lambda event: event.date))


def _unnamed_breaks(project: Project, metric: Id, named: set[Month]) -> list[Event]:
    """Return an event for each new way of measuring that nobody has written down: another question, other groups."""
    title = {language: speak(language).say("charts.new-way") for language in project.settings.languages}
    months = sorted(breaks_of(project, metric) - named)
    return [
        Event.model_validate({"id": f"since-{month}", "date": month.first_day, "title": title, "break": True})
        for month in months
    ]


def _by_metric(items: Sequence[_T]) -> Mapping[Id, tuple[_T, ...]]:
    found: dict[Id, list[_T]] = defaultdict(list)
    for item in items:
        for metric in item.metrics:
            found[metric].append(item)
    return {metric: tuple(each) for metric, each in found.items()}


def _promises(project: Project, shown: Sequence[Edition]) -> Mapping[Id, Promises]:
    """Go through the editions in order and let settled asks go, so that each costs what is still open only."""
    found: dict[Id, Promises] = {}
    pending: dict[Id, Ask] = {}
    settled: Counter[AskStatus] = Counter()
    seen: set[Id] = set()
    for edition in shown:
        day = day_of(edition, project.today)
        states = {ask.id: ask.status_on(day) for ask in pending.values() if ask.id not in edition.asks}
        in_order = sorted(states, key=lambda ask: (_ORDER.index(states[ask]), pending[ask].due))
        counts = settled + Counter(states.values())
        found[edition.id] = Promises(
            tuple(pending[ask] for ask in in_order[:PROMISES]),
            {state: counts[state] for state in _ORDER if counts[state]},
        )
        for ask, state in states.items():
            if state in _FINAL:
                settled[state] += 1
                del pending[ask]
        for ask in edition.asks:
            if ask in project.asks and ask not in seen:
                seen.add(ask)
                pending[ask] = project.asks[ask]
    return found
