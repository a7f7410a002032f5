"""Words of the trade, and what to say instead: those of a language, and those of a site's glossary."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from chefetage.locales.phrases import entries

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_SHORTEST = 2
"""A single letter, such as n, would be found everywhere."""


@cache
def known_jargon(language: str) -> Mapping[str, str]:
    """Return word → what to say instead, of `locales/<language>/jargon.yml`."""
    pairs = (entry.partition("=") for entry in entries("jargon.words", language))
    return {word.strip(): plain.strip() for word, _, plain in pairs}


def jargon_pattern(terms: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds such words, in the plural too; words in capitals only in these. `None` without any."""
    sought = sorted({term for term in terms if len(term) >= _SHORTEST}, key=len, reverse=True)
    if not sought:
        return None
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(_spelt, sought))})s?(?!\w)", re.IGNORECASE)


def _spelt(term: str) -> str:
    pattern = "[ -]".join(re.escape(part) for part in re.split(r"[ -]", term))
    is_exact = not any(letter.islower() for letter in term)
    return f"(?-i:{pattern})" if is_exact else pattern
