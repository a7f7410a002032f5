"""The only door to SciPy: quantiles of distributions that the standard library does not have.

SciPy is loaded when the first of them is asked for: a site without means and rates never waits for it.
"""

from __future__ import annotations

from functools import lru_cache


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


def binomial_p(k: int, n: int, share: float) -> float:
    """Return the exact two-sided p-value of k successes in n: the chance of all outcomes no likelier than k."""
    from scipy.stats import binomtest  # noqa: PLC0415

    return float(binomtest(k, n, share).pvalue)
