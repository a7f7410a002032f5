"""Whether a sentence claims a change, told by its words alone; it rather misses a claim than sees one that is none.

The words stand in `locales/<language>/verbs.yml`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from chefetage.locales.catalogue import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLAUSE_ENDS = re.compile(r"[,;:()–—]|\b(?:aber|doch|während|dagegen|but|while|whereas)\b")
_WORDS = re.compile(r"n't\b|\w+(?=n't\b)|\w+")
_TOKEN = re.compile(r"\{\{[^{}\n]*\}\}")


class Direction(StrEnum):
    """Which way something is said to have gone: by its number, or by what is good."""

    UP = "up"
    DOWN = "down"
    BETTER = "better"
    WORSE = "worse"


@dataclass(frozen=True, slots=True)
class Claim:
    """A change that a clause asserts."""

    direction: Direction
    words: str
    """The words that say so, as they are written."""
    clause: str


def claim_in(sentence: str, language: str) -> Claim | None:
    """Return the change that a sentence asserts.

    Returns:
        `None` where nothing is asserted: a question, a negation, a condition, a hope, words that contradict each other,
        or a language nobody has written such words down for.
    """
    entries = _entries(language)
    if sentence.rstrip().endswith("?") or any(word in _unless(language) for word in _words(sentence)):
        return None
    claims = [claim for clause in _clauses(sentence) for claim in _of(clause, entries)]
    return claims[0] if len({claim.direction for claim in claims}) == 1 else None


def _of(clause: str, entries: tuple[tuple[Direction, tuple[str, ...]], ...]) -> Iterator[Claim]:
    spoken = f" {' '.join(_words(clause))} "
    if not _first_words(entries).search(spoken):
        return
    for direction, parts in entries:
        if all(f" {part} " in spoken for part in parts):
            yield Claim(direction, " … ".join(_as_written(part, clause) for part in parts), clause)


@cache
def _first_words(entries: tuple[tuple[Direction, tuple[str, ...]], ...]) -> re.Pattern[str]:
    """Return what every claim has a part of, as most clauses have none of them."""
    return re.compile(
        f" (?:{'|'.join(sorted({re.escape(parts[0]) for _, parts in entries}))}) " if entries else r"(?!)"
    )


def _as_written(part: str, clause: str) -> str:
    found = re.search(re.escape(part), clause, re.IGNORECASE)
    return found[0] if found else part


def _clauses(sentence: str) -> Iterator[str]:
    """Yield the clauses; a token stays whole, whatever stands in it."""
    start = 0
    tokens = [found.span() for found in _TOKEN.finditer(sentence)]
    for end in _CLAUSE_ENDS.finditer(sentence):
        if not any(first <= end.start() < last for first, last in tokens):
            yield sentence[start : end.start()]
            start = end.end()
    yield sentence[start:]


def _words(text: str) -> list[str]:
    return _WORDS.findall(_TOKEN.sub(" ", text).casefold().replace("’", "'"))


@cache
def _entries(language: str) -> tuple[tuple[Direction, tuple[str, ...]], ...]:
    texts = catalogue(language)
    return tuple(
        (direction, tuple(part.replace("_", " ").casefold() for part in entry.split("+")))
        for direction in Direction
        for entry in texts.get(f"verbs.{direction}", "").split()
    )


@cache
def _unless(language: str) -> frozenset[str]:
    return frozenset(catalogue(language).get("verbs.unless", "").casefold().split())
