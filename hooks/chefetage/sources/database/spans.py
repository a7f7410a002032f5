"""Cases with the moments at which they were opened and closed; see `Way`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING

import ibis

from chefetage.sources.answers import Verdict
from chefetage.sources.database.category import EMPTY
from chefetage.sources.database.cells import tidied
from chefetage.sources.database.days import CALENDAR, in_utc, moment_in_utc
from chefetage.sources.database.steps import step
from chefetage.sources.database.ways import WRONG, Pile, by_duration, times_name

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    import ibis.expr.types as ir

    from chefetage.sources.database.days import Shift

_MOMENT = r"^[0-9-]{10}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.,][0-9]+)?)?(Z|[+-][0-9]{2}(:?[0-9]{2})?)?)?$"
_OFFSET = r"^.{16,}(Z|[+-][0-9]{2}(:?[0-9]{2})?)$"
_TIME = r"^.{10}[T ]([0-9]{2}:[0-9]{2})(:[0-9]{2})?"


@dataclass(frozen=True, slots=True)
class Spans:
    """Cases by the moments they were opened and closed; what was closed after the horizon was still open then."""

    opened: str
    closed: str
    seconds: int
    """In a unit."""
    shifts: tuple[Shift, ...]
    horizons: Mapping[int, datetime]
    """Period, as `202610`, to the moment up to which its cases are followed."""

    def cells(self, rows: ir.Table) -> dict[str, ir.Value]:
        """Return both moments; see `Way`."""
        return {"opened": rows[self.opened], "closed": rows[self.closed]}

    def judged(self, rows: ir.Table) -> ir.Table:
        """Return the rows with whole units as the category."""
        rows = self._read(rows, "opened")
        rows = self._read(rows, "closed")
        horizons = [
            (rows.period == period, ibis.literal(moment.astimezone(UTC).replace(tzinfo=None)))
            for period, moment in self.horizons.items()
        ]
        horizon = ibis.cases(*horizons, else_=ibis.null("timestamp"))
        rows = step(rows, horizon=ibis.greatest(horizon, rows.opened_at))
        rows = step(rows, is_open=rows.closed_is_empty | (rows.closed_at > rows.horizon))
        last = ibis.cases((rows.is_open, rows.horizon), else_=rows.closed_at)
        rows = step(rows, lasted=last.epoch_seconds() - rows.opened_at.epoch_seconds())
        units = (rows.lasted * 2 + self.seconds) // (2 * self.seconds)
        category = ibis.cases(
            (rows.opened_is_empty & rows.closed_is_empty, EMPTY),
            (rows.opened_is_empty, f"{WRONG}opened-empty"),
            (rows.opened_at.isnull() | (rows.closed_at.isnull() & ~rows.closed_is_empty), f"{WRONG}moment-bad"),
            (rows.closed_at < rows.opened_at, f"{WRONG}closed-early"),
            else_=times_name(rows.is_open, units.cast("int64")),
        )
        return step(rows, category=category)

    def _read(self, rows: ir.Table, name: str) -> ir.Table:
        """Return the rows with the moment in UTC, null for none, and whether nothing is given."""
        cell = rows[name]
        kind = cell.type()
        if not kind.is_string():
            if kind.is_timestamp() and kind.timezone is not None:
                moment = cell.cast("timestamp")
            else:
                moment = in_utc(cell.cast("timestamp"), self.shifts)
            return step(rows, **{f"{name}_at": moment, f"{name}_is_empty": cell.isnull()})
        rows = step(rows, **{f"{name}_text": tidied(cell)})
        text = rows[f"{name}_text"]
        is_moment = text.re_search(_MOMENT) & text.substr(0, 10).re_search(CALENDAR)
        rows = step(rows, **{f"{name}_is": is_moment, f"{name}_far": is_moment & text.re_search(_OFFSET)})
        text = rows[f"{name}_text"]
        # An engine may work out a branch that is not taken, so a moment stands in for what is none.
        told = ibis.cases((rows[f"{name}_is"], text), else_=ibis.literal("2000-01-01 00:00:00"))
        time = told.re_extract(_TIME, 1).fill_null("")
        seconds = told.re_extract(_TIME, 2).fill_null("")
        clock = ibis.cases((time == "", "00:00"), else_=time).concat(ibis.cases((seconds == "", ":00"), else_=seconds))
        rows = step(rows, **{f"{name}_told": told.substr(0, 10).concat(" ", clock)})
        far = moment_in_utc(rows[f"{name}_told"], rows[f"{name}_text"], rows[f"{name}_far"])
        near = in_utc(rows[f"{name}_told"].cast("timestamp"), self.shifts)
        rows = step(rows, **{f"{name}_elsewhere": far, f"{name}_here": near})
        moment = ibis.cases(
            (rows[f"{name}_far"], rows[f"{name}_elsewhere"]), (rows[f"{name}_is"], rows[f"{name}_here"]),
            else_=ibis.null("timestamp"),
        )  # fmt: skip
        return step(rows, **{f"{name}_at": moment, f"{name}_is_empty": rows[f"{name}_text"] == ""})

    def verdict(self, category: str) -> str:
        """Return the name of a case's time; see `Way`."""
        return Verdict.MISSING if category == EMPTY else category

    def stats(self, pile: Pile) -> dict[str, int]:
        """Return how many cases took how long."""
        return by_duration(pile.times)
