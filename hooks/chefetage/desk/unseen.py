"""What an edition could take up: what no edition has shown yet, and what has become of earlier asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from chefetage.model.ask import AskStatus

if TYPE_CHECKING:
    from collections.abc import Mapping

    from chefetage.model.base import Id
    from chefetage.model.edition import Edition
    from chefetage.model.month import Month
    from chefetage.model.project import Project
    from chefetage.model.quote import Quote

_FRESH = 12
"""Months after which a quote is old news."""
_WAITING = frozenset({AskStatus.OPEN, AskStatus.OVERDUE})


@dataclass(frozen=True, slots=True)
class Unseen:
    """What is new for readers after the last edition."""

    project: Project
    last: Edition | None
    """The last that readers have seen."""

    def of(self, kind: str) -> list[Id]:
        """Return the items of a kind that no edition names, drafts included."""
        named = {item_id for edition in self.project.editions.values() for item_id in _named(edition)[kind]}
        return [item_id for item_id in self.project.of_kind(kind) if item_id not in named]

    def quotes(self, month: Month) -> list[Quote]:
        """Return the quotes of a month and the year before it that may be shown and no edition names, newest first."""
        quotes = [self.project.quotes[quote] for quote in self.of("quote")]
        usable = [
            quote for quote in quotes
            if quote.may_be_shown(self.project.today) and (month - _FRESH).first_day <= quote.said_on <= month.last_day
        ]  # fmt: skip
        return sorted(usable, key=lambda quote: quote.said_on, reverse=True)

    def studies(self) -> list[Id]:
        """Return the studies that no edition has shown, those that come first on their page before the others."""
        studies = self.project.studies
        return sorted(self.of("study"), key=lambda study: not studies[study].featured)

    def answered_asks(self) -> list[Id]:
        """Return the asks that were answered since the last edition went out."""
        since = self.last.published_on if self.last else None
        return [
            ask.id for ask in self.project.asks.values()
            if ask.answered_on and (since is None or ask.answered_on > since) and ask.answered_on <= self.project.today
        ]  # fmt: skip

    def waiting_asks(self) -> list[Id]:
        """Return the asks that nobody has answered yet, the longest due first."""
        asks = [ask for ask in self.project.asks.values() if ask.status_on(self.project.today) in _WAITING]
        return [ask.id for ask in sorted(asks, key=lambda ask: ask.due)]

    def visits(self) -> list[Id]:
        """Return the visits to come, the next first."""
        visits = [visit for visit in self.project.visits.values() if visit.date >= self.project.today]
        return [visit.id for visit in sorted(visits, key=lambda visit: visit.date)]


def _named(edition: Edition) -> Mapping[str, tuple[Id | None, ...]]:
    return {
        "quote": edition.quotes, "measure": edition.measures, "story": (edition.story,), "praise": (edition.praise,),
        "study": (edition.study,),
    }  # fmt: skip
