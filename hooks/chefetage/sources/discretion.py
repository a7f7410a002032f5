"""What a message may repeat of an export: never what could be somebody's name, number or birthday."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.sources.text import most_like, plain

if TYPE_CHECKING:
    from collections.abc import Collection

USUAL_K = 5
"""How often a word must come to be repeated, where no site says otherwise."""
_STEPS = 5
"""A number this far from the scale may still be repeated: 11 on 0 to 10, and what is left of another scale."""
_LARGEST_CODE = 999
"""Tools write codes such as -1, 99 or 999 for no answer; a larger number may be anybody's."""
_LONGEST_SHAPE = 30
_DIGITS_IN_DAYS = 3
"""In anything like a day, at least every third character is a digit."""


def may_repeat_word(word: str, times: int, known: Collection[str], k: int) -> bool:
    """Whether a word may be repeated that came so many times.

    It may if letter by letter it is one of the known, and says no more than they do; else only if it is like one of
    them and came at least `k` times.
    """
    if plain(word) in {plain(text) for text in known} - {""}:
        return True
    return times >= k and most_like(word, known) is not None


def may_repeat_number(number: int, times: int, scale: tuple[int, int] | None, k: int) -> bool:
    """Whether a number may be repeated: it is near the scale, or short and came at least `k` times."""
    if scale is not None and scale[0] - _STEPS <= number <= scale[1] + _STEPS:
        return True
    return times >= k and abs(number) <= _LARGEST_CODE


def shape_of_day(text: str) -> str | None:
    """Return how something like a day is written, 0 for every digit and x for every letter; `None` for other text."""
    digits = sum(character.isdigit() for character in text)
    if len(text) > _LONGEST_SHAPE or digits * _DIGITS_IN_DAYS < len(text):
        return None
    return "".join("0" if c.isdigit() else "x" if c.isalpha() else c for c in text)
