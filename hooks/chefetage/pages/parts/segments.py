"""A metric by groups of customers: one scale, intervals widened for looking at several at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from markupsafe import Markup

from chefetage.charts import Axis, draw_segment, groups_axis
from chefetage.model.base import pick
from chefetage.pages.parts.number import ValueView, view_change, view_value
from chefetage.stats.counts import estimate
from chefetage.stats.difference import family_alpha

if TYPE_CHECKING:
    from collections.abc import Iterable

    from chefetage.model.base import Id
    from chefetage.model.estimate import Figure
    from chefetage.model.metric import Metric
    from chefetage.model.month import Month
    from chefetage.pages.context import Context
    from chefetage.pages.parts.number import ChangeView


@dataclass(frozen=True, slots=True)
class GroupView:
    """One row of the table."""

    name: str
    figure: Figure
    """With the widened interval."""
    value: ValueView
    interval: str
    n: str
    plot: Markup
    change: ChangeView | None
    """Only where it is proven."""


@dataclass(frozen=True, slots=True)
class DimensionView:
    """One way to divide customers."""

    name: str
    groups: tuple[GroupView, ...]
    hidden: str
    """That groups are not shown, and why; empty if all are."""


@dataclass(frozen=True, slots=True)
class SegmentsView:
    """All ways to divide the customers of one metric that have something to show."""

    dimensions: tuple[DimensionView, ...]
    compared: int
    """How many comparisons the intervals are widened for."""
    month: Month | None
    """Whose values they are: for a metric asked once a quarter perhaps not the page's month."""
    axis: Axis

    @property
    def changed(self) -> tuple[GroupView, ...]:
        """The groups with a proven change."""
        return tuple(group for dimension in self.dimensions for group in dimension.groups if group.change)

    @property
    def is_counted(self) -> bool:
        """Whether all that is shown was counted in full, so that there are no intervals."""
        found = [group.figure.estimate for dimension in self.dimensions for group in dimension.groups]
        estimates = [estimate for estimate in found if estimate]
        return bool(estimates) and all(estimate.is_fact for estimate in estimates)

    @property
    def has_hollow(self) -> bool:
        """Whether a group is drawn with a hollow dot, for few answers."""
        return any(group.value.is_wide for dimension in self.dimensions for group in dimension.groups)


def view_segments(c: Context, metric: Metric, dimensions: Iterable[Id]) -> SegmentsView:
    """Return the groups of some dimensions in the page's month; groups too small to show are said in words."""
    names = [dimension for dimension in dimensions if c.month and _is_divided(c, metric, dimension)]
    figures = {dimension: _figures(c, metric, dimension) for dimension in names}
    shown = [figure for each in figures.values() for figure in each]
    compared = c.numbers.compared(metric.id, c.month, shown[0].group) if shown and c.month else 0
    wide = {dimension: [_widened(figure, compared) for figure in each] for dimension, each in figures.items()}
    axis = groups_axis(metric, [figure for each in wide.values() for figure in each])
    views = [
        DimensionView(
            name=dimension_name(c, dimension),
            groups=tuple(_group(c, figure, axis) for figure in each),
            hidden=_hidden(c, metric, dimension),
        )
        for dimension, each in wide.items()
    ]
    return SegmentsView(tuple(views), compared, shown[0].month if shown else c.month, axis)


def _is_divided(c: Context, metric: Metric, dimension: Id) -> bool:
    """Whether there is something to compare: one group of all customers only repeats the whole."""
    assert c.month is not None
    groups = c.numbers.groups(metric.id, c.month, dimension)
    return len(groups) > 1 or c.numbers.hides(metric.id, c.month, dimension)


def _figures(c: Context, metric: Metric, dimension: Id) -> list[Figure]:
    assert c.month is not None
    found = [c.figure(metric.id, group) for group in c.numbers.groups(metric.id, c.month, dimension)]
    return [figure for figure in found if figure is not None]


def _widened(figure: Figure, compared: int) -> Figure:
    if figure.counts is None or figure.estimate is None:
        return figure
    return replace(figure, estimate=estimate(figure.counts, figure.metric.telling, family_alpha(compared)))


def _group(c: Context, figure: Figure, axis: Axis) -> GroupView:
    metric, found = figure.metric, c.change(figure.metric.id, figure.group)
    is_shown = figure.estimate is not None
    return GroupView(
        name=group_name(c, figure.group),
        figure=figure,
        value=view_value(c, figure),
        interval=_interval(c, figure) if is_shown else "",
        n=c.locale.number(figure.n) if is_shown and figure.n is not None else "",
        plot=draw_segment(figure, axis) if is_shown else Markup(),
        change=view_change(c, metric, found) if is_shown and found and found.is_proven else None,
    )


def _interval(c: Context, figure: Figure) -> str:
    """Return the interval; a dash for what was counted in full, which the note above the table says."""
    is_fact = figure.estimate is not None and figure.estimate.is_fact
    return "–" if is_fact else c.locale.figure_interval(figure)


def group_name(c: Context, group: str) -> str:
    """Return what a group such as `occasion.fitting` is called."""
    dimension, _, value = group.partition(".")
    known = c.project.dimensions.get(dimension)
    heard = pick(known.values[value].name, c.language) if known and value in known.values else None
    return heard.value if heard else value


def dimension_name(c: Context, dimension: Id) -> str:
    """Return what a dimension such as `occasion` is called."""
    known = c.project.dimensions.get(dimension)
    heard = pick(known.name, c.language) if known else None
    return heard.value if heard else dimension


def _hidden(c: Context, metric: Metric, dimension: Id) -> str:
    assert c.month is not None
    if not c.numbers.hides(metric.id, c.month, dimension):
        return ""
    return c.say("segments.hidden", k=c.project.settings.k)
