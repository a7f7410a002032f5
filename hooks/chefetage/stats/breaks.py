"""Months from which a metric was measured in a new way, or of other customers: nothing is compared across them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from chefetage.model.month import Month
from chefetage.model.snapshot import ALL
from chefetage.stats.mergers import merged_from, recomposed_from
from chefetage.stats.observations import observations
from chefetage.stats.per_project import per_project

if TYPE_CHECKING:
    from chefetage.model.project import Project


@per_project
def breaks_of(project: Project, metric_id: str, group: str = ALL, *, pro_forma: bool = False) -> frozenset[Month]:
    """Return the first month of each new way of measuring, for charts to mark.

    - an event that breaks the metric, or all metrics;
    - a definition that began, by `valid_from` or between two snapshots: another question, scale, channel or weighting;
    - for a group, the end of a predecessor whose customers it has since – but not pro forma;
    - for all customers of a metric weighted by a dimension, a group of it that began or had ended.

    Raises:
        KeyError: There is no such metric.
    """
    metric = project.metrics[metric_id]
    starts = {
        Month.of(event.date)
        for event in project.events.values()
        if event.breaks and (not event.metrics or metric_id in event.metrics)
    }
    if metric.valid_from is not None:
        starts.add(metric.valid_from)
    definitions = [(m, project.snapshots[m].metrics[metric_id].definition) for m in observations(project, metric_id)]
    starts |= {month for (_, before), (month, now) in pairwise(sorted(definitions)) if before != now}
    if group != ALL and not pro_forma:
        starts |= merged_from(project, group)
    if group == ALL and metric.weighted_by is not None:
        starts |= recomposed_from(project, metric.weighted_by)
    return frozenset(starts)
