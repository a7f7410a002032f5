"""What all comparisons share: a difference with its interval, and the control of false alarms."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from statistics import NormalDist

ALPHA = 0.05
"""The level of every interval and comparison before false alarms are controlled: 95 %."""

_NORMAL = NormalDist()


@dataclass(frozen=True, slots=True)
class Difference:
    """Two periods, or two answers of the same customers, compared."""

    value: float
    """Now minus before, in points or percentage points, unrounded."""
    low: float
    high: float
    p: float
    """Two-sided: how often chance alone brings a difference at least this large."""
    z: float | None
    """The difference in standard errors, as tested; `None` where the p-value comes from an exact test."""

    @property
    def excludes_zero(self) -> bool:
        """Whether the interval leaves no room for "no change"."""
        return self.low > 0 or self.high < 0


@lru_cache(maxsize=256)
def critical_value(alpha: float) -> float:
    """Return z of a two-sided interval: 1.96 for `alpha` 0.05. Raises `ValueError` unless 0 < alpha < 1."""
    return -_NORMAL.inv_cdf(alpha / 2)


def two_sided_p(z: float) -> float:
    """Return the chance of a standard normal value at least as far from 0 as `z`, exact far into the tails."""
    return math.erfc(abs(z) / math.sqrt(2))


def family_alpha(comparisons: int, alpha: float = ALPHA) -> float:
    """Return the level for each of several comparisons shown together (Bonferroni: alpha / m).

    At 5 % each, twenty comparisons without any true change show at least one arrow with a chance of 64 %.

    Args:
        comparisons: How many are shown together; fewer than one counts as one.
        alpha: The chance of a false alarm over all of them.
    """
    return alpha / max(comparisons, 1)


def sidak_alpha(comparisons: int, alpha: float = ALPHA) -> float:
    """Return the level for each of several independent comparisons by Šidák, 1 − (1 − alpha)^(1/m).

    A hair more generous than `family_alpha`, which is used because it holds for dependent comparisons too.
    """
    return -math.expm1(math.log1p(-alpha) / max(comparisons, 1))


def chance_of_a_false_alarm(comparisons: int, alpha: float = ALPHA) -> float:
    """Return the chance that at least one of several independent comparisons without any true change shows one."""
    return -math.expm1(comparisons * math.log1p(-alpha))


def normal_difference(value: float, standard_error: float, alpha: float = ALPHA) -> Difference:
    """Test a difference that is normally distributed with a known standard error.

    Args:
        value: The difference, in any unit.
        standard_error: In the same unit, not negative; 0 means that nothing was left to chance.
        alpha: The interval is at 1 − alpha.

    Returns:
        The difference with `value ± z·SE`, in the unit given.
    """
    certain = math.copysign(math.inf, value) if value else 0.0
    z = value / standard_error if standard_error else certain
    margin = critical_value(alpha) * standard_error
    return Difference(value, value - margin, value + margin, two_sided_p(z), z)
