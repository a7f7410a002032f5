"""The Net Promoter Score: one period, and two periods of different customers.

Arithmetic is in units from −1 to +1; estimates and differences are in points, 100 to the unit.

Sources: B. Rocks, "Interval Estimation for the 'Net Promoter Score'", The American Statistician (2016); for the test of
two periods J. Lewis and J. Sauro, https://measuringu.com/nps-significance-test/.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from chefetage.model.estimate import Estimate
from chefetage.stats.difference import ALPHA, Difference, critical_value, normal_difference

if TYPE_CHECKING:
    from chefetage.model.counts import NpsCounts

METHOD = "adjusted-wald"

# Rocks (2016): three more answers, spread over promoters, passives and detractors as 1 : 2 : 1.
_ADDED = 3.0
_ADDED_EACH_END = 0.75


def score(counts: NpsCounts) -> float:
    """Return promoters minus detractors over all answers, from −1 to +1. Raises `ValueError` without answers."""
    return _moments(counts.promoters, counts.detractors, counts.n)[0]


def variance(counts: NpsCounts) -> float:
    """Return the variance of one answer coded +1, 0 or −1: p + d − (p − d)², from 0 to 1.

    Promoters and detractors come from the same answers, so their shares are not independent; the formula is that of the
    multinomial distribution. Raises `ValueError` without answers.
    """
    return _moments(counts.promoters, counts.detractors, counts.n)[1]


def standard_error(counts: NpsCounts) -> float:
    """Return the standard error of the score, in units. Raises `ValueError` without answers."""
    return math.sqrt(variance(counts) / counts.n)


def adjusted(counts: NpsCounts) -> tuple[float, float]:
    """Return score and standard error, in units, after Rocks' three added answers; works without answers too."""
    n = counts.n + _ADDED
    centre, spread = _moments(counts.promoters + _ADDED_EACH_END, counts.detractors + _ADDED_EACH_END, n)
    return centre, math.sqrt(spread / n)


def estimate_nps(counts: NpsCounts, alpha: float = ALPHA) -> Estimate:
    """Estimate the score with the adjusted Wald interval (Rocks 2016).

    The value is the score as counted; the interval stands around the adjusted score, so it is not symmetric. It keeps
    its promise where the textbook interval fails: ten promoters out of ten give 47.5 to 100, not 100 to 100.

    Args:
        counts: At least one answer.
        alpha: The interval is at 1 − alpha.

    Returns:
        Points, from −100 to +100; the interval is clipped to that range.

    Raises:
        ValueError: Nobody answered.
    """
    _require_answers(counts.n)
    centre, error = adjusted(counts)
    margin = critical_value(alpha) * error
    value = 100 * (counts.promoters - counts.detractors) / counts.n
    low, high = 100 * max(centre - margin, -1.0), 100 * min(centre + margin, 1.0)
    # One answer, or two at a lower level, move less than the added ones: then the value would lie outside.
    return Estimate(value, min(low, value), max(high, value), counts.n, METHOD)


def compare_nps(before: NpsCounts, now: NpsCounts, alpha: float = ALPHA) -> Difference:
    """Compare two periods of different customers.

    The value is the difference of the scores as counted – what a reader gets by subtracting. The interval, z and p come
    from the adjusted scores (Lewis and Sauro), whose difference is a little nearer to 0; so the value is not quite
    in the middle of the interval.

    Args:
        before: The earlier period, with at least one answer.
        now: The later period, with at least one answer.
        alpha: The interval is at 1 − alpha.

    Returns:
        Points, from −200 to +200; the interval is clipped to that range.

    Raises:
        ValueError: Nobody answered in one of the periods.
    """
    _require_answers(min(before.n, now.n))
    (centre_before, error_before), (centre_now, error_now) = adjusted(before), adjusted(now)
    tested = normal_difference(centre_now - centre_before, math.hypot(error_before, error_now), alpha)
    net_before, net_now = before.promoters - before.detractors, now.promoters - now.detractors
    # One division of whole numbers, so that a tie such as 7.5 stays a tie when it is rounded.
    value = 100 * (net_now * before.n - net_before * now.n) / (before.n * now.n)
    return Difference(value, 100 * max(tested.low, -2.0), 100 * min(tested.high, 2.0), tested.p, tested.z)


def _moments(promoters: float, detractors: float, n: float) -> tuple[float, float]:
    """Return mean and variance of answers coded +1, 0 and −1; the counts may be broken numbers."""
    _require_answers(n)
    net = promoters - detractors
    return net / n, (n * (promoters + detractors) - net * net) / (n * n)


def _require_answers(n: float) -> None:
    if n <= 0:
        raise ValueError("without answers there is no score")
