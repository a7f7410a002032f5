"""Why customers matter – and what speaks against it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from chefetage.model.base import Item, Prose, Spoken, StudyRef


class Argument(Item):
    """One argument with its strongest counter-argument."""

    title: Spoken[str]
    order: Annotated[int, Field(strict=True)] = 100
    counter: Spoken[str]
    """The strongest thing that can be said against it."""
    studies: tuple[StudyRef, ...] = ()
    body: Spoken[Prose] = Field(default_factory=dict)
