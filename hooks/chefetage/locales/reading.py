"""How hard a text is to read, from 0 (very) to 100 (not at all), by the length of its sentences and words.

English: Flesch, “A new readability yardstick”, Journal of Applied Psychology 32 (1948): 206.835 − 1.015 · words a
sentence − 84.6 · syllables a word. German: Amstad, „Wie verständlich sind unsere Zeitungen?“ (Zürich 1978): 180 − words
a sentence − 58.5 · syllables a word. The numbers, and how syllables are told, stand in
`locales/<language>/reading.yml`. Syllables are counted by groups of vowels, near enough for a mean.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from chefetage.locales.catalogue import catalogue

if TYPE_CHECKING:
    from collections.abc import Sequence

_SPOKEN = re.compile(r"[^\W\d_]+")


def reading_ease(sentences: Sequence[str], language: str) -> float | None:
    """Return how easily the sentences read; `None` without words, or in a language that has no formula."""
    texts = catalogue(language)
    words = [word for sentence in sentences for word in _SPOKEN.findall(sentence)]
    if not words or not texts.get("reading.base"):
        return None
    base, by_sentence, by_syllable = (
        float(texts[f"reading.{name}"]) for name in ("base", "by-sentence", "by-syllable")
    )
    count = sum(syllables(word, language) for word in words)
    return base - by_sentence * len(words) / len(sentences) - by_syllable * count / len(words)


def hard_below(language: str) -> float:
    """Return the ease below which a text is too hard for somebody who reads it once."""
    return float(catalogue(language).get("reading.hard", "0"))


def syllables(word: str, language: str) -> int:
    """Return how many syllables a word has, at least one."""
    return max(len(_vowels(language).findall(word.lower())), 1)


@cache
def _vowels(language: str) -> re.Pattern[str]:
    return re.compile(catalogue(language)["reading.vowels"])
