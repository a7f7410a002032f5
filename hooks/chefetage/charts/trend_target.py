"""The target on a trend: hollow, because it is planned, over the months it is meant for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.charts.svg import element, width, words
from chefetage.model.month import Month

if TYPE_CHECKING:
    from markupsafe import Markup

    from chefetage.charts.canvas import Canvas
    from chefetage.locales import Locale
    from chefetage.model.metric import Target, Unit

_THICK = 8


def draw_target(canvas: Canvas, target: Target, unit: Unit, now: Month, locale: Locale) -> Markup:
    """Return a hollow bar from the beginning of the target's year to the month it is due, and its label.

    A target that is due later than the scale reaches runs to its end; the label says when it is due.
    """
    due = Month.of(target.by)
    year = Month(min(due, now).year if due < now else due.year, 1)
    start = min(max(year, canvas.first), now)
    end = min(max(due, start + 1), canvas.last) if canvas.last > start else canvas.last
    x, right = canvas.x(start), canvas.x(end)
    if right - x < 2 * canvas.step:
        x = max(canvas.format.left, right - 3 * canvas.step)
    y = canvas.y(target.value) - _THICK / 2
    value = locale.value(target.value, unit)
    text = locale.say("charts.target", value=value)
    if canvas.format.wide:
        text = locale.say("charts.target-by", value=value, month=locale.month_short(due))
    fits = x + width(text, canvas.format.text + 3) < canvas.right
    label = words(text, x if fits else right, y - 7, "start" if fits else "end", class_="t-halo")
    return element("rect", class_="s-pl", x=x, y=y, width=right - x, height=_THICK) + label
