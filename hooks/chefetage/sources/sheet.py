"""Rows of cells, all of them text, whatever kind of file they stand in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from chefetage.sources.findings import Findings

    Records = Callable[[Findings | None], Iterator[tuple[int, list[str]]]]
    """From findings, where damage goes, to rows with their numbers, as a spreadsheet counts them."""


class Format(StrEnum):
    """The kind of file."""

    CSV = "csv"
    WORKBOOK = "workbook"
    PARQUET = "parquet"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file whose rows can be read, any number of times."""

    format: Format
    digest: str
    """The first twelve hex digits of the SHA-256 of the file as it lies there."""
    records: Records
    encoding: str | None = None
    """Of a CSV file."""
    delimiter: str | None = None
    """Of a CSV file."""
    name: str | None = None
    """Of a workbook, the sheet that is read; of a JSON file, the names down to the list of records."""


def as_text(value: object) -> str:  # noqa: PLR0911 – one a type
    """Return a typed cell as a CSV file would have it: whole numbers without a point, days as in ISO 8601."""
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case float():
            return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)  # noqa: PLR2004 – exact so far
        case Decimal():
            return format(value.normalize(), "f")
        case datetime():
            return value.date().isoformat() if value.time() == time() and value.tzinfo is None else value.isoformat(" ")
        case date() | time():
            return value.isoformat()
        case timedelta():
            return str(value)
        case _:
            return str(value)
