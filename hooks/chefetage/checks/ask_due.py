"""An open ask is due in the edition's month or later: nobody can decide in the past.

Passes: `due: 2026-11-27` in the edition of October 2026.
Fails: `due: 2026-09-15` in a new edition of October 2026, still open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.ask import AskStatus
from chefetage.model.edition import EditionStatus
from chefetage.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.project import Project

ID = "ask-due-early"


def check(project: Project) -> Iterator[Problem]:
    """Yield one hint per open ask that was due before the month of an edition that can still be changed."""
    for edition in project.editions.values():
        if edition.status is EditionStatus.CLOSED:
            continue
        for index, ask_id in enumerate(edition.asks):
            ask = project.asks.get(ask_id)
            if ask is not None and ask.status is AskStatus.OPEN and ask.due < edition.month.first_day:
                params = {"found": ask_id, "date": ask.due, "month": edition.month}
                yield Problem(edition.at("asks", index), Severity.HINT, ID, params)
