"""The groups of customers that may be shown in a month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.stats.observations import observations
from chefetage.stats.per_project import per_project

if TYPE_CHECKING:
    from chefetage.model.month import Month
    from chefetage.model.project import Project


@per_project
def segment_groups(project: Project, metric_id: str, month: Month, dimension: str) -> tuple[str, ...]:
    """Return the groups of a dimension that are shown in a month, such as `occasion.fitting`.

    In the order of `segments.yml`; groups that no longer stand there follow by name.

    Raises:
        KeyError: There is no such metric.
    """
    observed = observations(project, metric_id).get(month)
    if observed is None:
        return ()
    k = project.settings.k
    found = {g for g in observed.groups if g.startswith(f"{dimension}.") and not observed.hides(g, None, k)}
    defined = project.dimensions.get(dimension)
    named = [f"{dimension}.{value}" for value in defined.values] if defined else []
    return (*(group for group in named if group in found), *sorted(found.difference(named)))


def is_hidden(project: Project, metric_id: str, month: Month, dimension: str) -> bool:
    """Whether at least one group of the dimension is hidden in that month.

    Raises:
        KeyError: There is no such metric.
    """
    observed = observations(project, metric_id).get(month)
    if observed is None:
        return False
    groups = [group for group in observed.groups if group.startswith(f"{dimension}.")]
    return dimension in observed.withheld or any(observed.hides(g, None, project.settings.k) for g in groups)
