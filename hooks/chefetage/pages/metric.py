"""One metric: the value, its course, its groups, what it does not show, and its data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from chefetage.charts import answers_of, draw_distribution
from chefetage.model.counts import MeanCounts, NpsCounts
from chefetage.model.estimate import Shown
from chefetage.model.metric import Cadence, MetricKind, Unit
from chefetage.model.month import Month
from chefetage.pages.address import address_of
from chefetage.pages.parts.ask import view_promise
from chefetage.pages.parts.basis import basis_words
from chefetage.pages.parts.chart import groups_title, level_words, unit_words, view_trend
from chefetage.pages.parts.definition import definitions
from chefetage.pages.parts.merger import view_mergers
from chefetage.pages.parts.number import SERIES, target_words, view_figures
from chefetage.pages.parts.segments import view_segments
from chefetage.pages.press import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.estimate import Figure
    from chefetage.model.event import Event
    from chefetage.model.metric import Metric
    from chefetage.model.page import Page
    from chefetage.pages.context import Context
    from chefetage.pages.press import Press


@dataclass(frozen=True, slots=True)
class MonthView:
    """One row of the data."""

    month: str
    cells: tuple[str, ...]
    """Value, interval, n and, for a score, its three groups."""
    word: str
    """Why there is no value; then `cells` is empty."""
    breaks: tuple[Event, ...]
    """What began to be measured in another way in this month; earlier rows cannot be compared."""
    events: tuple[Event, ...]
    """What else happened in this month, as marked in the charts."""


def write(press: Press) -> Iterator[Page]:
    """Yield the page of every metric."""
    for metric in press.project.metrics.values():
        c = press.context(address_of("metric", metric.id))
        yield press.page(
            c,
            "metrics",
            c.plain(metric, "name"),
            _article(press, c, metric),
            description=c.plain(metric, "unit_note") or c.plain(metric, "name"),
            source=metric,
        )


def _article(press: Press, c: Context, metric: Metric) -> Markup:
    index = press.index
    figure = c.figure(metric.id)
    (row,) = view_figures(c, [metric])
    segments = view_segments(c, metric, press.project.dimensions)
    return c.render(
        "pages/metric.html",
        metric=metric,
        row=row,
        basis=basis_words(c, figure),
        target=target_words(c, metric),
        trend=view_trend(c, metric),
        distribution=_distribution(c, figure),
        distribution_note=phrase(
            c, "metric.distribution-note", company=press.project.brand.company,
            month=c.locale.month(figure.month) if figure else "",
        ),
        distribution_title=_distribution_title(c, figure),
        segments=segments,
        segments_title=groups_title(c, metric, segments),
        segments_note=phrase(
            c, "metric.segments-note", company=press.project.brand.company, what=unit_words(c, metric),
            month=c.locale.month(segments.month) if segments.month else "", level=level_words(c, segments),
        ),
        merged=view_mergers(c, metric),
        audiences=_audiences(c, metric),
        months=_months(c, metric, index.events[metric.id]),
        is_score=metric.kind is MetricKind.NPS,
        definitions=definitions(c, metric),
        successor=press.project.metrics.get(metric.successor) if metric.successor else None,
        asks=[view_promise(c, ask) for ask in index.asks.get(metric.id, ())],
        measures=index.measures.get(metric.id, ()),
        stories=index.stories.get(metric.id, ()),
        voices=sum(c.may_show(quote) for quote in index.quotes.get(metric.id, ())),
    )  # fmt: skip


def _distribution(c: Context, figure: Figure | None) -> Markup:
    """Draw how the answers divide; of the month alone, as two months side by side would look like a change."""
    if figure is None or figure.counts is None:
        return Markup()
    return draw_distribution(figure, None, c.locale)


def _distribution_title(c: Context, figure: Figure | None) -> Markup:
    """Return the chart's sentence: who recommends and who does not, or the share with what it is a share of."""
    if figure is None or figure.counts is None or figure.estimate is None:
        return Markup()
    counts = answers_of(figure)
    if isinstance(counts, MeanCounts):
        return phrase(c, "metric.distribution-mean", mean=c.locale.figure(figure))
    if isinstance(counts, NpsCounts):
        shares = (c.locale.value(100 * each / counts.n, Unit.PERCENT) for each in (counts.promoters, counts.detractors))
        return phrase(c, "metric.distribution-score", **dict(zip(("for_us", "against_us"), shares, strict=True)))
    name = c.line(figure.metric, "unit_note") or c.line(figure.metric, "name")
    return phrase(c, "metric.distribution-share", share=c.locale.figure(figure), name=name)


def _audiences(c: Context, metric: Metric) -> list[tuple[str, Markup]]:
    heard = c.heard(metric, "so_what")
    return [(_audience(c, name), c.entry(metric, "so_what", name)) for name in (heard.value if heard else ())]


def _audience(c: Context, name: str) -> str:
    return c.say(f"audience.{name}") if c.locale.knows(f"site.audience.{name}") else name


def _months(c: Context, metric: Metric, events: tuple[Event, ...]) -> list[MonthView]:
    breaks = [event for event in events if event.breaks]
    new_starts = {Month.of(event.date) for event in breaks}
    series = c.series(metric.id, SERIES)
    if not any(figure.n for figure in series):
        return []
    if metric.cadence is Cadence.QUARTER:
        series = tuple(each for each in series if each.shown is not Shown.NO_DATA or each.month in new_starts)
    return [
        MonthView(
            month=c.locale.month_short(figure.month),
            cells=_cells(c, figure),
            word="" if figure.estimate else _why_none(c, figure),
            breaks=tuple(event for event in breaks if Month.of(event.date) == figure.month),
            events=tuple(e for e in events if not e.breaks and Month.of(e.date) == figure.month),
        )
        for figure in reversed(series)
    ]


def _why_none(c: Context, figure: Figure) -> str:
    is_silent = figure.shown is Shown.NO_DATA and figure.stale_since is not None
    return c.say("metric.silent") if is_silent else c.locale.figure(figure)


def _cells(c: Context, figure: Figure) -> tuple[str, ...]:
    if figure.estimate is None or figure.n is None:
        return ()
    interval = "–" if figure.estimate.is_fact else c.locale.figure_interval(figure)
    numbers = [c.locale.figure(figure), interval, c.locale.number(figure.n)]
    if isinstance(figure.counts, NpsCounts):
        counts = figure.counts
        numbers += [c.locale.number(each) for each in (counts.promoters, counts.passives, counts.detractors)]
    return tuple(numbers)
