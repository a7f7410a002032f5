"""What each source is to be asked: which metrics, in which months."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from chefetage.sources.due import is_quarterly

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from chefetage.model.metric import Metric
    from chefetage.model.month import Month
    from chefetage.model.project import Project
    from chefetage.model.source import Source


@dataclass(frozen=True, slots=True)
class Order:
    """Metrics of one source that are all measured in the same months."""

    metrics: tuple[Metric, ...]
    months: tuple[Month, ...]


def orders(project: Project, months: Sequence[Month]) -> Iterator[tuple[Source, tuple[Order, ...]]]:
    """Yield each source that has anything to tell, with what it is asked.

    That is one order for all months, unless a metric begins or ends among them: a column that is not there yet would be
    missed in the months before. What is asked once a quarter is asked for month by month, as most months have nothing.
    """
    for source in project.sources.values():
        measured = {month: _measured(project, source, month) for month in months}
        stretches = groupby(months, key=lambda month: measured[month])
        own = tuple(
            Order(metrics, part)
            for metrics, stretch in stretches
            if metrics
            for part in _parts(metrics, tuple(stretch))
        )
        if own:
            yield source, own


def _parts(metrics: Sequence[Metric], months: tuple[Month, ...]) -> Iterator[tuple[Month, ...]]:
    yield from [(month,) for month in months] if is_quarterly(metrics) else [months]


def is_measured(metric: Metric, month: Month) -> bool:
    """Whether a metric is valid in a month."""
    return (metric.valid_from is None or metric.valid_from <= month) and (
        metric.valid_to is None or metric.valid_to >= month
    )


def _measured(project: Project, source: Source, month: Month) -> tuple[Metric, ...]:
    metrics = [project.metrics.get(name) for name in source.metrics]
    return tuple(
        metric for metric in metrics if metric is not None and metric.source == source.id and is_measured(metric, month)
    )
