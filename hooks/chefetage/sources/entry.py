"""What to paste once a column has been tried: the source's entry, and the metric's lines that say how answers count."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from chefetage.model.metric import STATISTICS, UNITS, MetricKind
from chefetage.sources.column_look import ISO, Holds
from chefetage.sources.sheet import Format

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chefetage.model.metric import Statistic
    from chefetage.model.source import Source
    from chefetage.sources.column_look import ColumnLook
    from chefetage.sources.look import Look
    from chefetage.sources.request import Wanted
    from chefetage.sources.table import Table

METRIC = "my-metric"
_MONTH = re.compile(r"(?<!\d)\d{4}-\d{2}(?!\d)")
_ANSWERED = (
    "recordeddate", "enddate", "end date", "submit date (utc)", "submitdate", "date submitted", "completion time",
    "fertigstellungszeit", "timestamp", "zeitstempel", "created at (utc)", "date_created", "lastdata", "lastaccs",
)  # fmt: skip
"""Where tools write when somebody had finished; of several columns with days, the first of these is the one meant."""


def source_entry(source: Source, table: Table, look: Look) -> str:
    """Return the entry for `sources.yml` that reads a file of this kind every month; its id is to be chosen.

    The day of the answer comes from the column in which the tool writes it, or from the only one that holds days; where
    that is not clear, the file counts as one period, which is for the analyst to change.
    """
    entry: dict[str, Any] = {"file": _file(Path(source.file or ""))}
    if len(table.header.rows) > 1 or source.header_rows is not None:
        entry["header_rows"] = len(table.header.rows)
    facts = source.model_dump(mode="json", exclude_defaults=True, exclude={"at", "id", "metrics", "file", "period"})
    entry |= {name: value for name, value in facts.items() if name != "header_rows"}
    if table.sheet.name is not None:
        entry["sheet" if table.sheet.format is Format.WORKBOOK else "records"] = table.sheet.name
    entry |= _day(look.columns, source.date_format)
    (column,) = source.metrics.values()
    entry["metrics"] = {METRIC: column.model_dump(mode="json", exclude_defaults=True)}
    return yaml.safe_dump({"survey": entry}, allow_unicode=True, sort_keys=False, width=120)


def metric_entry(wanted: Wanted, statistic: Statistic | None) -> str:
    """Return the lines of `metrics/my-metric.yml` that say how answers count."""
    question = wanted.question
    facts: dict[str, Any] = {"kind": question.kind.value}
    if statistic is not None and statistic is not STATISTICS[question.kind][0]:
        facts["statistic"] = statistic.value
    if question.scale is not None and question.kind is not MetricKind.NPS:
        facts["scale"] = list(question.scale)
    if question.flip:
        facts["flip"] = True
    if question.top:
        facts["top"] = sorted(question.top, key=str)
    units = UNITS[wanted.tally]
    facts["unit"] = (wanted.unit if wanted.unit in units else units[0]).value
    # A line a fact, lists in brackets.
    return "".join(
        yaml.safe_dump({name: fact}, allow_unicode=True, default_flow_style=None if isinstance(fact, list) else False)
        for name, fact in facts.items()
    )


def _file(path: Path) -> str:
    """Return the file as `sources.yml` names it: from `metrics/` if it lies there, else where it should be put."""
    folder, own = Path("metrics").resolve(), path.resolve()
    if own.is_relative_to(folder):
        return _MONTH.sub("{month}", own.relative_to(folder).as_posix())
    suffix = ".csv.gz" if path.name.endswith(".csv.gz") else path.suffix or ".csv"
    return f"exports/{{month}}{suffix}"


def _day(columns: Sequence[ColumnLook], date_format: str | None) -> dict[str, str]:
    days = [column for column in columns if column.holds is Holds.DAYS]
    known = [next((day for day in days if day.name.casefold() == name), None) for name in _ANSWERED]
    chosen = next(filter(None, known), days[0] if len(days) == 1 else None)
    if chosen is None or (len(chosen.date_formats) > 1 and date_format is None):
        return {"period": "file"}
    form = date_format or next(iter(chosen.date_formats), ISO)
    return {"date": chosen.name} if form == ISO else {"date": chosen.name, "date_format": form}
