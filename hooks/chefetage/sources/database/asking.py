"""One question to one engine, from opening the connection to the counts; whatever goes wrong becomes a finding."""

from __future__ import annotations

import gc
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING, Any

import ibis
from ibis.common.exceptions import IbisError

from chefetage.model.month import Month
from chefetage.sources.database import engine
from chefetage.sources.database.counting import NO_DAY, UNREADABLE_DAY, Clock, counted
from chefetage.sources.database.date_pattern import pattern_of
from chefetage.sources.database.days import shifts_between
from chefetage.sources.database.folding import Folded, Line
from chefetage.sources.database.plan import Header, Span, plan
from chefetage.sources.database.trouble import (
    Trouble,
    is_missing_table,
    trouble_with_connection,
    trouble_with_query,
)
from chefetage.sources.text import most_like

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import ibis.expr.types as ir

    from chefetage.sources.database.plan import Counting
    from chefetage.sources.database.source import DatabaseSource
    from chefetage.sources.fetching import FetchedMonth
    from chefetage.sources.findings import Findings

_MONTH = "{month}"


class _Asking:
    """What is known while one source is asked."""

    def __init__(self, asked: DatabaseSource, url: str, findings: Findings) -> None:
        self.asked = asked
        self.url = url
        self.findings = findings
        self.field = "query" if asked.source.table is None else "table"
        self.place = asked.source.table or asked.source.query or ""

    def note(self, trouble: Trouble, field: str | None = None) -> None:
        """Note a trouble at the field of the source that it is about."""
        where = self.asked.source.at(field or self.field)
        self.findings.error(
            trouble.problem, where.line, where.column, name=self.asked.source.connection or "", **trouble.params
        )


def ask(asked: DatabaseSource, url: str, months: Sequence[Month], findings: Findings) -> Mapping[Month, FetchedMonth]:
    """Return the counts of the months, oldest first; see `Fetcher`."""
    asking = _Asking(asked, url, findings)
    ibis.options.sql.fuse_selects = False  # else every step repeats the text of all steps before
    apart = _MONTH in asking.place
    fetched: dict[Month, FetchedMonth] = {}
    try:
        with _collecting_later(), _opened(asking) as backend:
            for together in [(month,) for month in months] if apart else [tuple(months)]:
                fetched |= _ask(asking, backend, together)
    except _NotOpenedError as error:
        asking.note(error.trouble, "connection")
    return fetched


