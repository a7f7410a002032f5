"""A calendar month, the beat of the whole site."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from pydantic_core import PydanticCustomError, core_schema

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler

YEARS = range(1900, 2101)
"""Years that a month may be of; any other is a slip of the pen."""
_PATTERN = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")


class UnlikelyYearError(ValueError):
    """A month of a year that is not in `YEARS`."""


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A month of a year, written `2026-10`; adding a number moves by months."""

    year: int
    number: int
    """1 to 12."""

    @classmethod
    def parse(cls, text: str) -> Month:
        """Read `YYYY-MM`.

        Raises:
            UnlikelyYearError: the year is not in `YEARS`.
            ValueError: anything else is wrong.
        """
        found = _PATTERN.fullmatch(text)
        if found is None:
            raise ValueError(f"not a month: {text!r}")
        if int(found[1]) not in YEARS:
            raise UnlikelyYearError(f"not a month from {YEARS.start} to {YEARS.stop - 1}: {text!r}")
        return cls(int(found[1]), int(found[2]))

    @classmethod
    def of(cls, day: date) -> Month:
        """Return the month that the day belongs to."""
        return cls(day.year, day.month)

    @property
    def first_day(self) -> date:
        """The first day of the month."""
        return date(self.year, self.number, 1)

    @property
    def last_day(self) -> date:
        """The last day of the month."""
        return date(self.year, self.number, monthrange(self.year, self.number)[1])

    def __add__(self, months: int) -> Month:
        index = self.year * 12 + self.number - 1 + months
        return Month(index // 12, index % 12 + 1)

    def __sub__(self, months: int) -> Month:
        return self + -months

    def until(self, end: Month) -> tuple[Month, ...]:
        """Return this month and all that follow, up to and with `end`."""
        count = (end.year - self.year) * 12 + end.number - self.number + 1
        return tuple(self + step for step in range(max(count, 0)))

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Let models hold months: read from `YYYY-MM`, written back the same."""

        def read(value: object) -> Month:
            if isinstance(value, Month):
                return value
            if isinstance(value, str):
                try:
                    return cls.parse(value)
                except ValueError:
                    pass
            raise PydanticCustomError("month", "not a month: {value}", {"value": str(value)})

        return core_schema.no_info_plain_validator_function(
            read, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )
