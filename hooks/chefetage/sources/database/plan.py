"""What is to be counted for one metric: its columns found, its question and its groups made ready."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from chefetage.model.metric import MetricKind, Tally
from chefetage.sources.answers import Question
from chefetage.sources.database.category import Vocabulary
from chefetage.sources.database.days import period_of, shifts_between
from chefetage.sources.database.spans import Spans
from chefetage.sources.database.ways import Amounts, Answers, Durations, Rows, Sum
from chefetage.sources.segments import group_name
from chefetage.sources.text import most_like, tidy
from chefetage.sources.times import SECONDS, Horizon
from chefetage.sources.totals import names_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date as day
    from datetime import tzinfo

    from chefetage.model.dimension import Dimension
    from chefetage.model.metric import Metric
    from chefetage.model.month import Month
    from chefetage.model.source import Column, Source
    from chefetage.sources.database.ways import Way
    from chefetage.sources.findings import Findings

UNKNOWN_GROUP = "~"
"""Stands for a value that `segments.yml` does not know."""
_LONGEST_CASE = 10
"""In years before the first month; of older cases, the hour in which they were opened may be told wrong by one."""


@dataclass(frozen=True, slots=True)
class Split:
    """One dimension, and the column that divides customers by it."""

    dimension: str
    column: str
    groups: Mapping[str, str]
    """What the column holds to the group's name; an empty cell belongs to no group."""

    @classmethod
    def of(cls, dimension_id: str, dimension: Dimension, column: str) -> Split:
        """Return how a column divides customers."""
        groups = {"": group_name(dimension_id, "")}
        for value_id, value in dimension.values.items():
            for answer in value.answers or (value_id,):
                groups[tidy(answer)] = group_name(dimension_id, value_id)
        return cls(dimension_id, column, groups)

    @property
    def named(self) -> tuple[str, ...]:
        """All groups with a name."""
        return tuple(dict.fromkeys(group for text, group in self.groups.items() if text))


@dataclass(frozen=True, slots=True)
class Counting:
    """One metric, or of one that comes as totals one of its counts, ready to be counted."""

    id: str
    metric: Metric
    way: Way
    column: str
    """The one that is told of in messages."""
    only: Mapping[str, str]
    """Rows to keep: column to tidied value."""
    date: str | None
    splits: tuple[Split, ...]
    waits_from: day | None = None
    """For first-contact resolution: cases from this day on cannot be judged yet."""


class Header:
    """The columns of a table, and the errors about those that it does not have."""

    def __init__(self, types: Mapping[str, bool], source: Source, findings: Findings) -> None:
        """Take in the columns, and of each whether it holds text."""
        names = tuple(types)
        self._types = types
        self._names = set(names)
        self._tidied = {tidy(name): name for name in names}
        self._source = source
        self._findings = findings
        self._missing: set[str] = set()

    def find(self, wanted: str, *place: str | int) -> str:
        """Return the table's own name of a column; an error, once, and the name as it is if there is none such."""
        found = wanted if wanted in self._names else self._tidied.get(tidy(wanted))
        if found is None and wanted not in self._missing:
            self._missing.add(wanted)
            self.refuse("column-missing", *place, wanted=wanted, nearest=most_like(wanted, self._tidied))
        return found or wanted

    def is_text(self, *names: str) -> bool:
        """Whether any of some columns holds text."""
        return any(self._types.get(name, False) for name in names)

    def refuse(self, problem: str, *place: str | int, **params: object) -> None:
        """Note an error at a place of the source."""
        where = self._source.at(*place)
        self._findings.error(problem, where.line, where.column, **params)


@dataclass(frozen=True, slots=True)
class Span:
    """Which months are asked for, and how time passes there."""

    months: tuple[Month, ...]
    zone: tzinfo
    today: day
    cut_off_days: int


