"""Something that was changed for customers, with its cost and benefit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StrictBool, model_validator
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
    """Avoided quantity a year times what one of them costs – or won quantity times revenue and contribution margin."""

    quantity: Span
    rate: Money
    margin: Annotated[float, Field(ge=0, le=1)] = 1.0
    """Contribution margin, from 0 to 1, where the rate is revenue: only that part is a benefit."""
    evidence: Evidence
    confirmed_by: str | None = None

    @model_validator(mode="after")
    def _confirmed_by_somebody(self) -> Benefit:
        if self.evidence is Evidence.CONFIRMED and not self.confirmed_by:
            raise PydanticCustomError("missing_words", "confirmed_by is missing", {"field": "confirmed_by"})
        return self

    @property
    def euros(self) -> Money:
        """Quantity times rate times margin, in euros a year, as a range."""
        low, high = (self.quantity.low * self.rate.low, self.quantity.high * self.rate.high)
        return Money(low=low * self.margin, high=high * self.margin)


@dataclass(frozen=True, slots=True)
class Payback:
    """Months until the benefit has paid for the cost, unrounded."""

    low: float
    high: float | None
    """`None` where the least benefit is nothing: then it may never pay."""


class Measure(Item):
    """What changed, since when, who answers for it, what it costs and brings."""

    what: Spoken[str]
    since: date
    owner: Spoken[str]
    """A role or a department."""
    cost: Money | None = None
    recurring: StrictBool = False
    """Whether the cost is due every year; then nothing is ever paid back, but something is left over each year."""
    cost_note: Spoken[str] = Field(default_factory=dict)
    benefit: Benefit | None = None
    benefit_note: Spoken[str] = Field(default_factory=dict)
    """What the quantity counts, such as `vermiedene zweite Anfahrten im Jahr`."""
    payback_months: Span | None = None
    """Where it is not what follows from cost and benefit; see `payback`."""
    metrics: tuple[MetricRef, ...] = ()
    """The metrics it should move."""
    status: MeasureStatus = MeasureStatus.RUNNING
    outcome: Spoken[str] = Field(default_factory=dict)
    """What was learnt; for a stopped measure: why it failed."""
    body: Spoken[Prose] = Field(default_factory=dict)

    @property
    def payback(self) -> Payback | None:
        """After how many months a single cost has come back: as stated, else cost over benefit."""
        if self.payback_months is not None:
            return Payback(self.payback_months.low, self.payback_months.high)
        if self.cost is None or self.benefit is None or self.recurring:
            return None
        least, most = self.benefit.euros.low, self.benefit.euros.high
        if not most:
            return None
        return Payback(12 * self.cost.low / most, 12 * self.cost.high / least if least else None)

    @property
    def left_over(self) -> tuple[float, float] | None:
        """Euros a year that are left of the benefit after a cost that is due every year, at least and at most."""
        if self.cost is None or self.benefit is None or not self.recurring:
            return None
        return self.benefit.euros.low - self.cost.high, self.benefit.euros.high - self.cost.low
