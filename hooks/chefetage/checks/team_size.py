"""A team that is named has at least k people; praise for fewer would single somebody out.

Passes: `people: 12`, with `k: 5`.
Fails: `people: 3`: the page says „ein Team“ instead of the name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.project import Project

ID = "small-team"


def check(project: Project) -> Iterator[Problem]:
    """Yield one hint per team whose name will not be shown."""
    k = project.settings.k
    for praise in project.praises.values():
        if praise.people < k:
            yield Problem(praise.at("people"), Severity.HINT, ID, {"found": praise.people, "low": k})
