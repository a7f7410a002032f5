"""Groups of customers with known shares in the population: Σ W·value, with variance Σ W²·var/n.

Neither the value of all answers together, which follows who happened to answer, nor the mean of the groups' values is
right where some groups answer more readily than others. Source: W. G. Cochran, "Sampling Techniques", chapter 5.
"""

from __future__ import annotations

import math
from functools import reduce
from operator import add
from typing import TYPE_CHECKING

from chefetage.model.counts import MeanCounts, NpsCounts, ShareCounts, Strata
from chefetage.model.estimate import Estimate
from chefetage.stats.difference import ALPHA, Difference, critical_value, normal_difference
from chefetage.stats.mean import deviation, mean
from chefetage.stats.nps import adjusted, score, variance
from chefetage.stats.weighting import effective_n

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chefetage.model.counts import Answers

METHOD = "stratified"


def stratified(strata: Strata) -> tuple[float, float]:
    """Return value and standard error, in the metric's unit.

    Raises:
        ValueError: There is no group, or one of them has no answers.
    """
    whole = math.fsum(weight for weight, _ in strata.parts)
    if whole <= 0:
        raise ValueError("without groups there are no weights")
    value = spread = 0.0
    for weight, counts in strata.parts:
        if counts.n == 0:
            raise ValueError("a group without answers has no value")
        share = weight / whole
        own, own_variance = _moments(counts)
        value += share * own
        spread += share * share * own_variance / counts.n
    return value, math.sqrt(spread)


def estimate_strata(strata: Strata, alpha: float = ALPHA) -> Estimate:
    """Estimate the value for all customers with `value ± z·SE`, clipped to the range of the metric.

    Raises:
        ValueError: There is no group, or one of them has no answers.
    """
    value, error = stratified(strata)
    margin = critical_value(alpha) * error
    lowest, highest = _range(strata.parts[0][1])
    return Estimate(value, max(value - margin, lowest), min(value + margin, highest), strata.n, METHOD)


def compare_strata(before: Strata, now: Strata, alpha: float = ALPHA) -> Difference:
    """Compare two periods of different customers; each has its own weights.

    Raises:
        ValueError: There is no group, or one of them has no answers.
    """
    (value_before, error_before), (value_now, error_now) = stratified(before), stratified(now)
    return normal_difference(value_now - value_before, math.hypot(error_before, error_now), alpha)


def pooled_strata(parts: Sequence[Strata]) -> Strata:
    """Add up answers group by group.

    Raises:
        ValueError: The groups or their weights are not the same in all of them.
    """
    weights = [weight for weight, _ in parts[0].parts]
    if any([weight for weight, _ in part.parts] != weights for part in parts):
        raise ValueError("groups with other weights cannot be pooled")
    columns = zip(*([counts for _, counts in part.parts] for part in parts), strict=True)
    return Strata(tuple((weight, reduce(add, column)) for weight, column in zip(weights, columns, strict=True)))


def effective_answers_of(strata: Strata) -> float:
    """Return how many answers of equal weight would know as much (Kish). Every group has answers."""
    return effective_n((weight / counts.n, counts.n) for weight, counts in strata.parts)


def _range(counts: Answers) -> tuple[float, float]:
    if isinstance(counts, NpsCounts):
        return -100.0, 100.0
    return (0.0, 100.0) if isinstance(counts, ShareCounts) else (-math.inf, math.inf)


def _moments(counts: Answers) -> tuple[float, float]:
    """Return value and variance of one answer, in the metric's unit.

    A group whose answers are all alike has no variance, and would claim to know everything: it gets the one that is
    left after adding Rocks' three, or Agresti and Coull's four, answers.
    """
    if isinstance(counts, NpsCounts):
        spread = variance(counts) or adjusted(counts)[1] ** 2 * counts.n
        return 100 * score(counts), 10_000 * spread
    if isinstance(counts, ShareCounts):
        share = counts.k / counts.n
        likely = share if 0 < share < 1 else (counts.k + 2) / (counts.n + 4)
        return 100 * share, 10_000 * likely * (1 - likely)
    assert isinstance(counts, MeanCounts)
    return mean(counts), deviation(counts) ** 2 if counts.n > 1 else 0.0
