"""One rounding, at the very end: half away from zero, without the traps of binary fractions."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from fractions import Fraction

_PRECISE_FROM = 1000
_EXACT = Context(prec=400)
"""Digits enough for any float at any number of decimals asked for here."""


def round_half_away(value: float | Fraction | Decimal, decimals: int) -> Decimal:
    """Round to a number of decimals; a half goes away from zero: 2.5 → 3, −2.5 → −3.

    A `float` stands for the shortest decimal number that names it, so 1.005 is a tie and becomes 1.01, as everybody who
    sees it written expects. A value that came from one division of whole numbers is therefore rounded exactly.

    Args:
        value: Any finite number.
        decimals: How many to keep; −3 rounds to thousands.

    Returns:
        A decimal with exactly that many places, never a negative zero.

    Raises:
        ValueError: The value is not finite.
    """
    if isinstance(value, float):
        value = Decimal(repr(value))
    if isinstance(value, Decimal) and decimals >= 0:
        # The usual case, an order of magnitude faster: pages hold thousands of numbers.
        if not value.is_finite():
            raise ValueError(f"not a finite number: {float(value)}")
        with localcontext(_EXACT):
            rounded = value.quantize(Decimal((0, (1,), -decimals)), ROUND_HALF_UP)
        return rounded or abs(rounded)
    exact = Fraction(value)
    scaled = abs(exact) * Fraction(10) ** decimals
    units = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    sign = int(exact < 0 and units > 0)
    if decimals < 0:
        units *= 10**-decimals
    return Decimal((sign, tuple(map(int, str(units))), min(-decimals, 0)))


def decimals_for(n: int) -> int:
    """Return how many decimals a score or share from n answers deserves: none below 1,000 answers, else one."""
    return 1 if n >= _PRECISE_FROM else 0
