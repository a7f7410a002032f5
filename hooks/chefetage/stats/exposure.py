"""Revenue at risk: what is expected to be lost within twelve months, and how much of it beyond a baseline.

An exposure – neither a forecast nor a saving. All revenue of unhappy customers is *not* at risk: most of them stay.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chefetage.stats.difference import ALPHA
from chefetage.stats.euros import Euros, churn_of, euros

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chefetage.model.counts import ShareCounts


@dataclass(frozen=True, slots=True)
class Exposed:
    """A group of customers: how many there are, and how many of those observed were lost."""

    customers: int
    lost: ShareCounts
    """Customers lost within twelve months (`k`) of those observed (`n`, at least 1)."""


@dataclass(frozen=True, slots=True)
class RevenueAtRisk:
    """Euros over the next twelve months."""

    base: float
    """The revenue of all customers."""

    expected: Euros
    """What is lost if every group loses as many as it did."""

    excess: Euros
    """The part of that which would not be lost if all groups left as seldom as the baseline."""


def revenue_at_risk(
    groups: Sequence[Exposed], baseline: Exposed, revenue: float, alpha: float = ALPHA
) -> RevenueAtRisk:
    """Return expected and excess loss: Σ revenue · churn, and Σ revenue · (churn − churn of the baseline).

    Args:
        groups: All customers, by group.
        baseline: The group against which excess is measured, one of `groups`, mostly the promoters.
        revenue: Euros per customer and year.
        alpha: The ranges are at 1 − alpha; they hold the sampling error of every group's churn.

    Raises:
        ValueError: The baseline is not among the groups, or a group's churn is not a share.
    """
    if baseline not in groups:
        raise ValueError("the baseline is not one of the groups")
    everybody = sum(group.customers for group in groups)
    floor, _ = churn_of(baseline.lost)
    expected = excess = spread = excess_spread = 0.0
    for group in groups:
        churn, variance = churn_of(group.lost)
        expected += group.customers * churn
        excess += group.customers * (churn - floor)
        spread += group.customers**2 * variance
        # The baseline's own churn is taken off everybody else: it counts once, with all of their weight.
        weight = group.customers - everybody if group == baseline else group.customers
        excess_spread += weight**2 * variance
    return RevenueAtRisk(
        revenue * everybody,
        euros(revenue * expected, revenue * math.sqrt(spread), alpha),
        euros(revenue * excess, revenue * math.sqrt(excess_spread), alpha),
    )
