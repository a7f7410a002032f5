"""Shares: satisfied customers, solved cases, lost customers – `k` of `n`, one period and two.

Estimates are in percent, differences in percentage points.

Sources: E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", JASA 22 (1927);
R. G. Newcombe, "Interval Estimation for the Difference between Independent Proportions", Statistics in Medicine 17
(1998), method 10.
"""

from __future__ import annotations

import math

from chefetage.model.counts import ShareCounts
from chefetage.model.estimate import Estimate
from chefetage.stats.difference import ALPHA, Difference, critical_value, two_sided_p
from chefetage.stats.fisher import fisher_exact

METHOD = "wilson"

_SMALLEST_EXPECTED_CELL = 5


def estimate_share(counts: ShareCounts, alpha: float = ALPHA) -> Estimate:
    """Estimate a share with Wilson's interval.

    Args:
        counts: 0 ≤ k ≤ n, n at least 1.
        alpha: The interval is at 1 − alpha.

    Returns:
        Percent, from 0 to 100. With k = 0 the lower end is exactly 0, with k = n the upper exactly 100.

    Raises:
        ValueError: Nobody answered, or k is not between 0 and n.
    """
    low, high = wilson(counts, alpha)
    return Estimate(100 * counts.k / counts.n, 100 * low, 100 * high, counts.n, METHOD)


def wilson(counts: ShareCounts, alpha: float = ALPHA) -> tuple[float, float]:
    """Return the ends of Wilson's interval, from 0 to 1. Raises `ValueError` like `estimate_share`."""
    _require_share(counts)
    z = critical_value(alpha)
    return _wilson_low(counts.k, counts.n, z), 1 - _wilson_low(counts.n - counts.k, counts.n, z)


def compare_shares(before: ShareCounts, now: ShareCounts, alpha: float = ALPHA) -> Difference:
    """Compare two periods of different customers.

    The interval is Newcombe's (the distances to the Wilson ends, squared and added) and decides whether a change is
    proven. The p-value is that of the pooled two-proportion z-test or, where a cell of the table is expected to hold
    fewer than five answers, of Fisher's exact test; close to the limit the two can differ.

    Args:
        before: The earlier period.
        now: The later period.
        alpha: The interval is at 1 − alpha.

    Returns:
        Percentage points, from −100 to +100; `z` is `None` where Fisher's test was used.

    Raises:
        ValueError: Nobody answered in one of the periods, or k is not between 0 and n.
    """
    (low_before, high_before), (low_now, high_now) = wilson(before, alpha), wilson(now, alpha)
    share_before, share_now = before.k / before.n, now.k / now.n
    # One division of whole numbers, so that a tie such as 7.5 stays a tie when it is rounded.
    value = 100 * (now.k * before.n - before.k * now.n) / (before.n * now.n)
    low = value - 100 * math.hypot(share_now - low_now, high_before - share_before)
    high = value + 100 * math.hypot(high_now - share_now, share_before - low_before)
    z = None if _is_sparse(before, now) else pooled_z(before, now)
    p = fisher_exact(_whole(before), _whole(now)) if z is None else two_sided_p(z)
    return Difference(value, max(low, -100.0), min(high, 100.0), p, z)


def pooled_z(before: ShareCounts, now: ShareCounts) -> float:
    """Return z of the two-proportion test with the pooled share in the standard error.

    Raises:
        ZeroDivisionError: All answers of both periods are the same, or a period has none.
    """
    both = before + now
    distance = now.k * before.n - before.k * now.n
    return distance / math.sqrt(both.k * (both.n - both.k) * before.n * now.n / both.n)


def relative_change(before: ShareCounts, now: ShareCounts) -> float:
    """Return the change in percent of the earlier share: from 82.5 % to 76 % is −7.9, not −6.5.

    Raises:
        ValueError: The earlier share is 0, or a period has no answers.
    """
    _require_share(before)
    _require_share(now)
    if before.k == 0:
        raise ValueError("a change in percent of nothing is not a number")
    return 100 * (now.k * before.n - before.k * now.n) / (before.k * now.n)


def annualised(churn: float, periods: int = 12) -> float:
    """Return the share lost in a year if the same share is lost in every period: 1 − (1 − c)^12.

    Args:
        churn: Share lost in one period, from 0 to 1.
        periods: Periods in a year.

    Returns:
        From 0 to 1: 3.5 % a month are 34.8 % a year, not 42 %.

    Raises:
        ValueError: `churn` is not between 0 and 1.
    """
    if not 0 <= churn <= 1:
        raise ValueError(f"not a share: {churn!r}")
    return 1.0 if churn == 1 else -math.expm1(periods * math.log1p(-churn))


def estimate_annual(churn: ShareCounts, periods: int = 12, alpha: float = ALPHA) -> Estimate:
    """Estimate the share lost in a year from the customers lost in one period (`k` of `n`), ends of Wilson's included.

    Supposes that the same share is lost in every period. Percent; raises `ValueError` like `estimate_share`.
    """
    found = estimate_share(churn, alpha)
    value, low, high = (100 * annualised(share / 100, periods) for share in (found.value, found.low, found.high))
    return Estimate(value, low, high, churn.n, METHOD)


def _wilson_low(k: int, n: int, z: float) -> float:
    """Return the smaller root of Wilson's equation.

    From the larger root and the product of both, so that nothing is subtracted: exactly 0 for k = 0, without the dust
    that the textbook formula leaves.
    """
    larger = (2 * k + z * z + z * math.sqrt(z * z + 4 * k * (n - k) / n)) / (2 * (n + z * z))
    return k * k / (n * (n + z * z) * larger)


def _is_sparse(before: ShareCounts, now: ShareCounts) -> bool:
    both = before + now
    smallest = min(before.n, now.n) * min(both.k, both.n - both.k)
    return smallest < _SMALLEST_EXPECTED_CELL * both.n


def _whole(counts: ShareCounts) -> ShareCounts:
    """Return whole numbers: where answers weigh differently, counts are broken, and Fisher's test counts tables."""
    return ShareCounts(round(counts.k), round(counts.n))


def _require_share(counts: ShareCounts) -> None:
    if counts.n <= 0:
        raise ValueError("without answers there is no share")
    if not 0 <= counts.k <= counts.n:
        raise ValueError(f"{counts.k} of {counts.n} is not a share")
