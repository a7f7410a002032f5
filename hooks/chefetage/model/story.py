"""What changed for one customer, before and after."""

from __future__ import annotations

from pydantic import Field, model_validator

from chefetage.model.base import Frozen, Item, MeasureRef, MetricRef, Prose, QuoteRef, Spoken


class Scene(Frozen):
    """One side of the story; a plain sentence is enough."""

    text: str
    when: str | None = None
    """Such as `bis Januar 2026`."""
    figure: str | None = None
    """One like quantity on both sides, such as `8 Stunden` and `2 Stunden`."""

    @model_validator(mode="before")
    @classmethod
    def _from_sentence(cls, value: object) -> object:
        return {"text": value} if isinstance(value, str) else value


class Story(Item):
    """One person, one scene, before and after."""

    title: Spoken[str] = Field(default_factory=dict)
    customer: Spoken[str]
    before: Spoken[Scene]
    after: Spoken[Scene]
    unknown: Spoken[str] = Field(default_factory=dict)
    """What the story does not prove."""
    quotes: tuple[QuoteRef, ...] = ()
    metrics: tuple[MetricRef, ...] = ()
    measures: tuple[MeasureRef, ...] = ()
    body: Spoken[Prose] = Field(default_factory=dict)
