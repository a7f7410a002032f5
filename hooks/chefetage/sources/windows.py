"""Cases that nobody can judge yet: the window for a further contact is still open. See `Reading`."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from chefetage.model.month import Month
    from chefetage.sources.findings import Findings
    from chefetage.sources.reading import Reading, Row


class Windowed:
    """Leaves out cases whose window has not closed; else the newest month would always look best."""

    def __init__(self, inner: Reading, metric: str, days: int, today: date) -> None:
        self._inner = inner
        self._metric = metric
        self._days = days
        self._latest = today - timedelta(days=days)
        """Cases from this day on are still open."""
        self._left_out = 0

    def hear(self, row: Row) -> None:
        """Count one case; without a day of its own it is taken to be of its month's last."""
        day = row.month.last_day if row.day is None and row.month is not None else row.day
        if day is not None and day >= self._latest:
            self._left_out += 1
        else:
            self._inner.hear(row)

    def groups(self, month: Month | None) -> tuple[str, ...]:
        """Return the groups of those that count."""
        return self._inner.groups(month)

    def stats(self, month: Month | None, group: str) -> dict[str, int]:
        """Return the counts of those that count."""
        return self._inner.stats(month, group)

    def report(self, findings: Findings) -> None:
        """Say how many are left out."""
        self._inner.report(findings)
        if self._left_out:
            findings.hint("windows-open", count=self._left_out, metric=self._metric, days=self._days)
