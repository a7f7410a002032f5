"""Words of the trade, explained where a page first uses them.

The explanation is a popover: it opens by touch, click and keyboard without a script, and paper leaves it out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.term import Term
    from chefetage.pages.context import Context

_SHORTEST = 2
"""A single letter, such as n, would be found everywhere."""

_BLOCKS = ("p", "li", "dd", "td")
"""Running text stands in one of these; nothing else is explained."""

# What is a name, or already leads somewhere, is left alone; none of these holds a block.
_SKIPPED = ("a", "abbr", "button", "cite", "code", "label", "option", "summary", "svg", "textarea", "time", "title")

# What holds blocks of somebody else's words, or lists names.
_CLOSED = (
    ("<blockquote", "</blockquote>"), ('<div class="ce-mast', "</div>"), ('<dl class="ce-facts', "</dl>"),
    ('<dl class="ce-define', "</dl>"), ("<dt", "</dt>"), ("<th", "</th>"), ("<pre", "</pre>"),
)  # fmt: skip
_LANG = ' lang="'
_TAG = re.compile(r"<(\w+)[^<]*$")


def _is_running_text(html: str, at: int) -> bool:
    """Whether a place in a page is text of the team's own, in the page's language, and not part of a tag or a link."""
    block, tag = max((max(html.rfind(f"<{tag} ", 0, at), html.rfind(f"<{tag}>", 0, at)), tag) for tag in _BLOCKS)
    inside = html[block:at] if block >= 0 else "<"
    if inside.rfind("<") > inside.rfind(">") or f"</{tag}>" in inside:
        return False
    if any(f"<{tag}" in inside and inside.rfind(f"<{tag}") > inside.rfind(f"</{tag}>") for tag in _SKIPPED):
        return False
    if any(
        (start := html.rfind(opening, 0, at)) >= 0 and html.find(closing, start, at) < 0 for opening, closing in _CLOSED
    ):
        return False
    return not _is_foreign(html, at)


def _is_foreign(html: str, at: int) -> bool:
    """Whether the last element before a place that names a language is still open there."""
    lang = html.rfind(_LANG, 0, at)
    tag = _TAG.search(html, max(0, html.rfind("<", 0, lang)), lang) if lang >= 0 else None
    return tag is not None and html.find(f"</{tag[1]}>", lang, at) < 0


@dataclass(frozen=True)
class _Word:
    """One way to write a term."""

    term: Term
    text: str

    @cached_property
    def escaped(self) -> str:
        """The text as it stands in HTML."""
        return str(Markup.escape(self.text))

    @cached_property
    def sought(self) -> str:
        """What to look for: `NPS` in capitals only, `baseline` in any case."""
        return self.escaped if self.is_exact else self.escaped.lower()

    @cached_property
    def is_exact(self) -> bool:
        """Whether only these capitals mean the term."""
        return not any(char.islower() for char in self.text)

    def places(self, html: str, lower: str) -> Iterator[tuple[int, int]]:
        """Yield where the word stands by itself."""
        hay, size = html if self.is_exact else lower, len(self.sought)
        at = hay.find(self.sought)
        while at >= 0:
            if not _joins(html[max(at - 2, 0) : at][::-1]) and not _joins(html[at + size : at + size + 2]):
                yield at, at + size
            at = hay.find(self.sought, at + size)


def _joins(neighbours: str) -> bool:
    """Whether the two characters next to a word, the nearer one first, make it part of a longer one."""
    return bool(re.match(r"\w|-\w", neighbours))


class Explainer:
    """Explains one language's terms; made once a build."""

    def __init__(self, c: Context) -> None:
        language = c.language
        self._words = [
            _Word(term, text)
            for term in c.project.terms.values()
            for text in dict.fromkeys((c.plain(term, "term"), term.abbr or "", *term.aliases))
            if len(text) >= _SHORTEST and language in term.explain
        ]
        # `Journey Map` before `Journey`: the longest is what is meant.
        self._words.sort(key=lambda word: -len(word.text))

    def explain(self, c: Context, html: Markup) -> Markup:
        """Return an article with each term explained at its first appearance in running text."""
        found = sorted(self._first(str(html)), key=lambda each: each[0])
        parts: list[str] = []
        end = 0
        for start, stop, term in found:
            parts += [html[end:start], self._popover(c, term, Markup(html[start:stop]))]  # noqa: S704 – it was markup before
            end = stop
        return Markup("".join([*parts, html[end:]]))  # noqa: S704 – an article with parts of ours

    def _first(self, html: str) -> Iterator[tuple[int, int, Term]]:
        """Yield where each term stands first, once a term and never within another."""
        lower = html.lower()
        # Some capitals are shorter than their small letters; then places would not agree.
        lower = lower if len(lower) == len(html) else html
        taken: list[tuple[int, int]] = []
        firsts: dict[str, tuple[int, int, Term]] = {}
        for word in self._words:
            for start, stop in word.places(html, lower):
                if any(start < end and begin < stop for begin, end in taken) or not _is_running_text(html, start):
                    continue
                taken.append((start, stop))
                first = firsts.get(word.term.id)
                if first is None or start < first[0]:
                    firsts[word.term.id] = (start, stop, word.term)
                break
        yield from firsts.values()

    @staticmethod
    def _popover(c: Context, term: Term, shown: Markup) -> Markup:
        return c.render("parts/term.html", term=c.project.terms[term.id], shown=shown).strip()
