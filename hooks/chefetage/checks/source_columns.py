"""A source's columns suit the metrics that are read from it.

Passes: `nps: {column: Empfehlung}`; with `layout: totals`, `churn: {counts: {k: lost, n: at_start}}`; a time with
`opened` and `closed`; a number of things without any column.
Fails: a score without a column; `counts` that the metric's kind does not have; weights or moments for a kind that knows
none. A hint: a metric whose source does not read it, so that it never gets a value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.metric import Tally
from chefetage.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.metric import Metric
    from chefetage.model.project import Project
    from chefetage.model.source import Column, Source

NAMES = "count-names"
NO_TOTALS = "no-totals"
UNREAD = "unread-metric"
_WEIGHABLE = frozenset({Tally.SCORE, Tally.SHARE, Tally.MEAN})
_COUNTS = {
    Tally.SCORE: ("promoters", "passives", "detractors"),
    Tally.SHARE: ("k", "n"),
    Tally.RATE: ("k", "exposure"),
    Tally.COUNT: ("count",),
    Tally.MONEY: ("amount", "n"),
}
"""What a total consists of, as in `chefetage.stats.counts`; of a mean, how often each answer was given."""


def check(project: Project) -> Iterator[Problem]:
    """Yield one problem per column that cannot be read as its metric, and per metric that nobody reads."""
    for source in project.sources.values():
        for metric_id, column in source.metrics.items():
            metric = project.metrics.get(metric_id)
            if metric is not None and source.layout == "totals":
                yield from _of_totals(source, metric, column)
            elif metric is not None:
                yield from _of_answers(source, metric, column)
    for metric in project.metrics.values():
        named = project.sources.get(metric.source)
        if named is not None and metric.id not in named.metrics:
            params = {"found": metric.source, "metric": metric.id}
            yield Problem(metric.at("source"), Severity.HINT, UNREAD, params)


def _of_answers(source: Source, metric: Metric, column: Column) -> Iterator[Problem]:
    is_time = metric.tally is Tally.TIME
    has_moments = is_time and column.opened is not None
    if not column.column and not has_moments and metric.tally is not Tally.COUNT and not column.counts:
        params = {"field": f"metrics.{metric.id}.column", "name": "column"}
        yield Problem(source.at("metrics", metric.id), Severity.ERROR, "missing-field", params)
    meaningless = {
        "weight": column.weight is not None and metric.tally not in _WEIGHABLE,
        "opened": column.opened is not None and not is_time,
        "closed": column.closed is not None and not is_time,
        "open_when": bool(column.open_when) and not is_time,
    }
    for field, is_meaningless in meaningless.items():
        if is_meaningless:
            params = {"field": field, "metric": metric.kind.value}
            yield Problem(source.at("metrics", metric.id, field), Severity.ERROR, "metric-field", params)


def _of_totals(source: Source, metric: Metric, column: Column) -> Iterator[Problem]:
    names = _COUNTS.get(metric.tally, ())
    if metric.tally is Tally.MEAN and metric.scale is not None:
        names = tuple(f"answer-{answer}" for answer in range(metric.scale[0], metric.scale[1] + 1))
    place = source.at("metrics", metric.id, "counts")
    if not names:
        yield Problem(place, Severity.ERROR, NO_TOTALS, {"metric": metric.kind.value})
    elif set(column.counts) != set(names):
        params = {"found": ", ".join(column.counts), "allowed": ", ".join(names), "metric": metric.kind.value}
        yield Problem(place, Severity.ERROR, NAMES, params)
