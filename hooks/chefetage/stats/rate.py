"""Rates of events, such as complaints per 1,000 orders, and numbers of events.

Sources: F. Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28 (1936); for two periods the exact
conditional test, J. Przyborowski and H. Wilenski, Biometrika 31 (1940), with the interval of Clopper and Pearson.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from chefetage.model.counts import RateCounts
from chefetage.model.estimate import Estimate
from chefetage.stats.difference import ALPHA, Difference
from chefetage.stats.special import beta_quantile, binomial_p, gamma_quantile

METHOD = "garwood"
PER = 1000
"""Rates are told per so many."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """Two rates compared by division."""

    value: float
    """Now over before; infinite if there were no events before."""

    low: float
    high: float
    p: float


def estimate_rate(counts: RateCounts, alpha: float = ALPHA) -> Estimate:
    """Estimate events per 1,000 of the exposure with the exact interval of a Poisson variable (Garwood).

    Raises:
        ValueError: The exposure is 0.
    """
    _require_exposure(counts)
    scale = PER / counts.exposure
    low = gamma_quantile(alpha / 2, counts.k) if counts.k else 0.0
    high = gamma_quantile(1 - alpha / 2, counts.k + 1)
    return Estimate(scale * counts.k, scale * low, scale * high, counts.exposure, METHOD)


def rate_ratio(before: RateCounts, now: RateCounts, alpha: float = ALPHA) -> Ratio:
    """Compare two rates by their ratio: exact, given the number of events in both periods together.

    Raises:
        ValueError: An exposure is 0.
    """
    _require_exposure(before)
    _require_exposure(now)
    events = before.k + now.k
    odds = before.exposure / now.exposure
    if not events:
        return Ratio(math.nan, 0.0, math.inf, 1.0)
    low = beta_quantile(alpha / 2, now.k, before.k + 1) if now.k else 0.0
    high = beta_quantile(1 - alpha / 2, now.k + 1, before.k) if before.k else 1.0
    return Ratio(
        odds * now.k / before.k if before.k else math.inf,
        odds * low / (1 - low),
        odds * high / (1 - high) if high < 1 else math.inf,
        binomial_p(now.k, events, now.exposure / (before.exposure + now.exposure)),
    )


def compare_rates(before: RateCounts, now: RateCounts, alpha: float = ALPHA) -> Difference:
    """Compare two rates, in events per 1,000.

    The interval is put together from those of the two rates (square and add, Zou and Donner, "Construction of
    confidence limits about effect measures", Statistics in Medicine 27, 2008). A change counts as proven only where the
    exact test of the ratio says so too: where the two disagree, the interval is widened to touch 0.

    Raises:
        ValueError: An exposure is 0.
    """
    one, two, ratio = estimate_rate(before, alpha), estimate_rate(now, alpha), rate_ratio(before, now, alpha)
    # One division of whole numbers, so that a tie stays a tie when it is rounded.
    value = PER * (now.k * before.exposure - before.k * now.exposure) / (before.exposure * now.exposure)
    low = value - math.hypot(two.value - two.low, one.high - one.value)
    high = value + math.hypot(two.high - two.value, one.value - one.low)
    if ratio.low <= 1 <= ratio.high:
        low, high = min(low, 0.0), max(high, 0.0)
    return Difference(value, low, high, ratio.p, None)


def compare_numbers(before: int, now: int, alpha: float = ALPHA) -> Difference:
    """Compare how often something happened in two periods of equal length, as events that come by chance.

    Raises:
        ValueError: A number is negative.
    """
    if min(before, now) < 0:
        raise ValueError("a number of events cannot be negative")
    found = compare_rates(RateCounts(before, PER), RateCounts(now, PER), alpha)
    return Difference(float(now - before), found.low, found.high, found.p, None)


def _require_exposure(counts: RateCounts) -> None:
    if counts.exposure <= 0:
        raise ValueError("without an exposure there is no rate")
