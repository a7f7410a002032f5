"""An export as a table: its delimiter, its header, and its rows one by one, in constant memory."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from chefetage.sources.export_file import examine
from chefetage.sources.header import Header

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from chefetage.sources.export_file import ExportFile
    from chefetage.sources.findings import Findings

DELIMITERS = (",", ";", "\t", "|")
_NO_DELIMITERS = '"\r\n'
_LOOKED_AT = 40
"""Rows from which delimiter and header rows are found out."""
_EXCEL_HINT = re.compile(r"sep=(.)\r?\n")
"""A first line by which Excel is told the delimiter."""
_IMPORT_ID = '{"ImportId":'
_NUMERIC = re.compile(r"[-+]?[0-9][0-9.,:/ -]*")
MAX_HEADER_ROWS = 3


@dataclass(frozen=True, slots=True)
class Table:
    """Where columns begin and respondents start."""

    file: ExportFile
    delimiter: str
    header: Header

    def rows(self, findings: Findings) -> Iterator[tuple[int, list[str]]]:
        """Yield each respondent's row with its number in the file, as a spreadsheet counts them.

        Blank rows are passed over. A row with too few or too many cells is an error in `findings`, as it is when a
        stray quotation mark or line break has torn an answer apart; cells beyond the last column may be empty. Damage
        that leaves the rest unreadable is an error too and ends the rows.
        """
        skipped = self.header.first + len(self.header.rows) - 1
        width = self.header.width
        for number, cells in _records(self.file, self.delimiter, findings):
            if number <= skipped or _is_blank(cells):
                continue
            if len(cells) != width:
                if len(cells) < width:
                    findings.error("row-short", number, len(cells), cells=len(cells), columns=width)
                    continue
                if not _is_blank(cells[width:]):
                    findings.error("row-long", number, width + 1, cells=len(cells), columns=width)
                    continue
            yield number, cells


def read_table(
    path: Path, findings: Findings, header_rows: int | None = 1, delimiter: str | None = None
) -> Table | None:
    """Find out how a file is packed, encoded and laid out; `None`, with an error in `findings`, if it is no table.

    Args:
        path: The file.
        findings: Where errors and hints go.
        header_rows: Rows before the first respondent; `None` to find out by looking.
        delimiter: What separates cells; `None` to find out by looking.
    """
    file = examine(path, findings)
    if file is None:
        return None
    if delimiter is not None and delimiter in _NO_DELIMITERS:
        findings.error("delimiter-bad", delimiter=repr(delimiter))
        return None
    with file.open() as stream:
        excel = _EXCEL_HINT.match(stream.readline(8))
    first = 2 if excel else 1
    if delimiter is None:
        delimiter = str(excel[1]) if excel else _find_delimiter(file)
    # Damage further down is reported when the rows are read.
    top = [cells for _, cells in islice(_records(file, delimiter, None), _LOOKED_AT)][first - 1 :]
    if not top or _is_blank(top[0]):
        findings.error("no-header", first)
        return None
    rows = header_rows or find_header_rows(top)
    return Table(file, delimiter, Header.of(top[:rows], first))


def find_header_rows(top: list[list[str]]) -> int:
    """Return how many of the first rows are headers, judged by the marks of Qualtrics and SurveyMonkey.

    Qualtrics ends its header with a row of JSON import ids, or names its columns V1, V2 … above a second row.
    SurveyMonkey leaves cells of the first row empty where a question is spread over columns, which the second names.
    """
    for at, row in enumerate(top[:MAX_HEADER_ROWS]):
        if any(cell.startswith(_IMPORT_ID) for cell in row):
            return at + 1
    if len(top) < 2:  # noqa: PLR2004 – a header and something below it
        return 1
    first, second = top[0], top[1]
    if first[0] == "V1" and second[0].startswith("Response"):
        return 2
    filled_below = any(not upper.strip() and lower.strip() for upper, lower in zip(first, second, strict=False))
    return 2 if filled_below and not any(map(_NUMERIC.fullmatch, second)) else 1


def _find_delimiter(file: ExportFile) -> str:
    """Return the delimiter under which most rows are as wide as the header; among equals the one with most columns.

    If under none of them a single row agrees with its header, there is one column, and the answer is a delimiter that
    leaves its name whole.
    """
    best, best_score = "", (0.0, 1)
    whole = DELIMITERS[0]
    for delimiter in DELIMITERS:
        rows = [cells for _, cells in islice(_records(file, delimiter, None), _LOOKED_AT) if not _is_blank(cells)]
        width = len(rows[0]) if rows else 0
        below = rows[1:]
        agreeing = sum(len(cells) == width for cells in below) / len(below) if below else 1.0
        if width > 1 and agreeing > 0 and (agreeing, width) > best_score:
            best, best_score = delimiter, (agreeing, width)
        elif width == 1:
            whole = delimiter
    return best or whole


def _records(file: ExportFile, delimiter: str, findings: Findings | None) -> Iterator[tuple[int, list[str]]]:
    """Yield all rows with their numbers; the strict reader refuses what it would otherwise have to guess."""
    with file.open() as stream:
        reader = csv.reader(stream, delimiter=delimiter, strict=True)
        number = 0
        while True:
            number += 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                if findings is not None:
                    findings.error("row-broken", number, reason=str(error), line=reader.line_num)
                return
            yield number, cells


def _is_blank(cells: list[str]) -> bool:
    return not any(cells) or not any(cell.strip() for cell in cells)
