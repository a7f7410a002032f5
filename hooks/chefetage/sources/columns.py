"""The columns of an export that are read at all; nothing else of a respondent's row is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from chefetage.model.snapshot import ALL
from chefetage.sources.days import DayColumn
from chefetage.sources.filters import Filter, keep
from chefetage.sources.reading import Row
from chefetage.sources.readings import reading_for
from chefetage.sources.segments import SegmentColumn
from chefetage.sources.text import tidy

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from chefetage.model.month import Month
    from chefetage.sources.findings import Findings
    from chefetage.sources.header import Header
    from chefetage.sources.reading import Reading
    from chefetage.sources.request import Request


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns, found in the header."""

    filters: tuple[Filter, ...]
    day: DayColumn | None
    segments: tuple[SegmentColumn, ...]
    readings: Mapping[str, Reading]
    own_filters: Mapping[str, tuple[Filter, ...]]
    """Metric to the rows that only it keeps."""

    @classmethod
    def find(cls, header: Header, request: Request, findings: Findings) -> Columns | None:
        """Look all columns up; `None`, with an error in `findings` for each that is missing, unless all are there."""

        def find(name: str) -> int:
            position = header.find(name, findings)
            return -1 if position is None else position

        def filters(only: Mapping[str, str]) -> tuple[Filter, ...]:
            return tuple(Filter(name, find(name), tidy(value), k=request.k) for name, value in only.items())

        columns = cls(
            filters(request.only),
            DayColumn(request.date, find(request.date), request.zone, request.date_format) if request.date else None,
            tuple(
                SegmentColumn(name, dimension, column, find(column), request.k)
                for name, (column, dimension) in request.segments.items()
            ),
            {
                metric: reading_for(metric, wanted, request, find, findings)
                for metric, wanted in request.metrics.items()
            },
            {metric: filters(wanted.column.only) for metric, wanted in request.metrics.items()},
        )
        return None if findings.failed else columns

    def keep(self, cells: list[str]) -> bool:
        """Whether the source keeps the respondent."""
        return keep(self.filters, cells)

    def hear(self, number: int, cells: list[str], month: Month | None, day: date | None) -> None:
        """Count a respondent's answers."""
        row = Row(number, cells, month, day, [ALL, *(segment.group_of(number, cells) for segment in self.segments)])
        for metric, reading in self.readings.items():
            own = self.own_filters[metric]
            if not own or keep(own, cells):
                reading.hear(row)

    def stats(self, month: Month | None) -> dict[str, dict[str, dict[str, int]]]:
        """Return metric to group to counts; every group with a name is there, whether or not it answered."""
        named = [group for segment in self.segments for group in segment.groups]
        return {
            metric: {group: reading.stats(month, group) for group in dict.fromkeys([*reading.groups(month), *named])}
            for metric, reading in self.readings.items()
        }

    def report(self, findings: Findings) -> None:
        """Tell all answers and values that cannot be."""
        for metric, reading in self.readings.items():
            reading.report(findings)
            for own in self.own_filters[metric]:
                own.report_if_never(findings)
        for segment in self.segments:
            segment.report(findings)
