"""A change that is proven has a sentence on why, by those who know.

Passes: `commentary: {solved: …}` in an edition in which „Beim ersten Anruf geklärt“ has risen beyond chance; silence
about a metric whose change cannot be shown.
Fails: a proven change of a core metric that nobody says a word about. The reader would make up a reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.base import pick
from chefetage.model.edition import EditionStatus
from chefetage.model.estimate import Trend
from chefetage.model.problem import Problem, Severity
from chefetage.model.snapshot import ALL
from chefetage.stats.changes import change

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.project import Project

ID = "missing-commentary"
_PROVEN = frozenset({Trend.UP, Trend.DOWN})


def check(project: Project) -> Iterator[Problem]:
    """Yield one hint per core metric with a proven change and no commentary, in editions that can still be changed."""
    for edition in project.editions.values():
        if edition.status is EditionStatus.CLOSED:
            continue
        said = {
            metric for spoken in (edition.commentary, edition.omitted) for each in spoken.values() for metric in each
        }
        for metric_id in project.core_for(edition.month.year):
            metric = project.metrics.get(metric_id)
            if metric is None or metric_id in said:
                continue
            tested = change(project, metric_id, edition.month, ALL, project.today)
            if tested.trend in _PROVEN:
                name = pick(metric.name, project.settings.languages[0])
                params = {"metric": name.value if name else metric_id, "id": metric_id}
                yield Problem(edition.at("month"), Severity.HINT, ID, params)
