"""A first look at a file: what an analyst wants to know before writing `sources.yml`."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING

from chefetage.model.snapshot import ALL
from chefetage.sources.column_look import ColumnLook, ColumnWatcher
from chefetage.sources.counting import count_answers
from chefetage.sources.filters import Filter, keep
from chefetage.sources.repeats import Repeats
from chefetage.sources.request import Request, Wanted
from chefetage.sources.statuses import Statuses
from chefetage.sources.table import Looking
from chefetage.sources.text import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from chefetage.model.source import Source
    from chefetage.sources.findings import Findings
    from chefetage.sources.header import Header
    from chefetage.sources.table import Table

_METRIC = "metric"


@dataclass(frozen=True, slots=True)
class Look:
    """What a file holds."""

    rows: int
    """All rows below the header."""
    blank: int
    """Of these, the ones without a single answer."""
    left_out: int
    """Of these, the ones that `only` leaves out."""
    columns: tuple[ColumnLook, ...]
    """What each column holds, in the rows that are kept."""

    @property
    def kept(self) -> int:
        """Respondents or cases that count."""
        return self.rows - self.blank - self.left_out


def look_at(table: Table, only: Mapping[str, str], findings: Findings, *, is_all: bool = True) -> Look:
    """Return what each column holds; damaged rows are errors in `findings`.

    Args:
        table: The file.
        only: Rows to keep: column to value.
        findings: Where errors and hints go.
        is_all: Whether nobody will try a column after it, so that responses which should not count are hints here.
    """
    filters = list(_filters(table.header, only, findings))
    watchers = [ColumnWatcher(name) for name in table.header.names]
    statuses, repeats = Statuses(table.header, table.vendor, only), Repeats(table.header)
    looking = Looking()
    rows = left_out = 0
    for number, cells in table.rows(findings, looking):
        rows += 1
        if not keep(filters, cells):
            left_out += 1
            continue
        statuses.see(number, cells)
        repeats.see(number, cells)
        for watcher, cell in zip(watchers, cells, strict=False):  # a row may end in empty cells
            watcher.see(cell)
    if is_all:
        statuses.report(findings, is_strict=False)
    repeats.report(findings)
    for one in filters:
        one.report_if_never(findings)
    if is_all:
        _report_twins(table.header, findings)
    return Look(rows + looking.blank, looking.blank, left_out, tuple(watcher.look() for watcher in watchers))


def try_column(
    table: Table, wanted: Wanted, source: Source, today: date, findings: Findings
) -> Mapping[str, int] | None:
    """Return the counts of one metric for all respondents; `None`, with errors in `findings`, if it cannot be counted.

    Args:
        table: The file.
        wanted: The metric.
        source: How the file is read otherwise; its day of the answer is not needed.
        today: Up to when open cases are followed.
        findings: Where errors and hints go.
    """
    request = Request(
        {_METRIC: wanted}, UTC, today, only=source.only, decimal=source.decimal, layout=source.layout,
        date_format=source.date_format,
    )  # fmt: skip
    counted = count_answers(table, request, [None], findings, Looking())
    if counted is None or findings.failed:
        return None
    return counted.stats[None][_METRIC][ALL]


def _report_twins(header: Header, findings: Findings) -> None:
    """Tell columns with one name, as a hint: whoever asks for one of them learns that it is not clear which."""
    for name, times in Counter(filter(None, header.full_names)).items():
        if times > 1:
            places = [at for at, other in enumerate(header.full_names, start=1) if other == name]
            columns = ", ".join(map(str, places))
            findings.hint("header-twice", header.first, places[1], name=name, count=times, columns=columns)


def _filters(header: Header, only: Mapping[str, str], findings: Findings) -> Iterator[Filter]:
    for name, value in only.items():
        at = header.find(name, findings)
        if at is not None:
            yield Filter(name, at, tidy(value))
