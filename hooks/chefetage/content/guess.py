"""What was probably meant: proposals for days, months and numbers that are written another way."""

from __future__ import annotations

import re
from datetime import date

_DAY_FIRST = re.compile(r"(\d{1,2})[./\s-]+(\d{1,2})[./\s-]+(\d{4}|\d\d)")
_YEAR_FIRST = re.compile(r"(\d{4})[./\s-]?(\d{1,2})[./\s-]?(\d{1,2})(?:[T\s].*)?")
_MONTH_FIRST = re.compile(r"(\d{1,2})[./\s-]+(\d{4})")
_YEAR_MONTH = re.compile(r"(\d{4})[./\s-]?(\d{1,2})(?:[./-]\d{1,2})?")
_AROUND_NUMBERS = re.compile(r"[\s'’€%$£]|EUR")
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*")
_DECIMAL = re.compile(r"(?P<whole>[+-]?(?:\d+|\d{1,3}(?:([.,])\d{3})+(?!\2)))(?:[.,](?P<decimals>\d+))?")


def day(text: str) -> str | None:
    """Return `2026-10-14` for `14.10.2026`, `14/10/26`, `20261014` and the like."""
    text = text.strip()
    if found := _DAY_FIRST.fullmatch(text):
        year = int(found[3]) + (2000 if len(found[3]) == 2 else 0)  # noqa: PLR2004  (two digits)
        return _day(year, int(found[2]), int(found[1]))
    if found := _YEAR_FIRST.fullmatch(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    return None


def month(text: str) -> str | None:
    """Return `2026-10` for `10/2026`, `202610`, `2026-10-14` and the like."""
    text = text.strip()
    if found := _MONTH_FIRST.fullmatch(text):
        return _month(int(found[2]), int(found[1]))
    if found := _YEAR_MONTH.fullmatch(text):
        return _month(int(found[1]), int(found[2]))
    if meant := day(text):
        return meant[:7]
    return None


def number(text: str) -> str | None:
    """Return `140000` for `140.000 €` and `140,000`, `1.5` for `1,5`; `None` for what is no number to people either."""
    bare = _AROUND_NUMBERS.sub("", text).replace("−", "-")
    if _GROUPED.fullmatch(bare):
        return re.sub(r"[.,]", "", bare)
    if found := _DECIMAL.fullmatch(bare):
        return re.sub(r"[.,]", "", found["whole"]) + (f".{found['decimals']}" if found["decimals"] else "")
    return None


def is_grouped(text: str) -> bool:
    """Whether people who write a point between thousands would read more into the number: `140.000`."""
    return _GROUPED.fullmatch(text) is not None and not text.lstrip("+-").startswith("0")


def _day(year: int, number: int, of_month: int) -> str | None:
    try:
        return date(year, number, of_month).isoformat()
    except ValueError:
        return None


def _month(year: int, number: int) -> str | None:
    return f"{year:04d}-{number:02d}" if year and 1 <= number <= 12 else None  # noqa: PLR2004  (twelve months)
