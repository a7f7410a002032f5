"""How much unequal answers know, and answers out of a small known population.

Sources: W. G. Cochran, "Sampling Techniques", for the finite population; L. Kish, "Survey Sampling", for
the effective number of answers.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


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
