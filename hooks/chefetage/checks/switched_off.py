"""What `checks.yml` switches off is a hint, and there is such a hint.

Passes: `hints: {off: {long-message: "Unsere Leitung liest gern länger."}}`.
Fails: `off: {long-mesage: …}`, which no check knows; `off: {edited-snapshot: …}`, which is an error: wrong facts,
missing rights and broken references cannot be switched off.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.checks.ranking import RANKING, RIGHTS
from chefetage.locales.problems import problem_ids
from chefetage.model.nearest import nearest
from chefetage.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.project import Project

UNKNOWN = "unknown-hint"
NO_HINT = "not-a-hint"


def check(project: Project) -> Iterator[Problem]:
    """Yield one error per name that is no hint's."""
    hints = {*RIGHTS, *RANKING}
    for name in project.rules.hints.off:
        if name in hints:
            continue
        place = project.rules.at("hints", "off", name)
        if name in problem_ids():
            yield Problem(place, Severity.ERROR, NO_HINT, {"found": name})
        else:
            yield Problem(place, Severity.ERROR, UNKNOWN, {"found": name, "nearest": nearest(name, hints)})
