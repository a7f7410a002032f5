"""A metric as it stands in a row: the value, whether it has changed, a picture, what it means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from chefetage.charts import Mark, draw_mark, draw_spark, draw_whisker, metric_axis, planned
from chefetage.model.estimate import Shown, Trend
from chefetage.model.month import Month
from chefetage.pages.parts.basis import basis_words, stale_words, told_words
from chefetage.pages.press import phrase
from chefetage.stats.rounding import decimals_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from chefetage.charts import Axis
    from chefetage.model.estimate import Change, Figure
    from chefetage.model.metric import Metric, Target
    from chefetage.pages.context import Context

SERIES = 24
"""Months that a course shows."""


@dataclass(frozen=True, slots=True)
class ChangeView:
    """What can honestly be said of a change."""

    metric: Metric
    trend: Trend
    is_proven: bool
    mark: Markup
    """Empty unless proven: what is not proven has no arrow and no colour."""
    word: str
    numbers: str
    """The difference with its interval; empty where there is none."""
    basis: str
    """What was compared with what, in short."""
    long_basis: str


@dataclass(frozen=True, slots=True)
class ValueView:
    """A value in large type, or the word for why there is none."""

    text: str
    unit: str
    is_word: bool
    is_wide: bool
    """Few answers: the value is grey."""


@dataclass(frozen=True, slots=True)
class Omitted:
    """A metric that the edition does not show, and why."""

    metric: Metric
    why: Markup
    by: Markup


@dataclass(frozen=True, slots=True)
class FigureView:
    """One row."""

    metric: Metric
    value: ValueView
    change: ChangeView | None
    spark: Markup
    whisker: Markup
    meaning: Markup
    note: str
    """Which statistic it is, where the value alone would not say."""
    basis: str
    """Answers, day and status; empty where nothing is known."""
    stale: str
    """Since when the source could not be read; empty if it could."""
    is_fact: bool
    """Counted in full: there is no interval."""
    known_on: date | None
    target: str
    has_target: bool
    source: str


def view_change(c: Context, metric: Metric, change: Change) -> ChangeView:
    """Return a change in words; marks and „ungünstig“ only where it is proven."""
    word, mark = c.locale.trend(change), Markup()
    if change.is_proven:
        is_good = change.trend.value == metric.direction.value
        # A rise that is good needs no comment; a fall may be either, and what is bad always says so.
        if not is_good or change.trend is Trend.DOWN:
            key = "favourable" if is_good else "unfavourable"
            word = c.say("change.valued", word=word, value=c.locale.say(f"values.{key}"))
        mark = draw_mark(Mark(f"{change.trend}_{'good' if is_good else 'bad'}"))
    return ChangeView(
        metric=metric,
        trend=change.trend,
        is_proven=change.is_proven,
        mark=mark,
        word=word,
        numbers=_numbers(c, metric, change),
        basis=c.locale.say(f"values.basis-short.{change.comparison}"),
        long_basis=c.locale.basis(change),
    )


def _numbers(c: Context, metric: Metric, change: Change) -> str:
    """Return both periods and their difference: it is between them, not between two months."""
    now, before = change.estimate_now, change.estimate_before
    if change.difference is None or now is None or before is None:
        return "" if change.difference is None else c.locale.change(change, metric)
    before_value = c.locale.value(before.value, metric.unit, decimals_of(now, metric.unit))
    return c.say(
        "change.numbers",
        now=c.locale.on_scale(metric, c.locale.estimate(now, metric.unit)),
        before=c.locale.on_scale(metric, before_value),
        change=c.locale.change(change, metric),
    )


def view_omitted(c: Context, metric: Metric) -> Omitted:
    """Return why the page's edition does not show a metric; only where it `omits` it."""
    assert c.edition is not None
    why, by = (c.entry(c.edition, "omitted", metric.id, part=part) for part in ("why", "by"))
    return Omitted(metric, why, by)


def omitted_words(c: Context, metric: Metric) -> Markup:
    """Return the sentence for that; empty where the metric may be shown."""
    if not c.omits(metric.id):
        return Markup()
    omitted = view_omitted(c, metric)
    return phrase(c, "figures.omitted", why=omitted.why, by=omitted.by)


def view_value(c: Context, figure: Figure | None) -> ValueView:
    """Return a figure's value and unit apart, for large type."""
    if figure is None:
        return ValueView(c.locale.say("values.shown.no-data"), "", is_word=True, is_wide=False)
    if figure.estimate is None:
        return ValueView(c.locale.figure(figure), "", is_word=True, is_wide=False)
    unit = figure.metric.unit
    before, number, after = c.locale.value_parts(figure.estimate.value, unit, decimals_of(figure.estimate, unit))
    after += c.locale.on_scale(figure.metric, "")
    return ValueView(before + number, after, is_word=False, is_wide=figure.shown is Shown.WIDE)


def view_figures(c: Context, metrics: Iterable[Metric]) -> tuple[FigureView, ...]:
    """Return rows for metrics; each has the scale of its own page, so that a value stands in one place everywhere."""
    return tuple(_row(c, metric) for metric in metrics)


def axis_of(c: Context, metric: Metric) -> Axis:
    """Return the one scale of a metric's charts: its own, or one that fits all that any of them shows."""
    target = next_target(c, metric)
    shown = (*c.series(metric.id, SERIES), c.change(metric.id), target.value if target else None)
    return metric_axis(metric, shown)


def next_target(c: Context, metric: Metric) -> Target | None:
    """Return the target that the page's month is on the way to."""
    return metric.target_for(c.month.first_day if c.month else c.day)


def target_words(c: Context, metric: Metric) -> str:
    """Return the next target, such as `45 bis Dezember 2026`, or that there is none."""
    target = next_target(c, metric)
    if target is None:
        return c.locale.say("values.no-target")
    return c.locale.say("values.target", value=planned(target.value, metric, c.locale), by=_day_or_month(c, target.by))


def _row(c: Context, metric: Metric) -> FigureView:
    figure, change, target = c.figure(metric.id), c.change(metric.id), next_target(c, metric)
    series = c.series(metric.id, SERIES)
    events = c.index.events.get(metric.id, ())
    has_history = any(each.estimate for each in series)
    whisker, omitted = Markup(), omitted_words(c, metric)
    if figure is not None and figure.estimate is not None:
        whisker = draw_whisker(
            figure, change, c.locale, target=target.value if target else None, axis=axis_of(c, metric)
        )
    return FigureView(
        metric=metric,
        value=_omitted_value(c) if omitted else view_value(c, figure),
        change=view_change(c, metric, change) if change else None,
        spark=draw_spark(series, c.locale, events) if has_history else Markup(),
        whisker=whisker,
        meaning=c.meaning(figure) if figure else omitted,
        note=told_words(c, metric),
        basis=basis_words(c, figure),
        stale=stale_words(c, figure),
        is_fact=bool(figure and figure.estimate and figure.estimate.is_fact),
        known_on=figure.known_on if figure else None,
        target=target_words(c, metric),
        has_target=target is not None,
        source=source_name(c, figure.source if figure and figure.source else metric.source),
    )


def _omitted_value(c: Context) -> ValueView:
    return ValueView(c.locale.say("values.shown.omitted"), "", is_word=True, is_wide=False)


def _day_or_month(c: Context, by: date) -> str:
    month = Month.of(by)
    return c.locale.month(month) if by == month.last_day else c.locale.day(by)


def source_name(c: Context, source: str) -> str:
    """Return what readers call a source; its id if it has no name, or is no longer there."""
    item = c.project.sources.get(source)
    return (c.plain(item, "name") if item else "") or source
