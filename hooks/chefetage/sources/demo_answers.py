"""The customers of Lindenried Küchen GmbH, a company that does not exist: how many answer, and how they feel.

Everything here is made up. Truth is what a survey estimates: the shares below, from which answers are drawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from chefetage.model.month import Month

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

T = TypeVar("T")

CALLBACK_SERVICE = Month(2025, 11)
NEW_RANGE = Month(2026, 1)

_ANSWERS_A_MONTH = {"Planung": 150, "Einbau": 190, "Kundendienst": 80}
_SEASON = (0.94, 0.97, 1.07, 1.04, 1.02, 0.98, 0.93, 0.90, 1.03, 1.06, 1.09, 0.97)
"""January to December: kitchens are planned in spring and autumn."""
_REGIONS = (("Nord", 0.352), ("Süd", 0.338), ("West", 0.297), ("Online", 0.013))
_REGION_SHIFT = {"Nord": 0.01, "Süd": 0.0, "West": -0.01, "Online": -0.02}
"""What a region adds to the share of promoters and takes from that of detractors."""

_AFTER_NEW_RANGE = (0.68, 0.66, 0.65, 0.64, 0.635, 0.63, 0.625, 0.62, 0.615, 0.61)
"""Kitchens complete on the day, month by month from January 2026."""
_AFTER_CALLBACK_SERVICE = (0.69, 0.715, 0.735, 0.74, 0.745)
"""Concerns settled in the first call, month by month from November 2025."""


@dataclass(frozen=True, slots=True)
class Truth:
    """How the customers of one occasion feel in a month, as shares of them."""

    promoters: float
    detractors: float
    satisfied: float | None = None
    """4 or 5 on the scale from 1 to 5; `None` where the question is not asked."""
    complete: float | None = None
    solved: float | None = None


def truth(occasion: str, month: Month) -> Truth:
    """Return how the customers of an occasion feel in a month."""
    if occasion == "Planung":
        return Truth(0.66, 0.08) if month >= NEW_RANGE else Truth(0.60, 0.10)
    if occasion == "Einbau":
        promoters, detractors = (0.53, 0.19) if month >= NEW_RANGE else (0.52, 0.19)
        return Truth(promoters, detractors, 0.80 if month >= NEW_RANGE else 0.79, complete=_complete(month))
    if month >= CALLBACK_SERVICE:
        return Truth(0.38, 0.36, solved=_solved(month))
    return Truth(0.33, 0.42, solved=_solved(month))


def answers_of(occasion: str, month: Month, rng: Random) -> int:
    """Return how many customers answer after an occasion in a month."""
    expected = _ANSWERS_A_MONTH[occasion] * _SEASON[month.number - 1]
    return round(expected * (0.94 + 0.12 * rng.random()))


def region(rng: Random) -> str:
    """Return a customer's region; online sells so few kitchens that its answers are often too few to show."""
    return _drawn(_REGIONS, rng)


def recommendation(feeling: Truth, region_name: str, rng: Random) -> int:
    """Return an answer from 0 to 10."""
    shift = _REGION_SHIFT[region_name]
    group = _drawn((("+", feeling.promoters + shift), ("−", feeling.detractors - shift), ("0", 1.0)), rng)
    within = {
        "+": ((10, 0.6), (9, 1.0)),
        "0": ((8, 0.65), (7, 1.0)),
        "−": ((6, 0.28), (5, 0.28), (4, 0.12), (3, 0.11), (2, 0.08), (1, 0.05), (0, 1.0)),
    }
    return _drawn(within[group], rng)


def satisfaction(satisfied: float, rng: Random) -> int:
    """Return an answer from 1 to 5."""
    if rng.random() < satisfied:
        return 5 if rng.random() < 0.46 else 4  # noqa: PLR2004 – part of what is made up
    return _drawn(((3, 0.55), (2, 0.28), (1, 1.0)), rng)


def _complete(month: Month) -> float:
    since = len(NEW_RANGE.until(month)) - 1
    return 0.72 if since < 0 else _AFTER_NEW_RANGE[min(since, len(_AFTER_NEW_RANGE) - 1)]


def _solved(month: Month) -> float:
    since = len(CALLBACK_SERVICE.until(month)) - 1
    return 0.65 if since < 0 else _AFTER_CALLBACK_SERVICE[min(since, len(_AFTER_CALLBACK_SERVICE) - 1)]


def _drawn(choices: Sequence[tuple[T, float]], rng: Random) -> T:
    """Return one of the choices by its share; the last takes what is left."""
    left = rng.random()
    for choice, share in choices[:-1]:
        if left < share:
            return choice
        left -= share
    return choices[-1][0]
