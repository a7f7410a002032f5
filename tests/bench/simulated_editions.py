"""A year of editions by trying: how many of the changes reported are true, and how many of the true ones are reported.

Four core metrics, two scores and two shares, each with 400 answers a month. A lasting change, if there is one, comes
with the first month of the year; the two years before are alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from chefetage.model.counts import NpsCounts, ShareCounts
from chefetage.model.metric import Unit
from chefetage.stats.counts import compare, estimate, pooled
from chefetage.stats.difference import ALPHA, family_alpha
from chefetage.stats.rounding import decimals_of, round_half_away

if TYPE_CHECKING:
    from collections.abc import Callable

    from chefetage.model.counts import Answers

SEED = 20261101
YEARS = 1_000
METRICS = 4
ANSWERS = 400
MONTHS = 12


@dataclass(frozen=True)
class Outcome:
    """What one way of comparing reported, over all years."""

    reports: float
    """Changes reported in a year."""

    declines: float
    """Declines among them."""

    quiet_years: float
    """Years without any report, from 0 to 1."""

    rises: tuple[float, ...]
    """How often a rise is reported in the first, second … twelfth edition, from 0 to 1."""


Months = list["Answers"]


def ours(months: Months, now: int) -> int:
    """Twelve months with the twelve before, at 5 % over the core metrics; 1 is a rise, −1 a decline, 0 neither."""
    before, later = pooled(months[now - 23 : now - 11]), pooled(months[now - 11 : now + 1])
    found = compare(before, later, alpha=family_alpha(METRICS))
    assert found is not None
    return _verdict(found.low, found.high)


def tested_month(months: Months, now: int) -> int:
    """The month with the one before, each at 5 %."""
    found = compare(months[now - 1], months[now], alpha=ALPHA)
    assert found is not None
    return _verdict(found.low, found.high)


def any_difference(months: Months, now: int) -> int:
    """An arrow wherever the number shown differs from last month's."""
    before, later = (_shown(months[month]) for month in (now - 1, now))
    return int(later > before) - int(later < before)


WAYS: tuple[Callable[[Months, int], int], ...] = (ours, tested_month, any_difference)


def year_of_editions(shift: float, years: int = YEARS) -> tuple[Outcome, ...]:
    """Simulate years of editions.

    Args:
        shift: By how many points, or percentage points, all metrics rise with the year's first month, to stay.
        years: How many years.

    Returns:
        One outcome for each of the `WAYS`.
    """
    chance = np.random.default_rng([SEED, round(10 * shift)])
    verdicts = np.zeros((len(WAYS), years, METRICS, MONTHS), dtype=np.int8)
    for year in range(years):
        for metric in range(METRICS):
            draw = _score if metric % 2 else _share
            months: Months = [draw(chance, shift if month >= 2 * MONTHS else 0.0) for month in range(3 * MONTHS)]
            for way, look in enumerate(WAYS):
                verdicts[way, year, metric] = [look(months, 2 * MONTHS + edition) for edition in range(MONTHS)]
    return tuple(_outcome(found) for found in verdicts)


def _outcome(verdicts: np.ndarray[tuple[int, int, int], np.dtype[np.int8]]) -> Outcome:
    years = len(verdicts)
    reported = verdicts != 0
    return Outcome(
        reports=float(reported.sum()) / years,
        declines=float((verdicts < 0).sum()) / years,
        quiet_years=float((~reported.any(axis=(1, 2))).mean()),
        rises=tuple((verdicts > 0).mean(axis=(0, 1)).tolist()),
    )


def _verdict(low: float, high: float) -> int:
    return int(low > 0) - int(high < 0)


def _score(chance: np.random.Generator, shift: float) -> NpsCounts:
    """Draw a month of scores around 25; a shift moves detractors to promoters."""
    moved = shift / 200
    return NpsCounts(*map(int, chance.multinomial(ANSWERS, (0.45 + moved, 0.35, 0.20 - moved))))


def _share(chance: np.random.Generator, shift: float) -> ShareCounts:
    """Draw a month of shares around 80 %."""
    return ShareCounts(int(chance.binomial(ANSWERS, 0.80 + shift / 100)), ANSWERS)


def _shown(counts: Answers) -> float:
    found = estimate(counts)
    assert found is not None
    return float(round_half_away(found.value, decimals_of(found, Unit.PERCENT)))
