"""One pass over an export: respondents in, counts by metric and group out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from chefetage.sources.columns import Columns

if TYPE_CHECKING:
    from collections.abc import Mapping

    from chefetage.model.month import Month
    from chefetage.sources.columns import Request
    from chefetage.sources.findings import Findings
    from chefetage.sources.table import Table


@dataclass(frozen=True, slots=True)
class Counted:
    """What an export says about one month."""

    rows: int
    """Respondents in the file."""
    kept: int
    """Of these, the ones that `only` keeps."""
    in_month: int
    """Of these, the ones that answered in the month."""
    stats: Mapping[str, Mapping[str, Mapping[str, int]]]
    """Metric to group to counts; `dimension.` stands for respondents who belong to no group of the dimension."""


def count_answers(table: Table, request: Request, month: Month | None, findings: Findings) -> Counted | None:
    """Count a month's answers; `None`, with errors in `findings`, if there is nothing to count.

    What can be counted is returned even if some of it cannot be trusted: ask `findings.failed`.

    Args:
        table: The export.
        request: What is to be read from it.
        month: The month, if the request names a column with the day; `None` takes every respondent.
        findings: Where errors and hints go.
    """
    columns = Columns.find(table.header, request, findings)
    rows = kept = in_month = 0
    for number, cells in table.rows(findings):
        rows += 1
        if columns is None or not columns.keep(cells):
            continue
        kept += 1
        if columns.day is None or columns.day.is_in(month, number, cells, findings):
            in_month += 1
            columns.hear(number, cells)
    if columns is None:
        return None
    columns.report(findings)
    counted = Counted(rows, kept, in_month, columns.stats())
    _report_emptiness(counted, columns, month, findings)
    return counted


def _report_emptiness(counted: Counted, columns: Columns, month: Month | None, findings: Findings) -> None:
    """Tell why nobody is left to count: an empty month is more likely a wrong file than a month without answers."""
    if not counted.rows:
        findings.error("no-rows")
    elif not counted.kept:
        for keep in columns.filters:
            keep.report_if_never(findings)
        if not findings.failed:
            findings.error("nobody-kept-by-all")
    elif not counted.in_month and columns.day is not None and not findings.failed:
        findings.error("no-rows-in-month", month=month, first=columns.day.first, last=columns.day.last)
