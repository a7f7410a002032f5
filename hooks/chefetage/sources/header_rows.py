"""Header rows that are missing, hidden below a title, or that would be counted as a respondent."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from chefetage.sources.delimited import DELIMITERS
from chefetage.sources.vendors import surveymonkey

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chefetage.sources.findings import Findings
    from chefetage.sources.vendors.vendor import Rows, Vendor

_FEW_ROWS = 5
"""So many answers at least, to tell what a column holds."""
_NUMBER = re.compile(r"-?[0-9]+([.,][0-9]+)?")
_SMALL = re.compile(r"-?[0-9]{1,3}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}")
_TITLES = 10
"""So many rows at most stand above a table."""
_MOST = 0.8
_SEVERAL = 2
"""So many nameless columns with answers in them, and a header row is missing; of SurveyMonkey one is enough."""


def check_header_rows(rows: Rows, headers: int, vendor: Vendor, first: int, findings: Findings) -> None:
    """Note an error if the header is not whole.

    Args:
        rows: The first rows of the file, tidied, header first.
        headers: How many of them are taken as headers.
        vendor: The tool that wrote the file.
        first: The number in the file of the first.
        findings: Where errors go.
    """
    header, below = rows[0], rows[headers:]
    if surveymonkey.is_second_header(header):
        findings.error("first-header-missing", first)
    elif below and surveymonkey.is_second_header(below[0]):
        findings.error("header-counted", first + headers, rows=headers + 1)
    elif headers == 1 and (titles := _titles(rows)):
        findings.error("title-above", first, count=titles)
    elif headers == 1 and _is_respondent(header, below):
        findings.error("header-missing", first)
    elif headers == 1:
        nameless = [
            at for at, name in enumerate(header) if not name and any(at < len(row) and row[at] for row in below)
        ]
        if header[0] and len(nameless) >= (1 if vendor is surveymonkey.VENDOR else _SEVERAL):
            findings.error("second-header-missing", first + 1, nameless[0] + 1, count=len(nameless))
        elif _is_another_header(below):
            findings.error("header-counted", first + headers, rows=headers + 1)


def _titles(rows: Rows) -> int:
    """Return how many rows stand above the header: a title of one cell, and below it a table of several columns."""
    widths = [_width(row) for row in rows]
    if widths[0] != 1:
        return 0
    for at, width in enumerate(widths[:_TITLES], start=0):
        below = widths[at + 1 :]
        if width > _SEVERAL and len(below) >= _FEW_ROWS and sum(other == width for other in below) > _MOST * len(below):
            return at
    return 0


def _width(row: Sequence[str]) -> int:
    """Return how many cells are filled; of a row with one, how many it would be under another delimiter."""
    filled = [cell for cell in row if cell]
    return len(filled) if len(filled) != 1 else 1 + max(filled[0].count(sign) for sign in DELIMITERS)


def _is_respondent(header: Sequence[str], below: Rows) -> bool:
    """Whether the header holds days and small numbers in most columns, and so do the rows below."""
    named = [at for at, name in enumerate(header) if name]
    alike = 0
    for at in named:
        cells = [row[at] for row in below if at < len(row) and row[at]]
        days = _DAY.match(header[at]) and len(cells) >= _FEW_ROWS and all(map(_DAY.match, cells))
        alike += bool(days or (_SMALL.fullmatch(header[at]) and _are_numbers(cells)))
    return alike * 2 > len(named)


def _is_another_header(below: Rows) -> bool:
    """Whether the first row below the header has words in most of the columns where all others have numbers."""
    if len(below) <= _FEW_ROWS:
        return False
    first, others = below[0], below[1:]
    numeric = [at for at in range(len(first)) if _are_numbers([row[at] for row in others if at < len(row) and row[at]])]
    words = [at for at in numeric if first[at] and not _NUMBER.fullmatch(first[at])]
    return len(words) >= _SEVERAL and len(words) * 2 > len(numeric)


def _are_numbers(cells: list[str]) -> bool:
    return len(cells) >= _FEW_ROWS and all(map(_NUMBER.fullmatch, cells))
