"""Numbers with what is needed to trust them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

# What a change is made of is read from a seal too, so its types are needed at run time.
from chefetage.model.metric import Comparison  # noqa: TC001
from chefetage.model.month import Month  # noqa: TC001

if TYPE_CHECKING:
    from datetime import date

    from chefetage.model.counts import Counts
    from chefetage.model.metric import Metric
    from chefetage.model.snapshot import RevisionStatus


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value with its interval, in the metric's unit, unrounded."""

    value: float
    low: float
    high: float
    """For what was counted in full, the ends are the value itself; see `is_fact`."""

    n: int
    method: str

    @property
    def is_fact(self) -> bool:
        """Whether it was counted in full, so that there is no interval to show."""
        return self.method == COUNTED


COUNTED = "counted"
"""The method of what is no estimate."""


class Shown(StrEnum):
    """How much of a value may and can be shown."""

    FULL = "full"
    """Value and interval; a trend where both periods have 100 answers."""
    WIDE = "wide"
    """10 to 29 answers: value and interval, greyed."""
    COUNT_ONLY = "count-only"
    """k to 9 answers: only how many."""
    OPEN = "open"
    """So many cases are still open that the time in which half of them, or nine tenths, are over is not known yet."""
    HIDDEN = "hidden"
    """Below k: nothing."""
    NO_ANSWERS = "no-answers"
    """Asked, and nobody answered."""
    NO_DATA = "no-data"
    """No snapshot for that month yet."""


class Trend(StrEnum):
    """What can honestly be said of a change."""

    UP = "up"
    DOWN = "down"
    UNPROVEN = "unproven"
    """No change can be shown."""
    TOO_FEW = "too-few"
    """Fewer than 100 answers in one of the periods."""
    NO_HISTORY = "no-history"
    """Months of one of the periods are missing."""
    BROKEN = "broken"
    """The way of measuring changed in between."""
    UNTESTED = "untested"
    """An amount of money: nothing says how far chance moves it, so no change is claimed."""


@dataclass(frozen=True, slots=True)
class Change:
    """Two periods compared."""

    trend: Trend
    comparison: Comparison
    now: tuple[Month, Month]
    """First and last month of the period."""
    before: tuple[Month, Month]
    difference: float | None = None
    """Now minus before, in the metric's unit (percentage points for shares), from unrounded values."""
    low: float | None = None
    high: float | None = None
    alpha: float = 0.05
    """The level after control of false alarms; the interval is at 1 − alpha."""
    p: float | None = None
    estimate_now: Estimate | None = None
    estimate_before: Estimate | None = None

    @property
    def is_proven(self) -> bool:
        """Whether "better" or "worse" may be said."""
        return self.trend in {Trend.UP, Trend.DOWN}


@dataclass(frozen=True, slots=True)
class Figure:
    """One metric in one month, for one group: all that a page needs to show it."""

    metric: Metric
    month: Month
    group: str
    shown: Shown
    n: int | None
    """`None` where it must not or cannot be told."""
    estimate: Estimate | None
    """Present for `FULL` and `WIDE` only."""
    counts: Counts | None
    status: RevisionStatus | None
    known_on: date | None
    source: str | None
    stale_since: date | None = None
    """The day from which on the source could not be read; the figure is the last that was known."""
