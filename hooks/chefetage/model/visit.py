"""Meeting customers: planned and past."""

from __future__ import annotations

from datetime import date as day

from pydantic import Field

from chefetage.model.base import Item, Prose, Spoken


class Visit(Item):
    """One occasion on which an executive meets a customer."""

    date: day
    time: str | None = None
    """Such as `9–11`."""
    host: Spoken[str]
    """The role that receives the visitor."""
    customer: Spoken[str]
    """Who is visited, described."""
    places: Spoken[str] = Field(default_factory=dict)
    """Such as `noch ein Platz` or who has agreed to come."""
    heard: Spoken[str] = Field(default_factory=dict)
    """What was heard, once the visit is over."""
    body: Spoken[Prose] = Field(default_factory=dict)
