"""A study that is put forward still speaks of today's customers.

How fast a study ages depends on its kind more than on its topic. Surveys by the industry and by vendors (grades C and
D) describe a market of their day: after twelve years they are history. What was peer-reviewed (A and B) tells how
something works; it is contradicted, not outdated, and its year stands beside it.

Passes: `year: 2004` with `grade: B`; an old industry report in the list of all studies.
Fails: `year: 2012` with `grade: C` in 2026, `featured: true` or in an edition that can still be changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.edition import EditionStatus
from chefetage.model.problem import Problem, Severity
from chefetage.model.study import Grade, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.project import Project
    from chefetage.model.study import Study

ID = "expired-study"
YEARS = 12
_AGEING = frozenset({Grade.C, Grade.D})


def check(project: Project) -> Iterator[Problem]:
    """Yield one hint per place where an outdated study is put forward; a critical one may be as old as it likes."""
    for study in project.studies.values():
        if study.featured and _is_outdated(study, project):
            yield Problem(study.at("featured"), Severity.HINT, ID, {"found": study.id, "year": study.year})
    for edition in project.editions.values():
        shown = project.studies.get(edition.study or "")
        if edition.status is EditionStatus.DRAFT and shown is not None and _is_outdated(shown, project):
            yield Problem(edition.at("study"), Severity.HINT, ID, {"found": shown.id, "year": shown.year})


def _is_outdated(study: Study, project: Project) -> bool:
    is_old = project.today.year - study.year > YEARS
    return is_old and study.grade in _AGEING and study.stance is not Stance.CRITICAL
