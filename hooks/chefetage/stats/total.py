"""What was counted in full: a number of things, an amount of money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.estimate import COUNTED, Estimate

if TYPE_CHECKING:
    from chefetage.model.counts import Total


def estimate_total(counts: Total) -> Estimate:
    """Return the amount; no interval, for nothing was left to chance in counting it."""
    amount = float(counts.amount)
    return Estimate(amount, amount, amount, counts.n, COUNTED)
