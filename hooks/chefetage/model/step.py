"""A step of the customer's journey: who answers for it, and whether anybody looks."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from chefetage.model.base import Item, MetricRef, Spoken

GroupPath = Annotated[str, Field(pattern=r"^[a-z0-9-]+\.[a-z0-9-]+$")]


class Step(Item):
    """One entry of `docs/journey.yml`; the order of the file is that of the journey."""

    name: Spoken[str]
    """As quotes call it in their field `step`."""
    wants: Spoken[str]
    """What the customer wants here, from their side."""
    departments: Spoken[Annotated[tuple[str, ...], Field(min_length=1)]]
    """Who answers for it; more than one means a hand-over."""
    handover: Spoken[str] = Field(default_factory=dict)
    """What has to arrive at the next step, and where it gets lost."""
    metrics: tuple[MetricRef, ...] = ()
    """What is measured here; none makes it a blind spot."""
    group: GroupPath | None = None
    """The customers of this step, such as `occasion.fitting`; default: all."""
    blind: Spoken[str] = Field(default_factory=dict)
    """What nobody sees here, although something is measured."""
