"""The day on which somebody answered."""

from __future__ import annotations

import re
from datetime import date, datetime, tzinfo
from functools import lru_cache
from typing import TYPE_CHECKING

from chefetage.sources.discretion import shape_of_day
from chefetage.sources.text import tidy

if TYPE_CHECKING:
    from collections.abc import Callable

    from chefetage.sources.findings import Findings


_OFFSET = re.compile(r" (?:UTC|GMT|Z)(?:([+-])(\d{1,2})(?::?(\d\d))?)?$")
"""How tools write the offset: `2026-10-14 23:30:00 UTC`, `2026/10/14 11:30:00 PM GMT+2`."""


def moment_reader(zone: tzinfo, date_format: str | None = None) -> Callable[[str], datetime | None]:
    """Return a function from a cell to the moment it names, or to `None` if it names none.

    A moment with an offset is told in `zone`; one without is taken to be meant there.

    Args:
        zone: The site's time zone.
        date_format: As in `strptime`; without it, ISO 8601: `2026-10-14`, `2026-10-14 23:30:00+00:00`. In both, `UTC`
            and `GMT+2` at the end are offsets.
    """
    form = None if date_format is None else date_format.replace("%Z", "%z")
    gap = " " if date_format else ""

    @lru_cache(maxsize=4096)
    def read(cell: str) -> datetime | None:
        text = _OFFSET.sub(lambda found: gap + _offset(found), tidy(cell))
        try:
            # Whether there is an offset is for the export to decide.
            moment = datetime.strptime(text, form) if form else datetime.fromisoformat(text)  # noqa: DTZ007
            return moment.astimezone(zone) if moment.tzinfo else moment.replace(tzinfo=zone)
        except (ValueError, OverflowError):
            return None

    return read


def _offset(found: re.Match[str]) -> str:
    sign, hours, minutes = found[1] or "+", int(found[2] or 0), int(found[3] or 0)
    return f"{sign}{hours:02}:{minutes:02}"


def day_reader(zone: tzinfo, date_format: str | None = None) -> Callable[[str], date | None]:
    """Return a function from a cell to the day it names, or to `None` if it names none; see `moment_reader`."""
    read = moment_reader(zone, date_format)

    def day(cell: str) -> date | None:
        moment = read(cell)
        return None if moment is None else moment.date()

    return day


class DayColumn:
    """The column that says when somebody answered, and the days seen in it."""

    def __init__(self, name: str, position: int, zone: tzinfo, date_format: str | None) -> None:
        self.first: date | None = None
        self.last: date | None = None
        self._name = name
        self._position = position
        self._format = date_format
        self._read = day_reader(zone, date_format)

    def read(self, number: int, cells: list[str], findings: Findings) -> date | None:
        """Return the day in row `number`; `None`, with an error in `findings`, for a cell that is no day."""
        day = self._read(cells[self._position])
        if day is None:
            text = tidy(cells[self._position])
            shape = shape_of_day(text)
            findings.error(
                "date-empty" if not text else "date-text" if shape is None else "date-bad", number, self._position + 1,
                shape=shape, column=self._name, format=self._format or "2026-10-14",
            )  # fmt: skip
            return None
        self.first = min(self.first or day, day)
        self.last = max(self.last or day, day)
        return day
