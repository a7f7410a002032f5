"""A team below k people is shown as „ein Team“, so no text gives its name away.

Passes: `people: 4` with `k: 5`, and neither the praise nor an edition says who they are.
Fails: the same with the team's name in the thanks, or in an edition's message.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from chefetage.model.problem import Problem, Severity
from chefetage.model.texts import texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.praise import Praise
    from chefetage.model.project import Project
    from chefetage.model.texts import Text

ID = "small-team-named"
_NOT_SHOWN = frozenset({"team", "mail"})


def check(project: Project) -> Iterator[Problem]:
    """Yield one error per place that names a team of fewer than k people."""
    for praise in project.praises.values():
        if praise.people >= project.settings.k:
            continue
        name = _name(praise)
        for text in _texts(project, praise):
            for found in name.finditer(text.text):
                params = {"found": " ".join(found[0].split()), "count": praise.people, "low": project.settings.k}
                yield Problem(text.at(found.start()), Severity.ERROR, ID, params)


def _name(praise: Praise) -> re.Pattern[str]:
    """Return what finds the team's name in any language, as whole words, whatever the spaces between them."""
    names = (r"\s+".join(map(re.escape, name.split())) for name in praise.team.values())
    return re.compile(rf"(?<!\w)(?:{'|'.join(names)})(?!\w)", re.IGNORECASE)


def _texts(project: Project, praise: Praise) -> Iterator[Text]:
    yield from (text for text in texts_of(praise) if text.field not in _NOT_SHOWN)
    for edition in project.editions.values():
        yield from texts_of(edition)
