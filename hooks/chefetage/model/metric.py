"""What is measured, and what it means."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as day
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StrictBool, model_validator
from pydantic_core import PydanticCustomError

from chefetage.model.base import Frozen, Id, Item, MetricRef, SourceRef, Spoken
from chefetage.model.month import Month


class MetricKind(StrEnum):
    """What is measured."""

    NPS = "nps"
    """Recommendation: share of 9–10 minus share of 0–6 on a scale from 0 to 10, in points."""
    CSAT = "csat"
    """Satisfaction: the share in the top boxes of a scale, or the mean answer."""
    CES = "ces"
    """Effort: the mean answer, or the share in the top boxes of a scale."""
    SHARE = "share"
    """Answers that count over all valid answers, in percent."""
    MEAN = "mean"
    """The mean answer on a scale."""
    RESPONSE_RATE = "response-rate"
    """Completed over delivered invitations, in percent; counted in full."""
    CHURN = "churn"
    """Customers lost over those there at the start, in percent."""
    RETENTION = "retention"
    """Customers kept over those there at the start, in percent."""
    FCR = "fcr"
    """First-contact resolution: cases without a further contact within a window that has closed, in percent."""
    COMPLAINT_RATE = "complaint-rate"
    """Complaints per 1,000 of an exposure, such as orders."""
    TIME_TO_RESOLUTION = "time-to-resolution"
    """How long cases take: the median or the 90th percentile, cases that are still open included."""
    COUNT = "count"
    """How many; counted in full."""
    MONEY = "money"
    """Euros; counted in full."""


class Statistic(StrEnum):
    """What a kind that can be told in two ways is told as."""

    SHARE = "share"
    MEAN = "mean"
    MEDIAN = "median"
    P90 = "p90"


class Tally(StrEnum):
    """How answers are counted, and so which counts a snapshot holds; see `chefetage.stats.counts`."""

    SCORE = "score"
    SHARE = "share"
    MEAN = "mean"
    RATE = "rate"
    TIME = "time"
    COUNT = "count"
    MONEY = "money"


_TALLIES = {
    MetricKind.NPS: Tally.SCORE,
    MetricKind.COMPLAINT_RATE: Tally.RATE,
    MetricKind.TIME_TO_RESOLUTION: Tally.TIME,
    MetricKind.COUNT: Tally.COUNT,
    MetricKind.MONEY: Tally.MONEY,
    MetricKind.MEAN: Tally.MEAN,
}
"""Of the kinds that are told in one way of counting only; all others are shares."""

STATISTICS = {
    MetricKind.CSAT: (Statistic.SHARE, Statistic.MEAN),
    MetricKind.CES: (Statistic.MEAN, Statistic.SHARE),
    MetricKind.TIME_TO_RESOLUTION: (Statistic.MEDIAN, Statistic.P90),
}
"""The kinds that can be told in several ways, the usual one first."""


class Unit(StrEnum):
    """The unit a value is shown in."""

    POINTS = "points"
    PERCENT = "percent"
    SCALE = "scale"
    """The place on the answers' own scale."""
    PER_THOUSAND = "per-thousand"
    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    COUNT = "count"
    EURO = "euro"


UNITS = {
    Tally.SCORE: (Unit.POINTS,),
    Tally.SHARE: (Unit.PERCENT,),
    Tally.MEAN: (Unit.SCALE,),
    Tally.RATE: (Unit.PER_THOUSAND,),
    Tally.TIME: (Unit.HOURS, Unit.DAYS, Unit.MINUTES),
    Tally.COUNT: (Unit.COUNT,),
    Tally.MONEY: (Unit.EURO,),
}
"""The units that a way of counting can be shown in."""

NPS_SCALE = (0, 10)


class QuantileRule(StrEnum):
    """How a quantile is read off closed cases; where cases are still open, Kaplan and Meier's way replaces it."""

    TYPE_7 = "type-7"
    """Excel's PERCENTILE.INC."""
    TYPE_6 = "type-6"
    """Excel's PERCENTILE.EXC."""
    INVERTED_CDF = "inverted-cdf"
    """The shortest time in which so large a part was closed."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What an estimate needs to know besides the counts."""

    statistic: Statistic | None = None
    quantile: QuantileRule = QuantileRule.TYPE_7
    population: int | None = None
    is_fact: bool = False
    """Whether a share was counted in full, so that it has no interval."""

    is_money: bool = False
    scale: tuple[int, int] | None = None
    """For means, the lowest and the highest answer there is."""


