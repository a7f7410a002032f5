"""A page written by hand in `docs/`."""

from __future__ import annotations

from pydantic import Field, StrictBool

from chefetage.model.base import Item, Prose, Spoken, StandingRef


class Standing(Item):
    """A standing page; its id is its address."""

    title: Spoken[str]
    description: Spoken[str] = Field(default_factory=dict)
    explain: StrictBool = True
    """Whether the page explains words of the trade; its readers may know them."""
    under: StandingRef | None = None
    """The standing page that leads here; the foot of the site names that one only."""
    body: Spoken[Prose] = Field(default_factory=dict)
