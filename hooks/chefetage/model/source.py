"""Where a metric's answers come from: `metrics/sources.yml`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from chefetage.model.base import Frozen, Item, MetricRef, Spoken


class Column(Frozen):
    """How one metric is read from an export."""

    column: str
    """The column's header, as the export writes it."""
    missing: tuple[int | str, ...] = ()
    """Codes that mean no answer, besides an empty cell."""
    labels: dict[str, int | str] = Field(default_factory=dict)
    """What worded answers stand for, such as `{Strongly agree: 10}`."""


class Source(Item):
    """One survey export; exactly one of `date` and `period` says which month its answers belong to."""

    name: Spoken[str] = Field(default_factory=dict)
    """What readers call it, such as `Befragung per E-Mail`."""
    file: str
    """Path from `metrics/`; `{month}` stands for `2026-10`."""
    format: Literal["csv"] = "csv"
    header_rows: Annotated[int, Field(ge=1, le=3, strict=True)] = 1
    """Rows before the first respondent; a column may be named by any of them, or by all: `Question – Answer`."""
    delimiter: Annotated[str, Field(min_length=1, max_length=1)] | None = None
    """Found out by looking when not given."""
    date: str | None = None
    """The column that holds the day of the answer."""
    date_format: str | None = None
    """As in Python's `strptime`, for days that are not written `2026-10-14`."""
    period: Literal["file"] | None = None
    """The whole file is one period."""
    only: dict[str, str] = Field(default_factory=dict)
    """Respondents to keep: column and value, such as `{Status: complete}`."""
    segments: dict[str, str] = Field(default_factory=dict)
    """Dimension of `segments.yml` to column."""
    metrics: dict[MetricRef, Column]

    @model_validator(mode="after")
    def _one_period(self) -> Source:
        if (self.date is None) == (self.period is None):
            raise PydanticCustomError("one_period", "either date or period")
        return self
