"""A language's numbers and dates as D3 asks for them, from CLDR: for charts that are drawn with Vega-Lite."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from chefetage.locales.numbers import MINUS

if TYPE_CHECKING:
    from babel import Locale as Territory

CURRENCY = "€"

_FIELD = re.compile(r"'(?P<text>[^']*)'|(?P<field>([A-Za-z])\3*)")
_DIRECTIVES = {
    "d": "%-d", "dd": "%d", "M": "%-m", "MM": "%m", "MMM": "%b", "MMMM": "%B", "y": "%Y", "yy": "%y", "yyyy": "%Y",
    "EEE": "%a", "EEEE": "%A", "H": "%-H", "HH": "%H", "h": "%-I", "hh": "%I", "mm": "%M", "ss": "%S", "a": "%p",
}  # fmt: skip


def number_format(territory: Territory) -> dict[str, Any]:
    """Return the definition of a language for d3-format: separators, groups, percent, euros, minus."""
    symbols = territory.number_symbols
    symbols = symbols.get(territory.default_numbering_system, symbols)
    first, further = territory.decimal_formats[None].grouping
    currency, percent = territory.currency_formats["standard"], territory.percent_formats[None]
    return {
        "decimal": symbols["decimal"],
        "thousands": symbols["group"],
        "grouping": [first, *([further] * 8)],
        "currency": [currency.prefix[0].replace("¤", CURRENCY), currency.suffix[0].replace("¤", CURRENCY)],
        "percent": percent.suffix[0] or "%",
        "minus": MINUS,
    }


def time_format(territory: Territory) -> dict[str, Any]:
    """Return the definition of a language for d3-time-format: names of months and days, and three usual forms."""
    date, time = (_directives(forms["medium"].pattern) for forms in (territory.date_formats, territory.time_formats))
    long = _directives(territory.date_formats["full"].pattern)
    sunday_first = (6, 0, 1, 2, 3, 4, 5)
    days, months = territory.days["format"], territory.months["format"]
    halves = territory.day_periods.get("format", {}).get("abbreviated", {})
    return {
        "dateTime": f"{long}, {time}",
        "date": date,
        "time": time,
        "periods": [halves.get("am", "AM"), halves.get("pm", "PM")],
        "days": [days["wide"][day] for day in sunday_first],
        "shortDays": [days["abbreviated"][day] for day in sunday_first],
        "months": [months["wide"][month] for month in range(1, 13)],
        "shortMonths": [months["abbreviated"][month] for month in range(1, 13)],
    }


def _directives(pattern: str) -> str:
    """Return a pattern of CLDR as directives; a field that D3 does not know is left out."""

    def directive(found: re.Match[str]) -> str:
        if found["text"] is not None:
            return found["text"] or "'"
        return _DIRECTIVES.get(found["field"], "")

    return _FIELD.sub(directive, pattern)
