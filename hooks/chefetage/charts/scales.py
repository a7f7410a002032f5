"""Scales: where a value stands between the two ends that are written on a chart."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor
from typing import TYPE_CHECKING

from chefetage.model.estimate import Change, Figure
from chefetage.model.metric import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from chefetage.model.metric import Metric

STEP = 20.0
"""Ends of a scale are multiples of this, in points or percentage points."""

SHORTEST = 40.0
"""No scale is shorter: a small change must look small."""

_FULL = {Unit.PERCENT: (0.0, 100.0), Unit.POINTS: (-100.0, 100.0)}


@dataclass(frozen=True, slots=True)
class Axis:
    """The two ends of a scale, in points or percent."""

    low: float
    high: float

    def at(self, value: float) -> float:
        """Return where a value stands, in per cent of the way; what lies outside stands at the end."""
        share = (value - self.low) / (self.high - self.low)
        return 100 * min(max(share, 0.0), 1.0)

    @property
    def has_zero(self) -> bool:
        """Whether the zero line can be drawn."""
        return self.low <= 0 <= self.high

    def ticks(self) -> tuple[float, ...]:
        """Return the values to label, the ends included: at most seven."""
        span = self.high - self.low
        step = next((size for size in (1.0, 2.0, 5.0, 10.0, 20.0, 50.0) if span / size <= 6), 100.0)  # noqa: PLR2004
        first = ceil(self.low / step - 1e-9)
        inner = [index * step for index in range(first, floor(self.high / step + 1e-9) + 1)]
        return tuple(sorted({self.low, *inner, self.high}))


def axis_for(shown: Iterable[Figure | Change | float | None], unit: Unit, *, zero: bool = False) -> Axis:
    """Return one scale that fits everything shown: values, intervals, periods before, targets.

    Points always include zero. Percent may start above it, because ends are labelled; `zero` forbids that, for bars.
    """
    values = [value for item in shown for value in _values(item)]
    if unit is Unit.POINTS or zero:
        values.append(0.0)
    floor_, ceiling = _FULL[unit]
    if not values:
        return Axis(0.0, ceiling)
    low, high = floor(min(values) / STEP) * STEP, ceil(max(values) / STEP) * STEP
    low, high = max(low, floor_), min(high, ceiling)
    while high - low < SHORTEST:
        if (high < ceiling and max(values) > (low + high) / 2) or low <= floor_ or (unit is Unit.POINTS and low == 0):
            high += STEP
        else:
            low -= STEP
    return Axis(low, high)


def metric_axis(metric: Metric, shown: Iterable[Figure | Change | float | None] = ()) -> Axis:
    """Return the scale that a metric asks for, else one that fits what is shown."""
    if metric.axis is not None and metric.axis[0] < metric.axis[1]:
        return Axis(*metric.axis)
    return axis_for(shown, metric.unit)


def groups_axis(metric: Metric, shown: Iterable[Figure]) -> Axis:
    """Return the scale that a metric asks for where all groups lie within it, else one that fits them."""
    figures = tuple(shown)
    own = metric_axis(metric, figures)
    values = [value for figure in figures for value in _values(figure)]
    return own if all(own.low <= value <= own.high for value in values) else axis_for(figures, metric.unit)


def _values(item: Figure | Change | float | None) -> Iterator[float]:
    if isinstance(item, Figure):
        estimates = [item.estimate]
    elif isinstance(item, Change):
        estimates = [item.estimate_before]
    else:
        if item is not None:
            yield float(item)
        return
    for estimate in estimates:
        if estimate is not None:
            yield from (estimate.low, estimate.value, estimate.high)
