"""Translations that are missing, or fit the original no longer, told once per language and edition.

A list of twelve files would hide what else there is to do. Somebody who translates asks for all of it:
`chefetage check --all`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from chefetage.checks.shown import edition_of
from chefetage.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from chefetage.model.project import Project

MISSING, STALE, BOTH = "missing-translations", "stale-translations", "late-translations"
_MISSING = frozenset({"missing-translation", "incomplete-translation"})
_LATE = _MISSING | {"stale-translation"}
_NAMES = 5
"""So many files a message names."""
_FOLDERS = ("editions", "asks", "stories", "measures", "quotes", "praise", "visits")
"""Whose words matter most, first."""


@dataclass(slots=True)
class _Late:
    """What one edition lacks in one language."""

    language: str
    problems: list[Problem] = field(default_factory=list)


def summarised(problems: Iterable[Problem], project: Project) -> list[tuple[Problem, int]]:
    """Return the findings, with several late translations of an edition in one; each with how many it stands for."""
    told: list[tuple[Problem, int]] = []
    late: dict[tuple[str | None, str], _Late] = {}
    for problem in problems:
        if problem.id not in _LATE:
            told.append((problem, 1))
            continue
        edition = edition_of(project, problem.location.path)
        for language in str(problem.params["language"]).split(", "):
            key = (None if edition is None else edition.id, language)
            late.setdefault(key, _Late(language)).problems.append(problem)
    return told + [(_one(group), len(group.problems)) for group in late.values()]


def _one(late: _Late) -> Problem:
    first = min(late.problems, key=_importance)
    if len(late.problems) == 1:
        return first
    ids = {problem.id for problem in late.problems}
    files = list(dict.fromkeys(problem.location.path for problem in sorted(late.problems, key=_importance)))
    names = ", ".join(files[:_NAMES]) + (" …" if len(files) > _NAMES else "")
    params = {"in_language": late.language, "count": len(late.problems), "names": names}
    return Problem(
        first.location, Severity.HINT, MISSING if ids <= _MISSING else BOTH if ids & _MISSING else STALE, params
    )


def _importance(problem: Problem) -> tuple[int, str, int]:
    folder = problem.location.path.split("/")[-2:-1]
    rank = _FOLDERS.index(folder[0]) if folder and folder[0] in _FOLDERS else len(_FOLDERS)
    return rank, problem.location.path, problem.location.line
