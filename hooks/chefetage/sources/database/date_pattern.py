"""A `date_format` as a regular expression, which all engines read alike; their own formats differ."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DIRECTIVES = {
    "%Y": ("year", "([0-9]{4})"),
    "%y": ("short_year", "([0-9]{2})"),
    "%m": ("month", "([0-9]{1,2})"),
    "%d": ("day", "([0-9]{1,2})"),
    "%H": ("", "[0-9]{1,2}"),
    "%I": ("", "[0-9]{1,2}"),
    "%M": ("", "[0-9]{1,2}"),
    "%S": ("", "[0-9]{1,2}"),
    "%f": ("", "[0-9]{1,6}"),
    "%p": ("", "[AaPp][Mm]"),
    "%%": ("", "%"),
}
_PARTS = re.compile(r"%.|\s+|[^%\s]+")


@dataclass(frozen=True, slots=True)
class DatePattern:
    """How to find year, month and day in a text."""

    expression: str
    groups: tuple[int, int, int]
    """The groups that hold year, month and day, counted from 1."""
    is_short: bool = False
    """Whether the year has two digits: 69 to 99 are of the last century."""
    is_iso: bool = False
    """Whether the first ten characters are the day, `2026-10-14`."""


ISO = DatePattern(r"^([0-9]{4})-([0-9]{2})-([0-9]{2})([T ][0-9]{2}(:[0-9]{2}.*)?)?$", (1, 2, 3), is_iso=True)
"""`2026-10-14`, and moments that begin like it."""


def pattern_of(date_format: str | None) -> DatePattern | None:
    """Return the pattern of a format as in `strptime`; `None` if it cannot be read outside of Python.

    What cannot: names of months and days, offsets, and formats that lack year, month or day.
    """
    if date_format is None:
        return ISO
    expression, found = "^", list[str]()
    for part in _PARTS.findall(date_format):
        if part.startswith("%"):
            if part not in _DIRECTIVES:
                return None
            name, own = _DIRECTIVES[part]
            expression += own
            found += [name] if name else []
        else:
            expression += r"\s+" if part.isspace() else re.sub(r"([^\w/:,;-])", r"[\1]", part, flags=re.ASCII)
    year = next((name for name in ("year", "short_year") if name in found), None)
    if year is None or sorted(found) != sorted([year, "month", "day"]):
        return None
    places = (found.index(year) + 1, found.index("month") + 1, found.index("day") + 1)
    return DatePattern(expression + "$", places, is_short=year == "short_year")
