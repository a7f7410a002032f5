"""Scales: where a value stands between the two ends that are written on a chart.

Points and percent have natural ends, and so has a mean: those of its answers' scale. Rates, times, numbers and euros
have none but zero, so their scales begin there.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, log10
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

_MOST_STEPS = 6

_FULL = {Unit.PERCENT: (0.0, 100.0), Unit.POINTS: (-100.0, 100.0)}


@dataclass(frozen=True, slots=True)
class Axis:
    """The two ends of a scale, in the metric's unit."""

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
        power = 10.0 ** floor(log10(span / _MOST_STEPS))
        step = next(power * size for size in (1, 2, 5, 10) if span / (power * size) <= _MOST_STEPS + 1e-9)
        first = ceil(self.low / step - 1e-9)
        inner = [float(f"{index * step:.12g}") for index in range(first, floor(self.high / step + 1e-9) + 1)]
        return tuple(sorted({self.low, *inner, self.high}))


def axis_for(shown: Iterable[Figure | Change | float | None], unit: Unit, *, zero: bool = False) -> Axis:
    """Return one scale that fits everything shown: values, intervals, periods before, targets.

    Points always include zero. Percent may start above it, because ends are labelled; `zero` forbids that, for bars.
    What has no natural ends starts at zero.
    """
    values = [value for item in shown for value in _values(item)]
    if unit not in _FULL:
        lowest = min(values, default=0.0)
        return Axis(-nice(-lowest) if lowest < 0 else 0.0, nice(max(values, default=0.0)))
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
    return _fitting(metric, shown)


def groups_axis(metric: Metric, shown: Iterable[Figure]) -> Axis:
    """Return the scale that a metric asks for where all groups lie within it, else one that fits them."""
    figures = tuple(shown)
    own = metric_axis(metric, figures)
    values = [value for figure in figures for value in _values(figure)]
    return own if all(own.low <= value <= own.high for value in values) else _fitting(metric, figures)


def nice(value: float) -> float:
    """Return the next larger number of the series 1, 2, 3, 4, 5, 6, 8, 10 times a power of ten; 1 for 0 and less."""
    if value <= 0:
        return 1.0
    power = 10.0 ** (ceil(log10(value)) - 1)
    found = power * next(factor for factor in (1, 2, 3, 4, 5, 6, 8, 10, 20) if value <= factor * power * (1 + 1e-9))
    return float(f"{found:.12g}")


def places(value: float) -> int:
    """Return how many decimals a round number such as the end of a scale has; at most three."""
    return next((count for count in range(3) if float(f"{value:.{count}f}") == value), 3)


def _fitting(metric: Metric, shown: Iterable[Figure | Change | float | None]) -> Axis:
    if metric.unit is Unit.SCALE and metric.scale is not None:
        return Axis(*metric.scale)
    # The sum of twelve months would dwarf each of them.
    return axis_for((item for item in shown if not (metric.adds_up and isinstance(item, Change))), metric.unit)


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
