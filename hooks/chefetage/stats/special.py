"""The only door to SciPy: distributions that the standard library does not have.

SciPy is loaded when the first of them is asked for: a site of scores and shares never waits for it.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from functools import lru_cache

_AS_LIKELY = 1 + 1e-7
"""Two outcomes whose chances differ by less are equally likely: they differ by rounding only."""


@lru_cache(maxsize=4096)
def student_quantile(p: float, degrees: float) -> float:
    """Return the value that Student's t with so many degrees of freedom stays below with chance p."""
    from scipy.special import stdtrit  # noqa: PLC0415 – see the module's docstring

    return float(stdtrit(degrees, p))


def student_p(t: float, degrees: float) -> float:
    """Return the chance that Student's t is at least as far from 0 as `t`."""
    from scipy.special import stdtr  # noqa: PLC0415

    return 2 * float(stdtr(degrees, -abs(t)))


@lru_cache(maxsize=4096)
def gamma_quantile(p: float, shape: float) -> float:
    """Return the value that a gamma variable of scale 1 stays below with chance p; half a chi-square quantile."""
    from scipy.special import gammaincinv  # noqa: PLC0415

    return float(gammaincinv(shape, p))


@lru_cache(maxsize=4096)
def beta_quantile(p: float, a: float, b: float) -> float:
    """Return the value that a beta variable stays below with chance p."""
    from scipy.special import betaincinv  # noqa: PLC0415

    return float(betaincinv(a, b, p))


def binomial_below(k: int, n: int, share: float) -> float:
    """Return the chance of at most k successes in n; 0 for k = −1."""
    from scipy.special import bdtr  # noqa: PLC0415

    return float(bdtr(k, n, share)) if k >= 0 else 0.0


def binomial_p(k: int, n: int, share: float) -> float:
    """Return the exact two-sided p-value of k successes in n: the chance of all outcomes no likelier than k.

    Args:
        k: From 0 to n.
        n: At least 1.
        share: The chance of a success if there is no difference, between 0 and 1.
    """
    if k > n * share:
        return binomial_p(n - k, n, 1 - share)
    observed = _log_chance(k, n, share)
    peak = min(math.floor((n + 1) * share), n)
    if observed + math.log(_AS_LIKELY) >= _log_chance(peak, n, share):
        return 1.0
    # Beyond the peak chances fall, so the first outcome there that is no likelier than k can be found by halving.
    beyond = range(peak, n + 1)
    limit = observed + math.log(_AS_LIKELY)
    other = peak + bisect_left(beyond, -limit, key=lambda outcome: -_log_chance(outcome, n, share))
    return min(binomial_below(k, n, share) + binomial_below(n - other, n, 1 - share), 1.0)


def _log_chance(k: int, n: int, share: float) -> float:
    ways = math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)
    return ways + k * math.log(share) + (n - k) * math.log1p(-share)
