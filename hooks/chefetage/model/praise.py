"""Thanks to a team, ready to be passed on."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field, StrictBool

from chefetage.model.base import Item, Prose, Spoken


class Praise(Item):
    """What a team did, with its agreement to be named."""

    team: Spoken[str]
    people: Annotated[int, Field(ge=1, strict=True)]
    """How many people the team has; fewer than k and it is shown as „ein Team“."""
    what: Spoken[str]
    """What happened, in one sentence."""
    agreed: date
    """The day the team agreed to be named."""
    public: StrictBool = False
    """Whether it agreed to be named on the internet too, and not only among colleagues."""
    mail: str | None = None
    """A shared mailbox of the team, for the ready text."""
    said_on: date | None = None
    """The day an executive passed it on."""
    body: Spoken[Prose] = Field(default_factory=dict)
    """The ready text."""
