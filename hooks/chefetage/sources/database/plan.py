"""What is to be counted for one metric: its columns found, its question and its groups made ready."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from chefetage.model.metric import MetricKind, Tally
from chefetage.sources.answers import Question
from chefetage.sources.database.category import Vocabulary
from chefetage.sources.segments import group_name
from chefetage.sources.text import most_like, tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date as day

    from chefetage.model.dimension import Dimension
    from chefetage.model.metric import Metric
    from chefetage.model.source import Source
    from chefetage.sources.findings import Findings

UNKNOWN_GROUP = "~"
"""Stands for a value that `segments.yml` does not know."""


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
    """One metric, ready to be counted; all columns are names that the table has."""

    metric: Metric
    column: str
    question: Question
    vocabulary: Vocabulary
    only: Mapping[str, str]
    """Rows to keep: column to tidied value."""
    date: str | None
    splits: tuple[Split, ...]
    weight: str | None = None
    decimal: str = "."
    waits_from: day | None = None
    """For first-contact resolution: cases from this day on cannot be judged yet."""


class Header:
    """The columns of a table, and the errors about those that it does not have."""

    def __init__(self, names: Sequence[str], source: Source, findings: Findings) -> None:
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

    def refuse(self, problem: str, *place: str | int, **params: object) -> None:
        """Note an error at a place of the source."""
        where = self._source.at(*place)
        self._findings.error(problem, where.line, where.column, **params)


_ANSWERS = frozenset({Tally.SCORE, Tally.SHARE, Tally.MEAN, Tally.RATE})
"""The ways of counting that read answers, one a row."""


def plan(
    source: Source, metrics: Iterable[Metric], dimensions: Mapping[str, Dimension], header: Header, today: day
) -> tuple[Counting, ...]:
    """Return what is to be counted; what is missing or cannot be counted is an error with the header."""
    date = None if source.date is None else header.find(source.date, "date")
    splits = tuple(
        Split.of(name, dimensions[name], header.find(column, "segments", name))
        for name, column in source.segments.items()
        if name in dimensions
    )
    return tuple(_counting(metric, source, header, date, splits, today) for metric in metrics)


def _counting(  # noqa: PLR0913, PLR0917 – what holds for all metrics of a source
    metric: Metric, source: Source, header: Header, date: str | None, splits: tuple[Split, ...], today: day
) -> Counting:
    column, place = source.metrics[metric.id], ("metrics", metric.id)
    question = Question.of(metric, column)
    if metric.tally not in _ANSWERS or source.layout == "totals":
        header.refuse("database-kind", *place, metric=metric.id)
    elif not column.column:
        header.refuse("column-unnamed", *place, metric=metric.id)
    window = metric.window_days if metric.kind is MetricKind.FCR else None
    return Counting(
        metric,
        header.find(column.column, *place, "column") if column.column else "",
        question,
        Vocabulary.of(question),
        {header.find(name, "only", name): tidy(value) for name, value in source.only.items()}
        | {header.find(name, *place, "only", name): tidy(value) for name, value in column.only.items()},
        date,
        splits,
        column.weight and header.find(column.weight, *place, "weight"),
        source.decimal,
        None if window is None else today - timedelta(days=window),
    )
