"""Which scale answers seem to be on, and which seem to be codes for no answer: guesses for a person to check."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from chefetage.sources.text import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Scale = tuple[int, int]

_USUAL = {(1, 5): 0, (1, 6): 1, (1, 7): 0, (1, 10): 0, (0, 10): 0}
"""The scales that surveys have, the shortest first, to how many codes the more usual ones may have instead."""
_MOST = 0.8
"""So large a part of the answers at least lies on the scale, codes left aside."""
_ENOUGH = 30
"""Answers; of fewer, nothing is said to be a code, and a scale need not be used to its end."""
_CODES = 3
"""More different codes than that, and they are none."""
_LARGEST_CODE = 999
_MANY = 40
"""More different numbers are no scale."""
_NO_ANSWER = frozenset({
    "na", "nv", "ka", "keineangabe", "keineantwort", "weissnicht", "weißnicht", "ichweißnicht", "nichtzutreffend",
    "trifftnichtzu", "entfaellt", "leer", "blank", "null", "nan", "none", "noanswer", "noresponse", "notapplicable",
    "notanswered", "dontknow", "idontknow", "unknown", "prefernottosay", "prefernottoanswer", "refused", "skipped",
    "-", "–", "—", ".",
})  # fmt: skip
"""What stands for no answer, reduced to letters where there are any."""
_LABEL = re.compile(r"(-?\d{1,3})\s*(?:[:=(–—-]|\.(?!\d))\s*\D.*")
"""A worded answer that begins with its number: `10 - Completely satisfied`, `5: the most challenging part`."""


def scale_of(numbers: Mapping[int, int]) -> tuple[Scale | None, tuple[int, ...]]:
    """Return the scale that answers seem to be on, if there is one, and the numbers that are not on it: probably codes.

    It is the usual scale beside which there are the fewest, among equals the shortest.

    Args:
        numbers: Number to how often it came.
    """
    total = sum(numbers.values())
    if not 1 < len(numbers) <= _MANY:
        return None, ()
    found: list[tuple[int, Scale, tuple[int, ...]]] = []
    for (low, high), handicap in _USUAL.items():
        inside = [number for number in numbers if low <= number <= high]
        codes = tuple(sorted(set(numbers) - set(inside)))
        if sum(numbers[number] for number in inside) < _MOST * total or max(inside) < high - (total < _ENOUGH):
            continue
        if not codes or (total >= _ENOUGH and len(codes) <= _CODES and max(map(abs, codes)) <= _LARGEST_CODE):
            found.append((len(codes) + handicap if codes else 0, (low, high), codes))
    best = min(found, key=lambda one: one[0], default=None)
    return (None, ()) if best is None else best[1:]


def scale_around(numbers: Mapping[int, int]) -> Scale | None:
    """Return the shortest usual scale that holds all of the numbers, few as they may be; `None` if none does."""
    scales = (scale for scale in _USUAL if all(scale[0] <= number <= scale[1] for number in numbers))
    return next(scales, None) if numbers else None


def number_in(word: str) -> int | None:
    """Return the number that a worded answer begins with; `None` if it begins with none."""
    found = _LABEL.fullmatch(word)
    return int(found[1]) if found else None


def no_answers(words: Iterable[str]) -> tuple[str, ...]:
    """Return those of some words that stand for no answer, in most surveys."""
    return tuple(word for word in words if (plain(word) or word) in _NO_ANSWER)