class Direction(StrEnum):
    """Which way is good for customers."""

    UP = "up"
    DOWN = "down"


class Cadence(StrEnum):
    """How often a new value is due."""

    MONTH = "month"
    QUARTER = "quarter"


class Comparison(StrEnum):
    """Which periods are compared."""

    YEAR = "year"
    """The last twelve months with the twelve before."""
    QUARTER = "quarter"
    """The last three months with the same three a year ago."""
    MONTH = "month"
    """The month with the month before."""


class Target(Frozen):
    """Where the value should be by a day."""

    by: day
    value: float


_TOP_BOXES = {MetricKind.CSAT: 2, MetricKind.CES: 3}
"""How many of the best answers count where none are named; of effort 5 to 7 on a scale from 1 to 7."""

_SHORT_SCALE = 5

_COUNTED_ELSEWHERE = frozenset({MetricKind.RESPONSE_RATE, MetricKind.CHURN, MetricKind.RETENTION})
"""Shares that mostly come as totals, so that no answers need naming."""


_COUNTED = {
    MetricKind.RESPONSE_RATE: "invitations",
    MetricKind.CHURN: "customers",
    MetricKind.RETENTION: "customers",
    MetricKind.FCR: "cases",
    MetricKind.TIME_TO_RESOLUTION: "cases",
    MetricKind.MONEY: "cases",
    MetricKind.COMPLAINT_RATE: "exposure",
}
"""The kinds whose value does not rest on answers."""


def told_as(kind: MetricKind, statistic: Statistic | None) -> Statistic | None:
    """Return the statistic chosen, else the kind's usual one; `None` where there is only one way of telling."""
    return statistic or next(iter(STATISTICS.get(kind, ())), None)


def tally_of(kind: MetricKind, statistic: Statistic | None) -> Tally:
    """Return how the answers of a kind are counted that is told as a statistic."""
    return Tally.MEAN if statistic is Statistic.MEAN else _TALLIES.get(kind, Tally.SHARE)


def top_boxes(kind: MetricKind, scale: tuple[int, int] | None) -> tuple[int, ...]:
    """Return the answers that count where none are named: the usual best ones of the scale; none for most kinds."""
    if scale is None or kind not in _TOP_BOXES:
        return ()
    low, high = scale
    boxes = _TOP_BOXES[kind] if high - low + 1 > _SHORT_SCALE else 2
    return tuple(range(high - boxes + 1, high + 1))


