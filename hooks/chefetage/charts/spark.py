"""A course of 24 months, as small as a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from chefetage.charts.course import tell_course
from chefetage.charts.scales import Axis
from chefetage.charts.series import Run, breaks, line_class, runs
from chefetage.charts.svg import dot, element, path, percent, picture, upright
from chefetage.model.estimate import Shown
from chefetage.model.metric import Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chefetage.locales import Locale
    from chefetage.model.estimate import Figure
    from chefetage.model.event import Event
    from chefetage.model.metric import Metric

SPAN = 44.0
"""Points or percentage points over the whole height, the same for all metrics: equal steps look equal."""
_PART = SPAN / 100
"""Part of its scale over the whole height for a mean; of the highest value, for what has no scale but zero."""


def draw_spark(series: Sequence[Figure], locale: Locale, events: Sequence[Event] = ()) -> Markup:
    """Return line and interval band, and below them the first and the last month.

    Args:
        series: oldest first, a figure a month; months without an estimate are gaps.
        locale: the page's language.
        events: of these, breaks interrupt the line and grey what came before.
    """
    if not series:
        return Markup("")
    stretches = runs(series, breaks(series, events))
    scale = _scale(stretches, series[0].metric)
    step = 100 / max(len(series) - 1, 1)

    def place(index: int, value: float) -> tuple[float, float]:
        return index * step, 100 - scale.at(value)

    bands = [_band(run, place) for run in stretches if len(run.points) > 1 and not run.is_fact]
    lines = [path(line_class(run), [place(i, e.value) for i, e in run.points]) for run in stretches]
    stretched = element(
        "svg", *bands, *lines, width="100%", height="100%", view_box="0 0 100 100", preserve="none", overflow="visible"
    )
    marks = [
        upright("s-gap", percent(index * step), "92%", "100%")
        for index, figure in enumerate(series)
        if figure.estimate is None and figure.shown is not Shown.NO_DATA
    ]
    last = series[-1].estimate
    if last is not None:
        marks.append(dot("s-ac", "100%", percent(100 - scale.at(last.value)), 6))
    ends = (element("span", locale.month_short(figure.month)) for figure in (series[0], series[-1]))
    drawing = picture("ce-spark", tell_course(series, locale, events), stretched, *marks)
    return drawing + element("p", *ends, class_="ce-ends ce-note", data_search_exclude="")


def _scale(stretches: Sequence[Run], metric: Metric) -> Axis:
    estimates = [estimate for run in stretches for _, estimate in run.points]
    if not estimates:
        return Axis(0, 1)
    low, high = min(e.low for e in estimates), max(e.high for e in estimates)
    half = max(_span(metric, high), 1.08 * (high - low)) / 2 or 1
    middle = (low + high) / 2
    return Axis(middle - half, middle + half)


def _span(metric: Metric, highest: float) -> float:
    if metric.unit in {Unit.POINTS, Unit.PERCENT}:
        return SPAN
    return _PART * (metric.scale[1] - metric.scale[0] if metric.unit is Unit.SCALE and metric.scale else highest)


def _band(run: Run, place: _Place) -> Markup:
    upper = [place(index, estimate.high) for index, estimate in run.points]
    lower = [place(index, estimate.low) for index, estimate in reversed(run.points)]
    return path("s-band", upper + lower, closed=True)


if TYPE_CHECKING:
    from collections.abc import Callable

    _Place = Callable[[int, float], tuple[float, float]]
