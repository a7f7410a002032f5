"""Amounts of money that are estimates: a value with its range, in euros, unrounded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from chefetage.stats.difference import ALPHA, critical_value

if TYPE_CHECKING:
    from chefetage.model.counts import ShareCounts


@dataclass(frozen=True, slots=True)
class Euros:
    """An amount in euros, with the range that chance leaves."""

    value: float
    low: float
    """May be below 0: then the answers do not even show that there is anything to gain."""

    high: float

    def times(self, factor: float) -> Euros:
        """Return so many times the amount; `factor` is not negative."""
        return Euros(factor * self.value, factor * self.low, factor * self.high)


def euros(value: float, standard_error: float, alpha: float = ALPHA) -> Euros:
    """Return an amount with `value ± z·SE`; both are in euros, and the range is at 1 − alpha."""
    margin = critical_value(alpha) * standard_error
    return Euros(value, value - margin, value + margin)


def churn_of(lost: ShareCounts) -> tuple[float, float]:
    """Return the share of customers lost, from 0 to 1, and the variance that sampling gives it.

    Raises:
        ValueError: There is no customer, or more were lost than there were.
    """
    if lost.n <= 0 or not 0 <= lost.k <= lost.n:
        raise ValueError(f"{lost.k} lost of {lost.n} customers is not a share")
    share = lost.k / lost.n
    return share, share * (1 - share) / lost.n
