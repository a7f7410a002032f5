"""A core metric has a value of the edition's month, or of its quarter, as often as it promises.

Passes: a monthly metric with a value of October in the edition of October; a quarterly one with a value of August; one
that is left out with a reason (`omitted`), is not measured any more, or is hidden because too few answered.
Fails: a monthly metric in the edition of October whose last value is of August.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.base import pick
from chefetage.model.edition import EditionStatus
from chefetage.model.metric import Cadence
from chefetage.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.edition import Edition
    from chefetage.model.metric import Metric
    from chefetage.model.month import Month
    from chefetage.model.project import Project

STALE, NEVER = "stale-metric", "metric-without-value"
_MONTHS = {Cadence.MONTH: 1, Cadence.QUARTER: 3}


def check(project: Project) -> Iterator[Problem]:
    """Yield one hint per core metric without a value that is due, at the newest edition that misses it."""
    if not project.snapshots:
        return  # nothing has been read in yet, as on a new site; every page says so
    told: set[str] = set()
    for edition in sorted(project.editions.values(), key=lambda each: each.month, reverse=True):
        if edition.status is EditionStatus.CLOSED or edition.month.last_day >= project.today:
            continue
        for metric in _due(project, edition):
            if metric.id not in told and not _has_value(project, metric, edition.month):
                told.add(metric.id)
                yield _problem(project, edition, metric)


def _due(project: Project, edition: Edition) -> Iterator[Metric]:
    omitted = {metric_id for spoken in edition.omitted.values() for metric_id in spoken}
    for metric_id in project.core_for(edition.month.year):
        metric = project.metrics.get(metric_id)
        if metric is None or metric_id in omitted:
            continue
        has_begun = metric.valid_from is None or metric.valid_from <= edition.month
        if has_begun and (metric.valid_to is None or edition.month <= metric.valid_to):
            yield metric


def _has_value(project: Project, metric: Metric, month: Month) -> bool:
    months = (month - _MONTHS[metric.cadence] + 1).until(month)
    return any(metric.id in project.snapshots[each].metrics for each in months if each in project.snapshots)


def _problem(project: Project, edition: Edition, metric: Metric) -> Problem:
    name = pick(metric.name, project.settings.languages[0])
    params = {"metric": name.value if name else metric.id, "id": metric.id, "month": edition.month}
    before = [month for month in project.snapshots if month < edition.month]
    last = max((month for month in before if _has_value(project, metric, month)), default=None)
    if last is None:
        return Problem(edition.at("month"), Severity.HINT, NEVER, params)
    return Problem(edition.at("month"), Severity.HINT, STALE, {**params, "last": last})
