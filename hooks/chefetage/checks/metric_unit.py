"""A recommendation score is counted in points, a share in percent.

Passes: `kind: nps` with `unit: points`; `kind: csat` with `unit: percent`.
Fails: `kind: nps` with `unit: percent`, or with another scale than 0 to 10.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.metric import MetricKind, Unit
from chefetage.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.project import Project

UNIT = "metric-unit"
SCALE = "metric-scale"
_NPS_SCALE = (0, 10)


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem per metric whose unit or scale contradicts its kind."""
    for metric in project.metrics.values():
        is_score = metric.kind is MetricKind.NPS
        right = Unit.POINTS if is_score else Unit.PERCENT
        if metric.unit is not right:
            params = {"found": metric.unit.value, "allowed": right.value, "metric": metric.kind.value}
            yield Problem(metric.at("unit"), Severity.ERROR, UNIT, params)
        if is_score and metric.scale not in {None, _NPS_SCALE}:
            yield Problem(metric.at("scale"), Severity.ERROR, SCALE)
