"""What one point of the recommendation score is worth in customers who stay: the retention model.

A point is not one thing: it comes from detractors who become passives, from passives who become promoters, or from half
as many detractors who become promoters. Each move is worth the difference in churn between the two groups – as far as
the experience causes that difference, which only an experiment could tell. Hence κ, from 0 to 1, always shown as a
range.

The model supposes: churn over twelve months, observed among the site's own customers who answered; the same revenue
from each; no effect on prices, further purchases, referrals or cost to serve; no discounting; a stable market; answers
that stand for all customers. The cost of the improvement is not deducted.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from chefetage.stats.difference import ALPHA
from chefetage.stats.euros import Euros, churn_of, euros

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chefetage.model.counts import ShareCounts

KAPPAS = (0.25, 0.5, 1.0)
"""The values of κ that are always shown side by side."""


class Move(StrEnum):
    """A way to gain one point."""

    DETRACTOR_TO_PASSIVE = "detractor-to-passive"
    PASSIVE_TO_PROMOTER = "passive-to-promoter"
    DETRACTOR_TO_PROMOTER = "detractor-to-promoter"


MOVED = {Move.DETRACTOR_TO_PASSIVE: 0.01, Move.PASSIVE_TO_PROMOTER: 0.01, Move.DETRACTOR_TO_PROMOTER: 0.005}
"""The share of all customers that must make the move for one point more."""


@dataclass(frozen=True, slots=True)
class RetentionModel:
    """What the model needs to know. Raises `ValueError` for what cannot be."""

    customers: int
    revenue: float
    """Euros per customer and year."""

    promoters: ShareCounts
    """Customers lost within twelve months (`k`) of those who answered as promoters (`n`, at least 1)."""

    passives: ShareCounts
    detractors: ShareCounts
    margin: float = 1.0
    """Contribution margin: the part of revenue, from 0 to 1, that is left after its own costs."""

    def __post_init__(self) -> None:
        if self.customers < 0 or self.revenue < 0:
            raise ValueError("customers and revenue cannot be negative")
        if not 0 <= self.margin <= 1:
            raise ValueError(f"a contribution margin is from 0 to 1, not {self.margin!r}")
        for lost in (self.promoters, self.passives, self.detractors):
            churn_of(lost)

    @property
    def base(self) -> float:
        """Euros a year that customers leave with the company if all stay, margin not applied."""
        return self.customers * self.revenue


def worth_of_a_point(model: RetentionModel, move: Move, kappa: float = 1.0, alpha: float = ALPHA) -> Euros:
    """Return what one point more is worth if it comes from one kind of move.

    Args:
        model: Customers, revenue, churn by group and margin.
        move: Who changes their mind.
        kappa: The part of the difference in churn that the experience causes, from 0 to 1. The result is
            proportional to it, so a page can offer any κ by multiplication.
        alpha: The range is at 1 − alpha; it holds the sampling error of both groups' churn, and nothing of κ.

    Returns:
        Euros of contribution a year.

    Raises:
        ValueError: `kappa` is not between 0 and 1.
    """
    if not 0 <= kappa <= 1:
        raise ValueError(f"κ is from 0 to 1, not {kappa!r}")
    start, end = _ends(model, move)
    (leaving, variance), (staying, other_variance) = churn_of(start), churn_of(end)
    scale = model.base * model.margin * MOVED[move] * kappa
    return euros(scale * (leaving - staying), scale * math.sqrt(variance + other_variance), alpha)


def range_of_a_point(
    model: RetentionModel, kappas: Sequence[float] = KAPPAS, alpha: float = ALPHA
) -> tuple[float, float]:
    """Return the least and the most that one point may be worth over all moves and every κ given, in euros a year.

    Sampling error is in it, so the least is often below 0: nobody can be sure then that a point is worth anything.

    Raises:
        ValueError: No κ is given, or one is not between 0 and 1.
    """
    worths = [worth_of_a_point(model, move, kappa, alpha) for move in Move for kappa in kappas]
    return min(worth.low for worth in worths), max(worth.high for worth in worths)


def claimed_worth(model: RetentionModel, percent: float) -> float:
    """Return what a rule of thumb such as "one point is 1 % of revenue" would claim, in euros of revenue a year.

    For comparison only: such rules compare companies with each other, not one company before and after.
    """
    return model.base * percent / 100


def _ends(model: RetentionModel, move: Move) -> tuple[ShareCounts, ShareCounts]:
    match move:
        case Move.DETRACTOR_TO_PASSIVE:
            return model.detractors, model.passives
        case Move.PASSIVE_TO_PROMOTER:
            return model.passives, model.promoters
        case Move.DETRACTOR_TO_PROMOTER:
            return model.detractors, model.promoters
