"""Fisher's exact test, for shares with too few answers for a normal approximation."""

from __future__ import annotations

from math import comb
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chefetage.model.counts import ShareCounts


def fisher_exact(before: ShareCounts, now: ShareCounts) -> float:
    """Return the two-sided p-value: the chance of all tables that are no likelier than the one observed.

    Whole numbers throughout, so that equally likely tables are recognised as such and no tolerance is needed. The work
    grows with the smallest margin of the table; thousands of answers take milliseconds.

    Args:
        before: `k` of `n` in one period.
        now: `k` of `n` in the other.

    Returns:
        From just above 0 to 1.
    """
    both = before + now
    first = max(0, both.k - now.n)
    last = min(both.k, before.n)
    ways = comb(before.n, first) * comb(now.n, both.k - first)
    weights = [ways]
    for k in range(first, last):
        # C(a, k+1)·C(b, K−k−1) from C(a, k)·C(b, K−k); the division leaves no remainder.
        ways = ways * (before.n - k) * (both.k - k) // ((k + 1) * (now.n - both.k + k + 1))
        weights.append(ways)
    observed = weights[before.k - first]
    return sum(weight for weight in weights if weight <= observed) / sum(weights)
