"""The scales of a trend: values at the left, months below, breaks on the line between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from chefetage.charts.scales import places
from chefetage.charts.svg import element, level, number, upright, width, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.charts.canvas import Canvas
    from chefetage.charts.scales import Axis
    from chefetage.locales import Locale
    from chefetage.model.month import Month

_YEAR = 40
"""Pixels that the number of a year takes."""


def draw_values(canvas: Canvas, locale: Locale) -> Markup:
    """Return the labelled lines of the scale, in the unit that the chart's note names.

    Zero is drawn in ink, the other lines as hairs.
    """
    left, right = canvas.format.left, canvas.right
    drawn: list[Markup] = []
    ticks = canvas.axis.ticks()
    for tick, label in zip(ticks, tick_labels(canvas.axis, locale), strict=True):
        y = canvas.y(tick)
        drawn.append(level("s-axis" if tick else "s-zero", left, right, y))
        drawn.append(words(label, left - 8, y + 4.5, "end", class_="t-note"))
    return Markup("").join(drawn)


def tick_labels(axis: Axis, locale: Locale) -> tuple[str, ...]:
    """Return the labels of a scale, all with as many decimals as the finest needs."""
    ticks = axis.ticks()
    decimals = max(places(tick) for tick in ticks)
    return tuple(locale.number(tick, decimals) for tick in ticks)


def draw_months(canvas: Canvas, locale: Locale) -> Markup:
    """Return the months: letters and years where there is room, else a mark a year."""
    return Markup("").join(_letters(canvas, locale) if canvas.format.wide else _januaries(canvas, locale))


def _letters(canvas: Canvas, locale: Locale) -> Iterator[Markup]:
    for index in range(canvas.months):
        month = canvas.first + index
        x = canvas.x(month)
        yield words(_letter(month, locale), x, canvas.bottom + 20, "middle", class_="t-note")
        if month.number == 1 and index > 0:
            edge = x - canvas.step / 2
            yield upright("s-axis", edge, canvas.bottom, canvas.bottom + 44)
            yield words(str(month.year), edge + 8, canvas.bottom + 42)
    until_january = (13 - canvas.first.number) % 12 or 12
    if until_january * canvas.step > _YEAR or until_january >= canvas.months:
        yield words(str(canvas.first.year), canvas.format.left - 6, canvas.bottom + 42)


def _januaries(canvas: Canvas, locale: Locale) -> Iterator[Markup]:
    free = -1.0
    months = [canvas.first + index for index in range(canvas.months)]
    for month in [month for month in months if month.number == 1] or months[:1]:
        x = canvas.x(month)
        yield upright("s-axis", x, canvas.bottom, canvas.bottom + 8)
        text = locale.month_short(month)
        if x >= free and x + width(text, canvas.format.text) < canvas.format.width:
            yield words(text, x + 4, canvas.bottom + 20)
            free = x + width(text, canvas.format.text) + 12


def _letter(month: Month, locale: Locale) -> str:
    return locale.month_short(month)[0]


def draw_breaks(canvas: Canvas, cuts: frozenset[Month]) -> Markup:
    """Return a double stroke through the lowest line, before each month that begins a new way of measuring."""
    strokes: list[Markup] = []
    for month in sorted(cuts):
        x, y = canvas.x(month) - canvas.step / 2 - 6, canvas.bottom + 6
        strokes.append(element("path", class_="s-break", d=f"M{number(x)} {number(y)}l5-12m2 12l5-12"))
    return Markup("").join(strokes)
