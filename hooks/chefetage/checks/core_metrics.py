"""Among the core metrics is at least one that is no recommendation score.

Passes: `2026: [nps, solved]`.
Fails: `2026: [nps, nps-service]`, both of the kind `nps`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.metric import MetricKind
from chefetage.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.project import Project

ID = "core-metrics"


def check(project: Project) -> Iterator[Problem]:
    """Yield one problem per year in which recommendation scores would be all that executives see."""
    if project.core is None or project.core_positions is None:
        return
    for year, chosen in project.core.years.items():
        known = [project.metrics[each] for each in chosen if each in project.metrics]
        if len(known) == len(chosen) and all(metric.kind is MetricKind.NPS for metric in known):
            yield Problem(project.core_positions.at("years", year), Severity.ERROR, ID)
