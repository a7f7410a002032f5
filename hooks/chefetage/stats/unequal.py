"""Answers that do not all count the same: weighted, of groups with known shares, or of a small known population.

Each becomes plain counts that know as much as they do (Kish's effective number of answers; the finite population
correction as more answers), so the intervals are those of plain counts. Sources: see `chefetage.stats.weighting`.
"""

from __future__ import annotations

import math
from dataclasses import replace
from functools import reduce
from operator import add
from typing import TYPE_CHECKING

from chefetage.model.counts import MeanCounts, NpsCounts, ShareCounts, Strata, Weighted
from chefetage.model.estimate import Estimate
from chefetage.stats.difference import Difference, critical_value, two_sided_p
from chefetage.stats.mean import compare_means, deviation, estimate_mean, mean
from chefetage.stats.nps import adjusted, compare_nps, estimate_nps, score
from chefetage.stats.nps import variance as variance_of_score
from chefetage.stats.share import compare_shares, estimate_share
from chefetage.stats.weighting import finite_population_correction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chefetage.model.counts import Counts
    from chefetage.model.metric import Telling

MILLIONTH = 1_000_000
KISH = "kish"
STRATIFIED = "stratified"
FINITE = "finite-population"
_FEWEST = 2
"""Effective answers; fewer have no spread that could be told."""


def knows_something(counts: Counts) -> bool:
    """Whether there is a value: every group has answers, and weighted ones know as much as two that are not."""
    if isinstance(counts, Strata):
        return all(group.n for _, group in counts.parts)
    if isinstance(counts, Weighted):
        return counts.squares > 0 and effective_answers(counts) >= _FEWEST
    return counts.n > 0


def estimate_unequal(counts: Counts, telling: Telling, alpha: float) -> Estimate:
    """Estimate a value from answers that do not all count the same, at 1 − alpha.

    Args:
        counts: Such that `knows_something`.
        telling: Where it names a population, at most so many answered.
        alpha: The interval is at 1 − alpha; that of groups is Σ W·value ± z·√(Σ W²·var/n).

    Raises:
        ValueError: All weights are 0, a group has no answers, or more answered than there are customers.
        TypeError: Counts that cannot be weighted, or are no sample of customers.
    """
    if isinstance(counts, Strata):
        value, error = _stratified(counts)
        margin = critical_value(alpha) * error
        lowest, highest = _range(counts.parts[0][1])
        return Estimate(value, max(value - margin, lowest), min(value + margin, highest), counts.n, STRATIFIED)
    factor, method = 1.0, KISH
    if telling.population is not None:
        correction = finite_population_correction(counts.n, telling.population)
        factor, method = math.inf if correction == 0 else 1 / correction**2, FINITE
    plain = _effective(counts, 1.0 if math.isinf(factor) else factor)
    found = _estimate_plain(plain, alpha)
    if math.isinf(factor):
        return Estimate(found.value, found.value, found.value, counts.n, method)
    return replace(found, n=counts.n, method=method)


def compare_unequal(before: Counts, now: Counts, alpha: float) -> Difference:
    """Compare two periods of answers that do not all count the same. Both are such that `knows_something`.

    Raises:
        ValueError: Like `estimate_unequal`.
        TypeError: Counts of two kinds.
    """
    if isinstance(before, Strata) and isinstance(now, Strata):
        (one, error_one), (two, error_two) = _stratified(before), _stratified(now)
        error = math.hypot(error_one, error_two)
        margin, value = critical_value(alpha) * error, two - one
        z = value / error if error else math.copysign(math.inf, value) if value else 0.0
        return Difference(value, value - margin, value + margin, two_sided_p(z), z)
    match _effective(before, 1.0), _effective(now, 1.0):
        case (NpsCounts() as first, NpsCounts() as second):
            return compare_nps(first, second, alpha)
        case (ShareCounts() as first, ShareCounts() as second):
            return compare_shares(first, second, alpha)
        case (MeanCounts() as first, MeanCounts() as second):
            return compare_means(first, second, alpha)
        case _:
            raise TypeError("counts of two kinds cannot be compared")


def pooled_weighted(parts: Sequence[Weighted]) -> Weighted:
    """Add up weighted answers."""
    weights: dict[str, int] = {}
    for part in parts:
        for name, weight in part.weights:
            weights[name] = weights.get(name, 0) + weight
    counts = reduce(add, (part.counts for part in parts))
    return Weighted(counts, tuple(sorted(weights.items())), sum(part.squares for part in parts))


