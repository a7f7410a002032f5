"""Numbers in a text, as digits in a language's own notation and as words.

The words stand in `locales/<language>/figures.yml`; digits are separated as CLDR says.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from babel import Locale as Territory
from babel.numbers import get_decimal_symbol, get_group_symbol

from chefetage.locales.catalogue import catalogue
from chefetage.locales.phrases import entries

if TYPE_CHECKING:
    from collections.abc import Iterator

_NO_FIGURE = re.compile(
    r"(?<![\w.,])(?:\d{1,2}(?::\d\d|\.\d\d(?=\s*(?:Uhr|a\.?m|p\.?m)))"  # times of day
    r"|\d{1,2}\.\d{1,2}(?:\.\d*)+)"  # days, and numbers of chapters
)
_DIGIT = re.compile(r"\d")
_SIGNS = ("€", "$", "£")
_LEAST_AMOUNT = 1000
"""Below it, an amount of money is a price or a single case."""


class Figure(NamedTuple):
    """One number in digits."""

    value: Decimal
    written: str
    start: int


def figures(text: str, language: str) -> Iterator[Figure]:
    """Yield the numbers that are written in digits; days, times of day and numbers of chapters are left out."""
    if not _DIGIT.search(text):
        return
    others = [found.span() for found in _NO_FIGURE.finditer(text)]
    pattern, group, decimal = _notation(language)
    for found in pattern.finditer(text):
        if not any(start <= found.start() < end for start, end in others):
            plain = re.sub(rf"[{re.escape(group)}\s]", "", found[0]).replace(decimal, ".")
            yield Figure(Decimal(plain), found[0], found.start())


def spoken_figures(text: str, language: str) -> frozenset[Decimal]:
    """Return the numbers that words of a text stand for."""
    pattern, values = _words(language)
    if pattern is None:
        return frozenset()
    return frozenset(values[found[1].casefold()] for found in pattern.finditer(text))


def claimed_figure(text: str, language: str) -> Figure | None:
    """Return the first number that says how many of all, how many times as much, or how much money, with its unit."""
    share = _units(language, "share")
    for figure in figures(text, language):
        part = share.match(text, figure.start + len(figure.written))
        if part is not None:
            return figure._replace(written=figure.written + part[0])
        amount = _as_money(figure, text, language)
        if amount is not None:
            return amount
    return None


def claimed_money(text: str, language: str) -> Figure | None:
    """Return the first number that says how much money, with its unit; prices and single cases are none."""
    amounts = (_as_money(figure, text, language) for figure in figures(text, language))
    return next((amount for amount in amounts if amount is not None), None)


def _as_money(figure: Figure, text: str, language: str) -> Figure | None:
    """Return the number with its unit, if it is a large amount of money."""
    before, after = text[: figure.start].rstrip(), text[figure.start + len(figure.written) :]
    scaled = _units(language, "scale").match(after)
    if figure.value < _LEAST_AMOUNT and scaled is None:
        return None
    size = scaled.end() if scaled is not None else 0
    if before.endswith(_SIGNS):
        return figure._replace(written=before[-1] + figure.written + after[:size])
    amount = _units(language, "money").match(after, size)
    return None if amount is None else figure._replace(written=figure.written + after[: amount.end()])


@cache
def _notation(language: str) -> tuple[re.Pattern[str], str, str]:
    """Return what finds numbers, what separates thousands, and what stands before decimals."""
    territory = Territory(language, catalogue(language)["values.territory"])
    group, decimal = get_group_symbol(territory), get_decimal_symbol(territory)
    whole = rf"\d{{1,3}}(?:[{re.escape(group)}\u00a0\u202f]\d{{3}})+(?!\d)|\d+"
    fraction = rf"{re.escape(decimal)}\d+"
    return re.compile(rf"(?<![\w.,])(?:(?:{whole})(?:{fraction})?|{fraction})"), group, decimal


@cache
def _words(language: str) -> tuple[re.Pattern[str] | None, dict[str, Decimal]]:
    pairs = [entry.partition("=") for entry in entries("figures.words", language)]
    values = {word.strip().casefold(): Decimal(value.strip()) for word, _, value in pairs}
    if not values:
        return None, {}
    longest = sorted(values, key=len, reverse=True)
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest))})", re.IGNORECASE), values


@cache
def _units(language: str, name: str) -> re.Pattern[str]:
    """Return what finds such a unit behind a number."""
    units = sorted(entries(f"figures.{name}", language), key=len, reverse=True)
    words = "|".join(re.escape(unit) + (r"(?!\w)" if unit[-1].isalnum() else "") for unit in units)
    return re.compile(rf"[\s-]*(?:{words or '(?!)'})", re.IGNORECASE)
