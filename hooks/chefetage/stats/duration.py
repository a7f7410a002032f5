"""How long cases take: median and 90th percentile, never the mean; open cases count as at least so long.

Sources: R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996), for
the quantile types; without open cases, the interval by order statistics with exact binomial chances. For open cases see
`chefetage.stats.survival`.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from fractions import Fraction
from typing import TYPE_CHECKING

from chefetage.model.estimate import Estimate
from chefetage.model.metric import QuantileRule, Statistic
from chefetage.stats.difference import ALPHA, Difference, critical_value, two_sided_p
from chefetage.stats.sorted_cases import SortedCases
from chefetage.stats.special import binomial_below
from chefetage.stats.survival import KAPLAN_MEIER, survival, survival_quantile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chefetage.model.counts import TimeCounts

_PARTS = {Statistic.MEDIAN: Fraction(1, 2), Statistic.P90: Fraction(9, 10)}


def estimate_time(
    counts: TimeCounts,
    statistic: Statistic = Statistic.MEDIAN,
    rule: QuantileRule = QuantileRule.TYPE_7,
    alpha: float = ALPHA,
) -> Estimate | None:
    """Estimate the time in which half, or nine tenths, of the cases are closed.

    Args:
        counts: Closed and open cases.
        statistic: `MEDIAN` or `P90`.
        rule: How the quantile is read off where no case is open; else it is the first time at which at most half, or a
            tenth, is left open by Kaplan and Meier.
        alpha: The interval is at 1 − alpha at least; its ends are times that occurred.

    Returns:
        In whole or broken units; an end that the cases do not reach is the longest time known. `None` where so many
        cases are open that the quantile itself is not reached.

    Raises:
        ValueError: There is no case.
    """
    if counts.n == 0:
        raise ValueError("without cases there is no time")
    part = _PARTS[statistic]
    if not counts.still_open:
        times = SortedCases(counts.closed)
        low, high = order_statistics(len(times), part, alpha)
        value = float(quantile(times, part, rule))
        return Estimate(value, float(times[low]), float(times[high]), counts.n, rule.value)
    found = survival_quantile(survival(counts), part, alpha)
    if found is None:
        return None
    value, low_time, high_time = found
    longest = max(time for time, _ in (*counts.closed, *counts.still_open))
    return Estimate(value, low_time, longest if high_time is None else high_time, counts.n, KAPLAN_MEIER)


def quantile(times: Sequence[int], part: Fraction, rule: QuantileRule = QuantileRule.TYPE_7) -> Fraction:
    """Return a quantile of sorted times by one of Hyndman and Fan's types, exactly. `times` is not empty."""
    n = len(times)
    if rule is QuantileRule.INVERTED_CDF:
        return Fraction(times[max(math.ceil(part * n), 1) - 1])
    place = part * (n - 1) if rule is QuantileRule.TYPE_7 else part * (n + 1) - 1
    place = min(max(place, Fraction(0)), Fraction(n - 1))
    below = math.floor(place)
    above = min(below + 1, n - 1)
    return times[below] + (place - below) * (times[above] - times[below])


def order_statistics(n: int, part: Fraction, alpha: float = ALPHA) -> tuple[int, int]:
    """Return the places, from 0, of the order statistics that enclose a quantile with a chance of at least 1 − alpha.

    At most alpha/2 of the chance is left on each side. With so few cases that no pair is far enough apart, they are the
    first and the last, and the chance is smaller.
    """
    p = float(part)
    # How many numbers of cases below the quantile are together too unlikely, counted from either end.
    below = bisect_right(range(n), alpha / 2, key=lambda k: binomial_below(k, n, p))
    above = bisect_right(range(n), alpha / 2, key=lambda k: binomial_below(k, n, 1 - p))
    return max(below - 1, 0), min(n - above, n - 1)


def coverage_of(n: int, places: tuple[int, int], part: Fraction) -> float:
    """Return the chance, from 0 to 1, that two order statistics enclose a quantile of a time that never repeats."""
    low, high = places
    return binomial_below(high, n, float(part)) - binomial_below(low, n, float(part))


def compare_times(
    before: TimeCounts,
    now: TimeCounts,
    statistic: Statistic = Statistic.MEDIAN,
    rule: QuantileRule = QuantileRule.TYPE_7,
    alpha: float = ALPHA,
) -> Difference | None:
    """Compare a quantile in two periods of different cases; `None` where one of them is not reached.

    The interval is put together from those of the two quantiles (square and add: G. Y. Zou and A. Donner, Statistics in
    Medicine 27, 2008); the p-value is the one that belongs to its half width, as if it were normal.

    Raises:
        ValueError: There is no case in one of the periods.
    """
    one, two = estimate_time(before, statistic, rule, alpha), estimate_time(now, statistic, rule, alpha)
    if one is None or two is None:
        return None
    value = two.value - one.value
    below = math.hypot(two.value - two.low, one.high - one.value)
    above = math.hypot(two.high - two.value, one.value - one.low)
    margin = below if value > 0 else above
    z = critical_value(alpha) * value / margin if margin else math.copysign(math.inf, value) if value else 0.0
    return Difference(value, value - below, value + above, two_sided_p(z), z)
