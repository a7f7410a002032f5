"""A customer's sentences where somebody else's text has taken them up: there a withdrawal does not reach by itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from chefetage.checks.texts import texts_in
from chefetage.model.base import Prose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.location import Location
    from chefetage.model.project import Project
    from chefetage.model.quote import Quote

_ENDS = re.compile(r"(?<=[.!?…])\s+|\n\s*\n")
_LETTERS = re.compile(r"\w+")
_FEWEST = 4
"""Fewer words in a row are everybody's."""


def copies_of(quote: Quote, project: Project) -> Iterator[Location]:
    """Yield the places of all other texts that repeat a sentence of the quote."""
    sentences = set(_sentences(quote))
    for item, texts in texts_in(project):
        if item is not quote:
            for text in texts:
                words = _plain(text.text)
                if any(sentence in words for sentence in sentences):
                    yield text.start


def _sentences(quote: Quote) -> Iterator[str]:
    for field in ("body", "transcript"):
        for words in quote.customers_words.get(field, {}).values():
            for sentence in _ENDS.split(words.text if isinstance(words, Prose) else str(words)):
                plain = _plain(sentence)
                if plain.count(" ") > _FEWEST:
                    yield plain


def _plain(text: str) -> str:
    """Return the words alone, whatever marks and line ends stand between them."""
    return f" {' '.join(_LETTERS.findall(text.casefold()))} "
