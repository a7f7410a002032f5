"""Where things stand on a trend: months from left to right, values from bottom to top. In pixels of the drawing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chefetage.charts.scales import Axis
    from chefetage.model.month import Month


@dataclass(frozen=True, slots=True)
class Format:
    """The outer measures of a drawing, and how much it says."""

    name: str
    """`wide` or `narrow`, as in the CSS class."""
    width: float
    height: float
    left: float
    """Room for the labels of the scale."""
    below: float
    """Room for the labels of the months."""
    text: float
    """Size of labels as shown in a column of the drawing's own width."""
    wide: bool


WIDE = Format("wide", 932, 420, 34, 56, 13, wide=True)
NARROW = Format("narrow", 358, 330, 28, 40, 14.5, wide=False)

FLAG = 10.5
"""Radius of the numbered flag of an event."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """A drawing's format with its two scales."""

    format: Format
    axis: Axis
    first: Month
    last: Month
    """The last month on the scale; later than the last value where a target is due."""
    top: float
    """Height at which the plot begins, below the flags."""
    right: float
    """Where the last month stands."""

    @property
    def bottom(self) -> float:
        """The height of the lower end of the scale."""
        return self.format.height - self.format.below

    @property
    def step(self) -> float:
        """Pixels a month."""
        return (self.right - self.format.left) / max(self.months - 1, 1)

    @property
    def months(self) -> int:
        """How many months the scale has."""
        return months_between(self.first, self.last) + 1

    def x(self, month: Month) -> float:
        """Return where a month stands."""
        return self.format.left + months_between(self.first, month) * self.step

    def y(self, value: float) -> float:
        """Return where a value stands."""
        return self.bottom - (self.bottom - self.top) * self.axis.at(value) / 100


def months_between(first: Month, last: Month) -> int:
    """Return how many months lie from the first to the last; negative when it is earlier."""
    return (last.year - first.year) * 12 + last.number - first.number
