"""What an answer comes out of the engine as: a number near the scale, a word that is declared, or what it is like.

Everything else stays inside. Each category has an example that a question judges as it would judge every answer of that
category, so that a database and a file are read by the same rules.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from chefetage.sources.text import number_or_word, plain

if TYPE_CHECKING:
    from chefetage.sources.answers import Question

EMPTY = ""
KNOWN = "="
"""Begins a category that says its answer: `=Yes`, `=9.00`."""
OTHER_NUMBER = "~number"
BEGINS_LIKE_COUNTING = "~begins"
"""A word that begins with a number that counts, such as `5 – very satisfied`."""
BEGINS_WITH_NUMBER = "~leading"
LIKE_COUNTING = "~like"
"""A word that is a counting one but for marks, spaces and capitals."""
OTHER_WORD = "~word"
WAITING = "~waits"
"""Of a case that nobody can judge yet; what it says does not matter."""

_STEPS = 5
"""A number this far from the scale is still told: 11 on 0 to 10, and what is left of another scale."""
_USUAL_CODES = (-999, -99, -98, -9, -8, -1, 77, 88, 98, 99, 997, 998, 999)
"""What tools write for no answer; whoever forgot to declare one must be able to see it."""
_FAR_NUMBER = 100_000_000_000_000_003
"""A number that no question knows."""
NUMBER_MARK = ".00"
"""Told apart from a label that is written as a number, and a number all the same."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Which answers of a question may leave the engine as they are."""

    words: frozenset[str]
    """Tidied texts that are declared: labels, words that count, codes for no answer."""
    numbers: frozenset[int]
    """Numbers that are declared, on the scale or near it, or usual codes."""
    counting_numbers: frozenset[int]
    """Numbers that count, for a share."""
    counting_words: frozenset[str]
    """Words that count, reduced to letters and digits."""

    @classmethod
    def of(cls, question: Question) -> Vocabulary:
        """Return what a question declares."""
        declared = {*question.top, *question.missing, *(number_or_word(text) for text in question.labels)}
        words = {answer for answer in declared if isinstance(answer, str)} | set(question.labels)
        numbers = {answer for answer in declared if isinstance(answer, int)} | set(_USUAL_CODES)
        if question.scale is not None:
            low, high = question.scale
            numbers |= set(range(low - _STEPS, high + _STEPS + 1))
        counting_words = {answer for answer in question.top if isinstance(answer, str)}
        numbers |= {leading for word in counting_words if (leading := _leading(word)) is not None}
        return cls(
            frozenset(words - {""}),
            frozenset(numbers),
            frozenset(answer for answer in question.top if isinstance(answer, int)),
            frozenset(plain(word) for word in counting_words if plain(word)),
        )


def category_of_word(word: str) -> str:
    """Return the category of a declared word."""
    return KNOWN + word


def answer_in(category: str) -> str | None:
    """Return the answer that a category tells, as people write it; `None` if it tells none."""
    return category.removeprefix(KNOWN).removesuffix(NUMBER_MARK) if category.startswith(KNOWN) else None


def example_of(category: str, question: Question) -> str:
    """Return a cell that the question judges like every answer of the category."""
    if category == OTHER_NUMBER:
        return str(_FAR_NUMBER)
    if category == BEGINS_WITH_NUMBER:
        return f"{_FAR_NUMBER} ~"
    if category == OTHER_WORD:
        return "~"
    if category == BEGINS_LIKE_COUNTING:
        return f"{next(answer for answer in question.top if isinstance(answer, int))} ~"
    if category == LIKE_COUNTING:
        return f"{next(answer for answer in question.top if isinstance(answer, str) and plain(answer))} ~"
    return category.removeprefix(KNOWN)


def _leading(text: str) -> int | None:
    """Return the number that a text begins with, if it does."""
    digits = text.removeprefix("-")
    length = len(digits) - len(digits.lstrip("0123456789"))
    if not 0 < length <= 18:  # noqa: PLR2004 – what fits into 64 bits
        return None
    return int(text[: len(text) - len(digits) + length])
