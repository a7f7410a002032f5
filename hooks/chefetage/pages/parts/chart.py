"""A chart with its sentence: a metric over time, or by groups of customers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from chefetage.charts import draw_pair, draw_trend
from chefetage.model.metric import Unit
from chefetage.pages.parts.number import SERIES, axis_of, next_target, omitted_words
from chefetage.pages.parts.segments import SegmentsView, dimension_name, view_segments
from chefetage.pages.press import number_word, phrase

if TYPE_CHECKING:
    from chefetage.model.base import Id
    from chefetage.model.estimate import Change
    from chefetage.model.metric import Metric
    from chefetage.pages.context import Context
    from chefetage.pages.parts.segments import DimensionView, GroupView

_PAIR = range(2, 5)
"""So many groups fit a small graphic; others make a table."""


@dataclass(frozen=True, slots=True)
class ChartView:
    """One chart; `drawing` is empty where only a word can be shown."""

    title: Markup
    note: Markup
    drawing: Markup
    segments: SegmentsView | None = None
    """For a chart by groups."""
    hidden: str = ""


def view_trend(c: Context, metric: Metric, months: int = SERIES) -> ChartView:
    """Return a metric over time, up to the page's month."""
    series = c.series(metric.id, months)
    shown, change = [figure for figure in series if figure.estimate], c.change(metric.id)
    drawing, note = Markup(), _no_data(c, metric)
    if shown and c.month:
        target = next_target(c, metric)
        axis = axis_of(c, metric)
        first = c.month - (months - 1)
        events = c.index.events.get(metric.id, ())
        drawing = draw_trend(series, c.locale, target=target, events=events, axis=axis, change=change)
        note = phrase(
            c, "chart.note", company=c.project.brand.company, what=unit_words(c, metric),
            first=c.locale.month(first), last=c.locale.month(c.month),
            band=c.say("chart.counted" if shown[-1].estimate and shown[-1].estimate.is_fact else "chart.band"),
            periods=c.say("chart.periods") if _shows_periods(metric, change) else "",
        )  # fmt: skip
    return ChartView(trend_title(c, metric, change), note, drawing)


def _shows_periods(metric: Metric, change: Change | None) -> bool:
    return change is not None and change.difference is not None and not metric.adds_up


def view_groups(c: Context, metric: Metric, dimension: Id) -> ChartView:
    """Return a metric by the groups of one dimension: a small graphic for two to four, else a table."""
    segments = view_segments(c, metric, (dimension,))
    found = segments.dimensions[0] if segments.dimensions else None
    groups = [group for group in found.groups if group.figure.estimate] if found else []
    title = groups_title(c, metric, segments) or phrase(
        c, "chart.by-group", name=c.line(metric, "name"), dimension=dimension_name(c, dimension)
    )
    if not groups or segments.month is None:
        return ChartView(title, _no_data(c, metric), Markup(), hidden=found.hidden if found else "")
    note = phrase(
        c, "chart.group-note", month=c.locale.month(segments.month), unit=c.say(f"unit.{metric.unit}"),
        level=level_words(c, segments),
    )  # fmt: skip
    drawing = Markup()
    if len(groups) in _PAIR:
        rows = [(group.name, group.figure) for group in groups]
        drawing = draw_pair(rows, c.locale, segments.axis)
    return ChartView(title, note, drawing, segments, found.hidden if found else "")


def _no_data(c: Context, metric: Metric) -> Markup:
    return omitted_words(c, metric) or Markup.escape(c.say("chart.no-data"))


def trend_title(c: Context, metric: Metric, change: Change | None) -> Markup:
    """Return the chart's sentence: what has changed where that is proven, else that it is not."""
    name = c.line(metric, "name")
    if change is None:
        return name
    if change.is_proven:
        return phrase(c, "chart.proven", name=name, change=c.locale.change(change, metric), word=c.locale.trend(change))
    return phrase(c, "chart.unproven", name=name, word=c.locale.trend(change))


def _ends(dimension: DimensionView) -> tuple[GroupView, GroupView] | None:
    known = [(group.figure.estimate.value, group) for group in dimension.groups if group.figure.estimate]
    if len(known) < _PAIR.start:
        return None
    values = sorted(known, key=lambda each: each[0])
    return values[0][1], values[-1][1]


def _are_apart(low: GroupView, high: GroupView) -> bool:
    below, above = low.figure.estimate, high.figure.estimate
    return below is not None and above is not None and below.high < above.low


def unit_words(c: Context, metric: Metric) -> Markup:
    """Return the metric with its unit, as a chart's note says it."""
    return phrase(c, f"chart.in.{metric.unit}", name=c.line(metric, "name"))


def level_words(c: Context, segments: SegmentsView) -> str:
    """Return what the intervals are, that they were widened for comparing several groups, and what hollow dots mean."""
    if segments.is_counted:
        return c.say("segments.counted")
    several = segments.compared > 1
    words = c.say("segments.widened", n=number_word(c, segments.compared)) if several else c.say("segments.plain")
    return f"{words} {c.say('segments.wide')}" if segments.has_hollow else words


def groups_title(c: Context, metric: Metric, segments: SegmentsView) -> Markup:
    """Return the sentence of a chart by groups: the highest and the lowest value of a dimension.

    Only where their intervals lie apart; else it says that what differs may be chance. Empty without two values.
    """
    ends = [ends for dimension in segments.dimensions if (ends := _ends(dimension))]
    if not ends:
        return Markup()
    apart = next((pair for pair in ends if _are_apart(*pair)), None)
    if apart is None:
        return phrase(c, "chart.groups.alike", name=c.line(metric, "name"))
    low, high = apart
    return phrase(
        c, "chart.groups.points" if metric.unit is Unit.POINTS else "chart.groups.others",
        name=c.line(metric, "name"), highest=high.name, lowest=low.name,
        high=f"{high.value.text}{high.value.unit}", low=f"{low.value.text}{low.value.unit}",
    )  # fmt: skip
