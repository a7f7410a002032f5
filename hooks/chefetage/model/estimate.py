"""Numbers with what is needed to trust them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from chefetage.model.metric import Comparison, Metric
    from chefetage.model.month import Month
    from chefetage.model.snapshot import RevisionStatus


@dataclass(frozen=True, slots=True)
class NpsCounts:
    """Answers by group."""

    promoters: int
    passives: int
    detractors: int

    @property
    def n(self) -> int:
        """All valid answers."""
        return self.promoters + self.passives + self.detractors

    def __add__(self, other: NpsCounts) -> NpsCounts:
        return NpsCounts(
            self.promoters + other.promoters, self.passives + other.passives, self.detractors + other.detractors
        )


@dataclass(frozen=True, slots=True)
class ShareCounts:
    """`k` of `n` answers count."""

    k: int
    n: int

    def __add__(self, other: ShareCounts) -> ShareCounts:
        return ShareCounts(self.k + other.k, self.n + other.n)


Counts = NpsCounts | ShareCounts


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value with its interval, in display units (points or percent), unrounded."""

    value: float
    low: float
    high: float
    n: int
    method: str


class Shown(StrEnum):
    """How much of a value may and can be shown."""

    FULL = "full"
    """Value and interval; a trend where both periods have 100 answers."""
    WIDE = "wide"
    """10 to 29 answers: value and interval, greyed."""
    COUNT_ONLY = "count-only"
    """k to 9 answers: only how many."""
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


@dataclass(frozen=True, slots=True)
class Change:
    """Two periods compared."""

    trend: Trend
    comparison: Comparison
    now: tuple[Month, Month]
    """First and last month of the period."""
    before: tuple[Month, Month]
    difference: float | None = None
    """Now minus before, in points or percentage points, from unrounded values."""
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