def plan(
    source: Source, metrics: Iterable[Metric], dimensions: Mapping[str, Dimension], header: Header, span: Span
) -> tuple[Counting, ...]:
    """Return what is to be counted; what is missing or cannot be counted is an error with the header."""
    date = None if source.date is None else header.find(source.date, "date")
    splits = tuple(
        Split.of(name, dimensions[name], header.find(column, "segments", name))
        for name, column in source.segments.items()
        if name in dimensions
    )
    return tuple(counting for metric in metrics for counting in _countings(metric, source, header, date, splits, span))


def _countings(  # noqa: PLR0913, PLR0917 – what holds for all metrics of a source
    metric: Metric, source: Source, header: Header, date: str | None, splits: tuple[Split, ...], span: Span
) -> Iterator[Counting]:
    column, place = source.metrics[metric.id], ("metrics", metric.id)
    only = {header.find(name, "only", name): tidy(value) for name, value in source.only.items()} | {
        header.find(name, *place, "only", name): tidy(value) for name, value in column.only.items()
    }
    if source.layout == "totals":
        for name, total in _sums(metric, source, header).items():
            yield Counting(f"{metric.id}:{name}", metric, total, total.columns[name], only, date, splits)
        return
    window = metric.window_days if metric.kind is MetricKind.FCR else None
    waits_from = None if window is None else span.today - timedelta(days=window)
    way = _way(metric, column, source, header, span)
    if way is not None:
        yield Counting(metric.id, metric, way, column.column or column.opened or "", only, date, splits, waits_from)


def _sums(metric: Metric, source: Source, header: Header) -> dict[str, Sum]:
    counts, place = source.metrics[metric.id].counts, ("metrics", metric.id)
    names = names_of(metric.tally, metric.scale)
    if not names:
        header.refuse("total-impossible", *place, metric=metric.id)
        return {}
    if set(names) != set(counts):
        header.refuse("total-counts", *place, metric=metric.id, wanted=", ".join(names), found=", ".join(counts) or "–")
        return {}
    columns = {name: header.find(column, *place, "counts", name) for name, column in counts.items()}
    return {name: Sum(name, columns, source.decimal) for name in columns}


def _way(metric: Metric, column: Column, source: Source, header: Header, span: Span) -> Way | None:
    """Return how a metric is counted row by row; `None`, with an error, if its column is not named."""
    place = ("metrics", metric.id)
    is_span = metric.tally is Tally.TIME and column.opened and column.closed
    if not column.column and not is_span and metric.tally is not Tally.COUNT:
        header.refuse("column-unnamed", *place, metric=metric.id)
        return None
    name = header.find(column.column, *place, "column") if column.column else ""
    missing = frozenset(tidy(str(code)) for code in column.missing)
    match metric.tally:
        case Tally.COUNT:
            return Rows(name, missing)
        case Tally.MONEY:
            return Amounts(name, missing, source.decimal)
        case Tally.TIME if is_span:
            opened, closed = (header.find(end, *place) for end in (column.opened or "", column.closed or ""))
            if source.date_format is not None and header.is_text(opened, closed):
                header.refuse("database-date-format", "date_format", format=source.date_format)
            return _spans(metric, opened, closed, span)
        case Tally.TIME:
            still_open = {header.find(key, *place, "open_when", key): tidy(v) for key, v in column.open_when.items()}
            return Durations(name, missing, still_open, source.decimal)
        case _:
            question = Question.of(metric, column)
            weight = column.weight and header.find(column.weight, *place, "weight")
            return Answers(name, question, Vocabulary.of(question), weight, source.decimal)


def _spans(metric: Metric, opened: str, closed: str, span: Span) -> Spans:
    horizon = Horizon(span.today, span.cut_off_days, span.zone)
    first, last = span.months[0], span.months[-1]
    shifts = shifts_between(date(first.year - _LONGEST_CASE, 1, 1), last.last_day + timedelta(days=366), span.zone)
    return Spans(
        opened, closed, SECONDS[metric.unit], shifts,
        {period_of(month): horizon.of(month) for month in span.months},
    )  # fmt: skip
