"""How many answers are enough for a Net Promoter Score; normal approximation, equally many answers in both periods."""

from __future__ import annotations

import math
from statistics import NormalDist

from chefetage.stats.difference import ALPHA, critical_value

TYPICAL_VARIANCE = 0.70
"""Of one answer coded +1, 0 or −1, as many surveys find it; the worst case (half promoters, half detractors) is 1."""

_NORMAL = NormalDist()


def margin_of_error(n: int, variance: float = TYPICAL_VARIANCE, alpha: float = ALPHA) -> float:
    """Return half the width of the interval in points: about 8 for 400 answers. `n` is at least 1."""
    return 100 * critical_value(alpha) * math.sqrt(variance / n)


def answers_for_margin(points: float, variance: float = TYPICAL_VARIANCE, alpha: float = ALPHA) -> int:
    """Return how many answers bring the margin of error down to `points` (above 0)."""
    return math.ceil(variance * (100 * critical_value(alpha) / points) ** 2)


def answers_to_detect(
    points: float, variance: float = TYPICAL_VARIANCE, alpha: float = ALPHA, power: float = 0.80
) -> int:
    """Return how many answers each of two periods needs to find a true change.

    Args:
        points: The true change, above 0.
        variance: Of one answer.
        alpha: The level of the test.
        power: The chance to find the change, between 0 and 1.
    """
    reach = critical_value(alpha) + _NORMAL.inv_cdf(power)
    return math.ceil(2 * variance * (100 * reach / points) ** 2)


def power_to_detect(points: float, n: int, variance: float = TYPICAL_VARIANCE, alpha: float = ALPHA) -> float:
    """Return the chance, from 0 to 1, that two periods of n answers each show a true change of `points`."""
    distance = points / 100 / math.sqrt(2 * variance / n)
    critical = critical_value(alpha)
    return _NORMAL.cdf(distance - critical) + _NORMAL.cdf(-distance - critical)
