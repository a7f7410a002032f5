"""A tool's own evaluation instead of respondents: answers with their shares, question by question. Always refused."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from chefetage.sources.vendors.vendor import has

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chefetage.sources.vendors.vendor import Rows

_HEADS = (
    ("Answer Choices", "Responses"), ("Answer Options", "Response Percent"), ("Answer Choice", "Response Percent"),
    ("Value", "Percent", "Count"), ("Value", "Percent", "Responses"), ("Answer", "%", "Count"),
    ("Antwortoptionen", "Beantwortungen"), ("Antwort", "Anzahl", "Prozent"), ("Antwort", "%", "Anzahl"),
)  # fmt: skip
"""What stands above a block of answers."""
_QUESTION = re.compile(r"(question|frage|q)\s*\d+", re.IGNORECASE)


def is_summary(rows: Rows) -> bool:
    """Whether the first rows are those of an evaluation."""
    return any(
        len([cell for cell in row if cell]) <= len(head) + 1 and has(row, *head) for row in rows for head in _HEADS
    )


def is_summary_workbook(sheets: Sequence[str]) -> bool:
    """Whether a workbook has a sheet for each question."""
    return len(sheets) > 1 and sum(_QUESTION.fullmatch(name) is not None for name in sheets) * 2 > len(sheets)
