"""Which class reads which way of counting: written out, one line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.metric import Tally
from chefetage.sources.amounts import Amounts, RowCount
from chefetage.sources.asked import Asked
from chefetage.sources.filters import Filter
from chefetage.sources.text import tidy
from chefetage.sources.times import Durations, Horizon, Spans
from chefetage.sources.totals import Totals, names_of
from chefetage.sources.weights import Weights
from chefetage.sources.windows import Windowed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from chefetage.sources.findings import Findings
    from chefetage.sources.reading import Reading
    from chefetage.sources.request import Request, Wanted

    Find = Callable[[str], int]
    """From a column's name to its position; -1, with an error noted, if it is not clear."""


def reading_for(metric: str, wanted: Wanted, request: Request, find: Find, findings: Findings) -> Reading:
    """Return what reads a metric; what `sources.yml` leaves out is an error in `findings`.

    Args:
        metric: Its id, for messages.
        wanted: How it is to be read.
        request: What holds for the whole file.
        find: Looks columns up.
        findings: Where errors go.
    """
    if request.layout == "totals":
        reading = _totals(metric, wanted, request, find, findings)
    else:
        if _needs_column(wanted) and not wanted.column.column:
            findings.error("column-unnamed", metric=metric)
        reading = _READINGS[wanted.tally](wanted, request, find)
    if wanted.window_days is None or request.layout == "totals":
        return reading
    return Windowed(reading, metric, wanted.window_days, request.today)


def _needs_column(wanted: Wanted) -> bool:
    column = wanted.column
    return wanted.tally is not Tally.COUNT and not (wanted.tally is Tally.TIME and column.opened and column.closed)


def _found(name: str, find: Find) -> tuple[str, int]:
    return name, find(name) if name else -1


def _missing(wanted: Wanted) -> frozenset[str]:
    return frozenset(tidy(str(code)) for code in wanted.column.missing)


def _answers(wanted: Wanted, request: Request, find: Find) -> Reading:
    weight = wanted.column.weight
    weights = None if weight is None else Weights(*_found(weight, find), request.decimal)
    return Asked(*_found(wanted.column.column, find), wanted.question, request.k, weights)


def _times(wanted: Wanted, request: Request, find: Find) -> Reading:
    column = wanted.column
    if column.opened and column.closed:
        horizon = Horizon(request.today, request.cut_off_days, request.zone)
        opened, closed = _found(column.opened, find), _found(column.closed, find)
        return Spans(opened, closed, wanted.unit, horizon, request.date_format)
    still_open = [Filter(name, find(name), tidy(value), k=request.k) for name, value in column.open_when.items()]
    return Durations(*_found(column.column, find), _missing(wanted), still_open, request.decimal)


def _count(wanted: Wanted, _request: Request, find: Find) -> Reading:
    name = wanted.column.column
    return RowCount(find(name) if name else None, _missing(wanted))


def _money(wanted: Wanted, request: Request, find: Find) -> Reading:
    return Amounts(*_found(wanted.column.column, find), _missing(wanted), request.decimal)


def _totals(metric: str, wanted: Wanted, request: Request, find: Find, findings: Findings) -> Reading:
    names = names_of(wanted.tally, wanted.question.scale)
    counts = wanted.column.counts
    if not names:
        findings.error("total-impossible", metric=metric)
    elif set(names) != set(counts):
        findings.error("total-counts", metric=metric, wanted=", ".join(names), found=", ".join(counts) or "–")
    return Totals({name: _found(column, find) for name, column in counts.items()}, request.decimal)


_READINGS: Mapping[Tally, Callable[[Wanted, Request, Find], Reading]] = {
    Tally.SCORE: _answers,
    Tally.SHARE: _answers,
    Tally.MEAN: _answers,
    Tally.RATE: _answers,
    Tally.TIME: _times,
    Tally.COUNT: _count,
    Tally.MONEY: _money,
}
"""The way of counting, to what reads it row by row."""
