"""A chart with its sentence: a metric over time, or by groups of customers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from chefetage.charts import draw_pair, draw_trend, metric_axis
from chefetage.pages.index import index_of
from chefetage.pages.parts.number import SERIES, next_target
from chefetage.pages.parts.segments import SegmentsView, view_segments
from chefetage.pages.press import phrase

if TYPE_CHECKING:
    from chefetage.model.base import Id
    from chefetage.model.estimate import Change
    from chefetage.model.metric import Metric
    from chefetage.pages.context import Context

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
    shown = [figure for figure in series if figure.estimate]
    drawing, note = Markup(), Markup.escape(c.say("chart.no-data"))
    if shown and c.month:
        target = next_target(c, metric)
        axis = metric_axis(metric, [*series, target.value if target else None])
        first = c.month - (months - 1)
        drawing = draw_trend(series, c.locale, target=target, events=index_of(c.project).events[metric.id], axis=axis)
        note = phrase(
            c, "chart.note", company=c.project.brand.company, what=unit_words(c, metric),
            first=c.locale.month(first), last=c.locale.month(c.month),
        )  # fmt: skip
    return ChartView(trend_title(c, metric, c.change(metric.id)), note, drawing)


def view_groups(c: Context, metric: Metric, dimension: Id) -> ChartView:
    """Return a metric by the groups of one dimension: a small graphic for two to four, else a table."""
    segments = view_segments(c, metric, (dimension,))
    found = segments.dimensions[0] if segments.dimensions else None
    groups = [group for group in found.groups if group.figure.estimate] if found else []
    title = phrase(c, "chart.by-group", name=c.line(metric, "name"), dimension=found.name if found else dimension)
    if not groups or c.month is None:
        return ChartView(title, Markup.escape(c.say("chart.no-data")), Markup(), hidden=found.hidden if found else "")
    note = phrase(
        c, "chart.group-note", month=c.locale.month(c.month), unit=c.say(f"unit.{metric.unit}"),
        level=level_words(c, segments.compared),
    )  # fmt: skip
    drawing = Markup()
    if len(groups) in _PAIR:
        rows = [(group.name, group.figure) for group in groups]
        drawing = draw_pair(rows, c.locale, segments.axis)
    return ChartView(title, note, drawing, segments, found.hidden if found else "")


def trend_title(c: Context, metric: Metric, change: Change | None) -> Markup:
    """Return the chart's sentence: what has changed where that is proven, else that it is not."""
    name = c.line(metric, "name")
    if change is None:
        return name
    if change.is_proven:
        return phrase(c, "chart.proven", name=name, change=c.locale.change(change, metric), word=c.locale.trend(change))
    return phrase(c, "chart.unproven", name=name, word=c.locale.trend(change))


def unit_words(c: Context, metric: Metric) -> Markup:
    """Return the metric with its unit, as a chart's note says it."""
    return phrase(c, f"chart.in.{metric.unit}", name=c.line(metric, "name"))


def level_words(c: Context, compared: int) -> str:
    """Return what the intervals are, and that they were widened for comparing several groups."""
    return c.say("segments.widened", n=c.locale.number(compared)) if compared > 1 else c.say("segments.plain")
