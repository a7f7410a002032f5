"""Among the core metrics is at least one that is no recommendation score.

Passes: `metrics: [nps, solved]`.
Fails: `metrics: [nps, nps-service]`, both of the kind `nps`.
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
    """Yield a problem if a recommendation score would be all that executives see."""
    if project.core is None or project.core_positions is None:
        return
    known = [project.metrics[each] for each in project.core.metrics if each in project.metrics]
    if len(known) == len(project.core.metrics) and all(metric.kind is MetricKind.NPS for metric in known):
        yield Problem(project.core_positions.at("metrics"), Severity.ERROR, ID)
