"""A first look at a file: what an analyst wants to know before writing `sources.yml`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING, Any

import yaml

from chefetage.model.snapshot import ALL
from chefetage.sources.column_look import ISO, ColumnLook, ColumnWatcher, Holds
from chefetage.sources.counting import count_answers
from chefetage.sources.request import Request, Wanted

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from chefetage.model.source import Column
    from chefetage.sources.answers import Question
    from chefetage.sources.findings import Findings
    from chefetage.sources.table import Table

_METRIC = "my-metric"


@dataclass(frozen=True, slots=True)
class Look:
    """What a file holds."""

    rows: int
    """Respondents."""
    columns: tuple[ColumnLook, ...]


@dataclass(frozen=True, slots=True)
class Trial:
    """What one column comes to, read as one kind of metric."""

    rows: int
    """Respondents."""
    kept: int
    """Those that `only` keeps."""
    stats: Mapping[str, int]


def look_at(table: Table, findings: Findings) -> Look:
    """Return what each column holds; damaged rows are errors in `findings`."""
    watchers = [ColumnWatcher(name) for name in table.header.names]
    rows = 0
    for _, cells in table.rows(findings):
        rows += 1
        for watcher, cell in zip(watchers, cells, strict=False):  # a row may end in empty cells
            watcher.see(cell)
    return Look(rows, tuple(watcher.look() for watcher in watchers))


def try_column(table: Table, wanted: Wanted, only: Mapping[str, str], today: date, findings: Findings) -> Trial | None:
    """Count one column for all respondents; `None`, with errors in `findings`, if it cannot be done."""
    request = Request({_METRIC: wanted}, UTC, today, only=only)
    counted = count_answers(table, request, [None], findings)
    if counted is None or findings.failed:
        return None
    return Trial(counted.rows, counted.kept, counted.stats[None][_METRIC][ALL])


def source_entry(table: Table, look: Look, column: Column, only: Mapping[str, str], delimiter: str | None) -> str:
    """Return an entry for `sources.yml` that reads the column: to be pasted, and its ids to be chosen.

    The day of the answer comes from the one column that holds days; where there is none or several, the file counts as
    one period, which is for the analyst to change.
    """
    entry: dict[str, Any] = {"file": "exports/{month}.csv"}
    if len(table.header.rows) > 1:
        entry["header_rows"] = len(table.header.rows)
    if delimiter is not None:
        entry["delimiter"] = delimiter
    days = [seen for seen in look.columns if seen.holds is Holds.DAYS and len(seen.date_formats) == 1]
    if len(days) == 1:
        entry["date"] = days[0].name
        if days[0].date_formats != (ISO,):
            entry["date_format"] = days[0].date_formats[0]
    else:
        entry["period"] = "file"
    if only:
        entry["only"] = dict(only)
    read = column.model_dump(exclude_defaults=True)
    entry["metrics"] = {
        _METRIC: {key: list(value) if isinstance(value, tuple) else value for key, value in read.items()}
    }
    return yaml.safe_dump({"survey": entry}, allow_unicode=True, sort_keys=False, width=120)


def metric_entry(question: Question) -> str:
    """Return the lines of `metrics/my-metric.yml` that say how answers count."""
    facts: dict[str, Any] = {"kind": question.kind.value}
    if question.scale is not None:
        facts["scale"] = list(question.scale)
    if question.top:
        facts["top"] = sorted(question.top, key=str)
    return yaml.safe_dump(facts, allow_unicode=True, sort_keys=False, default_flow_style=None, width=120)
