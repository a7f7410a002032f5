"""Words of the trade, explained where a page first uses them.

The explanation is a popover: it opens by touch, click and keyboard without a script, and paper leaves it out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
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

# What is somebody else's words, a name, or already leads somewhere, is left alone.
_SKIPPED = (
    "a", "abbr", "blockquote", "button", "caption", "cite", "code", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "label",
    "legend", "option", "pre", "script", "style", "summary", "svg", "textarea", "th", "time",
)  # fmt: skip
_CLOSED = re.compile(
    rf"<({'|'.join(_SKIPPED)})\b[^>]*>.*?</\1>"
    r"|<(\w+)\b[^>]*\blang=[^>]*>.*?</\2>"  # another language has its own words
    r'|<(div|dl) class="ce-(?:mast|facts|define)\b[^>]*>.*?</\3>'
    r"|<[^>]*>",
    re.DOTALL,
)


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
    def pattern(self) -> re.Pattern[str]:
        """Finds whole words; `NPS` only in capitals, `Baseline` in any case."""
        flags = re.IGNORECASE if any(char.islower() for char in self.text) else re.NOFLAG
        return re.compile(rf"(?<!\w)(?<!\w-){re.escape(self.escaped)}(?!\w)(?!-\w)", flags)


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
        lower = html.lower()
        words = [word for word in self._words if word.escaped.lower() in lower]
        if not words:
            return html
        found = sorted(self._first(words, str(html)), key=lambda each: each[0])
        parts: list[str] = []
        end = 0
        for start, stop, term in found:
            parts += [html[end:start], self._popover(c, term, Markup(html[start:stop]))]  # noqa: S704 – it was markup before
            end = stop
        return Markup("".join([*parts, html[end:]]))  # noqa: S704 – an article with parts of ours

    @staticmethod
    def _first(words: list[_Word], html: str) -> Iterator[tuple[int, int, Term]]:
        """Yield where each term stands first, once a term and never within another."""
        closed = [match.span() for match in _CLOSED.finditer(html)]
        starts = [start for start, _ in closed]
        taken: list[tuple[int, int]] = []
        firsts: dict[str, tuple[int, int, Term]] = {}
        for word in words:
            for match in word.pattern.finditer(html):
                start, stop = match.span()
                index = bisect_right(starts, start) - 1
                if index >= 0 and start < closed[index][1]:
                    continue
                if any(start < end and begin < stop for begin, end in taken):
                    continue
                taken.append((start, stop))
                first = firsts.get(word.term.id)
                if first is None or start < first[0]:
                    firsts[word.term.id] = (start, stop, word.term)
                break
        yield from firsts.values()

    @staticmethod
    def _popover(c: Context, term: Term, shown: Markup) -> Markup:
        return c.render("parts/term.html", term=term, shown=shown).strip()
