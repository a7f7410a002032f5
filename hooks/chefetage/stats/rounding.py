"""One rounding, at the very end: half away from zero, without the traps of binary fractions."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from fractions import Fraction
from typing import TYPE_CHECKING

from chefetage.model.metric import Unit

if TYPE_CHECKING:
    from chefetage.model.estimate import Estimate

_PRECISE_FROM = 1000
_LONG = 10
"""From so many units of time on, a decimal says nothing."""
_EURO_DIGITS = 2
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


def decimals_for(unit: Unit, n: int, value: float) -> int:
    """Return how many decimals a value deserves.

    | unit | decimals |
    |---|---|
    | points, percent | none, one from 1,000 answers on |
    | scale | one |
    | per thousand | one, two below 1 |
    | minutes, hours, days | none, one below 10 |
    | count | none |
    | euro | as few as leave two digits that are not zeros: 19,234 is 19,000 |

    Args:
        unit: The unit the value is in.
        n: How many answers it comes from.
        value: The value, unrounded; an interval and a change have as many decimals as the value they belong to.

    Returns:
        For `round_half_away`; below 0 for euros, where tens, hundreds and so on are rounded away.
    """
    size = abs(value)
    match unit:
        case Unit.POINTS | Unit.PERCENT:
            return 1 if n >= _PRECISE_FROM else 0
        case Unit.SCALE:
            return 1
        case Unit.PER_THOUSAND:
            return 1 if size >= 1 else 2
        case Unit.MINUTES | Unit.HOURS | Unit.DAYS:
            return 0 if size >= _LONG else 1
        case Unit.EURO:
            return min(_EURO_DIGITS - len(str(int(size))), 0)
        case Unit.COUNT:
            return 0


def decimals_of(estimate: Estimate, unit: Unit) -> int:
    """Return how many decimals an estimate deserves; see `decimals_for`."""
    return decimals_for(unit, estimate.n, estimate.value)