def pooled_strata(parts: Sequence[Strata]) -> Strata:
    """Add up answers group by group.

    Raises:
        ValueError: The groups or their weights are not the same in all of them.
    """
    first = parts[0]
    if any([weight for weight, _ in part.parts] != [weight for weight, _ in first.parts] for part in parts):
        raise ValueError("groups with other weights cannot be pooled")
    columns = zip(*(part.parts for part in parts), strict=True)
    return Strata(tuple((column[0][0], reduce(add, (counts for _, counts in column))) for column in columns))


def effective_answers(counts: Weighted) -> float:
    """Return Kish's effective number of answers, (Σw)² / Σw². Raises `ValueError` if all weights are 0."""
    if counts.squares <= 0:
        raise ValueError("nothing weighs anything")
    return _weight(counts) ** 2 / (counts.squares * MILLIONTH)


def _weight(counts: Weighted) -> int:
    """Return the sum of all weights; of `k` and `n` the latter holds it."""
    weights = dict(counts.weights)
    return weights["n"] if isinstance(counts.counts, ShareCounts) else sum(weights.values())


def _effective(counts: Counts, factor: float) -> NpsCounts | ShareCounts | MeanCounts:
    """Return plain counts, broken numbers mostly, that know as much as the weighted ones, times a factor."""
    if isinstance(counts, Weighted):
        weights = dict(counts.weights)
        scale = factor * effective_answers(counts) / _weight(counts)
        own: NpsCounts | ShareCounts | MeanCounts = counts.counts
    elif isinstance(counts, NpsCounts | ShareCounts | MeanCounts):
        own, scale = counts, factor
        weights = _by_name(own)
    else:
        raise TypeError("only answers can be weighted")
    scaled: dict[str, float] = {name: scale * weight for name, weight in weights.items()}
    # Counts are whole numbers everywhere else; the formulas work for broken ones too.
    if isinstance(own, NpsCounts):
        return NpsCounts(**scaled)  # type: ignore[arg-type]
    if isinstance(own, ShareCounts):
        return ShareCounts(min(scaled["k"], scaled["n"]), scaled["n"])  # type: ignore[arg-type]
    return MeanCounts(tuple(sorted((int(name.partition("-")[2]), count) for name, count in scaled.items())))  # type: ignore[misc]


def _by_name(counts: NpsCounts | ShareCounts | MeanCounts) -> dict[str, int]:
    if isinstance(counts, NpsCounts):
        return {"promoters": counts.promoters, "passives": counts.passives, "detractors": counts.detractors}
    if isinstance(counts, ShareCounts):
        return {"k": counts.k, "n": counts.n}
    return {f"answer-{answer}": count for answer, count in counts.answers}


def _estimate_plain(counts: NpsCounts | ShareCounts | MeanCounts, alpha: float) -> Estimate:
    if isinstance(counts, NpsCounts):
        return estimate_nps(counts, alpha)
    return estimate_share(counts, alpha) if isinstance(counts, ShareCounts) else estimate_mean(counts, alpha)


def _range(counts: NpsCounts | ShareCounts | MeanCounts) -> tuple[float, float]:
    if isinstance(counts, NpsCounts):
        return -100.0, 100.0
    return (0.0, 100.0) if isinstance(counts, ShareCounts) else (-math.inf, math.inf)


def _stratified(strata: Strata) -> tuple[float, float]:
    """Return Σ W·value and √(Σ W²·var/n), in the metric's unit."""
    whole = math.fsum(weight for weight, _ in strata.parts)
    value = spread = 0.0
    for weight, counts in strata.parts:
        if counts.n == 0:
            raise ValueError("a group without answers has no value")
        share = weight / whole
        own, variance = _moments(counts)
        value += share * own
        spread += share * share * variance / counts.n
    return value, math.sqrt(spread)


def _moments(counts: NpsCounts | ShareCounts | MeanCounts) -> tuple[float, float]:
    """Return value and variance of one answer, in the metric's unit.

    A group whose answers are all alike has no variance, and would claim to know everything: it gets the one that is
    left after adding Rocks' three, or Agresti and Coull's four, answers.
    """
    if isinstance(counts, NpsCounts):
        spread = variance_of_score(counts) or adjusted(counts)[1] ** 2 * counts.n
        return 100 * score(counts), 10_000 * spread
    if isinstance(counts, ShareCounts):
        share = counts.k / counts.n
        likely = share if 0 < share < 1 else (counts.k + 2) / (counts.n + 4)
        return 100 * share, 10_000 * likely * (1 - likely)
    return mean(counts), deviation(counts) ** 2 if counts.n > 1 else 0.0
