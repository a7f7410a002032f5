"""Customers' voices: by what the customers were after, whatever their mood."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chefetage.model.quote import Mood
from chefetage.pages.journey import step_names
from chefetage.pages.overview import write_overview
from chefetage.pages.parts.filter import Facet, FiltersView, view_filters
from chefetage.pages.parts.voice import VoiceView, view_voice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.edition import Edition
    from chefetage.model.page import Page
    from chefetage.model.quote import Quote
    from chefetage.pages.context import Context
    from chefetage.pages.press import Press


@dataclass(frozen=True, slots=True)
class Need:
    """What several customers were after."""

    name: str
    """Empty for voices that stand alone with theirs."""
    voices: tuple[tuple[VoiceView, tuple[Edition, ...]], ...]
    """Each with the editions that it stood in."""


def write(press: Press) -> Iterator[Page]:
    """Yield the page of all quotes; those that may not be shown leave a gap, so that links lead somewhere."""

    def views(c: Context) -> list[VoiceView]:
        newest = sorted(press.project.quotes.values(), key=lambda quote: (quote.said_on, quote.id), reverse=True)
        return [view_voice(c, quote) for quote in newest]

    yield write_overview(
        press,
        "quotes",
        "quotes",
        needs=lambda c: _needs(press, c, [view for view in views(c) if not view.gap]),
        gaps=lambda c: [view for view in views(c) if view.gap],
        has_journey=bool(press.project.steps),
        filters=lambda c: _filters(c, [view.quote for view in views(c) if not view.gap]),
    )


def _filters(c: Context, quotes: list[Quote]) -> FiltersView:
    return view_filters(
        c,
        (
            Facet(
                c.say("quotes.filter-mood"),
                {quote.id: c.say(f"mood.{quote.mood}") for quote in quotes},
                [c.say(f"mood.{mood}") for mood in Mood],
            ),
            Facet(c.say("quotes.filter-step"), {quote.id: c.plain(quote, "step") for quote in quotes}, step_names(c)),
            Facet(c.say("quotes.filter-need"), {quote.id: c.plain(quote, "need") for quote in quotes}),
        ),
    )


def _needs(press: Press, c: Context, views: list[VoiceView]) -> list[Need]:
    """Group by need: the one that most customers named first, and last those that one customer or nobody named."""
    by_need: dict[str, list[VoiceView]] = defaultdict(list)
    for view in views:
        by_need[c.plain(view.quote, "need")].append(view)
    names = [name for name, each in by_need.items() if name and len(each) > 1]
    names.sort(key=lambda name: (-len(by_need[name]), name.casefold()))
    others = [view for view in views if c.plain(view.quote, "need") not in names]
    found = [(name, by_need[name]) for name in names] + ([("", others)] if others else [])
    editions_of = press.index.editions_of
    return [
        Need(name, tuple((view, editions_of.get(("quote", view.quote.id), ())) for view in each))
        for name, each in found
    ]
