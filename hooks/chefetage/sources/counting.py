"""One pass over an export: respondents in, counts by month, metric and group out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chefetage.model.month import Month
from chefetage.sources.columns import Columns
from chefetage.sources.statuses import Statuses

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from chefetage.sources.findings import Findings
    from chefetage.sources.request import Request
    from chefetage.sources.table import Looking, Table


@dataclass(frozen=True, slots=True)
class Counted:
    """What an export says."""

    rows: int
    """Respondents in the file."""
    kept: int
    """Of these, the ones that `only` keeps."""
    in_months: Mapping[Month | None, int]
    """Of these, the ones that answered in each of the months asked for."""
    stats: Mapping[Month | None, Mapping[str, Mapping[str, Mapping[str, int]]]]
    """Month to metric to group to counts; `dimension.` stands for respondents who belong to no group."""


def count_answers(
    table: Table,
    request: Request,
    months: Sequence[Month | None],
    findings: Findings,
    looking: Looking | None = None,
) -> Counted | None:
    """Count the answers of some months; `None`, with errors in `findings`, if there is nothing to count.

    What can be counted is returned even if some of it cannot be trusted: ask `findings.failed`.

    Args:
        table: The export.
        request: What is to be read from it.
        months: The months. If the request names no column with the day, every respondent belongs to the first; `None`
            takes every respondent, on whatever day.
        findings: Where errors and hints go.
        looking: For somebody who only wants to see what is there; see `Table.rows`.
    """
    columns = Columns.find(table.header, request, findings)
    statuses = Statuses(table.header, table.vendor, request.settled)
    rows = kept = 0
    in_months: Counter[Month | None] = Counter()
    for number, cells in table.rows(findings, looking):
        rows += 1
        if columns is None or not columns.keep(cells):
            continue
        kept += 1
        day = None
        month = months[0]
        if columns.day is not None:
            day = columns.day.read(number, cells, findings)
            if day is None:
                continue
            month = None if None in months else Month.of(day)
        if month in months:
            in_months[month] += 1
            statuses.see(number, cells)
            columns.hear(number, cells, month, day)
    if columns is None:
        return None
    columns.report(findings)
    statuses.report(findings)
    counted = Counted(rows, kept, in_months, {month: columns.stats(month) for month in months})
    _report_emptiness(counted, columns, months, findings)
    return counted


def _report_emptiness(counted: Counted, columns: Columns, months: Sequence[Month | None], findings: Findings) -> None:
    """Tell why nobody is left to count: an empty month is more likely a wrong file than a month without answers."""
    if not counted.rows:
        findings.error("no-rows")
    elif not counted.kept:
        for keep in columns.filters:
            keep.report_if_never(findings)
        if not findings.failed:
            findings.error("nobody-kept-by-all")
    elif columns.day is not None and not findings.failed:
        for month in months:
            if not counted.in_months.get(month):
                findings.error("no-rows-in-month", month=month, first=columns.day.first, last=columns.day.last)
