"""A published value that was final changes only with a visible correction.

Passes: a second final revision with other counts, known on 12 November, and `corrections: [{on: 2026-11-12, what: …}]`
in the published edition of that month; a provisional value that became final.
Fails: the same without a correction of that day or later.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from chefetage.model.problem import Problem, Severity
from chefetage.model.snapshot import RevisionStatus

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from chefetage.model.project import Project
    from chefetage.model.snapshot import Revision

ID = "uncorrected-restatement"


def check(project: Project) -> Iterator[Problem]:
    """Yield one problem per published edition and metric of its month, at the edition's corrections."""
    for edition in project.editions.values():
        snapshot = project.snapshots.get(edition.month)
        if edition.is_draft or snapshot is None:
            continue
        published = edition.published_on or edition.month.last_day
        corrections = [each.on for said in edition.corrections.values() for each in said]
        settled = max([published, *corrections])
        for metric_id, values in snapshot.metrics.items():
            days = [day for known in values.groups.values() for day in _restated_on(known)]
            last = max(days, default=published)
            if metric_id in project.metrics and last > settled:
                params = {"found": metric_id, "month": edition.month, "date": last}
                yield Problem(edition.at("corrections", edition.language), Severity.ERROR, ID, params)


def _restated_on(revisions: Sequence[Revision]) -> Iterator[date]:
    """Yield the days on which other counts took the place of final ones."""
    final = False
    for before, after in pairwise(revisions):
        final = final or before.status is RevisionStatus.FINAL
        if final and after.stats != before.stats:
            yield after.known_on
