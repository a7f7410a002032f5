"""A course of 24 months in full: intervals, events, breaks, gaps, the target. Drawn twice, the column chooses."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from markupsafe import Markup

from chefetage.charts.canvas import NARROW, WIDE, Canvas, Format, months_between
from chefetage.charts.course import tell_course, tell_periods
from chefetage.charts.scales import Axis, metric_axis, places
from chefetage.charts.series import Run, breaks, line_class, marking, runs, withheld
from chefetage.charts.spoken import amount, listed
from chefetage.charts.svg import element, path, picture, width
from chefetage.charts.trend_marks import draw_events, draw_gaps, draw_last, draw_periods, flag_rows
from chefetage.charts.trend_scale import draw_breaks, draw_months, draw_values, tick_labels
from chefetage.charts.trend_target import draw_target
from chefetage.model.base import pick
from chefetage.model.month import Month

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chefetage.locales import Locale
    from chefetage.model.estimate import Change, Figure
    from chefetage.model.event import Event
    from chefetage.model.metric import Target

_AHEAD = 6
"""At most as many months are shown ahead of the last value, for the target."""

_ALONE = 4
"""Half the width of the band of a month that stands alone, in pixels of the drawing."""


@dataclass(frozen=True, slots=True)
class ProForma:
    """What a series would have been before it began, had its parts always been one."""

    series: Sequence[Figure]
    """The same months as the series itself."""
    names: str
    """The parts, as readers call them: `Nord und Süd`."""


@dataclass(frozen=True, slots=True)
class _Course:
    """What is drawn, whatever the format."""

    series: Sequence[Figure]
    events: Sequence[Event]
    """Those that mark this metric in these months."""
    target: Target | None
    change: Change | None
    locale: Locale
    pro_forma: ProForma | None

    @property
    def first(self) -> Month:
        return self.series[0].month

    @property
    def last(self) -> Month:
        return self.series[-1].month


def draw_trend(  # noqa: PLR0913 – what a trend shows
    series: Sequence[Figure],
    locale: Locale,
    *,
    target: Target | None = None,
    events: Sequence[Event] = (),
    axis: Axis | None = None,
    change: Change | None = None,
    pro_forma: ProForma | None = None,
) -> Markup:
    """Return the course in a wide and a narrow drawing, and below them what events and gaps mean.

    Args:
        series: oldest first, a figure a month; months without an estimate are gaps, never zero.
        locale: the page's language.
        target: shown hollow, up to the day it is due.
        events: numbered on the drawing and explained below; breaks interrupt the line and grey what came before.
        axis: the scale; default: the metric's own, or one that fits. Points always show the zero line.
        change: brings the two periods that were compared, as level lines; `None` leaves them out.
        pro_forma: brings the months before the series began, as a light line.
    """
    if not any(figure.estimate for figure in series):
        return element("p", locale.say("charts.nothing"), class_="ce-empty")
    told = [tell_course(series, locale, events)]
    if target is not None:
        value = amount(target.value, series[0].metric, locale, places(target.value))
        told.append(locale.say("charts.target-by", value=value, month=locale.month(Month.of(target.by))))
    if pro_forma is not None:
        earlier = tell_course(pro_forma.series, locale)
        told.append(locale.say("charts.say.pro-forma", names=pro_forma.names, course=earlier))
    told += tell_periods(series[0].metric, change, locale)
    scale = axis or metric_axis(series[0].metric, (*series, target.value if target else None))
    course = _Course(series, marking(series, events), target, change, locale, pro_forma)
    drawings = [
        picture(
            f"ce-trend ce-trend--{shape.name}", "; ".join(told), *_parts(_canvas(shape, scale, course), course),
            view_box=f"0 0 {shape.width} {shape.height}",
        )
        for shape in (WIDE, NARROW)
    ]  # fmt: skip
    return Markup("").join((*drawings, _events(course.events, locale), _notes(course)))


def _canvas(shape: Format, axis: Axis, course: _Course) -> Canvas:
    """Return the scales of a format: room for flags above, and at the right for the target or the last value."""
    months = months_between(course.first, course.last)
    due = months_between(course.last, Month.of(course.target.by)) if course.target else 0
    ahead = min(max(due, 0), _AHEAD)
    newest = course.series[-1]
    label = width(course.locale.figure(newest), 32 if shape.wide else 26) + 20 if newest.estimate else 0
    room = ahead * (shape.width - shape.left - 18) / max(months + ahead, 1)
    right = shape.width - max(18, 8 + label - room)
    longest = max((width(each, shape.text) for each in tick_labels(axis, course.locale)), default=0)
    shape = replace(shape, left=max(shape.left, longest + 9))
    rows = flag_rows(course.events, course.first, (right - shape.left) / max(months + ahead, 1))
    return Canvas(shape, axis, course.first, course.last + ahead, 46 + 22 * max(rows, default=0), right)


def _parts(canvas: Canvas, course: _Course) -> list[Markup]:
    series, target, locale = course.series, course.target, course.locale
    cuts = breaks(series, course.events)
    stretches = runs(series, cuts)
    parts = [draw_values(canvas, locale), draw_events(canvas, course.events)]
    parts += [_band(canvas, run) for run in stretches if not run.is_fact]
    if target is not None:
        parts.append(draw_target(canvas, target, series, locale))
    if course.pro_forma is not None:
        parts += [_line(canvas, replace(run, old=True)) for run in _before(course.pro_forma, series)]
    parts += [_line(canvas, run) for run in stretches]
    parts += [draw_breaks(canvas, cuts), draw_gaps(canvas, series)]
    parts.append(draw_periods(canvas, series, course.change, locale))
    parts += [draw_last(canvas, series[-1], target, locale), draw_months(canvas, locale)]
    return parts


def _before(pro_forma: ProForma, series: Sequence[Figure]) -> tuple[Run, ...]:
    """Return the pro forma months that the series itself does not have."""
    begun = next((index for index, figure in enumerate(series) if figure.estimate), len(series))
    return runs(pro_forma.series[:begun], frozenset())


def _band(canvas: Canvas, run: Run) -> Markup:
    upper = [(canvas.x(canvas.first + index), canvas.y(estimate.high)) for index, estimate in run.points]
    lower = [(canvas.x(canvas.first + index), canvas.y(estimate.low)) for index, estimate in reversed(run.points)]
    if len(run.points) == 1:
        (x, high), (_, low) = upper[0], lower[0]
        upper, lower = [(x - _ALONE, high), (x + _ALONE, high)], [(x + _ALONE, low), (x - _ALONE, low)]
    return path("s-band", upper + lower, closed=True)


def _line(canvas: Canvas, run: Run) -> Markup:
    points = [(canvas.x(canvas.first + index), canvas.y(estimate.value)) for index, estimate in run.points]
    return path(line_class(run), points)


def _events(events: Sequence[Event], locale: Locale) -> Markup:
    if not events:
        return Markup("")
    items: list[Markup] = []
    for event in events:
        heard = pick(event.title, locale.language)
        title = heard.value if heard else event.id
        text = locale.say("charts.break", title=title) if event.breaks else title
        when = element("b", locale.month_short(Month.of(event.date)))
        foreign = heard.language if heard and heard.language != locale.language else None
        items.append(element("li", when, " ", element("span", text, lang=foreign)))
    return element("ol", *items, class_="ce-events ce-ui", data_search_exclude="")


def _notes(course: _Course) -> Markup:
    notes = _gaps(course.series, course.locale)
    if course.pro_forma is None:
        return notes
    words = course.locale.say("charts.pro-forma", names=course.pro_forma.names)
    return element("p", words, class_="ce-gaps ce-note", data_search_exclude="") + notes


def _gaps(series: Sequence[Figure], locale: Locale) -> Markup:
    notes = [
        locale.say("charts.gap", word=locale.say(f"charts.gap-word.{reason}"), months=listed(months, locale))
        for reason, months in withheld(series).items()
    ]
    if not notes:
        return Markup("")
    return element("p", "× " + "; ".join(notes), class_="ce-gaps ce-note", data_search_exclude="")