@contextmanager
def _collecting_later() -> Iterator[None]:
    """Leave garbage alone: looking through all that Ibis has loaded, while it makes a query, takes longer than most."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _NotOpenedError(Exception):
    def __init__(self, trouble: Trouble) -> None:
        self.trouble = trouble


@contextmanager
def _opened(asking: _Asking) -> Iterator[Any]:
    """Open the engine.

    Raises:
        _NotOpenedError: it cannot be opened.
    """
    opening: AbstractContextManager[Any] = (
        engine.connected(asking.url) if asking.url else engine.embedded(asking.asked.metrics_folder)
    )
    try:
        backend = opening.__enter__()
    except engine.UnknownAddressError:
        raise _NotOpenedError(Trouble("database-url-bad")) from None
    except Exception as error:  # noqa: BLE001 – drivers raise what they like, with the password in it
        raise _NotOpenedError(trouble_with_connection(error)) from None
    try:
        yield backend
    finally:
        opening.__exit__(None, None, None)


def _ask(asking: _Asking, backend: Any, months: tuple[Month, ...]) -> dict[Month, FetchedMonth]:  # noqa: ANN401 – as in engine
    """Return the counts of some months by one query."""
    source, findings = asking.asked.source, asking.findings
    table = _table(asking, backend, months[0])
    if table is None:
        return {}
    header = Header({name: kind.is_string() for name, kind in table.schema().items()}, source, findings)
    asked = asking.asked
    cut_off_days = asked.cut_off_days if source.cut_off_days is None else source.cut_off_days
    span = Span(months, asked.zone, asked.today, cut_off_days)
    countings = plan(source, asked.metrics, asked.dimensions, header, span)
    clock = None if findings.failed else _clock(asking, table, countings, months)
    if clock is None:
        return {}
    folded = Folded(countings)
    try:
        query = counted(table, countings, months, clock)
    except IbisError as error:  # a column of a type that nothing can be counted from, such as a list
        asking.note(trouble_with_query(error, asking.url))
        return {}
    try:
        engine.make_read_only(backend)
        folded.add(map(_line, engine.lines_of(backend, query)))
    except Exception as error:  # noqa: BLE001 – see above
        asking.note(trouble_with_query(error, asking.url))
        return {}
    folded.report(source, findings, asking.asked.k)
    for month in months:
        if not folded.holds(month):
            where = source.at(asking.field)
            findings.error("database-no-rows", where.line, where.column, month=month)
    return {month: folded.month(month) for month in months}


def _table(asking: _Asking, backend: Any, month: Month) -> ir.Table | None:  # noqa: ANN401 – see above
    """Return what is to be counted, or `None` with an error."""
    place = asking.place.replace(_MONTH, str(month))
    if asking.field == "table" and not asking.url:
        return _file(asking, backend, place)
    try:
        read = engine.selected if asking.field == "query" else engine.named_table
        return read(backend, place)
    except Exception as error:  # noqa: BLE001 – see above
        if asking.field == "table" and is_missing_table(error):
            asking.note(Trouble("database-table-missing", {"table": place, "nearest": _nearest(backend, place)}))
        else:
            asking.note(trouble_with_query(error, asking.url))
    return None


def _file(asking: _Asking, backend: Any, name: str) -> ir.Table | None:  # noqa: ANN401 – see above
    """Return a file below `metrics/` as a table, or `None` with an error."""
    folder = asking.asked.metrics_folder.resolve()
    path = (folder / name).resolve()
    if not name.endswith(engine.FILES):
        asking.note(Trouble("database-file-kind", {"file": name}))
    elif not path.is_relative_to(folder) or not path.is_file():
        asking.note(Trouble("database-file-missing", {"file": name}))
    else:
        try:
            return engine.file_table(backend, path)
        except Exception as error:  # noqa: BLE001 – see above
            asking.note(Trouble("database-file-unread", {"file": name, "reason": type(error).__name__}))
    return None


def _nearest(backend: Any, name: str) -> str | None:  # noqa: ANN401 – see above
    """Return the table that is most like a name, if the database tells its tables."""
    database, _, table = name.rpartition(".")
    try:
        found = most_like(table, backend.list_tables(database=database or None))
    except Exception:  # noqa: BLE001 – only a help, and whatever is wrong is told already
        return None
    return found and f"{database}.{found}".removeprefix(".")


def _clock(asking: _Asking, table: ir.Table, countings: Sequence[Counting], months: Sequence[Month]) -> Clock | None:
    """Return how days are read, or `None` with an error if they cannot be."""
    source = asking.asked.source
    pattern = pattern_of(source.date_format)
    if pattern is None:
        asking.note(Trouble("database-date-format", {"format": source.date_format}), "date_format")
        return None
    date = countings[0].date if countings else None
    kind = None if date is None else table[date].type()
    if kind is not None and not (kind.is_string() or kind.is_date() or kind.is_timestamp()):
        asking.note(Trouble("database-date-type", {"column": date, "kind": str(kind)}), "date")
        return None
    shifts = shifts_between(min(months).first_day, max(months).last_day, asking.asked.zone)
    return Clock(pattern, shifts, is_iso=source.date_format is None)


def _line(row: Mapping[str, Any]) -> Line:
    period = row["period"]
    return Line(
        metric=row["metric"],
        dimension=row["dimension"],
        month=None if period in {NO_DAY, UNREADABLE_DAY} else Month(period // 100, period % 100),
        has_day=period != NO_DAY,
        group=row["grouping"],
        category=row["category"],
        times=row["times"],
        weight=int(row["weight"]),
        square=int(row["square"]),
        unweighed=row["unweighed"],
    )
