"""An export as a table: its header, and its respondents one by one."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from chefetage.sources.delimited import DELIMITERS, LOOKED_AT, delimited, is_blank
from chefetage.sources.export_file import examine, format_of
from chefetage.sources.footers import Footers
from chefetage.sources.header import Header
from chefetage.sources.header_rows import check_header_rows
from chefetage.sources.json_file import json_file
from chefetage.sources.parquet import parquet
from chefetage.sources.sheet import Format, Sheet
from chefetage.sources.text import tidy
from chefetage.sources.vendors.registry import recognise
from chefetage.sources.vendors.summary import is_summary
from chefetage.sources.workbook import workbook

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from chefetage.sources.findings import Findings
    from chefetage.sources.vendors.vendor import Vendor

MAX_HEADER_ROWS = 3


@dataclass(slots=True)
class Looking:
    """What a first look passes over."""

    blank: int = 0
    """Rows whose cells are all empty."""


@dataclass(frozen=True, slots=True)
class Table:
    """Where columns begin and respondents start."""

    sheet: Sheet
    header: Header
    vendor: Vendor

    def rows(self, findings: Findings, looking: Looking | None = None) -> Iterator[tuple[int, list[str]]]:
        """Yield each respondent's row with its number in the file, as a spreadsheet counts them.

        Blank rows are passed over. A row with too few or too many cells is an error in `findings`, as it is when a
        stray quotation mark or line break has torn an answer apart; cells beyond the last column may be empty. So is an
        average or a sum below the respondents. Damage that leaves the rest unreadable is an error too and ends them.

        Args:
            findings: Where errors and hints go.
            looking: Where somebody only wants to see what is there, what was passed over; see `Footers`.
        """
        return Footers(findings, is_strict=looking is None).without(self._rows(findings, looking))

    def _rows(self, findings: Findings, looking: Looking | None) -> Iterator[tuple[int, list[str]]]:
        last_header = self.header.first + len(self.header.rows) - 1
        width = self.header.width
        for number, cells in self.sheet.records(findings):
            if number <= last_header:
                continue
            if is_blank(cells):
                if looking is not None and cells:
                    looking.blank += 1
                continue
            if len(cells) != width:
                if len(cells) < width:
                    findings.error("row-short", number, len(cells), cells=len(cells), columns=width)
                    continue
                if not is_blank(cells[width:]):
                    findings.error("row-long", number, width + 1, cells=len(cells), columns=width)
                    continue
            yield number, cells


def read_table(  # noqa: PLR0913 – what may be said of a file
    path: Path,
    findings: Findings,
    header_rows: int | None = None,
    delimiter: str | None = None,
    *,
    sheet: str | None = None,
    records: str | None = None,
) -> Table | None:
    """Find out how a file is packed, encoded and laid out; `None`, with an error in `findings`, if it is no table.

    Args:
        path: The file.
        findings: Where errors and hints go.
        header_rows: Rows before the first respondent; `None` to find out by looking.
        delimiter: What separates cells; `None` to find out by looking.
        sheet: Of a workbook, the sheet to read; `None` if it has only one.
        records: Of a JSON file, the names down to the list of records; `None` to find it by looking.
    """
    found = _open(path, findings, delimiter, sheet, records)
    if found is None:
        return None
    # Damage further down is reported when the rows are read.
    top = list(islice(found.records(None), LOOKED_AT))
    if not top or is_blank(top[0][1]):
        findings.error("no-header", top[0][0] if top else 1)
        return None
    first = top[0][0]
    rows = [[tidy(cell) for cell in cells] for _, cells in top]
    if is_summary(rows):
        findings.error("summary-file", file=findings.path)
        return None
    vendor, found_rows = recognise(rows)
    headers = min(header_rows or found_rows, len(rows))
    check_header_rows(rows, headers, vendor, first, findings)
    return Table(found, Header.of([cells for _, cells in top[:headers]], first), vendor)


def _open(  # noqa: PLR0911 – one a format
    path: Path, findings: Findings, delimiter: str | None, sheet: str | None, records: str | None
) -> Sheet | None:
    if not path.is_file():
        findings.error("file-missing", file=findings.path)
        return None
    try:
        kind = format_of(path)
    except OSError as error:
        findings.error("unreadable-file", file=findings.path, reason=error.strerror)
        return None
    if kind is Format.WORKBOOK:
        return workbook(path, sheet, findings)
    if kind is Format.PARQUET:
        return parquet(path, findings)
    file = examine(path, findings)
    if file is None:
        return None
    if file.format is Format.JSON:
        return json_file(file, records, findings)
    return delimited(file, delimiter, findings)


__all__ = ["DELIMITERS", "MAX_HEADER_ROWS", "Looking", "Table", "read_table"]
