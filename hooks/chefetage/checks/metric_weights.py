"""A value that is put together from groups needs groups with weights, and a source that tells them apart.

Passes: `weighted_by: brand`, with a `weight` for each brand in `segments.yml` and `segments: {brand: Marke}` in the
metric's source.
Fails: a dimension that nobody defines, or one without weights. A hint: a source that does not tell the groups apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.nearest import nearest
from chefetage.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.project import Project

NO_WEIGHTS = "no-weights"
NO_GROUPS = "unread-groups"


def check(project: Project) -> Iterator[Problem]:
    """Yield one problem per metric whose value for all cannot be put together."""
    for metric in project.metrics.values():
        name = metric.weighted_by
        if name is None or project.is_left_out("dimension", name):
            continue
        place = metric.at("weighted_by")
        dimension, source = project.dimensions.get(name), project.sources.get(metric.source)
        if dimension is None:
            params = {"kind": "dimension", "found": name, "nearest": nearest(name, project.dimensions)}
            yield Problem(place, Severity.ERROR, "unknown-reference", params)
        elif not dimension.has_weights:
            yield Problem(place, Severity.ERROR, NO_WEIGHTS, {"found": name})
        elif source is not None and name not in source.segments:
            yield Problem(place, Severity.HINT, NO_GROUPS, {"found": name, "source": source.id})
