"""Answers that stand for a population of known size.

Sources: W. G. Cochran, "Sampling Techniques", for the finite population and the strata; L. Kish, "Survey Sampling", for
the effective number of answers.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chefetage.stats.nps import score, variance

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from chefetage.model.counts import NpsCounts


@dataclass(frozen=True, slots=True)
class Stratum:
    """Answers of one group of customers."""

    counts: NpsCounts
    population: float
    """How many customers the group has, or its share of all."""


@dataclass(frozen=True, slots=True)
class WeightedScore:
    """A Net Promoter Score of several groups, each with its weight in the population."""

    value: float
    """From −1 to +1."""
    standard_error: float
    """In the same unit."""
    effective_n: float
    """How many unweighted answers would know as much (Kish)."""


def stratified_score(strata: Sequence[Stratum]) -> WeightedScore:
    """Weight each group's score with its share of the population: Σ W·s, with variance Σ W²·var/n.

    Neither the pooled score, which follows who happened to answer, nor the mean of the groups' scores is right where
    some groups answer more readily than others.

    Args:
        strata: At least one group; each has at least one answer and a population above 0.

    Raises:
        ValueError: There is no group, or one of them has no answers.
    """
    everybody = math.fsum(stratum.population for stratum in strata)
    if everybody <= 0:
        raise ValueError("without a population there are no weights")
    value = spread = 0.0
    weights: list[tuple[float, int]] = []
    for stratum in strata:
        share = stratum.population / everybody
        n = stratum.counts.n
        value += share * score(stratum.counts)
        spread += share * share * variance(stratum.counts) / n
        weights.append((share / n, n))
    return WeightedScore(value, math.sqrt(spread), effective_n(weights))


def effective_n(weights: Iterable[tuple[float, int]]) -> float:
    """Return Kish's effective number of answers, (Σw)² / Σw².

    Args:
        weights: Weights with the number of answers that carry each; at least one above 0.

    Returns:
        At most the number of answers, and equal to it where all weigh the same.

    Raises:
        ZeroDivisionError: Nothing weighs anything.
    """
    total = squares = 0.0
    for weight, answers in weights:
        total += weight * answers
        squares += weight * weight * answers
    return total * total / squares


def finite_population_correction(n: int, population: int) -> float:
    """Return the factor on a standard error when n of a known, small number of customers answered: √((N−n)/(N−1)).

    It removes sampling error only; those who did not answer may still think otherwise.

    Args:
        n: Answers, from 1 to `population`.
        population: All customers who could have answered.

    Returns:
        From 0, when everybody answered, to 1.

    Raises:
        ValueError: More answers than customers, or none.
    """
    if not 1 <= n <= population:
        raise ValueError(f"{n} of {population} customers cannot have answered")
    return 0.0 if n == population else math.sqrt((population - n) / (population - 1))
