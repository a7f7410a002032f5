"""What was asked for and promised does not lapse in silence.

Passes: an ask that was due last week: every page says that it is overdue; `outcome: Vertagt bis zur Klausur im Mai.`
Fails: an open ask that two editions have shown as overdue, for sixty days, and nobody says a word; one that was agreed
half a year ago, is not done, and has no outcome.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from chefetage.model.ask import AskStatus
from chefetage.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.project import Project

OVERDUE, UNDONE = "overdue-ask", "undone-promise"
SILENCE = timedelta(days=60)
PATIENCE = timedelta(days=180)


def check(project: Project) -> Iterator[Problem]:
    """Yield one hint per ask that nobody has answered in time, and per promise of long ago that nobody speaks of."""
    for ask in project.asks.values():
        if ask.outcome:
            continue
        status = ask.status_on(project.today)
        if status is AskStatus.OVERDUE and project.today - ask.due > SILENCE:
            yield Problem(ask.at("due"), Severity.HINT, OVERDUE, {"date": ask.due})
        elif status is AskStatus.AGREED and ask.answered_on and project.today - ask.answered_on > PATIENCE:
            yield Problem(ask.at("answered_on"), Severity.HINT, UNDONE, {"date": ask.answered_on})
