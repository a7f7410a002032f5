"""What is to be read from an export."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from chefetage.model.metric import MetricKind, Tally, Unit
from chefetage.sources.answers import Question
from chefetage.sources.discretion import USUAL_K

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date as day
    from datetime import tzinfo

    from chefetage.model.dimension import Dimension
    from chefetage.model.metric import Metric
    from chefetage.model.source import Column, Source

USUAL_CUT_OFF_DAYS = 14


@dataclass(frozen=True, slots=True)
class Wanted:
    """One metric, as it is to be read."""

    column: Column
    question: Question
    unit: Unit = Unit.PERCENT
    """Of times, what they are counted in."""
    window_days: int | None = None
    """For first-contact resolution, after how many days a case can be judged."""

    @classmethod
    def of(cls, metric: Metric, column: Column) -> Wanted:
        """Return how a metric is read from a column."""
        window = metric.window_days if metric.kind is MetricKind.FCR else None
        return cls(column, Question.of(metric, column), metric.unit, window)

    @property
    def tally(self) -> Tally:
        """How it is counted."""
        return self.question.tally


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be read from an export."""

    metrics: Mapping[str, Wanted]
    zone: tzinfo
    """Where days begin."""
    today: day
    date: str | None = None
    """The column with the day of the answer; without it the whole file is one period."""
    date_format: str | None = None
    only: Mapping[str, str] = field(default_factory=dict)
    segments: Mapping[str, tuple[str, Dimension]] = field(default_factory=dict)
    """Dimension's id to column and dimension."""
    k: int = USUAL_K
    """How often a word must come for a message to repeat it."""
    decimal: str = "."
    layout: str = "answers"
    cut_off_days: int = USUAL_CUT_OFF_DAYS

    @classmethod
    def of(  # noqa: PLR0913, PLR0917 – a site's facts, each from another place
        cls,
        source: Source,
        metrics: Iterable[Metric],
        dimensions: Mapping[str, Dimension],
        zone: tzinfo,
        k: int,
        today: day,
        cut_off_days: int = USUAL_CUT_OFF_DAYS,
    ) -> Request:
        """Return what `sources.yml` asks for, as far as it concerns the metrics."""
        return cls(
            {metric.id: Wanted.of(metric, source.metrics[metric.id]) for metric in metrics},
            zone,
            today,
            source.date,
            source.date_format,
            source.only,
            {name: (column, dimensions[name]) for name, column in source.segments.items() if name in dimensions},
            k,
            source.decimal,
            source.layout,
            cut_off_days if source.cut_off_days is None else source.cut_off_days,
        )

    @property
    def settled(self) -> frozenset[str]:
        """The columns that say which rows are kept, for all metrics, or that are asked for themselves."""
        own = [set(wanted.column.only) for wanted in self.metrics.values()]
        asked = {wanted.column.column for wanted in self.metrics.values()}
        return frozenset(self.only) | asked | (set.intersection(*own) if own else set())
