"""Turns of phrase that a language has for something, looked for as whole words.

A list stands under one key, such as `tone.lecturing`; `;` separates its entries. An entry with a capital letter means
only that spelling: „müssen Sie“ speaks to somebody, „müssen sie“ of somebody.
"""

from __future__ import annotations

import re
from functools import cache

from chefetage.locales.catalogue import catalogue


def phrase_in(text: str, key: str, language: str) -> str | None:
    """Return the first entry of a list that stands in a text, as it is written there."""
    pattern = _pattern(key, language)
    found = pattern.search(" ".join(text.split())) if pattern is not None else None
    return None if found is None else found[0]


@cache
def entries(key: str, language: str) -> tuple[str, ...]:
    """Return the entries of a list; none in a language that has no such list."""
    return tuple(entry.strip() for entry in catalogue(language).get(key, "").split(";") if entry.strip())


@cache
def _pattern(key: str, language: str) -> re.Pattern[str] | None:
    known = sorted(entries(key, language), key=len, reverse=True)
    joined = "|".join(f"(?-i:{re.escape(entry)})" if entry != entry.lower() else re.escape(entry) for entry in known)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE) if known else None
