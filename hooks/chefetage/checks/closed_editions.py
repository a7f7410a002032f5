"""An edition is closed with a seal, which says what stood in it.

Passes: `status: published`, also for an edition of long ago.
Fails: `status: closed`: without a seal nothing would keep the edition from changing silently.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.edition import EditionStatus
from chefetage.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.project import Project

ID = "unsealed-edition"


def check(project: Project) -> Iterator[Problem]:
    """Yield one problem per edition that claims more than is kept."""
    for edition in project.editions.values():
        if edition.status is EditionStatus.CLOSED:
            yield Problem(edition.at("status"), Severity.ERROR, ID)
