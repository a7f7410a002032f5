"""Everything that was read: the one value that checks and pages work on."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from chefetage.model.rules import Denied, Rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from chefetage.model.argument import Argument
    from chefetage.model.ask import Ask
    from chefetage.model.base import Item
    from chefetage.model.core import Core
    from chefetage.model.dimension import Dimension
    from chefetage.model.edition import Edition
    from chefetage.model.event import Event
    from chefetage.model.location import Positions
    from chefetage.model.measure import Measure
    from chefetage.model.metric import Metric
    from chefetage.model.month import Month
    from chefetage.model.praise import Praise
    from chefetage.model.quote import Quote
    from chefetage.model.retention import Retention
    from chefetage.model.seal import Seal
    from chefetage.model.sent import SentLog
    from chefetage.model.settings import Brand, Settings
    from chefetage.model.snapshot import Snapshot
    from chefetage.model.source import Source
    from chefetage.model.standing import Standing
    from chefetage.model.step import Step
    from chefetage.model.story import Story
    from chefetage.model.study import Study
    from chefetage.model.term import Term
    from chefetage.model.visit import Visit

EVERY_ID = "*"
"""Stands in `Project.left_out` for all ids of a kind, where the file that holds them could not be read."""


@dataclass(frozen=True)
class Project:
    """A site's content and numbers on one day. Every mapping goes from id to item, in the order of the ids."""

    today: date
    settings: Settings
    brand: Brand
    rules: Rules = field(default_factory=Rules)
    denied: Denied = field(default_factory=Denied)
    editions: Mapping[str, Edition] = field(default_factory=dict)
    quotes: Mapping[str, Quote] = field(default_factory=dict)
    stories: Mapping[str, Story] = field(default_factory=dict)
    studies: Mapping[str, Study] = field(default_factory=dict)
    asks: Mapping[str, Ask] = field(default_factory=dict)
    measures: Mapping[str, Measure] = field(default_factory=dict)
    praises: Mapping[str, Praise] = field(default_factory=dict)
    visits: Mapping[str, Visit] = field(default_factory=dict)
    arguments: Mapping[str, Argument] = field(default_factory=dict)
    standing: Mapping[str, Standing] = field(default_factory=dict)
    metrics: Mapping[str, Metric] = field(default_factory=dict)
    core: Core | None = None
    core_positions: Positions | None = None
    retention: Retention | None = None
    """What one point is worth; `None` where the site does not say."""
    sources: Mapping[str, Source] = field(default_factory=dict)
    dimensions: Mapping[str, Dimension] = field(default_factory=dict)
    events: Mapping[str, Event] = field(default_factory=dict)
    terms: Mapping[str, Term] = field(default_factory=dict)
    steps: Mapping[str, Step] = field(default_factory=dict)
    """In the order of the journey, unlike all others."""
    snapshots: Mapping[Month, Snapshot] = field(default_factory=dict)
    sent: Mapping[str, SentLog] = field(default_factory=dict)
    """Edition to the files that were made from it and sent."""
    seals: Mapping[str, Seal] = field(default_factory=dict)
    """Edition → what it keeps since it was closed."""
    edit_base: str = ""
    """What the address behind every pencil begins with; empty if files cannot be edited in a browser."""
    drafts: bool = False
    """Whether drafts are shown, as while writing."""
    left_out: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Kind to the ids of what could not be read, so that whoever refers to it is not blamed; see `is_left_out`."""

    def of_kind(self, kind: str) -> Mapping[str, Item]:
        """Return the items of a kind by the kind's name in the singular, such as `quote`."""
        return self.kinds[kind]

    def items(self) -> Iterator[Item]:
        """Return every item of every kind."""
        for items in self.kinds.values():
            yield from items.values()

    def is_left_out(self, kind: str, item_id: str) -> bool:
        """Whether the item exists, or may exist in a file that could not be read, and has a mistake of its own."""
        ids = self.left_out.get(kind, frozenset())
        return item_id in ids or EVERY_ID in ids

    def core_for(self, year: int) -> tuple[str, ...]:
        """Return the metrics that every edition of a year shows; empty where nobody has chosen any by then."""
        return () if self.core is None else self.core.of(year)

    @cached_property
    def kinds(self) -> Mapping[str, Mapping[str, Item]]:
        """The items by kind, named as in `of_kind`."""
        return {
            "edition": self.editions, "quote": self.quotes, "story": self.stories, "study": self.studies,
            "ask": self.asks, "measure": self.measures, "praise": self.praises, "visit": self.visits,
            "argument": self.arguments, "standing": self.standing, "metric": self.metrics, "source": self.sources,
            "event": self.events, "term": self.terms, "step": self.steps,
        }  # fmt: skip

    @cached_property
    def renamed(self) -> Mapping[str, Mapping[str, str]]:
        """Kind → former id → the id that the item has now."""
        return {
            kind: {former: item.id for item in items.values() for former in item.was}
            for kind, items in self.kinds.items()
        }

    @cached_property
    def shown_editions(self) -> tuple[Edition, ...]:
        """The editions that readers of this build see, newest first."""
        visible = [e for e in self.editions.values() if self.drafts or not e.is_draft]
        return tuple(sorted(visible, key=lambda e: e.month, reverse=True))

    @cached_property
    def newest_published(self) -> Edition | None:
        """The edition of the home page."""
        return next((e for e in self.shown_editions if not e.is_draft), None)

    @cached_property
    def current_month(self) -> Month | None:
        """The month whose values are shown outside editions; without an edition, the newest snapshot's."""
        if self.newest_published is not None:
            return self.newest_published.month
        return max(self.snapshots, default=None)
