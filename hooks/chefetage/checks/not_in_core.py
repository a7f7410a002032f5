"""Comments and omissions are about core metrics: others are not shown in an edition's table.

Passes: `commentary: {nps: …}`, with `nps` in `metrics/core.yml` for the edition's year.
Fails: `commentary: {churn: …}`, with `churn` a metric but not one of the core.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.project import Project

ID = "not-in-core"


def check(project: Project) -> Iterator[Problem]:
    """Yield one hint per comment, or reason for leaving out, that no reader will see."""
    for edition in project.editions.values():
        core = project.core_for(edition.month.year)
        if not core:
            continue
        for name, spoken in (("commentary", edition.commentary), ("omitted", edition.omitted)):
            for language, by_metric in spoken.items():
                for metric_id in by_metric:
                    if metric_id in project.metrics and metric_id not in core:
                        place = edition.at(name, language, metric_id)
                        yield Problem(place, Severity.HINT, ID, {"field": name, "found": metric_id})
