"""How people are addressed and called in a language; the words stand in `locales/<language>/people.yml`."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from chefetage.locales.catalogue import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator


def titled_names(text: str, language: str) -> Iterator[re.Match[str]]:
    """Yield each title with the name after it: „Herr Dr. Beispiel“; nothing in a language without such words."""
    pattern = _titles(language)
    if pattern is not None:
        yield from pattern.finditer(text)


def phone_regions(language: str) -> tuple[str, ...]:
    """Return the countries, as in ISO 3166, whose telephone numbers are written without the country's own."""
    return tuple(catalogue(language).get("people.regions", "").split())


@cache
def _titles(language: str) -> re.Pattern[str] | None:
    words = catalogue(language)
    titles, degrees = words.get("people.titles", "").split(), words.get("people.degrees", "").split()
    if not titles:
        return None
    no_names = "".join(rf"(?!{re.escape(word)}\b)" for word in words.get("people.no-names", "").split())
    degree = "|".join(map(re.escape, sorted(degrees, key=len, reverse=True))) or r"(?!)"
    title = "|".join(map(re.escape, sorted(titles, key=len, reverse=True)))
    return re.compile(rf"\b(?:{title})\s+(?:(?:{degree})\s*)*{no_names}[^\W\d_a-zß-öø-ÿ][\w’'-]+")
