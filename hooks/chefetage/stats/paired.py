"""The same customers asked twice: the change of each counts, not the two months as if they were strangers.

Sources: Q. McNemar, Psychometrika 12 (1947), as an exact test; R. G. Newcombe, "Improved confidence intervals for the
difference between binomial proportions based on paired data", Statistics in Medicine 17 (1998), method 10; Student
(1908).
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal

from chefetage.model.counts import MeanCounts, ShareCounts
from chefetage.stats.difference import ALPHA, Difference, normal_difference
from chefetage.stats.mean import deviation, estimate_mean
from chefetage.stats.share import wilson
from chefetage.stats.special import binomial_p, student_p

if TYPE_CHECKING:
    from collections.abc import Mapping

Stand = Literal[-1, 0, 1]
"""Detractor, passive, promoter."""


def compare_paired(moves: Mapping[tuple[Stand, Stand], int], alpha: float = ALPHA) -> Difference:
    """Test the mean of the individual changes of the Net Promoter Score (paired z-test).

    Args:
        moves: How many customers went from one stand to another: `(before, now)` to their number.
        alpha: The interval is at 1 − alpha.

    Returns:
        Points; the standard error is that of the individual changes, with n in the denominator of their variance. Where
        all customers moved alike there is none, and a sign test decides.

    Raises:
        ValueError: There are no customers.
    """
    n = _customers(moves)
    total = sum(count * (now - before) for (before, now), count in moves.items())
    squares = sum(count * (now - before) ** 2 for (before, now), count in moves.items())
    error = math.sqrt((n * squares - total * total) / n) / n
    if total and not error:
        return _all_alike(100 * total / n, n, alpha)
    return normal_difference(100 * total / n, 100 * error, alpha)


def compare_paired_shares(moves: Mapping[tuple[bool, bool], int], alpha: float = ALPHA) -> Difference:
    """Compare a share among the same customers: only those who changed their answer say anything (McNemar).

    Args:
        moves: Whether a customer's answer counted `(before, now)`, to the number of such customers.
        alpha: The interval is at 1 − alpha.

    Returns:
        Percentage points with Newcombe's interval for pairs, which decides; the p-value is that of the exact test.

    Raises:
        ValueError: There are no customers.
    """
    n = _customers(moves)
    both, lost = moves.get((True, True), 0), moves.get((True, False), 0)
    gained, neither = moves.get((False, True), 0), moves.get((False, False), 0)
    before, now = ShareCounts(both + lost, n), ShareCounts(both + gained, n)
    (low_before, high_before), (low_now, high_now) = wilson(before, alpha), wilson(now, alpha)
    spread = math.sqrt(before.k * (n - before.k)) * math.sqrt(now.k * (n - now.k))
    alike = (both * neither - lost * gained) / spread if spread else 0.0
    value = 100 * (gained - lost) / n
    low = _side(now.k / n - low_now, high_before - before.k / n, alike)
    high = _side(high_now - now.k / n, before.k / n - low_before, alike)
    p = binomial_p(gained, gained + lost, 0.5) if gained + lost else 1.0
    return Difference(value, max(value - 100 * low, -100.0), min(value + 100 * high, 100.0), p, None)


def compare_paired_means(changes: Mapping[int, int], alpha: float = ALPHA) -> Difference:
    """Test the mean of the individual changes of an answer on a scale (paired t-test).

    Args:
        changes: By how much a customer's answer changed, to the number of such customers; at least two in all.
        alpha: The interval is at 1 − alpha.

    Returns:
        In units of the scale; `z` is Student's t, or `None` where all customers moved alike: then a sign test decides.

    Raises:
        ValueError: There are fewer than two customers.
    """
    counts = MeanCounts(tuple(sorted(changes.items())))
    if counts.n < 2:  # noqa: PLR2004 – one change has no spread
        raise ValueError("fewer than two customers show no change")
    found = estimate_mean(counts, alpha)
    error = deviation(counts) / math.sqrt(counts.n)
    if not error and found.value:
        return _all_alike(found.value, counts.n, alpha)
    if not error:
        return Difference(0.0, 0.0, 0.0, 1.0, None)
    t = found.value / error
    return Difference(found.value, found.low, found.high, student_p(t, counts.n - 1), t)


def _all_alike(value: float, n: int, alpha: float) -> Difference:
    """Test a change that all customers share, which has no spread to tell chance by: by its direction alone.

    An exact sign test, with the interval that agrees with it: of n customers who all move one way, at least
    (alpha / 2)^(1/n) of all others do (Clopper and Pearson), and the rest may move as far the other way.
    """
    same = (alpha / 2) ** (1 / n)
    low, high = sorted((value, value * (2 * same - 1)))
    return Difference(value, low, high, binomial_p(n, n, 0.5), None)


def _side(one: float, other: float, alike: float) -> float:
    """Return the distance to one end: both distances squared and added, less what they have in common."""
    return math.sqrt(max(one * one - 2 * alike * one * other + other * other, 0.0))


def _customers(moves: Mapping[tuple[Stand, Stand], int] | Mapping[tuple[bool, bool], int]) -> int:
    n = sum(moves.values())
    if n <= 0:
        raise ValueError("without customers there is no change")
    return n
