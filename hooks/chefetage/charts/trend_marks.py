"""What is marked on a trend: events, months without a value, a year ago, and now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from markupsafe import Markup

from chefetage.charts.canvas import FLAG, Canvas, months_between
from chefetage.charts.svg import dot, element, number, upright, width, words
from chefetage.model.estimate import Shown
from chefetage.model.month import Month

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chefetage.locales import Locale
    from chefetage.model.estimate import Change, Figure
    from chefetage.model.event import Event
    from chefetage.model.metric import Target


_CLEAR = 8
"""Pixels between the latest value and the middle of the target's bar."""
_PALE = 0.5
"""How dense the line of the earlier period is."""
_CAPITAL = 23
"""Height of its digits."""


def flag_rows(events: Sequence[Event], first: Month, step: float) -> list[int]:
    """Return the row of each event's flag, from 0, so that flags never overlap.

    Args:
        events: oldest first.
        first: the first month of the scale.
        step: pixels a month.
    """
    rows: list[int] = []
    ends: list[float] = []
    for event in events:
        x = months_between(first, Month.of(event.date)) * step
        row = next((index for index, end in enumerate(ends) if x - end >= 2 * FLAG + 1), len(ends))
        ends[row : row + 1] = [x]
        rows.append(row)
    return rows


def draw_events(canvas: Canvas, events: Sequence[Event]) -> Markup:
    """Return a numbered flag with a dotted line for each event; a break's line stands before its month."""
    drawn: list[Markup] = []
    for index, (event, row) in enumerate(zip(events, flag_rows(events, canvas.first, canvas.step), strict=True), 1):
        x = canvas.x(Month.of(event.date)) - (canvas.step / 2 if event.breaks else 0)
        y = 13 + 22 * row
        drawn.append(upright("s-event", x, y + FLAG, canvas.bottom))
        drawn.append(dot("s-flag", x, y, FLAG))
        drawn.append(words(str(index), x, y + 4.5, "middle", class_="t-flag"))
    return Markup("").join(drawn)


def draw_gaps(canvas: Canvas, series: Sequence[Figure]) -> Markup:
    """Return a small cross on the lowest line for each month whose value may not be shown or does not exist."""
    y = canvas.bottom - 9
    return Markup("").join(
        element("path", class_="s-gap", d=f"M{number(canvas.x(figure.month) - 3)} {number(y - 3)}l6 6m0-6l-6 6")
        for figure in series
        if figure.estimate is None and figure.shown is not Shown.NO_DATA
    )


def draw_periods(canvas: Canvas, series: Sequence[Figure], change: Change | None, locale: Locale) -> Markup:
    """Return the two periods that were compared, each as a level line with its value: grey before, dark now.

    Nothing where they may not be compared, or are sums of months; so the only two values that a reader sets against
    each other are those that were.
    """
    if change is None or change.difference is None or series[0].metric.adds_up:
        return Markup("")
    drawn: list[Markup] = []
    taken: Place | None = None
    for class_, shade, span, estimate in (
        ("s-level s-level--py", _PALE, change.before, change.estimate_before),
        ("s-level", 1.0, change.now, change.estimate_now),
    ):
        first, last = max(span[0], canvas.first), span[1]
        if estimate is None or last < first:
            continue
        y = canvas.y(estimate.value)
        reach = canvas.step / 3
        drawn.append(
            element(
                "line",
                class_=class_,
                x1=canvas.x(first) - reach,
                x2=canvas.x(last) + reach,
                y1=y,
                y2=y,
                stroke="currentColor",
                stroke_width=1.5,
                stroke_opacity=shade,
            )
        )
        value = locale.on_scale(series[0].metric, locale.estimate(estimate, series[0].metric.unit))
        text, taken = _period_label(canvas, series, (first, last), value, locale, taken)
        drawn.append(text)
    return Markup("").join(drawn)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line of text stands."""

    start: float
    end: float
    y: float

    def meets(self, other: Place, size: float) -> bool:
        """Whether two lines of text of one size would touch."""
        return self.start < other.end and other.start < self.end and abs(self.y - other.y) < size


def _period_label(  # noqa: PLR0913, PLR0917 – what a label keeps clear of
    canvas: Canvas,
    series: Sequence[Figure],
    span: tuple[Month, Month],
    value: str,
    locale: Locale,
    taken: Place | None,
) -> tuple[Markup, Place]:
    """Return a period's value and months, and where they stand: clear of the band and of the other period's.

    That is below the band where there is room, else above.
    """
    middle = (canvas.x(span[0]) + canvas.x(span[1])) / 2
    text = locale.say("charts.until", value=value, month=locale.month_short(span[1]))
    if canvas.format.wide:
        ends = {"first": locale.month_short(span[0]), "last": locale.month_short(span[1])}
        text = locale.say("charts.say.period", value=value, **ends)
    half = width(text, canvas.format.text) / 2
    # Not over the ends of the scale, which stand to the left.
    middle = max(middle, canvas.format.left + half)
    reach = half / canvas.step + 1
    at = months_between(canvas.first, span[0]) + months_between(*span) / 2
    near = [f.estimate for f in series if f.estimate and abs(months_between(canvas.first, f.month) - at) <= reach]
    y = canvas.y(min(estimate.low for estimate in near)) + 18 if near else canvas.bottom
    place = Place(middle - half, middle + half, y)
    if near and (y > canvas.bottom - 14 or (taken is not None and place.meets(taken, canvas.format.text))):
        place = replace(place, y=canvas.y(max(estimate.high for estimate in near)) - 8)
    return words(text, middle, place.y, "middle", class_="t-halo"), place


def draw_last(canvas: Canvas, figure: Figure, target: Target | None, locale: Locale) -> Markup:
    """Return the latest value as a dot with its number; the number keeps away from the target's line."""
    if figure.estimate is None:
        return Markup("")
    x, y = canvas.x(figure.month), canvas.y(figure.estimate.value)
    text = locale.figure(figure)
    below = 9.0
    if target is not None:
        distance = canvas.y(target.value) - y
        below = min(below, distance - _CLEAR) if distance >= 0 else max(below, distance + _CLEAR + _CAPITAL)
    size = 32 if canvas.format.wide else 26
    at = min(x + 13, canvas.format.width - width(text, size) * 0.8)
    return dot("s-ac", x, y, 8) + words(text, at, min(y + below, canvas.bottom - 4), class_="t-val t-halo")
