"""SurveyMonkey: a second header row names the answers of questions that are spread over columns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from chefetage.sources.vendors.vendor import Status, Unwanted, Vendor, has

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chefetage.sources.vendors.vendor import Rows

_NUMERIC = re.compile(r"[-+]?[0-9][0-9.,:/ -]*")
_ANSWERS = frozenset({
    "response", "open-ended response", "comments:", "other (please specify)", "antwort", "beantwortungen",
    "offene beantwortung", "sonstiges (bitte angeben)",
})  # fmt: skip
"""What stands in the second header row."""


def is_second_header(row: Sequence[str]) -> bool:
    """Whether a row names answers, not a respondent's."""
    filled = [cell for cell in row if cell]
    return sum(cell.casefold() in _ANSWERS for cell in filled) * 2 >= max(len(filled), 2)


def _header_rows(rows: Rows) -> int:
    first = rows[0]
    is_its_own = has(first, "Respondent ID", "Collector ID") or has(first, "respondent_id", "collector_id")
    is_its_own = is_its_own or has(first, "response_status", "collector_id", "survey_id")
    if len(rows) < 2:  # noqa: PLR2004 – a header and something below it
        return int(is_its_own)
    second = rows[1]
    filled_below = any(not upper and lower for upper, lower in zip(first, second, strict=False))
    if filled_below and not any(map(_NUMERIC.fullmatch, second)):
        return 2
    return int(is_its_own)


STATUSES = (
    Status(("response_status", "Response Status", "Status"), {"partial": Unwanted.PARTIAL}, ("completed",)),
)  # fmt: skip
VENDOR = Vendor("surveymonkey", _header_rows, STATUSES)
