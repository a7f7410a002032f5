"""A metric as it stands in a row: the value, whether it has changed, a picture, what it means."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from chefetage.charts import Axis, Mark, axis_for, draw_mark, draw_spark, draw_whisker, metric_axis
from chefetage.model.estimate import Shown, Trend
from chefetage.model.month import Month
from chefetage.pages.index import index_of
from chefetage.pages.press import count

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from chefetage.model.estimate import Change, Figure
    from chefetage.model.metric import Metric, Target, Unit
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
class FigureView:
    """One row."""

    metric: Metric
    value: ValueView
    change: ChangeView | None
    spark: Markup
    whisker: Markup
    meaning: Markup
    basis: str
    """Answers, day and status; empty where nothing is known."""
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
        numbers="" if change.difference is None else c.locale.change(change, metric),
        basis=c.locale.say(f"values.basis-short.{change.comparison}"),
        long_basis=c.locale.basis(change),
    )


def view_value(c: Context, figure: Figure | None) -> ValueView:
    """Return a figure's value and unit apart, for large type."""
    if figure is None:
        return ValueView(c.locale.say("values.shown.no-data"), "", is_word=True, is_wide=False)
    if figure.estimate is None:
        return ValueView(c.locale.figure(figure), "", is_word=True, is_wide=False)
    number = c.locale.number(figure.estimate.value, c.locale.decimals(figure.n))
    unit = c.locale.unit_sign(figure.metric.unit)
    return ValueView(number, unit, is_word=False, is_wide=figure.shown is Shown.WIDE)


def view_figures(c: Context, metrics: Iterable[Metric]) -> tuple[FigureView, ...]:
    """Return rows for metrics that stand together: those of one unit share one scale."""
    found = [(metric, c.figure(metric.id), c.change(metric.id), next_target(c, metric)) for metric in metrics]
    by_unit: dict[Unit, list[Metric]] = defaultdict(list)
    drawn: dict[Unit, list[Figure | Change | float | None]] = defaultdict(list)
    for metric, figure, change, target in found:
        by_unit[metric.unit].append(metric)
        drawn[metric.unit] += [figure, change, target.value if target else None, *(metric.axis or ())]
    axes = {
        unit: metric_axis(alike[0], drawn[unit]) if len(alike) == 1 else axis_for(drawn[unit], unit)
        for unit, alike in by_unit.items()
    }
    return tuple(_row(c, metric, figure, change, target, axes[metric.unit]) for metric, figure, change, target in found)


def next_target(c: Context, metric: Metric) -> Target | None:
    """Return the target that the page's month is on the way to."""
    return metric.target_for(c.month.first_day if c.month else c.day)


def target_words(c: Context, metric: Metric) -> str:
    """Return the next target, such as `45 bis Dezember 2026`, or that there is none."""
    target = next_target(c, metric)
    if target is None:
        return c.locale.say("values.no-target")
    decimals = 0 if float(target.value).is_integer() else 1
    return c.locale.say(
        "values.target", value=c.locale.value(target.value, metric.unit, decimals), by=_day_or_month(c, target.by)
    )


def basis_words(c: Context, figure: Figure | None) -> str:
    """Return how many answered, on which day that was known, and whether more may come in; empty if unknown."""
    if figure is None or figure.n is None or figure.known_on is None or figure.status is None:
        return ""
    return c.say(
        "figure.basis",
        answers=count(c, "answers", figure.n),
        day=c.locale.day(figure.known_on),
        status=c.locale.say(f"values.status.{figure.status}"),
    )


def _row(  # noqa: PLR0913, PLR0917 – all that a row shows
    c: Context,
    metric: Metric,
    figure: Figure | None,
    change: Change | None,
    target: Target | None,
    axis: Axis,
) -> FigureView:
    series = c.series(metric.id, SERIES)
    events = index_of(c.project).events[metric.id]
    has_history = any(each.estimate for each in series)
    whisker = Markup()
    if figure is not None and figure.estimate is not None:
        whisker = draw_whisker(figure, change, c.locale, target=target.value if target else None, axis=axis)
    return FigureView(
        metric=metric,
        value=view_value(c, figure),
        change=view_change(c, metric, change) if change else None,
        spark=draw_spark(series, c.locale, events) if has_history else Markup(),
        whisker=whisker,
        meaning=c.meaning(figure) if figure else Markup(),
        basis=basis_words(c, figure),
        target=target_words(c, metric),
        has_target=target is not None,
        source=source_name(c, figure.source if figure and figure.source else metric.source),
    )


def _day_or_month(c: Context, by: date) -> str:
    month = Month.of(by)
    return c.locale.month(month) if by == month.last_day else c.locale.day(by)


def source_name(c: Context, source: str) -> str:
    """Return what readers call a source; its id if it has no name, or is no longer there."""
    item = c.project.sources.get(source)
    return (c.plain(item, "name") if item else "") or source
