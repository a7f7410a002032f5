"""What the page "what one point is worth" reckons with: the site's own customers, and how many of them left."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from chefetage.model.base import Frozen, Item, Spoken

Whole = Annotated[int, Field(ge=0, strict=True)]


class Linked(Frozen):
    """Customers who answered and of whom it is known whether they were still there twelve months later."""

    linked: Annotated[int, Field(ge=1, strict=True)]
    lost: Whole

    @model_validator(mode="after")
    def _lost_are_linked(self) -> Linked:
        if self.lost > self.linked:
            raise PydanticCustomError("more_lost", "{found} of {high}", {"found": self.lost, "high": self.linked})
        return self


class Retention(Item):
    """`metrics/worth.yml`; see `chefetage.stats.retention` for the model."""

    customers: Whole
    revenue: Annotated[float, Field(ge=0)]
    """Euros per customer and year."""
    margin: Annotated[float, Field(ge=0, le=1)]
    """Contribution margin: the part of revenue, from 0 to 1, that is left after its own costs."""
    promoters: Linked
    passives: Linked
    detractors: Linked
    as_of: date
    """The day up to which it was known who had left."""
    source: Spoken[str]
    """How answers were linked to customers, and who did it."""
