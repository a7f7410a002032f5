"""What happened and marks charts and tables."""

from __future__ import annotations

from datetime import date as day

from pydantic import Field

from chefetage.model.base import Item, MetricRef, Spoken


class Event(Item):
    """Something that happened and marks charts."""

    date: day
    title: Spoken[str]
    metrics: tuple[MetricRef, ...] = ()
    """The metrics it marks; none means all."""
    breaks: bool = Field(default=False, alias="break")
    """Nothing is compared across it."""
