"""The studies shown first are few, and not all of one opinion.

Passes: `featured: true` in twelve studies, three of them critical.
Fails: thirteen of them, or none that contradicts: a reader who looks for the catch would stop trusting the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.problem import Problem, Severity
from chefetage.model.study import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.project import Project

TOO_MANY = "too-many-featured"
UNCRITICAL = "featured-uncritical"
MOST = 12


def check(project: Project) -> Iterator[Problem]:
    """Yield at most two hints: at the first study beyond the dozen, and at the first where none is critical."""
    featured = [study for study in project.studies.values() if study.featured]
    if len(featured) > MOST:
        params = {"count": len(featured), "high": MOST}
        yield Problem(featured[MOST].at("featured"), Severity.HINT, TOO_MANY, params)
    has_critical = any(study.stance is Stance.CRITICAL for study in project.studies.values())
    if featured and has_critical and not any(study.stance is Stance.CRITICAL for study in featured):
        yield Problem(featured[0].at("featured"), Severity.HINT, UNCRITICAL, {})
