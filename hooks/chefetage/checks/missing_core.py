"""A site with metrics says which of them every edition shows.

Passes: `metrics/core.yml` is present.
Fails: there are editions and metrics, and no `metrics/core.yml`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.location import Location
from chefetage.model.problem import Problem, Severity
from chefetage.model.project import EVERY_ID

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.project import Project

ID = "missing-core"


def check(project: Project) -> Iterator[Problem]:
    """Yield a hint if nobody has chosen the core metrics."""
    if project.core is None and project.editions and project.metrics and not project.is_left_out("core", EVERY_ID):
        yield Problem(Location("metrics/core.yml"), Severity.HINT, ID)
