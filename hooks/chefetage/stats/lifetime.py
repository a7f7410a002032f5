"""Arithmetic of customer lifetimes. It supposes that everybody leaves with the same chance in every period.

Real customers differ, so 1/c is too short for the loyal and too long for the new: these numbers show what follows from
a supposition, they are no evidence.
"""

from __future__ import annotations


def expected_lifetime(churn: float) -> float:
    """Return the expected number of periods until a customer leaves, 1/c. `churn` is above 0 and at most 1.

    Raises:
        ValueError: `churn` is out of range.
    """
    return lifetime_value(1.0, churn)


def lifetime_value(contribution: float, churn: float, discount: float = 0.0) -> float:
    """Return what a customer contributes until they leave, as of today: Σ m · ((1 − c)/(1 + d))^t from t = 0.

    Args:
        contribution: Euros per period, the first at once.
        churn: Share of customers who leave in a period, above 0 and at most 1.
        discount: By how much money in one period is worth less than today, such as 0.1; not negative.

    Returns:
        Euros: m · (1 + d) / (c + d).

    Raises:
        ValueError: `churn` or `discount` is out of range.
    """
    if not 0 < churn <= 1:
        raise ValueError(f"churn is above 0 and at most 1, not {churn!r}")
    if discount < 0:
        raise ValueError(f"a discount is not negative: {discount!r}")
    return contribution * (1 + discount) / (churn + discount)
