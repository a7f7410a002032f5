"""Numbers by the rules of a territory (CLDR, through Babel), rounded once and half away from zero."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from babel.numbers import NumberPattern, parse_pattern

from chefetage.stats.rounding import round_half_away

if TYPE_CHECKING:
    from decimal import Decimal
    from fractions import Fraction

    from babel import Locale as Territory

MINUS = "\N{MINUS SIGN}"
EVEN = "\N{PLUS-MINUS SIGN}"
"""Stands before a change of nothing."""


@lru_cache(maxsize=64)
def _pattern(decimals: int) -> NumberPattern:
    return parse_pattern("#,##0" + ("." + "0" * decimals if decimals > 0 else ""))


@lru_cache(maxsize=65536)
def format_number(
    value: float | Fraction | Decimal, territory: Territory, decimals: int = 0, *, signed: bool = False
) -> str:
    """Return the number as text: grouped, with U+2212 for minus.

    If `signed`, anything above zero has a plus, and what rounds to zero ±; otherwise zero has no sign.
    """
    rounded = round_half_away(value, decimals)
    digits = str(_pattern(decimals).apply(abs(rounded), territory))
    if rounded < 0:
        return MINUS + digits
    if signed:
        return ("+" if rounded else EVEN) + digits
    return digits
