"""The archive: every edition with its headline and what came of it, by year and by topic."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from chefetage.model.ask import AskStatus
from chefetage.pages.address import archive_of
from chefetage.pages.overview import write_overview
from chefetage.pages.parts.state import StateView, view_state

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.edition import Edition
    from chefetage.model.page import Page
    from chefetage.pages.context import Context
    from chefetage.pages.press import Press

_IN_FULL = 2
"""So many years are listed with their editions on the first page; older ones have a page each."""


@dataclass(frozen=True, slots=True)
class EditionLine:
    """One edition in a list."""

    edition: Edition
    number: int
    asks: tuple[StateView, ...]
    """Today's states of what it asked."""
    corrections: int


@dataclass(frozen=True, slots=True)
class Year:
    """The editions of a year, newest first."""

    year: int
    address: str
    editions: tuple[Edition, ...]


def write(press: Press) -> Iterator[Page]:
    """Yield the page of all years, and one for each year."""
    years = [
        Year(year, archive_of(year), tuple(editions))
        for year, editions in groupby(press.project.shown_editions, key=lambda edition: edition.month.year)
    ]
    yield write_overview(
        press,
        "archive",
        "archive",
        recent=lambda c: [(year, _lines(press, c, year)) for year in years[:_IN_FULL]],
        older=years[_IN_FULL:],
        topics=lambda c: _topics(press, c),
        total=sum(len(year.editions) for year in years),
    )
    for newer, year, older in zip([None, *years], years, [*years[1:], None], strict=False):
        c = press.context(year.address)
        html = c.render("pages/archive-year.html", year=year, lines=_lines(press, c, year), newer=newer, older=older)
        yield press.page(
            c, "archive", c.say("archive.year-title", year=year.year), html,
            description=c.say("archive.year-description", year=year.year), source=press.project.standing.get("archive"),
        )  # fmt: skip


def _topics(press: Press, c: Context) -> list[tuple[str, tuple[Edition, ...]]]:
    """Return the editions by what they are about, the newest topic first."""
    topics: dict[str, list[Edition]] = {}
    for edition in press.project.shown_editions:
        if topic := c.plain(edition, "topic"):
            topics.setdefault(topic, []).append(edition)
    return [(topic, tuple(editions)) for topic, editions in topics.items()]


def _lines(press: Press, c: Context, year: Year) -> list[EditionLine]:
    return [
        EditionLine(
            edition,
            number=press.index.numbers[edition.id],
            asks=_states(c, edition),
            corrections=len(heard.value) if (heard := c.heard(edition, "corrections")) else 0,
        )
        for edition in year.editions
    ]


def _states(c: Context, edition: Edition) -> tuple[StateView, ...]:
    asks = [c.project.asks[ask] for ask in edition.asks if ask in c.project.asks]
    return tuple(view_state(c, "ask", AskStatus(ask.status_on(c.project.today))) for ask in asks)
