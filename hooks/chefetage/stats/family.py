"""How many comparisons share one chance of a false alarm: the same wherever a change is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.snapshot import ALL
from chefetage.stats.observations import observations
from chefetage.stats.per_project import per_project
from chefetage.stats.segments import segment_groups, value_month

if TYPE_CHECKING:
    from chefetage.model.month import Month
    from chefetage.model.project import Project


@per_project
def family(project: Project, metric_id: str, month: Month, group: str = ALL) -> int:
    """Return how many comparisons a metric's change is one of (m), in a sentence, a row or a table alike.

    All respondents: the core metrics of the month's year for one of them, else the metrics outside the core. A group:
    the groups of all dimensions that are shown in the month, and never fewer than for all respondents, so that a group
    that is all of them is not judged more leniently.

    Raises:
        KeyError: There is no such metric.
    """
    core = project.core_for(month.year)
    whole = len(core) if metric_id in core else len(project.metrics.keys() - set(core))
    if group == ALL:
        return whole
    observed = observations(project, metric_id).get(value_month(project, metric_id, month))
    dimensions = observed.dimensions if observed else frozenset()
    return max(whole, sum(len(segment_groups(project, metric_id, month, each)) for each in dimensions))
