"""Records in a JSON answer, kept as a table."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from chefetage.sources.records import LARGEST, NoRecords, records_in
from chefetage.sources.web.answer import Trouble

if TYPE_CHECKING:
    from pathlib import Path


def write_records(answer: Path, where: str | None, table: Path) -> Trouble | None:
    """Write the records of a JSON answer as a CSV file; return why not, if there are none.

    Args:
        answer: The JSON file.
        where: Names down to the list of records, `data.responses`; `None` if the answer is the list itself.
        table: The CSV file to write; its first row names the columns.

    Raises:
        OSError: a file cannot be read or written.
    """
    if answer.stat().st_size > LARGEST:
        return Trouble("web-large", {"megabytes": LARGEST >> 20})
    found = records_in(answer.read_bytes(), where)
    if isinstance(found, NoRecords):
        return Trouble(f"web-{found.id}", dict(found.params))
    with table.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, found.columns)
        writer.writeheader()
        writer.writerows(found.rows)
    return None
