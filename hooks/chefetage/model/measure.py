"""Something that was changed for customers, with its cost and benefit."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from chefetage.model.base import Frozen, Item, MetricRef, Prose, Spoken
from chefetage.model.money import Money, Span


class Evidence(StrEnum):
    """How far a benefit is known."""

    PLANNED = "planned"
    MEASURED = "measured"
    CONFIRMED = "confirmed"


class MeasureStatus(StrEnum):
    """Where a measure stands."""

    PLANNED = "planned"
    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"


class Benefit(Frozen):
    """Avoided quantity a year times what one of them costs."""

    quantity: Span
    rate: Money
    evidence: Evidence
    confirmed_by: str | None = None

    @model_validator(mode="after")
    def _confirmed_by_somebody(self) -> Benefit:
        if self.evidence is Evidence.CONFIRMED and not self.confirmed_by:
            raise PydanticCustomError("missing_words", "confirmed_by is missing", {"field": "confirmed_by"})
        return self

    @property
    def euros(self) -> Money:
        """Quantity times rate, in euros a year, as a range."""
        return Money(low=self.quantity.low * self.rate.low, high=self.quantity.high * self.rate.high)


class Measure(Item):
    """What changed, since when, who answers for it, what it costs and brings."""

    what: Spoken[str]
    since: date
    owner: Spoken[str]
    """A role or a department."""
    cost: Money | None = None
    cost_note: Spoken[str] = Field(default_factory=dict)
    benefit: Benefit | None = None
    benefit_note: Spoken[str] = Field(default_factory=dict)
    """What the quantity counts, such as `vermiedene zweite Anfahrten im Jahr`."""
    payback_months: Span | None = None
    metrics: tuple[MetricRef, ...] = ()
    """The metrics it should move."""
    status: MeasureStatus = MeasureStatus.RUNNING
    outcome: Spoken[str] = Field(default_factory=dict)
    """What was learnt; for a stopped measure: why it failed."""
    body: Spoken[Prose] = Field(default_factory=dict)
