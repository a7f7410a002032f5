"""What every way of reading a metric from an export does: hear row after row, then tell the counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from chefetage.model.month import Month
    from chefetage.sources.findings import Findings


@dataclass(frozen=True, slots=True)
class Row:
    """One respondent or case, kept and in one of the months asked for."""

    number: int
    """The row in the file, for messages."""
    cells: list[str]
    month: Month | None
    """`None` where the whole file is looked at."""
    day: date | None
    """The day of the answer, where a column tells it."""
    groups: Sequence[str]
    """All respondents, and the groups this one belongs to."""


class Reading(Protocol):
    """One metric, read from one file."""

    def hear(self, row: Row) -> None:
        """Count what a row says."""
        ...

    def groups(self, month: Month | None) -> tuple[str, ...]:
        """All respondents, and the groups that anything was counted for in a month."""
        ...

    def stats(self, month: Month | None, group: str) -> dict[str, int]:
        """Return the counts of a group, by the names of `chefetage.stats.counts`."""
        ...

    def report(self, findings: Findings) -> None:
        """Tell all that cannot be."""
        ...
