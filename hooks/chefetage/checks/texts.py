"""The texts of a whole project, for the checks that read all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.texts import texts_of
from chefetage.stats.per_project import per_project

if TYPE_CHECKING:
    from chefetage.model.base import Item
    from chefetage.model.project import Project
    from chefetage.model.texts import Text


@per_project
def texts_in(project: Project) -> tuple[tuple[Item, tuple[Text, ...]], ...]:
    """Return every item with its texts, found once for all checks."""
    return tuple((item, tuple(texts_of(item))) for item in project.items())
