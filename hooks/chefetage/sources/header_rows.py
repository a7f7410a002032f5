"""Header rows that are missing, or that would be counted as a respondent."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from chefetage.sources.vendors import surveymonkey

if TYPE_CHECKING:
    from chefetage.sources.findings import Findings
    from chefetage.sources.vendors.vendor import Rows, Vendor

_FEW_ROWS = 5
"""So many answers at least, to tell what a column holds."""
_NUMBER = re.compile(r"-?[0-9]+([.,][0-9]+)?")
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
    elif headers == 1:
        nameless = [
            at for at, name in enumerate(header) if not name and any(at < len(row) and row[at] for row in below)
        ]
        if header[0] and len(nameless) >= (1 if vendor is surveymonkey.VENDOR else _SEVERAL):
            findings.error("second-header-missing", first + 1, nameless[0] + 1, count=len(nameless))
        elif _is_another_header(below):
            findings.error("header-counted", first + headers, rows=headers + 1)


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
