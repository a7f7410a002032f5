"""How a text reads: its sentences, its length, what stands before the first heading."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from chefetage.model.base import Prose
from chefetage.model.location import Location
from chefetage.pages.markdown.hidden import without_comments
from chefetage.pages.markdown.source import mark_source, split_at_first_heading

if TYPE_CHECKING:
    from chefetage.model.base import Item
    from chefetage.pages.context import Context
    from chefetage.pages.markdown.source import FoundBlock

WORDS_A_MINUTE = 200

_SENTENCE_END = re.compile(r"(?:(?<=[!?])|(?<=[^\W\d_]{3}\.))\s+(?=[„“»A-ZÄÖÜ])")
"""After three letters at least: `z. B.` and `27. November` end nothing."""
_UNREAD = re.compile(r"<(svg|details|table|nav)\b.*?</\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class Opening:
    """An item's text, divided as an edition shows it."""

    standfirst: Markup
    proof: Markup
    """The first chart of the standfirst."""
    rest: Markup
    language: str
    """Empty if it is the page's."""


def sentences(line: Markup) -> list[Markup]:
    """Divide a headline into its sentences; one that holds markup stays whole."""
    if "<" in line:
        return [line]
    return [Markup(part) for part in _SENTENCE_END.split(line)]  # noqa: S704 – parts of what was escaped before


def words(html: str) -> int:
    """Return how many words there are to read; charts, tables and what is folded away do not count."""
    return len(_TAG.sub(" ", _UNREAD.sub(" ", html)).split())


def minutes(number: int) -> int:
    """Return how long so many words take to read, at least a minute."""
    return max(round(number / WORDS_A_MINUTE), 1)


def open_text(c: Context, item: Item, name: str = "body") -> Opening:
    """Return what stands before the first heading, its first chart, and the rest."""
    heard = c.heard(item, name)
    text = "" if heard is None else without_comments(heard.value.text)
    if heard is None or not text.strip():
        return Opening(Markup(), Markup(), Markup(), "")
    start = heard.value.start
    before, rest, lines = split_at_first_heading(text)
    charts = mark_source(before, start, frozenset({"chart"})).blocks
    proof = Markup()
    if charts:
        before, chart = _without(before, charts[0], start)
        proof = c.prose_of(Prose(chart, charts[0].location))
    below = Location(start.path, start.line + lines)
    return Opening(
        standfirst=c.prose_of(Prose(before, start)) if before.strip() else Markup(),
        proof=proof,
        rest=c.prose_of(Prose(rest, below)) if rest.strip() else Markup(),
        language="" if heard.language == c.language else heard.language,
    )


def _without(text: str, block: FoundBlock, start: Location) -> tuple[str, str]:
    """Take a block out of a text, leaving empty lines so that all other places stay right; return both."""
    lines = text.split("\n")
    first = block.location.line - start.line
    last = first + 1 + (block.content.count("\n") + 1 if block.content else 0)
    chart = "\n".join(lines[first : last + 1])
    lines[first : last + 1] = [""] * len(lines[first : last + 1])
    return "\n".join(lines), chart
