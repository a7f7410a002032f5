"""The one query: all months, metrics and groups at once, and nothing comes out but how often each answer was given.

Rows are first put together as they are, which engines are quick at; only what is left, a few thousand lines at most, is
then looked at closely: which day, which group, which answer.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

import ibis

from chefetage.sources.database.category import WAITING
from chefetage.sources.database.cells import looked_up, tidied
from chefetage.sources.database.days import day_key, period_of, with_day
from chefetage.sources.database.plan import UNKNOWN_GROUP
from chefetage.sources.database.steps import step
from chefetage.sources.database.ways import Answers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import ibis.expr.types as ir

    from chefetage.model.month import Month
    from chefetage.sources.database.date_pattern import DatePattern
    from chefetage.sources.database.days import Shift
    from chefetage.sources.database.plan import Counting

NO_DAY = 0
"""The period of rows whose day is missing."""
UNREADABLE_DAY = -1
"""The period of rows whose day cannot be read."""
_DAY = timedelta(days=1)
_SUMS = ("weight", "square", "unweighed")


class Clock(NamedTuple):
    """How days are read."""

    pattern: DatePattern
    shifts: tuple[Shift, ...]
    """How far the site's clocks are ahead of UTC."""
    is_iso: bool


def counted(table: ir.Table, countings: Iterable[Counting], months: Sequence[Month], clock: Clock) -> ir.Table:
    """Return the query: a row for each metric, dimension, month, group and category, with how often it came.

    Columns: `metric`, `dimension`, `period`, `grouping`, `category`, `times`, and of weights, in millionths, as texts
    `weight`, their sum, and `square`, the sum of their squares; `unweighed` counts rows whose weight is no number.
    """
    legs = [leg for counting in countings for leg in _legs(table, counting, months, clock)]
    return ibis.union(*legs) if len(legs) > 1 else legs[0]


def _legs(table: ir.Table, counting: Counting, months: Sequence[Month], clock: Clock) -> list[ir.Table]:
    rows = kept(table, counting.only)
    parts = [f"part_{number}" for number, _ in enumerate(counting.splits)]
    keys = {name: rows[split.column] for name, split in zip(parts, counting.splits, strict=True)}
    cells = counting.way.cells(rows)
    keys |= cells
    if counting.date is not None:
        day = rows[counting.date]
        if not day.type().is_string():
            rows = rows.filter(_may_be_in(day, months))
        key = day_key(rows[counting.date], clock.shifts, is_iso=clock.is_iso)
        # Which day of the month it was matters to windows only, and fewer keys are quicker.
        is_month_enough = counting.waits_from is None and key.type().is_date()
        keys["day_key"] = key.truncate("M") if is_month_enough else key
    weighing = counting.way.weighing(rows) if isinstance(counting.way, Answers) else {}
    rows = rows.select(**keys, **weighing)
    together = _together(rows, list(keys))
    judged = _with_period(together, counting, months, clock)
    judged = _together(judged, [*parts, *cells, "period", "waits"])
    judged = counting.way.judged(judged)
    judged = judged.mutate(category=ibis.cases((judged.waits == 1, ibis.literal(WAITING)), else_=judged.category))
    judged = judged.mutate(**{name: tidied(judged[name]) for name in parts})
    judged = judged.mutate(
        **{
            name: looked_up(judged[name], split.groups, ibis.literal(UNKNOWN_GROUP))
            for name, split in zip(parts, counting.splits, strict=True)
        }
    )
    judged = _together(judged, [*parts, "period", "category"])
    if not parts:
        return [_leg(judged, counting.id, "", None)]
    dimensions = [split.dimension for split in counting.splits]
    return [_leg(judged, counting.id, *pair) for pair in zip(dimensions, parts, strict=True)]


def kept(table: ir.Table, only: Mapping[str, str]) -> ir.Table:
    """Return the rows that are kept."""
    for name, value in only.items():
        table = table.filter(tidied(table[name]) == value)
    return table


def _may_be_in(day: ir.Value, months: Sequence[Month]) -> ir.BooleanValue:
    """Whether a row has to be looked at: its day is missing, or in the months, give or take the time zone."""
    first, last = min(months) - 1, max(months) + 1
    return day.isnull() | ((day >= ibis.literal(first.last_day)) & (day <= ibis.literal(last.first_day + _DAY)))


def _with_period(rows: ir.Table, counting: Counting, months: Sequence[Month], clock: Clock) -> ir.Table:
    """Return the rows of the months, with the `period` of each, and whether it `waits` to be judged."""
    if counting.date is None:
        waits = counting.waits_from is not None and months[0].last_day >= counting.waits_from
        return rows.mutate(period=ibis.literal(period_of(months[0])).cast("int64"), waits=ibis.literal(int(waits)))
    rows = with_day(rows, "day_key", clock.pattern, clock.shifts)
    told = rows.day.year().cast("int64") * 100 + rows.day.month().cast("int64")
    period = ibis.cases((rows.is_empty, NO_DAY), (rows.day.isnull(), UNREADABLE_DAY), else_=told).cast("int64")
    first_waiting = counting.waits_from
    waits = (
        ibis.literal(0) if first_waiting is None else ibis.cases((rows.day >= ibis.literal(first_waiting), 1), else_=0)
    )
    rows = step(rows, period=period, waits=waits)
    return rows.filter(rows.period.isin([NO_DAY, UNREADABLE_DAY, *map(period_of, months)]))


def _together(rows: ir.Table, keys: list[str]) -> ir.Table:
    """Return one row for each combination of keys; what the rows bring along is added up."""
    sums = {name: rows[name].sum() for name in ("times", *_SUMS) if name in rows.columns}
    return rows.group_by(keys).aggregate({"times": rows.count()} | sums)


def _leg(rows: ir.Table, metric: str, dimension: str, part: str | None) -> ir.Table:
    """Return what is told of a dimension, or of no dimension at all."""
    rows = rows.mutate(grouping=ibis.literal("") if part is None else rows[part])
    rows = _together(rows, ["period", "grouping", "category"])
    no_weight = ibis.literal("0")
    return rows.select(
        metric=ibis.literal(metric),
        dimension=ibis.literal(dimension),
        period=rows.period,
        grouping=rows.grouping,
        category=rows.category,
        times=rows.times.cast("int64"),
        weight=rows.weight.cast("string") if "weight" in rows.columns else no_weight,
        square=rows.square.cast("string") if "square" in rows.columns else no_weight,
        unweighed=(rows.unweighed if "unweighed" in rows.columns else ibis.literal(0)).cast("int64"),
    )
