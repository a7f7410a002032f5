"""Ways to divide customers: occasion, region, brand, country."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from chefetage.model.base import Frozen, Id, Spoken
from chefetage.model.month import Month


class SegmentValue(Frozen):
    """One group of customers."""

    name: Spoken[str]
    answers: tuple[str, ...] = ()
    """What the export calls this group; default: its id."""

    weight: Annotated[float, Field(gt=0)] | None = None
    """The group's share of all customers, in any unit; all groups of a dimension state one, or none does."""

    valid_from: Month | None = None
    valid_to: Month | None = None
    """The last month of the group, such as a brand before its merger."""

    successor: Id | None = None
    """The group of the same dimension that its customers belong to afterwards."""

    cut_off_days: Annotated[int, Field(ge=0, strict=True)] | None = None
    """Days after a month's end until this group's values are final; default: the site's."""

    def is_valid(self, month: Month) -> bool:
        """Whether the group existed in a month."""
        return (self.valid_from is None or self.valid_from <= month) and (
            self.valid_to is None or self.valid_to >= month
        )


class Dimension(Frozen):
    """A way to divide customers, such as the occasion of the survey."""

    name: Spoken[str]
    values: dict[Id, SegmentValue]

    @model_validator(mode="after")
    def _weights_for_all_or_none(self) -> Dimension:
        stated = [value.weight is not None for value in self.values.values()]
        if any(stated) and not all(stated):
            raise PydanticCustomError("some_weights", "all groups state a weight, or none does")
        return self

    @property
    def has_weights(self) -> bool:
        """Whether a value for all customers can be put together from the groups."""
        return bool(self.values) and all(value.weight is not None for value in self.values.values())
