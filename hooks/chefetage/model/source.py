"""Where a metric's answers come from: `metrics/sources.yml`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StrictBool, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from chefetage.model.base import Frozen, Item, MetricRef, Spoken

EnvironmentName = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_]*$")]
"""The name of an environment variable: what it holds never stands in a file."""


class Column(Frozen):
    """How one metric is read from a table."""

    column: str = ""
    """The column with the answer, the duration or the amount, by its header; not needed for totals and counts."""
    missing: tuple[int | str, ...] = ()
    """Codes that mean no answer, besides an empty cell."""
    labels: dict[str, int | str] = Field(default_factory=dict)
    """What worded answers stand for, such as `{Strongly agree: 10}`."""
    weight: str | None = None
    """The column that says how much an answer weighs."""
    only: dict[str, str] = Field(default_factory=dict)
    """Rows to keep for this metric, besides the source's own `only`."""
    opened: str | None = None
    """For times: the column with the moment a case was opened; with `closed`, instead of `column`."""
    closed: str | None = None
    """For times: the column with the moment it was closed; empty while it is open."""
    open_when: dict[str, str] = Field(default_factory=dict)
    """For times in `column`: which cases are still open, such as `{Status: open}`."""
    counts: dict[str, str] = Field(default_factory=dict)
    """For totals: count, such as `k` or `exposure`, to the column that holds it."""


class Source(Item):
    """One place to fetch from: exactly one of `file`, `table`, `query` and `address`."""

    name: Spoken[str] = Field(default_factory=dict)
    """What readers call it, such as `Befragung per E-Mail`."""
    optional: StrictBool = False
    """Whether the others are written all the same when this one cannot be read."""
    cut_off_days: Annotated[int, Field(ge=0, strict=True)] | None = None
    """Days after a month's end until its values are final; default: the site's."""

    file: str | None = None
    """A survey export: path from `metrics/`; `{month}` stands for `2026-10`."""
    sheet: str | None = None
    """The sheet of a workbook; needed if it has several."""
    header_rows: Annotated[int, Field(ge=1, le=3, strict=True)] | None = None
    """Rows before the first respondent, found out by looking when not given; a column may be named by any of them, or
    by all: `Question – Answer`."""
    delimiter: Annotated[str, Field(min_length=1, max_length=1)] | None = None
    """Found out by looking when not given."""
    decimal: Literal[".", ","] = "."
    """The decimal sign of amounts, durations and weights."""

    table: str | None = None
    """A table of a database; without `connection` a CSV or Parquet file below `metrics/`, read by DuckDB."""
    query: str | None = None
    """Instead of a table, what to select from."""
    connection: EnvironmentName | None = None
    """The environment variable with the database's URL, such as `postgres://…`."""

    address: EnvironmentName | None = None
    """The environment variable with the https address; `{month}` in it stands for `2026-10`."""
    token: EnvironmentName | None = None
    """The environment variable with the token sent as `Authorization: Bearer …`."""
    format: Literal["csv", "json"] | None = None
    """What the address answers with."""
    records: str | None = None
    """Where the list of records stands in a JSON answer or file, such as `data.responses`."""

    layout: Literal["answers", "totals"] = "answers"
    """A row per respondent or case, or rows that are already counted."""
    date: str | None = None
    """The column that holds the day of the answer."""
    date_format: str | None = None
    """As in Python's `strptime`, for days that are not written `2026-10-14`."""
    period: Literal["file"] | None = None
    """The whole of what is read is one period."""
    only: dict[str, str] = Field(default_factory=dict)
    """Rows to keep: column and value, such as `{Status: complete}`."""
    segments: dict[str, str] = Field(default_factory=dict)
    """Dimension of `segments.yml` to column."""
    metrics: dict[MetricRef, Column]

    @model_validator(mode="after")
    def _one_place_and_period(self) -> Source:
        if sum(place is not None for place in (self.file, self.table, self.query, self.address)) != 1:
            raise PydanticCustomError("one_place", "exactly one of file, table, query and address")
        if (self.date is None) == (self.period is None):
            raise PydanticCustomError("one_period", "either date or period")
        return self
