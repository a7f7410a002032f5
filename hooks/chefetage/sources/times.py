"""How long cases took, in whole units; those that are still open count as at least so long. See `Reading`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from chefetage.model.metric import Unit
from chefetage.sources.days import moment_reader
from chefetage.sources.mistakes import Mistakes
from chefetage.sources.numbers import read_number, whole_units
from chefetage.sources.piles import Piles
from chefetage.sources.text import tidy

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, tzinfo

    from chefetage.model.month import Month
    from chefetage.sources.filters import Filter
    from chefetage.sources.findings import Findings
    from chefetage.sources.reading import Row

SECONDS = {Unit.MINUTES: 60, Unit.HOURS: 3600, Unit.DAYS: 86400}
_LONGEST = 999_999_999
"""In units; what a snapshot can name. More is no time that a case took."""


@dataclass(frozen=True, slots=True)
class Horizon:
    """How far a source can see: what happens later is not known yet when a month's values are final."""

    today: date
    cut_off_days: int
    zone: tzinfo

    def of(self, month: Month | None) -> datetime:
        """Return the moment up to which the cases of a month are followed: today's beginning, at the latest cut-off."""
        last = self.today if month is None else min(self.today, month.last_day + timedelta(days=self.cut_off_days))
        return datetime.combine(last, time(), self.zone)


class _Times:
    """Counts durations, whatever columns they come from."""

    def __init__(self) -> None:
        self._piles = Piles()

    def _count(self, row: Row, units: Decimal, *, is_open: bool) -> None:
        self._piles.add(row.month, row.groups, f"{'open' if is_open else 'closed'}-{whole_units(units)}")

    def groups(self, month: Month | None) -> tuple[str, ...]:
        """All respondents, and the groups that have a case."""
        return self._piles.groups(month)

    def stats(self, month: Month | None, group: str) -> dict[str, int]:
        """Return how many cases took how long: `closed-6`, `open-10`."""
        piles = self._piles.of(month, group)
        return {name: piles[name] for name in sorted(piles, key=_by_duration)}


class Durations(_Times):
    """Cases whose duration stands in a column, in the metric's unit."""

    def __init__(
        self, name: str, position: int, missing: frozenset[str], still_open: Sequence[Filter], decimal: str
    ) -> None:
        super().__init__()
        self._mistakes = Mistakes(name, position)
        self._missing = missing
        self._still_open = still_open
        self._decimal = decimal

    def hear(self, row: Row) -> None:
        """Count one case; an empty cell is none."""
        text = tidy(row.cells[self._mistakes.position])
        if not text or text in self._missing:
            return
        units = read_number(text, self._decimal)
        if units is None:
            self._mistakes.note("duration-bad", row.number)
        elif units < 0:
            self._mistakes.note("duration-negative", row.number)
        elif units > _LONGEST:
            self._mistakes.note("duration-impossible", row.number)
        else:
            is_open = bool(self._still_open) and all(keep.keeps(row.cells) for keep in self._still_open)
            self._count(row, units, is_open=is_open)

    def report(self, findings: Findings) -> None:
        """Tell what is no duration."""
        self._mistakes.report(findings, decimal=self._decimal)


class Spans(_Times):
    """Cases with the moments at which they were opened and closed."""

    def __init__(
        self,
        opened: tuple[str, int],
        closed: tuple[str, int],
        unit: Unit,
        horizon: Horizon,
        date_format: str | None,
    ) -> None:
        super().__init__()
        self._opened = Mistakes(*opened)
        self._closed = Mistakes(*closed)
        self._seconds = SECONDS[unit]
        self._horizon = horizon
        self._read = moment_reader(horizon.zone, date_format)

    def hear(self, row: Row) -> None:
        """Count one case. What was closed after the horizon was still open then, so that final values stay so."""
        opened, closed = (tidy(row.cells[at.position]) for at in (self._opened, self._closed))
        if not opened and not closed:
            return
        begin = self._read(opened)
        if begin is None:
            self._opened.note("moment-bad" if opened else "opened-empty", row.number)
            return
        end = self._read(closed) if closed else None
        if closed and end is None:
            self._closed.note("moment-bad", row.number)
        elif end is not None and end.astimezone(UTC) < begin.astimezone(UTC):
            self._closed.note("closed-before-opened", row.number)
        else:
            horizon = max(self._horizon.of(row.month).astimezone(UTC), begin.astimezone(UTC))
            is_open = end is None or end.astimezone(UTC) > horizon
            last = horizon if end is None or is_open else end.astimezone(UTC)
            seconds = (last - begin.astimezone(UTC)) // timedelta(seconds=1)
            self._count(row, Decimal(seconds) / self._seconds, is_open=is_open)

    def report(self, findings: Findings) -> None:
        """Tell moments that are none, and cases closed before they were opened."""
        self._opened.report(findings)
        self._closed.report(findings)


def _by_duration(name: str) -> tuple[str, int]:
    kind, _, units = name.partition("-")
    return kind, int(units)
