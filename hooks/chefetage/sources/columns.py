"""The columns of an export that are read at all; nothing else of a respondent's row is looked at."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from chefetage.model.snapshot import ALL
from chefetage.sources.answers import Question
from chefetage.sources.asked import Asked
from chefetage.sources.days import DayColumn
from chefetage.sources.discretion import USUAL_K, may_repeat_word
from chefetage.sources.segments import SegmentColumn
from chefetage.sources.text import most_like, tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import tzinfo

    from chefetage.model.dimension import Dimension
    from chefetage.model.metric import Metric
    from chefetage.model.source import Source
    from chefetage.sources.findings import Findings
    from chefetage.sources.header import Header

_VALUES_REMEMBERED = 50
"""Different values remembered of a column that respondents are kept by, to say what it holds instead."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be read from an export."""

    questions: Mapping[str, tuple[str, Question]]
    """Metric to column and question."""
    zone: tzinfo
    """Where days begin."""
    date: str | None = None
    """The column with the day of the answer; without it the whole file is one period."""
    date_format: str | None = None
    only: Mapping[str, str] = field(default_factory=dict)
    segments: Mapping[str, tuple[str, Dimension]] = field(default_factory=dict)
    """Dimension's id to column and dimension."""
    k: int = USUAL_K
    """How often a word must come for a message to repeat it."""

    @classmethod
    def of(
        cls, source: Source, metrics: Iterable[Metric], dimensions: Mapping[str, Dimension], zone: tzinfo, k: int
    ) -> Request:
        """Return what `sources.yml` asks for, as far as it concerns the metrics."""
        columns = [(metric, source.metrics[metric.id]) for metric in metrics]
        return cls(
            {metric.id: (column.column, Question.of(metric, column)) for metric, column in columns},
            zone,
            source.date,
            source.date_format,
            source.only,
            {name: (column, dimensions[name]) for name, column in source.segments.items() if name in dimensions},
            k,
        )


@dataclass(slots=True)
class Filter:
    """A column, and the value by which respondents are kept."""

    name: str
    position: int
    value: str
    _met: bool = False
    _other: Counter[str] = field(default_factory=Counter)
    k: int = USUAL_K

    def keeps(self, cells: list[str]) -> bool:
        """Whether the respondent is kept."""
        cell = cells[self.position]
        if cell == self.value or tidy(cell) == self.value:
            self._met = True
            return True
        text = tidy(cell)
        if text in self._other or len(self._other) < _VALUES_REMEMBERED:
            self._other[text] += 1
        return False

    def report_if_never(self, findings: Findings) -> None:
        """Tell that the value never came, and which one that did is most like it."""
        if not self._met:
            known = [text for text, times in self._other.items() if may_repeat_word(text, times, [self.value], self.k)]
            findings.error(
                "nobody-kept", 1, self.position + 1, column=self.name, value=self.value,
                nearest=most_like(self.value, known),
            )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns, found in the header."""

    filters: tuple[Filter, ...]
    day: DayColumn | None
    segments: tuple[SegmentColumn, ...]
    asked: Mapping[str, Asked]

    @classmethod
    def find(cls, header: Header, request: Request, findings: Findings) -> Columns | None:
        """Look all columns up; `None`, with an error in `findings` for each that is missing, unless all are there."""

        def find(name: str) -> int:
            position = header.find(name, findings)
            return -1 if position is None else position

        columns = cls(
            tuple(Filter(name, find(name), tidy(value), k=request.k) for name, value in request.only.items()),
            DayColumn(request.date, find(request.date), request.zone, request.date_format) if request.date else None,
            tuple(
                SegmentColumn(name, dimension, column, find(column), request.k)
                for name, (column, dimension) in request.segments.items()
            ),
            {
                name: Asked(column, find(column), question, request.k)
                for name, (column, question) in request.questions.items()
            },
        )
        return None if findings.failed else columns

    def keep(self, cells: list[str]) -> bool:
        """Whether all filters keep the respondent; every one of them looks, so that each can report."""
        return sum(keep.keeps(cells) for keep in self.filters) == len(self.filters)

    def hear(self, number: int, cells: list[str]) -> None:
        """Count a respondent's answers."""
        groups = [ALL, *(segment.group_of(number, cells) for segment in self.segments)]
        for asked in self.asked.values():
            asked.hear(number, cells[asked.position], groups)

    def stats(self) -> dict[str, dict[str, dict[str, int]]]:
        """Return metric to group to counts; every group with a name is there, whether or not it answered."""
        named = [group for segment in self.segments for group in segment.groups]
        return {
            metric: {group: asked.stats(group) for group in dict.fromkeys([*asked.groups, *named])}
            for metric, asked in self.asked.items()
        }

    def report(self, findings: Findings) -> None:
        """Tell all answers and values that cannot be."""
        for asked in self.asked.values():
            asked.report(findings)
        for segment in self.segments:
            segment.report(findings)
