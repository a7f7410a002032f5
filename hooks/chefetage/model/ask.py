"""A decision asked of an executive, and what became of it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import Field

from chefetage.model.base import Item, MetricRef, Prose, Spoken
from chefetage.model.money import Money


class AskStatus(StrEnum):
    """What became of an ask; `overdue` is computed, never written."""

    OPEN = "open"
    AGREED = "agreed"
    DECLINED = "declined"
    DONE = "done"
    OVERDUE = "overdue"


class Ask(Item):
    """One decision with an addressee and a date. It lives on after its edition."""

    to: Spoken[str]
    """A role, never a name."""
    what: Spoken[str]
    """The decision, as an imperative sentence."""
    due: date
    cost: Money | None = None
    cost_note: Spoken[str] = Field(default_factory=dict)
    benefit: Money | None = None
    """A range in euros a year; leave it out rather than guess."""
    benefit_note: Spoken[str] = Field(default_factory=dict)
    why_now: Spoken[str] = Field(default_factory=dict)
    otherwise: Spoken[str] = Field(default_factory=dict)
    """What happens if nobody decides."""
    against: Spoken[str] = Field(default_factory=dict)
    """The strongest that speaks against it, from those who ask."""
    metrics: tuple[MetricRef, ...] = ()
    """The metrics it is about."""
    status: AskStatus
    outcome: Spoken[str] = Field(default_factory=dict)
    answered_on: date | None = None
    done_on: date | None = None
    body: Spoken[Prose] = Field(default_factory=dict)

    def status_on(self, day: date) -> AskStatus:
        """Return the state as it was on that day: answers given later do not count yet."""
        status = self.status
        if status is AskStatus.DONE and self.done_on is not None and self.done_on > day:
            status = AskStatus.AGREED
        if status is not AskStatus.OPEN and self.answered_on is not None and self.answered_on > day:
            status = AskStatus.OPEN
        if status is AskStatus.OPEN and self.due < day:
            return AskStatus.OVERDUE
        return status
