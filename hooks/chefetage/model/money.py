"""Quantities and euro amounts, always able to be a range."""

from __future__ import annotations

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from chefetage.model.base import Frozen


class Span(Frozen):
    """A range of a quantity; one number written alone means that both ends are the same."""

    low: float = Field(ge=0)
    high: float = Field(ge=0)

    @model_validator(mode="before")
    @classmethod
    def _from_number(cls, value: object) -> object:
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return {"low": value, "high": value}
        return value

    @model_validator(mode="after")
    def _in_order(self) -> Span:
        if self.low > self.high:
            raise PydanticCustomError(
                "range_order", "low {low} is above high {high}", {"low": self.low, "high": self.high}
            )
        return self


class Money(Span):
    """A range in euros."""
