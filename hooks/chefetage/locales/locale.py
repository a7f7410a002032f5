"""One language's way of saying things."""

from __future__ import annotations

from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from babel import Locale as Territory
from babel.dates import format_date

from chefetage.locales.catalogue import catalogue, languages
from chefetage.locales.d3 import number_format, time_format
from chefetage.locales.numbers import EVEN, format_number
from chefetage.locales.units import with_unit
from chefetage.model.metric import Unit
from chefetage.model.month import Month
from chefetage.stats.rounding import decimals_of, round_half_away

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal
    from fractions import Fraction

    from chefetage.model.estimate import Change, Estimate, Figure
    from chefetage.model.metric import Metric
    from chefetage.model.money import Money, Span
    from chefetage.model.problem import Problem


_FINEST = 4
"""At most so many decimals, however close to 0 a bound is."""


class Locale:
    """Words, numbers and dates of one language; get it with `speak`."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._texts: Mapping[str, str] = catalogue(language)
        self._territory = Territory(language, self._texts["values.territory"])

    def say(self, key: str, **params: object) -> str:
        """Return the text under a key such as `site.nav.asks`, its `{placeholders}` filled.

        Raises:
            KeyError: there is no such text; a bug, which the tests find.
        """
        text = self._texts[key]
        return text.format(**params) if params else text

    def knows(self, key: str) -> bool:
        """Whether there is a text under the key."""
        return key in self._texts

    def texts(self, prefix: str) -> dict[str, str]:
        """Return all texts below a prefix such as `theme`, without the prefix."""
        start = f"{prefix}."
        return {key.removeprefix(start): text for key, text in self._texts.items() if key.startswith(start)}

    # Numbers

    def number(self, value: float | Fraction | Decimal, decimals: int = 0, *, signed: bool = False) -> str:
        """Return a bare number: `1.234,5` or `1,234.5`."""
        return format_number(value, self._territory, decimals, signed=signed)

    def value(self, value: float | Fraction | Decimal, unit: Unit, decimals: int = 0) -> str:
        """Return a value as it stands in a sentence: `41` for points, `83 %`, `6 Stunden`, `€19,200`."""
        before, number, after = self.value_parts(value, unit, decimals)
        return before + number + after

    def value_parts(self, value: float | Fraction | Decimal, unit: Unit, decimals: int = 0) -> tuple[str, str, str]:
        """Return a value in parts: what stands before the number, the number, and what stands after it."""
        return with_unit(self, "units", unit, self.number(value, decimals))

    def spoken(self, value: float, unit: Unit, decimals: int = 0) -> str:
        """Return a value as it is read aloud: as in a sentence, points by their name, `41 Punkte`."""
        key = "differences" if unit is Unit.POINTS else "units"
        return "".join(with_unit(self, key, unit, self.number(value, decimals)))

    def stated(self, value: float, unit: Unit) -> str:
        """Return a value that somebody set, such as a target, as exactly as they did: with at most two decimals."""
        return self.value(value, unit, next((d for d in (0, 1) if round(value, d) == value), 2))

    def on_scale(self, metric: Metric, text: str) -> str:
        """Return a value's text with how far its scale goes, `4,2 von 5`; other units as they are."""
        if metric.unit is not Unit.SCALE or metric.scale is None:
            return text
        return self.say("values.of-scale", value=text, best=self.number(metric.scale[1]))

    def difference(self, value: float, unit: Unit, decimals: int = 0) -> str:
        """Return a change with its unit: `+7 Punkte`, `−6,5 PP`."""
        return "".join(with_unit(self, "differences", unit, self.number(value, decimals, signed=True)))

    def interval(self, low: float, high: float, unit: Unit, decimals: int = 0) -> str:
        """Return an interval: `36 bis 46`, `80 bis 85 %`, `€100 to €200`."""
        start, first, _ = self.value_parts(low, unit, decimals)
        before, last, after = self.value_parts(high, unit, decimals)
        return self.say("values.range", low=start + first, high=before + last) + after

    def estimate(self, estimate: Estimate, unit: Unit) -> str:
        """Return an estimate's value, rounded as its answers and unit allow."""
        return self.value(estimate.value, unit, decimals_of(estimate, unit))

    def estimate_interval(self, estimate: Estimate, unit: Unit) -> str:
        """Return an estimate's interval, rounded like its value."""
        return self.interval(estimate.low, estimate.high, unit, decimals_of(estimate, unit))

    def signed_interval(self, low: float, high: float, decimals: int = 0) -> str:
        """Return the interval of a change: `−5 bis +11`."""
        ends = (self.number(end, decimals, signed=True).removeprefix(EVEN) for end in (low, high))
        return self.say("values.range", **dict(zip(("low", "high"), ends, strict=True)))

    def money(self, money: Money) -> str:
        """Return an amount or a range in euros."""
        low, high = self.number(money.low), self.number(money.high)
        if money.low == money.high:
            return self.say("values.money", amount=low)
        return self.say("values.money-range", low=low, high=high)

    def span(self, span: Span) -> str:
        """Return a quantity or a range of one, with as many decimals as it needs, at most one."""
        ends = [self.number(end, 0 if float(end).is_integer() else 1) for end in (span.low, span.high)]
        return ends[0] if ends[0] == ends[1] else self.say("values.range", low=ends[0], high=ends[1])

    # Dates

    def month(self, month: Month) -> str:
        """Return `Oktober 2026`."""
        return self._dated(month.first_day, "month")

    def month_short(self, month: Month) -> str:
        """Return `Okt. 2026`."""
        return self._dated(month.first_day, "month-short")

    def day(self, day: date) -> str:
        """Return `5. November 2026`."""
        return self._dated(day, "day")

    def day_short(self, day: date) -> str:
        """Return `5. Nov.`."""
        return self._dated(day, "day-short")

    def weekday_day(self, day: date) -> str:
        """Return `Freitag, 20. November`."""
        return self._dated(day, "weekday-day")

    def _dated(self, day: date, form: str) -> str:
        return _format_date(day, self.say(f"values.{form}"), self._territory)

    # For charts

    @property
    def d3_numbers(self) -> dict[str, Any]:
        """How d3-format writes this language's numbers."""
        return number_format(self._territory)

    @property
    def d3_dates(self) -> dict[str, Any]:
        """How d3-time-format writes this language's dates."""
        return time_format(self._territory)

    # Figures

    def figure(self, figure: Figure) -> str:
        """Return the value, or the words for why there is none."""
        if figure.estimate is not None:
            return self.on_scale(figure.metric, self.estimate(figure.estimate, figure.metric.unit))
        return self.say(f"values.shown.{figure.shown}", n=figure.n)

    def figure_interval(self, figure: Figure) -> str:
        """Return the interval of a figure, or the words for why there is none, such as „vollständig gezählt“."""
        if figure.estimate is None:
            return self.figure(figure)
        if figure.estimate.is_fact:
            return self.say("values.method.counted")
        return self.estimate_interval(figure.estimate, figure.metric.unit)

    def trend(self, change: Change) -> str:
        """Return the honest word: „wirklich gestiegen“, „Veränderung nicht nachweisbar“ and so on."""
        return self.say(f"values.trend.{change.trend}")

    def change(self, change: Change, metric: Metric) -> str:
        """Return the difference with its interval, or the word for why there is none."""
        if change.difference is None or change.low is None or change.high is None:
            return self.trend(change)
        decimals = decimals_of(change.estimate_now, metric.unit) if change.estimate_now else 0
        finer = decimals
        while (
            change.is_proven
            and finer < _FINEST
            and not all(round_half_away(end, finer) for end in (change.low, change.high))
        ):
            # A proven change has no 0 in its interval; rounding must not put one there.
            finer += 1
        return self.say(
            "values.change",
            difference=self.difference(change.difference, metric.unit, decimals),
            interval=self.signed_interval(change.low, change.high, finer),
        )

    def basis(self, change: Change) -> str:
        """Return what was compared with what, in words."""
        return self.say(
            f"values.basis.{change.comparison}",
            first=self.month(change.now[0]), last=self.month(change.now[1]), before=self.month(change.before[1]),
        )  # fmt: skip

    # Words

    def quoted(self, text: str) -> str:
        """Return the text in this language's quotation marks."""
        return self.say("values.quotes").replace("…", text)

    def _said(self, value: object) -> object:
        if isinstance(value, Month):
            return self.month(value)
        return self.day(value) if isinstance(value, date) else value

    def problem(self, problem: Problem) -> str:
        """Return a finding's message, without its place."""
        params = {name: self._said(value) for name, value in problem.params.items()}
        if "kind" in params:
            params["kind"] = self.say(f"problems.kinds.{params['kind']}")
        if "in_language" in params:
            params["in_language"] = self._territory.languages.get(str(params["in_language"]), params["in_language"])
        message = self.say(f"problems.{problem.id}", **params)
        nearest = params.get("nearest")
        return message + self.say("problems.did-you-mean", nearest=nearest) if nearest else message


@lru_cache(maxsize=4096)
def _format_date(day: date, pattern: str, territory: Territory) -> str:
    return format_date(day, pattern, locale=territory)


@cache
def speak(language: str) -> Locale:
    """Return the locale of a language.

    Raises:
        KeyError: there are no texts in that language; ask `available` first.
    """
    return Locale(language)


def available() -> tuple[str, ...]:
    """Return the languages there are texts for."""
    return languages()
