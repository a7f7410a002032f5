"""Text with a delimiter: which one, and the rows, in constant memory."""

from __future__ import annotations

import csv
import re
from itertools import islice
from typing import TYPE_CHECKING

from chefetage.sources.sheet import Format, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.sources.export_file import ExportFile
    from chefetage.sources.findings import Findings

DELIMITERS = (",", ";", "\t", "|")
_NO_DELIMITERS = '"\r\n'
LOOKED_AT = 40
"""Rows from which delimiter and header rows are found out."""
_EXCEL_HINT = re.compile(r"sep=(.)\r?\n")
"""A first line by which Excel is told the delimiter."""


def delimited(file: ExportFile, delimiter: str | None, findings: Findings) -> Sheet | None:
    """Return a text file's rows; `None`, with an error in `findings`, for a delimiter that cannot be one.

    The delimiter is the one given, else the one in Excel's own first line, else found out by looking.
    """
    if delimiter is not None and (len(delimiter) != 1 or delimiter in _NO_DELIMITERS):
        findings.error("delimiter-bad", delimiter=repr(delimiter))
        return None
    with file.open() as stream:
        excel = _EXCEL_HINT.match(stream.readline(8))
    skipped = 1 if excel else 0
    if delimiter is None:
        delimiter = str(excel[1]) if excel else _find_delimiter(file)
    chosen = delimiter

    def records(found: Findings | None) -> Iterator[tuple[int, list[str]]]:
        return islice(_records(file, chosen, found), skipped, None)

    return Sheet(Format.CSV, file.digest, records, file.encoding, delimiter)


def is_blank(cells: list[str]) -> bool:
    """Whether a row holds nothing but space."""
    return not any(cells) or not any(cell.strip() for cell in cells)


def _find_delimiter(file: ExportFile) -> str:
    """Return the delimiter under which most rows are as wide as the header; among equals the one with most columns.

    If under none of them a single row agrees with its header, there is one column, and the answer is a delimiter that
    leaves its name whole.
    """
    best, best_score = "", (0.0, 1)
    whole = DELIMITERS[0]
    for delimiter in DELIMITERS:
        rows = [cells for _, cells in islice(_records(file, delimiter, None), LOOKED_AT) if not is_blank(cells)]
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
