"""How long cases take: median and 90th percentile, never the mean; open cases count as at least so long.

Sources: R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996), for
the quantile types; E. L. Kaplan and P. Meier, JASA 53 (1958); R. Brookmeyer and J. Crowley, Biometrics 38 (1982), for
the interval with open cases; without any, order statistics with exact binomial chances.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate
from typing import TYPE_CHECKING

from chefetage.model.estimate import Estimate
from chefetage.model.metric import QuantileRule, Statistic
from chefetage.stats.difference import ALPHA, Difference, critical_value, two_sided_p

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chefetage.model.counts import TimeCounts

KAPLAN_MEIER = "kaplan-meier"
_PARTS = {Statistic.MEDIAN: Fraction(1, 2), Statistic.P90: Fraction(9, 10)}


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the survival curve."""

    time: int
    survival: Fraction
    """The share of cases that take longer, exactly."""

    error: float
    """Standard error of its complementary log-log, after Greenwood; NaN at the curve's ends."""


def method_of(counts: TimeCounts, rule: QuantileRule) -> str:
    """Return the name of the rule that is used."""
    return KAPLAN_MEIER if counts.still_open else rule.value


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
        times = [time for time, count in counts.closed for _ in range(count)]
        low, high = _order_interval(times, part, alpha)
        return Estimate(float(quantile(times, part, rule)), low, high, counts.n, rule.value)
    curve = survival(counts)
    value = next((step.time for step in curve if step.survival <= 1 - part), None)
    if value is None:
        return None
    low, high = _curve_interval(curve, part, alpha, _longest(counts))
    return Estimate(float(value), min(low, value), max(high, value), counts.n, KAPLAN_MEIER)


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


def survival(counts: TimeCounts) -> tuple[Step, ...]:
    """Return the product-limit curve: the share of cases that take longer than each time, in whole numbers."""
    closed, still_open = dict(counts.closed), dict(counts.still_open)
    at_risk, left, spread = counts.n, Fraction(1), 0.0
    steps = []
    for time in sorted(closed.keys() | still_open.keys()):
        events = closed.get(time, 0)
        if events:
            left *= Fraction(at_risk - events, at_risk)
            spread += events / (at_risk * (at_risk - events)) if at_risk > events else math.inf
            inside = 0 < left < 1
            steps.append(Step(time, left, math.sqrt(spread) / -math.log(left) if inside else math.nan))
        at_risk -= events + still_open.get(time, 0)
    return tuple(steps)


def compare_times(
    before: TimeCounts,
    now: TimeCounts,
    statistic: Statistic = Statistic.MEDIAN,
    rule: QuantileRule = QuantileRule.TYPE_7,
    alpha: float = ALPHA,
) -> Difference | None:
    """Compare a quantile in two periods of different cases; `None` where one of them is not reached.

    The interval is put together from those of the two quantiles (square and add, Zou and Donner 2008); the p-value is
    the one that belongs to its half width, as if it were normal.
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


def _order_interval(times: Sequence[int], part: Fraction, alpha: float) -> tuple[float, float]:
    """Return the order statistics that enclose a quantile with a chance of at least 1 − alpha, where there are such."""
    low, high = order_statistics(len(times), part, alpha)
    return float(times[low]), float(times[high])


def order_statistics(n: int, part: Fraction, alpha: float = ALPHA) -> tuple[int, int]:
    """Return the places, from 0, of the order statistics of an interval: at most alpha/2 of the chance on each side.

    With so few cases that no pair is far enough apart, they are the first and the last.
    """
    p = float(part)
    logs = [math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1) for k in range(n + 1)]
    chances = [math.exp(log + k * math.log(p) + (n - k) * math.log1p(-p)) for k, log in enumerate(logs)]
    below = sum(gathered <= alpha / 2 for gathered in accumulate(chances))
    above = sum(gathered <= alpha / 2 for gathered in accumulate(reversed(chances)))
    return max(below - 1, 0), min(n - above, n - 1)


def _curve_interval(curve: Sequence[Step], part: Fraction, alpha: float, longest: int) -> tuple[float, float]:
    """Return the times at which the curve cannot be told from the quantile's level (Brookmeyer and Crowley)."""
    z = critical_value(alpha)
    level = math.log(-math.log(1 - float(part)))
    inside = [
        step.time
        for step in curve
        if not math.isnan(step.error) and abs(math.log(-math.log(step.survival)) - level) <= z * step.error
    ]
    later = [step.time for step in curve if inside and step.time > inside[-1]]
    if not inside:
        return -math.inf, math.inf
    return float(inside[0]), float(later[0] if later else longest)


def _longest(counts: TimeCounts) -> int:
    return max(time for time, _ in (*counts.closed, *counts.still_open))
