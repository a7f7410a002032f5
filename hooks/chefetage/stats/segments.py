"""The groups of customers that may be shown in a month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.metric import Cadence
from chefetage.model.snapshot import ALL
from chefetage.stats.mergers import is_valid
from chefetage.stats.observations import observations
from chefetage.stats.per_project import per_project

if TYPE_CHECKING:
    from datetime import date

    from chefetage.model.month import Month
    from chefetage.model.project import Project


_QUARTER = 3


def value_month(project: Project, metric_id: str, month: Month, known_by: date | None = None) -> Month:
    """Return the month whose value stands for `month`.

    A metric asked once a quarter has no value in two months of three: its last one stands until the next is due, as in
    `due_blocks`. While a source cannot be read, the last value before stands. Else it is the month itself.

    Raises:
        KeyError: There is no such metric.
    """
    by_month = observations(project, metric_id)
    reach = _QUARTER if project.metrics[metric_id].cadence is Cadence.QUARTER else 1
    recent = [month - back for back in range(reach)]
    for each in recent:
        if each in by_month and by_month[each].is_known(known_by):
            return each
    if not any(each in by_month and by_month[each].stale_since(known_by) for each in recent):
        return month
    with_value = (each for each, observed in by_month.items() if each < month and observed.last(ALL, known_by))
    return max(with_value, default=month)


@per_project
def segment_groups(project: Project, metric_id: str, month: Month, dimension: str) -> tuple[str, ...]:
    """Return the groups of a dimension that are shown for a month, such as `occasion.fitting`.

    In the order of `segments.yml`, those that existed in the month; groups that no longer stand there follow by name.

    Raises:
        KeyError: There is no such metric.
    """
    observed = observations(project, metric_id).get(value_month(project, metric_id, month))
    if observed is None:
        return ()
    k = project.settings.k
    existing = (g for g in observed.groups if g.startswith(f"{dimension}.") and is_valid(project, g, month))
    found = {group for group in existing if not observed.hides(group, None, k)}
    defined = project.dimensions.get(dimension)
    named = [f"{dimension}.{value}" for value in defined.values] if defined else []
    return (*(group for group in named if group in found), *sorted(found.difference(named)))


def is_hidden(project: Project, metric_id: str, month: Month, dimension: str) -> bool:
    """Whether at least one group of the dimension is hidden in the value for that month.

    Raises:
        KeyError: There is no such metric.
    """
    observed = observations(project, metric_id).get(value_month(project, metric_id, month))
    if observed is None:
        return False
    groups = [group for group in observed.groups if group.startswith(f"{dimension}.")]
    return dimension in observed.withheld or any(observed.hides(g, None, project.settings.k) for g in groups)
