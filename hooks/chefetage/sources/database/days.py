"""Days inside the engine: the one that an answer belongs to in the site's time zone, from columns of any type."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import ibis

from chefetage.sources.database.cells import tidied
from chefetage.sources.database.steps import step

if TYPE_CHECKING:
    from datetime import tzinfo

    import ibis.expr.types as ir

    from chefetage.model.month import Month
    from chefetage.sources.database.date_pattern import DatePattern

_DAY = timedelta(days=1)
_MARGIN = 2 * _DAY
_DAY_LENGTH = 10
_PLAIN = "____-__-_____:__:__"
"""Texts whose first ten characters are the day: most are written so, and looking at no more is quick."""
_TO_MINUTES = 16
"""Characters up to the minutes: `2026-10-14T23:30`."""
_OFFSET = r"(Z|[+-][0-9]{2}(:?[0-9]{2})?)$"
_HAS_TIME_AND_OFFSET = r"^.{10}[T ][0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}(:?[0-9]{2})?)$"
_OF_THE_LAST_CENTURY = "69"
CALENDAR = (
    r"^[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))$"
    r"|^([0-9][0-9](0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29$"
)
"""The days that there are."""


def period_of(month: Month) -> int:
    """Return a month as the engine writes it: 202610."""
    return month.year * 100 + month.number


@dataclass(frozen=True, slots=True)
class Shift:
    """From a moment on, how far the site's clocks are ahead of UTC."""

    since: datetime
    ahead: timedelta


def shifts_between(first: date, last: date, zone: tzinfo) -> tuple[Shift, ...]:
    """Return how far the clocks are ahead from the first day on, and each change until the last day, oldest first."""
    moment = datetime(first.year, first.month, first.day, tzinfo=UTC) - _MARGIN
    end = datetime(last.year, last.month, last.day, tzinfo=UTC) + _MARGIN
    found = [Shift(moment, _ahead(moment, zone))]
    while moment < end:
        following = moment + _DAY
        if _ahead(following, zone) != found[-1].ahead:
            early, late = moment, following
            while late - early > timedelta(seconds=1):
                middle = early + (late - early) // 2
                early, late = (early, middle) if _ahead(middle, zone) != found[-1].ahead else (middle, late)
            change = late.replace(microsecond=0)
            found.append(Shift(change, _ahead(change, zone)))
        moment = following
    return tuple(found)


def _ahead(moment: datetime, zone: tzinfo) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()


def day_key(cell: ir.Value, shifts: tuple[Shift, ...], *, is_iso: bool) -> ir.Value:
    """Return what to group rows by, so that far fewer of them need a closer look: the day, or the text that tells it.

    The session's clocks must stand at UTC.
    """
    kind = cell.type()
    if kind.is_date():
        return cell
    if kind.is_timestamp():
        return (cell if kind.timezone is None else _on_site(cell.cast("timestamp"), shifts)).date()
    text = cell.cast("string")
    if not is_iso:
        return text
    offset = text.substr(_TO_MINUTES, None).re_extract(_OFFSET, 0)
    return ibis.cases(
        (text.length() <= _DAY_LENGTH, text),
        (text.like(_PLAIN), text.substr(0, _DAY_LENGTH)),
        else_=text.substr(0, _TO_MINUTES).concat(offset),
    )


