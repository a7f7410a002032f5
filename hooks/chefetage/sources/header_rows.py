"""Header rows that are missing, or that would be counted as a respondent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.sources.vendors import surveymonkey

if TYPE_CHECKING:
    from chefetage.sources.findings import Findings
    from chefetage.sources.vendors.vendor import Rows, Vendor

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
