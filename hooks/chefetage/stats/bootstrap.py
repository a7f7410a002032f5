"""The bootstrap of the Net Promoter Score without drawing a single number.

Resampling n answers from themselves gives promoters, passives and detractors a trinomial distribution. What a bootstrap
approaches by chance can therefore be written down: the weight of a net count of promoters is a coefficient of
(detractors + passives·x + promoters·x²)ⁿ. Same input, same result, no seed.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import accumulate
from typing import TYPE_CHECKING

from chefetage.stats.difference import ALPHA

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chefetage.model.counts import NpsCounts


def bootstrap_interval(counts: NpsCounts, alpha: float = ALPHA) -> tuple[float, float]:
    """Return the exact percentile interval of the bootstrap.

    Good from about 100 answers on, and no better than the adjusted Wald interval; it collapses to a point where all
    answers are the same.

    Args:
        counts: At least one answer.
        alpha: At most alpha/2 of the distribution lies below the interval, and at most alpha/2 above it.

    Returns:
        Low and high in points, multiples of 100/n.

    Raises:
        ValueError: Nobody answered.
    """
    if counts.n == 0:
        raise ValueError("without answers there is nothing to resample")
    weights = net_weights(counts)
    allowed = Fraction(repr(alpha)) / 2 * sum(weights)
    low = _first_above(weights, allowed) - counts.n
    high = counts.n - _first_above(weights[::-1], allowed)
    return 100 * low / counts.n, 100 * high / counts.n


def net_weights(counts: NpsCounts) -> list[int]:
    """Return the weights, as whole numbers, of a net count of −n, …, 0, …, +n promoters among n resampled answers."""
    return _power([counts.detractors, counts.passives, counts.promoters], counts.n)


def _power(polynomial: Sequence[int], exponent: int) -> list[int]:
    """Return the coefficients of a polynomial's power (J. C. P. Miller's recurrence, exact in whole numbers)."""
    start = next(place for place, coefficient in enumerate(polynomial) if coefficient)
    lowest, *others = polynomial[start:]
    degree = len(others)
    result = [lowest**exponent]
    for place in range(1, degree * exponent + 1):
        total = sum(
            (step * (exponent + 1) - place) * others[step - 1] * result[place - step]
            for step in range(1, min(degree, place) + 1)
        )
        result.append(total // (place * lowest))
    return [0] * (start * exponent) + result


def _first_above(weights: Sequence[int], allowed: Fraction) -> int:
    """Return the first place up to which more weight has gathered than is allowed outside."""
    return next(place for place, gathered in enumerate(accumulate(weights)) if gathered > allowed)
