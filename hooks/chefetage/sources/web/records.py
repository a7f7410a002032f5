"""Records in a JSON answer as the rows of a table."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

from chefetage.sources.web.answer import Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

LARGEST = 1 << 27
"""Most bytes of a JSON answer: unlike a table, it has to be held in memory whole."""
_DEEPEST = 8
"""Levels of a record that are looked into."""


def write_records(answer: Path, where: str | None, table: Path) -> Trouble | None:
    """Write the records of a JSON answer as a CSV file; return why not, if there are none.

    A record's field becomes a column; a field within a field is named by both, `answers.q1`; lists are left out.

    Args:
        answer: The JSON file.
        where: Names down to the list of records, `data.responses`; `None` if the answer is the list itself.
        table: The CSV file to write; its first row names the columns.

    Raises:
        OSError: a file cannot be read or written.
    """
    if answer.stat().st_size > LARGEST:
        return Trouble("web-large", {"megabytes": LARGEST >> 20})
    try:
        found = json.loads(answer.read_bytes(), parse_constant=lambda _: None)
    except (ValueError, RecursionError):
        return Trouble("web-json-bad")
    for name in where.split(".") if where else ():
        found = found.get(name) if isinstance(found, dict) else None
    if not isinstance(found, list):
        return Trouble("web-no-records", {"records": where or "[ ]"})
    rows = [dict(_cells(record)) for record in found if isinstance(record, dict)]
    if len(rows) != len(found):
        return Trouble("web-no-record", {"number": next(n for n, r in enumerate(found, 1) if not isinstance(r, dict))})
    columns = list(dict.fromkeys(name for row in rows for name in row))
    with table.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, columns)
        writer.writeheader()
        writer.writerows(rows)
    return None


def _cells(record: Mapping[str, object], prefix: str = "", depth: int = 0) -> Iterator[tuple[str, str]]:
    for name, value in record.items():
        if isinstance(value, dict):
            if depth < _DEEPEST:
                yield from _cells(value, f"{prefix}{name}.", depth + 1)
        elif not isinstance(value, list):
            yield f"{prefix}{name}", _text(value)


def _text(value: object) -> str:
    """Return a value as a cell: nothing for null, and whole numbers without a decimal point."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return repr(value) if isinstance(value, int | float) else str(value)
