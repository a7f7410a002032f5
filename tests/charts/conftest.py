"""Figures to draw, made from counts by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import sqrt
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

from chefetage.locales import speak
from chefetage.model.counts import Counts, NpsCounts, ShareCounts
from chefetage.model.estimate import Change, Estimate, Figure, Shown, Trend
from chefetage.model.event import Event
from chefetage.model.metric import Comparison, Metric
from chefetage.model.month import Month

if TYPE_CHECKING:
    from collections.abc import Iterable

    from chefetage.locales.locale import Locale

OCTOBER = Month(2026, 10)


def metric(kind: str = "nps", **fields: Any) -> Metric:
    unit = "points" if kind == "nps" else "percent"
    given: dict[str, Any] = {
        "id": kind, "name": {"de": "Weiterempfehlung", "en": "Recommendation"}, "kind": kind, "unit": unit,
        "question": {"de": "Wie …?"}, "direction": "up", "cadence": "month", "owner": {"de": "Team"},
        "source": "survey", "meaning": {"de": "Von 100 …"},
    }  # fmt: skip
    if kind != "nps":
        given["top"] = (4, 5)
    return Metric.model_validate(given | fields)


def estimate(value: float, n: int = 420, half: float | None = None) -> Estimate:
    width = half if half is not None else 160 / sqrt(n) * 0.7
    return Estimate(value, value - width, value + width, n, "test")


def figure(
    value: float | None = 41, *, month: Month = OCTOBER, n: int | None = 420, shown: Shown | None = None,
    of: Metric | None = None, half: float | None = None,
) -> Figure:  # fmt: skip
    about = of or metric()
    shown = shown or (Shown.FULL if value is not None else Shown.NO_DATA)
    known = estimate(value, n or 1, half) if value is not None and shown in {Shown.FULL, Shown.WIDE} else None
    counts: Counts | None = None
    if known is not None and n:
        promoters = round(n * (50 + value / 2) / 100)
        counts = (
            NpsCounts(promoters, n // 5, n - promoters - n // 5)
            if about.kind == "nps"
            else ShareCounts(round(n * value / 100), n)
        )
    return Figure(about, month, "all", shown, n, known, counts, None, date(2026, 11, 9), "survey")


def series(values: Iterable[float | Shown], of: Metric | None = None, last: Month = OCTOBER) -> tuple[Figure, ...]:
    listed = list(values)
    first = last - (len(listed) - 1)
    return tuple(
        figure(None, month=first + index, shown=value, n=3, of=of)
        if isinstance(value, Shown)
        else figure(value, month=first + index, of=of)
        for index, value in enumerate(listed)
    )


def change(before: float = 31, now: float = 36, trend: Trend = Trend.UP) -> Change:
    ends = (Month(2025, 11), OCTOBER)
    return Change(
        trend, Comparison.YEAR, ends, (ends[0] - 12, ends[1] - 12), now - before, now - before - 3, now - before + 3,
        estimate_now=estimate(now, 5000), estimate_before=estimate(before, 5000),
    )  # fmt: skip


def event(day: str, title: str = "Neues Sortiment", *, breaks: bool = False, metrics: tuple[str, ...] = ()) -> Event:
    return Event.model_validate(
        {"id": f"e{day}", "date": day, "title": {"de": title}, "break": breaks, "metrics": metrics}
    )


@dataclass(frozen=True)
class Drawing:
    """A drawing taken apart, to count what is in it."""

    root: ET.Element

    def count(self, class_: str) -> int:
        return len(self.all(class_))

    def all(self, class_: str) -> list[ET.Element]:
        return [node for node in self.root.iter() if class_ in node.get("class", "").split()]

    def texts(self) -> list[str]:
        return ["".join(node.itertext()) for node in self.root.iter("text")]

    @property
    def label(self) -> str:
        return next(node.get("aria-label", "") for node in self.root.iter("svg") if node.get("role") == "img")


def parse(markup: str) -> Drawing:
    """Take a drawing apart; attributes without a value are given one, as XML wants it."""
    return Drawing(ET.fromstring("<x>" + str(markup).replace("data-search-exclude", 'data-search-exclude=""') + "</x>"))


@pytest.fixture(params=["de", "en"])
def locale(request: pytest.FixtureRequest) -> Locale:
    return speak(request.param)


@pytest.fixture
def german() -> Locale:
    return speak("de")
