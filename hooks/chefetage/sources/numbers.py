"""Broken numbers as exports write them: exact, and never guessed."""

from __future__ import annotations

import re
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

from chefetage.sources.text import tidy

MILLION = 1_000_000
_MONEY = re.compile(r"^(?:EUR|€)?\s*(.*?)\s*(?:EUR|€)?$")
_FORMS = {
    ".": re.compile(r"-?(?:\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(?:\.\d{1,20})?"),
    ",": re.compile(r"-?(?:\d{1,15}|\d{1,3}(?:\.\d{3}){1,4})(?:,\d{1,20})?"),
}
"""Decimal sign to the numbers written with it; thousands may be set apart by the other sign."""


def read_number(cell: str, decimal: str = ".") -> Decimal | None:
    """Return the number that a cell holds, a euro sign left aside; `None` if it holds none.

    Args:
        cell: The cell.
        decimal: `.` or `,`: the sign before the broken part; the other one may set thousands apart.
    """
    text = tidy(cell).replace("\u2212", "-").replace(" ", "")
    found = _MONEY.match(text)
    text = found[1] if found else text
    if not text.isascii() or _FORMS[decimal].fullmatch(text) is None:
        return None
    thousands = "," if decimal == "." else "."
    return Decimal(text.replace(thousands, "").replace(decimal, "."))


def whole(number: Decimal) -> int:
    """Return a number rounded half away from zero."""
    return int(number.to_integral_value(ROUND_HALF_UP))


def whole_units(number: Decimal) -> int:
    """Return a duration of at least 0 in whole units, half a unit rounded up."""
    return int((number + Decimal("0.5")).to_integral_value(ROUND_FLOOR))


def millionths(number: Decimal) -> int:
    """Return a number in whole millionths, so that sums do not depend on the order of rows."""
    return whole(number * MILLION)
