"""What was known of a month is told in the order in which it became known, and stays final once it is.

Passes: provisional on 3 November, final on 20 November, another final value on 2 December.
Fails: a revision dated before the one above it; a provisional one below a final one; `stale` on a day to come.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from chefetage.model.problem import Problem, Severity
from chefetage.model.snapshot import RevisionStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.project import Project
    from chefetage.model.snapshot import Revision

ORDER = "revision-order"
UNSETTLED = "provisional-after-final"
FUTURE = "future-date"


def check(project: Project) -> Iterator[Problem]:
    """Yield one problem per revision that cannot follow the one before it, and per mark dated after today."""
    for snapshot in project.snapshots.values():
        for metric_id, values in snapshot.metrics.items():
            if values.stale is not None and values.stale > project.today:
                params: dict[str, object] = {"field": "stale", "found": values.stale, "today": project.today}
                yield Problem(snapshot.at("metrics", metric_id, "stale"), Severity.ERROR, FUTURE, params)
            for group, revisions in values.groups.items():
                for index, (before, after) in enumerate(pairwise(revisions), start=1):
                    odd = _odd(before, after)
                    if odd is not None:
                        check_id, field, params = odd
                        place = snapshot.at("metrics", metric_id, "groups", group, index, field)
                        yield Problem(place, Severity.ERROR, check_id, params)


def _odd(before: Revision, after: Revision) -> tuple[str, str, dict[str, object]] | None:
    if after.known_on < before.known_on:
        return ORDER, "known_on", {"found": after.known_on, "before": before.known_on}
    if before.status is RevisionStatus.FINAL and after.status is RevisionStatus.PROVISIONAL:
        return UNSETTLED, "status", {"date": before.known_on}
    return None
