"""Answers that do not all count the same: weighted, of groups with known shares, or of a small known population.

Each becomes plain counts that know as much as they do (Kish's effective number of answers; the finite population
correction as more answers), so the intervals are those of plain counts. Sources: see `chefetage.stats.weighting`; for
groups `chefetage.stats.strata`.
"""

from __future__ import annotations

import math
from dataclasses import replace
from functools import reduce
from operator import add
from typing import TYPE_CHECKING

from chefetage.model.counts import MeanCounts, NpsCounts, ShareCounts, Strata, Weighted
from chefetage.model.estimate import Estimate
from chefetage.stats.mean import compare_means, estimate_mean
from chefetage.stats.nps import compare_nps, estimate_nps
from chefetage.stats.share import compare_shares, estimate_share
from chefetage.stats.strata import compare_strata, estimate_strata
from chefetage.stats.weighting import finite_population_correction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chefetage.model.counts import Answers, Counts
    from chefetage.model.metric import Telling
    from chefetage.stats.difference import Difference

MILLIONTH = 1_000_000
KISH = "kish"
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
        alpha: The interval is at 1 − alpha.

    Raises:
        ValueError: All weights are 0, a group has no answers, or more answered than there are customers.
        TypeError: Counts that cannot be weighted, or are no sample of customers.
    """
    if isinstance(counts, Strata):
        return estimate_strata(counts, alpha)
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
        return compare_strata(before, now, alpha)
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
    counts = reduce(add, (part.counts for part in parts))  # pyright: ignore[reportArgumentType] – all of one type
    return Weighted(counts, tuple(sorted(weights.items())), sum(part.squares for part in parts))


def effective_answers(counts: Weighted) -> float:
    """Return Kish's effective number of answers, (Σw)² / Σw². Raises `ValueError` if all weights are 0."""
    if counts.squares <= 0:
        raise ValueError("nothing weighs anything")
    return _weight(counts) ** 2 / (counts.squares * MILLIONTH)


def _weight(counts: Weighted) -> int:
    """Return the sum of all weights; of `k` and `n` the latter holds it."""
    weights = dict(counts.weights)
    return weights["n"] if isinstance(counts.counts, ShareCounts) else sum(weights.values())


def _effective(counts: Counts, factor: float) -> Answers:
    """Return plain counts, broken numbers mostly, that know as much as the weighted ones, times a factor."""
    if isinstance(counts, Weighted):
        weights = dict(counts.weights)
        scale = factor * effective_answers(counts) / _weight(counts)
        own: Answers = counts.counts
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


def _by_name(counts: Answers) -> dict[str, int]:
    if isinstance(counts, NpsCounts):
        return {"promoters": counts.promoters, "passives": counts.passives, "detractors": counts.detractors}
    if isinstance(counts, ShareCounts):
        return {"k": counts.k, "n": counts.n}
    return {f"answer-{answer}": count for answer, count in counts.answers}


def _estimate_plain(counts: Answers, alpha: float) -> Estimate:
    if isinstance(counts, NpsCounts):
        return estimate_nps(counts, alpha)
    return estimate_share(counts, alpha) if isinstance(counts, ShareCounts) else estimate_mean(counts, alpha)