def with_day(rows: ir.Table, key: str, pattern: DatePattern, shifts: tuple[Shift, ...]) -> ir.Table:
    """Return the rows with two columns more: `day`, null for none, and `is_empty`, whether the key says nothing."""
    cell = rows[key]
    if not cell.type().is_string():
        return rows.mutate(day=cell, is_empty=cell.isnull())
    is_plain = (cell.length() == _DAY_LENGTH) if pattern.is_iso else ibis.literal(value=False)
    # Most days are written so, and patterns are what takes time.
    rows = step(rows, is_plain=is_plain, told=ibis.cases((is_plain, cell), else_=tidied(cell)))
    rows = step(rows, iso=_as_iso(rows.told, pattern))
    is_like = ibis.cases((rows.is_plain, True), else_=rows.told.re_search(pattern.expression))
    rows = step(rows, is_day=is_like & rows.iso.re_search(CALENDAR))
    # An engine may work out a branch that is not taken, so a day that exists stands in for one that does not.
    written = ibis.cases((rows.is_day, rows.iso), else_=ibis.literal("2000-01-01")).cast("date")
    is_moment = ibis.cases((rows.is_plain, False), else_=rows.is_day & rows.told.re_search(_HAS_TIME_AND_OFFSET))
    rows = step(rows, written=written, is_moment=is_moment)
    clock = rows.told.substr(0, 10).concat(" ", rows.told.substr(11, 5), ":00")
    rows = step(rows, moment=moment_in_utc(clock, rows.told, rows.is_moment))
    day = ibis.cases(
        (rows.is_moment, _on_site(rows.moment, shifts).date()), (rows.is_day, rows.written), else_=ibis.null("date")
    )
    return step(rows, day=day, is_empty=rows.told == "")


def _as_iso(told: ir.StringValue, pattern: DatePattern) -> ir.StringValue:
    """Return a text that is written like the pattern as `2026-10-14`; what is not comes out as something else."""
    if pattern.is_iso:
        return told.substr(0, 10)
    year, month, day = (told.re_extract(pattern.expression, group) for group in pattern.groups)
    if pattern.is_short:
        year = ibis.cases((year >= _OF_THE_LAST_CENTURY, "19"), else_="20").concat(year)
    return year.concat("-", month.lpad(2, "0"), "-", day.lpad(2, "0"))


def moment_in_utc(clock: ir.StringValue, told: ir.StringValue, has_offset: ir.BooleanValue) -> ir.TimestampValue:
    """Return the moment in UTC that a text tells with an offset; any moment for other texts.

    Args:
        clock: What the clock shows: `2026-10-14 23:30:00`.
        told: The text, which ends in an offset: `+02:00`, `-0500`, `+01` or `Z`.
        has_offset: Whether it does.
    """
    safe = ibis.cases((has_offset, told), else_=ibis.literal("+00"))
    hours, minutes = (safe.re_extract(r"([+-][0-9]{2}):?([0-9]{2})?$", group) for group in (1, 2))
    hours = ibis.cases((safe.endswith("Z"), "+00"), else_=hours)
    minutes = ibis.cases((minutes.fill_null("") == "", "00"), else_=minutes)
    whole = ibis.cases((has_offset, clock), else_=ibis.literal("2000-01-01 00:00:00")).concat(hours, ":", minutes)
    return whole.cast("timestamp('UTC')").cast("timestamp")


def in_utc(shown: ir.TimestampValue, shifts: tuple[Shift, ...]) -> ir.TimestampValue:
    """Return the moment in UTC at which the site's clocks showed a time.

    An hour that they showed twice is the first of both, one that they left out is told by the clocks before.
    """
    branches = []
    for before, shift in reversed(tuple(pairwise(shifts))):
        turns = shift.since.replace(tzinfo=None) + max(before.ahead, shift.ahead)
        branches.append((shown >= ibis.literal(turns), -int(shift.ahead.total_seconds())))
    first = -int(shifts[0].ahead.total_seconds())
    behind = ibis.cases(*branches, else_=first) if branches else ibis.literal(first)
    return shown + behind.as_interval("s")


def _on_site(moment: ir.TimestampValue, shifts: tuple[Shift, ...]) -> ir.TimestampValue:
    """Return what the site's clocks show at a moment told in UTC."""
    branches = [
        (moment >= ibis.literal(shift.since.replace(tzinfo=None)), int(shift.ahead.total_seconds()))
        for shift in reversed(shifts[1:])
    ]
    first = int(shifts[0].ahead.total_seconds())
    ahead = ibis.cases(*branches, else_=first) if branches else ibis.literal(first)
    return moment + ahead.as_interval("s")
