"""What is measured, and what it means."""

from __future__ import annotations

from datetime import date as day
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from chefetage.model.base import Frozen, Id, Item, MetricRef, SourceRef, Spoken
from chefetage.model.month import Month


class MetricKind(StrEnum):
    """How a metric is computed."""

    NPS = "nps"
    """Share of 9–10 minus share of 0–6 on a scale from 0 to 10, in points."""
    SHARE = "share"
    """Answers that count over all valid answers, in percent."""
    CSAT = "csat"
    """A share: answers in the top boxes of a satisfaction scale, in percent."""


class Unit(StrEnum):
    """The unit a value is shown in."""

    POINTS = "points"
    PERCENT = "percent"


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
    scale: tuple[Annotated[int, Field(strict=True)], Annotated[int, Field(strict=True)]] | None = None
    """Lowest and highest answer; for NPS always 0 and 10."""
    top: tuple[int | str, ...] = ()
    """Answers that count, for a share."""
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
        if self.kind is not MetricKind.NPS and not self.top:
            raise PydanticCustomError("missing_words", "top is missing", {"field": "top"})
        return self

    def target_for(self, when: day) -> Target | None:
        """Return the next target due on or after the day, if there is one."""
        return min((t for t in self.targets if t.by >= when), key=lambda t: t.by, default=None)


Year = Annotated[str, StringConstraints(pattern=r"^(19|20)[0-9]{2}$")]


class Core(Frozen):
    """`core.yml`: what every edition of a year shows, so that a new year's choice leaves old editions as they were."""

    years: dict[Year, Annotated[tuple[MetricRef, ...], Field(min_length=2, max_length=5)]]
    """By year, as it is written in the file."""

    def of(self, year: int) -> tuple[MetricRef, ...]:
        """Return the choice for a year: its own, else the nearest earlier one; empty before the first."""
        chosen = max((each for each in self.years if int(each) <= year), default=None)
        return () if chosen is None else self.years[chosen]


class SegmentValue(Frozen):
    """One group of customers."""

    name: Spoken[str]
    answers: tuple[str, ...] = ()
    """What the export calls this group; default: its id."""


class Dimension(Frozen):
    """A way to divide customers, such as the occasion of the survey."""

    name: Spoken[str]
    values: dict[Id, SegmentValue]


class Event(Item):
    """Something that happened and marks charts."""

    date: day
    title: Spoken[str]
    metrics: tuple[MetricRef, ...] = ()
    """The metrics it marks; none means all."""
    breaks: bool = Field(default=False, alias="break")
    """Nothing is compared across it."""