class Metric(Item):
    """The definition of one metric; a file of its own in `metrics/`."""

    name: Spoken[str]
    kind: MetricKind
    question: Spoken[str] = Field(default_factory=dict)
    """The wording customers answer."""
    definition: Spoken[str] = Field(default_factory=dict)
    """For metrics without a question: what is counted, over what."""
    unit: Unit
    unit_note: Spoken[str] = Field(default_factory=dict)
    """Shown under the value, such as `zufrieden oder sehr zufrieden`."""
    direction: Direction
    cadence: Cadence
    owner: Spoken[str]
    source: SourceRef
    meaning: Spoken[str]
    """What the value means in plain words; placeholders in braces, see `stats/meaning.py`."""
    so_what: Spoken[dict[str, str]] = Field(default_factory=dict)
    """What it means for an audience, such as `board` or `sales`."""
    not_shown: Spoken[tuple[str, ...]] = Field(default_factory=dict)
    """What this number does not show."""
    statistic: Statistic | None = None
    """Which of the two it is told as; see `told_as`."""
    scale: tuple[Annotated[int, Field(strict=True)], Annotated[int, Field(strict=True)]] | None = None
    """Lowest and highest answer; for NPS always 0 and 10."""
    flip: StrictBool = False
    """Whether 1 is best, as in school marks: answers are turned round before they are counted."""
    top: tuple[int | str, ...] = ()
    """Answers that count, for a share, as they are after turning round; see `counting`."""
    window_days: Annotated[int, Field(ge=1, strict=True)] | None = None
    """For first-contact resolution: days without a further contact after which a case counts as solved."""
    exposure: Spoken[str] = Field(default_factory=dict)
    """For a complaint rate: of what a thousand are meant, such as `Bestellungen`."""
    clock: Spoken[str] = Field(default_factory=dict)
    """For times: which hours are counted, and whether waiting for the customer is in."""
    quantile: QuantileRule = QuantileRule.TYPE_7
    population: Annotated[int, Field(ge=1, strict=True)] | None = None
    """All customers who could have answered, where that is a small, known number."""
    weighted_by: Id | None = None
    """A dimension with weights from whose groups the value for all is put together."""
    channel: str | None = None
    """How customers are asked, such as `mail`; another channel is another way of measuring."""
    answers: Spoken[dict[str, str]] = Field(default_factory=dict)
    """What readers call an answer, such as `{Ja: Yes}`; `rest` names all that do not count."""
    targets: tuple[Target, ...] = ()
    axis: tuple[float, float] | None = None
    """The ends of the scale in charts, in the metric's unit."""
    compare: Comparison = Comparison.YEAR
    variant: str | None = None
    valid_from: Month | None = None
    valid_to: Month | None = None
    successor: MetricRef | None = None

    @model_validator(mode="after")
    def _needs(self) -> Metric:
        if not self.question and not self.definition:
            raise PydanticCustomError("missing_words", "question is missing", {"field": "question"})
        if self.statistic is not None and self.statistic not in STATISTICS.get(self.kind, ()):
            allowed = ", ".join(STATISTICS.get(self.kind, ()))
            raise PydanticCustomError(
                "unfit_statistic", "not told that way", {"kind": self.kind.value, "allowed": allowed}
            )
        if self.tally is Tally.MEAN and self.scale is None:
            raise PydanticCustomError("missing_words", "scale is missing", {"field": "scale"})
        if self.tally is Tally.SHARE and not self.counting and self.kind not in _COUNTED_ELSEWHERE:
            raise PydanticCustomError("missing_words", "top is missing", {"field": "top"})
        if self.kind is MetricKind.FCR and self.window_days is None:
            raise PydanticCustomError("missing_words", "window_days is missing", {"field": "window_days"})
        if self.kind is MetricKind.COMPLAINT_RATE and not self.exposure:
            raise PydanticCustomError("missing_words", "exposure is missing", {"field": "exposure"})
        if self.tally is Tally.TIME and not self.clock:
            raise PydanticCustomError("missing_words", "clock is missing", {"field": "clock"})
        return self

    @property
    def told_as(self) -> Statistic | None:
        """Which of several ways the kind is told in; `None` where there is only one."""
        return told_as(self.kind, self.statistic)

    @property
    def tally(self) -> Tally:
        """How its answers are counted."""
        return tally_of(self.kind, self.told_as)

    @property
    def counted(self) -> str | None:
        """What the number under a value counts, such as `answers`; `None` where the value itself is that number."""
        return None if self.kind is MetricKind.COUNT else _COUNTED.get(self.kind, "answers")

    @property
    def is_asked(self) -> bool:
        """Whether what is counted are answers of customers, so that their distribution can be shown."""
        return self.kind not in _COUNTED_ELSEWHERE | {MetricKind.FCR} and self.tally in {
            Tally.SCORE,
            Tally.SHARE,
            Tally.MEAN,
        }

    @property
    def adds_up(self) -> bool:
        """Whether the value of a period is the sum of its months, so that it does not stand on one scale with them."""
        return self.tally in {Tally.COUNT, Tally.MONEY}

    @property
    def telling(self) -> Telling:
        """What an estimate needs to know besides the counts."""
        return Telling(
            self.told_as,
            self.quantile,
            self.population,
            is_fact=self.kind is MetricKind.RESPONSE_RATE,
            is_money=self.kind is MetricKind.MONEY,
            scale=self.scale if self.tally is Tally.MEAN else None,
        )

    @property
    def counting(self) -> tuple[int | str, ...]:
        """The answers that count, for a share: those named, else the usual top boxes of the scale."""
        return self.top or top_boxes(self.kind, self.scale)

    def target_for(self, when: day) -> Target | None:
        """Return the next target due on or after the day, if there is one."""
        return min((t for t in self.targets if t.by >= when), key=lambda t: t.by, default=None)
