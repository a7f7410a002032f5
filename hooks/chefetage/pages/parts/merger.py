"""Groups that became one: their own course since, and before that what they would have been together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from babel.lists import format_list
from markupsafe import Markup

from chefetage.charts import ProForma, draw_trend, metric_axis
from chefetage.model.estimate import Shown
from chefetage.model.event import Event
from chefetage.pages.parts.chart import ChartView
from chefetage.pages.parts.number import SERIES
from chefetage.pages.parts.segments import group_name
from chefetage.pages.press import phrase
from chefetage.stats.figures import breaks_of, predecessors, segment_groups
from chefetage.stats.figures import series as series_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.metric import Metric
    from chefetage.pages.context import Context


def view_mergers(c: Context, metric: Metric) -> list[ChartView]:
    """Return a chart for every group of the page's month that others were merged into within the months shown."""
    return [view for group, names in _merged(c, metric) if (view := _view(c, metric, group, names)) is not None]


def _merged(c: Context, metric: Metric) -> Iterator[tuple[str, list[str]]]:
    if c.month is None:
        return
    for dimension in c.project.dimensions:
        for group in segment_groups(c.project, metric.id, c.month, dimension):
            former = predecessors(c.project, group)
            if former:
                yield group, [group_name(c, each) for each in former]


def _view(c: Context, metric: Metric, group: str, names: list[str]) -> ChartView | None:
    """Return the chart; `None` where the whole course shown lies after the merger."""
    whole = c.series(metric.id, SERIES, group)
    merged = breaks_of(c.project, metric.id, group) - breaks_of(c.project, metric.id, group, pro_forma=True)
    began = max((month for month in merged if whole[0].month < month <= whole[-1].month), default=None)
    if began is None or not any(figure.estimate for figure in whole if figure.month >= began):
        return None
    # Before that month the group was another one, even where its name was the same.
    series = [each if each.month >= began else replace(each, estimate=None, shown=Shown.NO_DATA) for each in whole]
    together = series_of(c.project, metric.id, whole[-1].month, SERIES, group, c.as_of, pro_forma=True)
    parts = format_list(names, locale=c.language)
    title = c.locale.say("charts.merged", names=parts)
    event = {"id": f"since-{began}", "date": began.first_day, "title": {c.language: title}, "break": True}
    return ChartView(
        title=phrase(c, "chart.unproven", name=c.line(metric, "name"), word=group_name(c, group)),
        note=Markup.escape(c.say("metric.merged-note", group=group_name(c, group), month=c.locale.month(began))),
        drawing=draw_trend(
            series, c.locale, axis=metric_axis(metric, (*series, *together)), pro_forma=ProForma(together, parts),
            events=[Event.model_validate(event)],
        ),
    )  # fmt: skip
