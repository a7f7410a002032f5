"""The same customers asked twice: the change of each counts, not the two months as if they were strangers."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal

from chefetage.stats.difference import ALPHA, Difference, normal_difference

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
        Points; the standard error is that of the individual changes, with n in the denominator of their variance.

    Raises:
        ValueError: There are no customers.
    """
    n = sum(moves.values())
    if n <= 0:
        raise ValueError("without customers there is no change")
    total = sum(count * (now - before) for (before, now), count in moves.items())
    squares = sum(count * (now - before) ** 2 for (before, now), count in moves.items())
    error = math.sqrt((n * squares - total * total) / n) / n
    return normal_difference(100 * total / n, 100 * error, alpha)
