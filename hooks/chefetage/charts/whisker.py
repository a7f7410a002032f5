"""One value with its interval, its target and the period before, on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from chefetage.charts.scales import Axis, metric_axis, places
from chefetage.charts.spoken import amount, end_labels, estimated, planned, told
from chefetage.charts.svg import dot, element, level, percent, picture, upright, whisker, width, words
from chefetage.model.estimate import Shown

if TYPE_CHECKING:
    from chefetage.locales import Locale
    from chefetage.model.estimate import Change, Estimate, Figure

_LINE = 40
"""Height of the scale in pixels from the top; all heights here are."""
_FOOT = 66
"""Height of the labels below the scale."""
_END = 30
"""Pixels that the label of an end may take."""
_NARROWEST = 250
"""Width in pixels of the narrowest column a whisker stands in; labels are kept apart for it."""
_CLEAR = 10
"""Pixels between two labels."""
_NEAR_END = 70
"""From here on, in per cent, a label stands to the left of its mark."""


def draw_whisker(
    figure: Figure, change: Change | None, locale: Locale, *, target: float | None = None, axis: Axis | None = None
) -> Markup:
    """Return value, interval, target and the period before, on a scale with labelled ends.

    Args:
        figure: what is shown; without an estimate the words for that stand on the scale.
        change: brings the period before, as a grey dot; `None` leaves it out.
        locale: the page's language.
        target: in the metric's unit.
        axis: the scale; default: the metric's own, or one that fits.
    """
    unit = figure.metric.unit
    scale = axis or metric_axis(figure.metric, (figure, change, target))
    before = change.estimate_before if change and not figure.metric.adds_up else None
    interval = locale.figure_interval(figure) if figure.estimate else None
    labels = _free_ends(end_labels(scale, unit, locale), figure.estimate, interval, scale)
    parts = [_scale(scale, labels)]
    if scale.low < 0 < scale.high:
        parts.append(_zero(scale, figure.estimate, interval, locale.value(0, unit)))
    if figure.estimate is None:
        target = None  # the words stand where its label would
        parts.append(words(locale.figure(figure), "50%", _LINE - 12, "middle", class_="t-word"))
    elif before is not None:
        parts.append(dot("s-py", percent(scale.at(before.value)), _LINE, 4.5))
    if figure.estimate is not None and interval is not None:
        parts.append(_interval(figure.estimate, scale, interval))
    if target is not None:
        parts.append(
            _target(scale.at(target), locale.say("charts.target", value=planned(target, figure.metric, locale)))
        )
    if figure.estimate is not None:
        parts.append(dot("s-ac", percent(scale.at(figure.estimate.value)), _LINE, 7))
    classes = "ce-whisker" + (" s-wide" if figure.shown is Shown.WIDE else "")
    return picture(classes, _label(figure, change, target, locale), *parts)


def _scale(axis: Axis, ends: tuple[str, str]) -> Markup:
    drawn = [level("s-axis", "0", "100%", _LINE)]
    for value, label, anchor in ((axis.low, ends[0], "start"), (axis.high, ends[1], "end")):
        x = percent(axis.at(value))
        drawn.append(upright("s-zero" if value == 0 else "s-axis", x, _LINE - 6, _LINE + 6))
        if label:
            drawn.append(words(label, x, _FOOT, anchor, class_="t-note"))
    return Markup("").join(drawn)


def _zero(axis: Axis, estimate: Estimate | None, interval: str | None, label: str) -> Markup:
    """Return the zero line inside a scale, with its label where that keeps away from the other labels."""
    x = axis.at(0)
    mark = upright("s-zero", percent(x), _LINE - 6, _LINE + 6)
    taken: list[tuple[float, float]] = [(0, _END), (100, _END)]
    if estimate is not None and interval is not None:
        taken.append(((axis.at(estimate.low) + axis.at(estimate.high)) / 2, width(interval) / 2))
    near = any(abs(x - place) * _NARROWEST / 100 < half + _CLEAR + width(label) for place, half in taken)
    return mark if near else mark + words(label, percent(x), _FOOT, "middle", class_="t-note")


def _interval(estimate: Estimate, axis: Axis, label: str) -> Markup:
    low, high = axis.at(estimate.low), axis.at(estimate.high)
    middle = (low + high) / 2
    drawn = [] if estimate.is_fact else whisker(low, high, _LINE, 7)
    half = 100 * width(label) / 2 / _NARROWEST
    x, anchor = percent(middle), "middle"
    if middle < half:
        x, anchor = "0", "start"
    elif middle > 100 - half:
        x, anchor = "100%", "end"
    return Markup("").join([*drawn, words(label, x, _FOOT, anchor)])


def _free_ends(ends: tuple[str, str], estimate: Estimate | None, interval: str | None, axis: Axis) -> tuple[str, str]:
    """Return the labels of the ends, without one that the interval's label would touch."""
    if estimate is None or interval is None:
        return ends
    middle = _NARROWEST * (axis.at(estimate.low) + axis.at(estimate.high)) / 200
    half = width(interval) / 2
    left, right = max(min(middle, _NARROWEST - half) - half, 0), min(max(middle, half) + half, _NARROWEST)
    low = ends[0] if left - _CLEAR >= width(ends[0]) else ""
    high = ends[1] if right + _CLEAR <= _NARROWEST - width(ends[1]) else ""
    return low, high


def _target(position: float, label: str) -> Markup:
    x = percent(position)
    late = position > _NEAR_END
    diamond = element("path", class_="s-pl", d="M0-7 7 0 0 7-7 0z")
    return (
        upright("s-stem", x, 22, 33)
        + element("svg", diamond, x=x, y=16, width=1, height=1, overflow="visible")
        + words(label, x, 20, "end" if late else "start", dx=-12 if late else 12)
    )


def _label(figure: Figure, change: Change | None, target: float | None, locale: Locale) -> str:
    metric = figure.metric
    said = [told(figure, locale)]
    if target is not None:
        said.append(locale.say("charts.target", value=amount(target, metric, locale, places(target))))
    before = change.estimate_before if change and not metric.adds_up else None
    if change is not None and before is not None and figure.estimate is not None:
        first, last = (locale.month(month) for month in change.before)
        value = estimated(before, metric, locale)
        said.append(locale.say("charts.say.period", first=first, last=last, value=value))
    return "; ".join(said)
