"""The state of an ask is written down completely, and only what cannot be computed.

Passes: `status: agreed` with `answered_on: 2026-10-30`; `status: open` with a due date in the past, shown as overdue.
Fails: `status: agreed` alone; `status: overdue`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.ask import AskStatus
from chefetage.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.project import Project

MISSING = "missing-answer-date"
COMPUTED = "computed-status"


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem per ask that was answered on no day, or is called overdue by hand."""
    for ask in project.asks.values():
        if ask.status is AskStatus.OVERDUE:
            yield Problem(ask.at("status"), Severity.ERROR, COMPUTED)
        elif ask.status is not AskStatus.OPEN and ask.answered_on is None:
            yield Problem(ask.at("status"), Severity.ERROR, MISSING, {"status": ask.status.value})
