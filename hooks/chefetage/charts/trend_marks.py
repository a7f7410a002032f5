"""What is marked on a trend: events, months without a value, a year ago, and now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from chefetage.charts.canvas import FLAG, Canvas, months_between
from chefetage.charts.svg import dot, element, number, upright, width, words
from chefetage.model.estimate import Shown
from chefetage.model.month import Month

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chefetage.locales import Locale
    from chefetage.model.estimate import Figure
    from chefetage.model.metric import Event, Target


_NEAR = 2
"""Months to either side that a label at a month reaches over."""


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


def draw_year_ago(canvas: Canvas, series: Sequence[Figure], cuts: frozenset[Month], locale: Locale) -> Markup:
    """Return a grey dot with its value at the same month of last year, where it can be compared with today's."""
    now = series[-1].month
    then = next((figure for figure in series if figure.month == now - 12), None)
    if then is None or then.estimate is None or any(then.month < cut <= now for cut in cuts):
        return Markup("")
    x, y = canvas.x(then.month), canvas.y(then.estimate.value)
    text = locale.figure(then)
    if canvas.format.wide:
        text = locale.say("charts.value-in", value=text, month=locale.month_short(then.month))
    near = [f.estimate for f in series if f.estimate and abs(months_between(then.month, f.month)) <= _NEAR]
    label_y = canvas.y(min(estimate.low for estimate in near)) + 18
    if label_y > canvas.bottom - 6:
        label_y = canvas.y(max(estimate.high for estimate in near)) - 8
    return dot("s-py s-ring", x, y, 6) + words(text, x, label_y, "middle", class_="t-halo")


def draw_last(canvas: Canvas, figure: Figure, target: Target | None, locale: Locale) -> Markup:
    """Return the latest value as a dot with its number; the number keeps away from the target's line."""
    if figure.estimate is None:
        return Markup("")
    x, y = canvas.x(figure.month), canvas.y(figure.estimate.value)
    text = locale.figure(figure)
    below = 9.0
    if target is not None:
        distance = canvas.y(target.value) - y
        if 0 <= distance < 26:  # noqa: PLR2004 – pixels from the middle of the number to its edge
            below = -6
        elif -26 < distance < 0:  # noqa: PLR2004 – the same
            below = 22
    size = 32 if canvas.format.wide else 26
    at = min(x + 13, canvas.format.width - width(text, size) * 0.8)
    return dot("s-ac", x, y, 8) + words(text, at, min(y + below, canvas.bottom - 4), class_="t-val t-halo")
