"""The target on a trend: hollow, because it is planned, over the months it is meant for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.charts.spoken import planned
from chefetage.charts.svg import element, width, words
from chefetage.model.month import Month

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markupsafe import Markup

    from chefetage.charts.canvas import Canvas
    from chefetage.locales import Locale
    from chefetage.model.estimate import Figure
    from chefetage.model.metric import Target

_THICK = 8
_HIGH = 14
"""Height of the label's letters."""


def draw_target(canvas: Canvas, target: Target, series: Sequence[Figure], locale: Locale) -> Markup:
    """Return a hollow bar from the beginning of the target's year to the month it is due, and its label.

    A target that is due later than the scale reaches runs to its end; the label says when it is due, and keeps clear of
    the course.
    """
    now = series[-1].month
    due = Month.of(target.by)
    year = Month(min(due, now).year if due < now else due.year, 1)
    start = min(max(year, canvas.first), now)
    end = min(max(due, start + 1), canvas.last) if canvas.last > start else canvas.last
    x, right = canvas.x(start), canvas.x(end)
    if right - x < 2 * canvas.step:
        x = max(canvas.format.left, right - 3 * canvas.step)
    y = canvas.y(target.value) - _THICK / 2
    value = planned(target.value, series[0].metric, locale)
    text = locale.say("charts.target", value=value)
    if canvas.format.wide:
        text = locale.say("charts.target-by", value=value, month=locale.month_short(due))
    fits = x + width(text, canvas.format.text + 3) < canvas.right
    long = width(text, canvas.format.text)
    start_of_label = x if fits else right - long
    clear = _clear_of(canvas, series, (start_of_label, start_of_label + long), y)
    label = words(text, x if fits else right, clear, "start" if fits else "end", class_="t-halo")
    return element("rect", class_="s-pl", x=x, y=y, width=right - x, height=_THICK) + label


def _clear_of(canvas: Canvas, series: Sequence[Figure], ends: tuple[float, float], y: float) -> float:
    """Return the height of the label: above the bar, or on that side of the band which is nearer to the bar."""
    above = y - 7
    near = [
        figure.estimate
        for figure in series
        if figure.estimate and ends[0] - canvas.step <= canvas.x(figure.month) <= ends[1] + canvas.step
    ]
    if not near:
        return above
    top = canvas.y(max(estimate.high for estimate in near))
    bottom = canvas.y(min(estimate.low for estimate in near))
    if above < top or above - _HIGH > bottom:
        return above
    higher, lower = min(above, top - 7), max(y + _THICK + _HIGH + 2, bottom + _HIGH + 4)
    fits_below = lower < canvas.bottom - 6
    return lower if fits_below and lower - y < y - higher else higher
