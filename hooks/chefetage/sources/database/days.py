"""Days inside the engine: the one that an answer belongs to in the site's time zone, from columns of any type."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import ibis

from chefetage.sources.database.cells import tidied

if TYPE_CHECKING:
    from datetime import tzinfo

    import ibis.expr.types as ir

    from chefetage.sources.database.date_pattern import DatePattern

_DAY = timedelta(days=1)
_MARGIN = 2 * _DAY
_PLAIN = ("____-__-_____:__:__", "____-__-__")
"""Texts whose first ten characters are the day: most are written so, and looking at no more is quick."""
_TO_MINUTES = 16
"""Characters up to the minutes: `2026-10-14T23:30`."""
_OFFSET = r"(Z|[+-][0-9]{2}(:?[0-9]{2})?)$"
_HAS_TIME_AND_OFFSET = r"^.{10}[T ][0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}(:?[0-9]{2})?)$"
_CENTURY_TURNS_AT = 69


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
    is_plain = text.like(list(_PLAIN))
    offset = text.substr(_TO_MINUTES, None).re_extract(_OFFSET, 0)
    return ibis.cases((is_plain, text.substr(0, 10)), else_=text.substr(0, _TO_MINUTES).concat(offset))


def with_day(rows: ir.Table, key: str, pattern: DatePattern, shifts: tuple[Shift, ...]) -> ir.Table:
    """Return the rows with two columns more: `day`, null for none, and `is_empty`, whether the key says nothing at all.

    Step by step, each a query of its own around the one before, as texts are long when every step repeats the last.
    """
    cell = rows[key]
    if not cell.type().is_string():
        return rows.mutate(day=cell, is_empty=cell.isnull())
    rows = rows.mutate(told=tidied(cell))
    rows = rows.mutate(
        is_like=rows.told.re_search(pattern.expression),
        **{
            name: rows.told.re_extract(pattern.expression, group)
            for name, group in zip(("year", "month", "in_month"), pattern.groups, strict=True)
        },
    )
    rows = rows.mutate(
        **{
            name: ibis.cases((rows.is_like, rows[name]), else_=ibis.literal("0")).cast("int64")
            for name in ("year", "month", "in_month")
        }
    )
    if pattern.is_short:
        rows = rows.mutate(year=rows.year + ibis.cases((rows.year >= _CENTURY_TURNS_AT, 1900), else_=2000))
    rows = rows.mutate(is_day=rows.is_like & _exists(rows.year, rows.month, rows.in_month))
    # An engine may work out a branch that is not taken, so a day that exists stands in for one that does not.
    rows = rows.mutate(
        written=ibis.date(
            *[
                ibis.cases((rows.is_day, rows[name]), else_=ibis.literal(1)).cast("int32")
                for name in ("year", "month", "in_month")
            ]
        ),
        is_moment=rows.is_day & rows.told.re_search(_HAS_TIME_AND_OFFSET),
    )
    rows = _with_moment(rows)
    day = ibis.cases(
        (rows.is_moment, _on_site(rows.moment, shifts).date()), (rows.is_day, rows.written), else_=ibis.null("date")
    )
    return rows.mutate(day=day, is_empty=rows.told == "")


def _with_moment(rows: ir.Table) -> ir.Table:
    """Return the rows with the `moment` in UTC of a text such as `2026-10-14T23:30+02:00`."""
    safe = ibis.cases((rows.is_moment, rows.told), else_=ibis.literal("2000-01-01 00:00Z"))
    rows = rows.mutate(safe=safe)
    rows = rows.mutate(
        moment=rows.safe.substr(0, 10).concat(" ", rows.safe.substr(11, 5), ":00").cast("timestamp"),
        offset=rows.safe.substr(_TO_MINUTES, None).replace(":", "").replace("Z", "+0000").concat("00"),
    )
    minutes = rows.offset.substr(1, 2).cast("int64") * 60 + rows.offset.substr(3, 2).cast("int64")
    ahead = ibis.cases((rows.offset.substr(0, 1) == "-", -minutes), else_=minutes)
    return rows.mutate(moment=rows.moment - ahead.as_interval("m"))


def _exists(year: ir.IntegerValue, month: ir.IntegerValue, day: ir.IntegerValue) -> ir.BooleanValue:
    """Whether the calendar has such a day."""
    is_leap = (year % 4 == 0) & ((year % 100 != 0) | (year % 400 == 0))
    february = ibis.cases((is_leap, 29), else_=28)
    longest = ibis.cases((month == 2, february), (month.isin([4, 6, 9, 11]), 30), else_=31)  # noqa: PLR2004 – February
    return year.between(1900, 2100) & month.between(1, 12) & (day >= 1) & (day <= longest)


def _moved(text: ir.StringValue, has_offset: ir.BooleanValue, shifts: tuple[Shift, ...]) -> ir.DateValue:
    """Return the site's day of a text such as `2026-10-14T23:30+02:00`."""
    safe = ibis.cases((has_offset, text), else_=ibis.literal("2000-01-01 00:00Z"))
    moment = safe.substr(0, 10).concat(" ", safe.substr(11, 5), ":00").cast("timestamp")
    offset = safe.substr(_TO_MINUTES, None).replace(":", "").replace("Z", "+0000")
    hours = offset.substr(1, 2).cast("int64")
    minutes = offset.substr(3, 2)
    ahead = hours * 60 + ibis.cases((minutes == "", "0"), else_=minutes).cast("int64")
    signed = ibis.cases((offset.substr(0, 1) == "-", ahead), else_=-ahead)
    return _on_site(moment + signed.as_interval("m"), shifts).date()


def _on_site(moment: ir.TimestampValue, shifts: tuple[Shift, ...]) -> ir.TimestampValue:
    """Return what the site's clocks show at a moment told in UTC."""
    shown = moment + ibis.interval(seconds=int(shifts[0].ahead.total_seconds()))
    for shift in shifts[1:]:
        later = moment + ibis.interval(seconds=int(shift.ahead.total_seconds()))
        shown = ibis.cases((moment >= ibis.literal(shift.since.replace(tzinfo=None)), later), else_=shown)
    return shown
