"""Three hints an edition: who gets thirty reads none. Errors are always told, and so are somebody's rights."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chefetage.checks.late_translations import summarised
from chefetage.checks.ranking import RANKING, RIGHTS, STYLE
from chefetage.checks.shown import edition_of, original_of
from chefetage.model.edition import EditionStatus
from chefetage.model.problem import Severity, in_order

if TYPE_CHECKING:
    from collections.abc import Iterable

    from chefetage.model.problem import Problem
    from chefetage.model.project import Project

MOST = 3
"""Hints an edition; so many more for all that no edition shows."""
_RANKS = {check_id: rank for rank, check_id in enumerate(RANKING)}


@dataclass(frozen=True, slots=True)
class Told:
    """What a desk is told at first."""

    problems: list[Problem]
    held_back: int = 0
    """How many hints are left for whoever asks for all of them."""


def wanted(problems: Iterable[Problem], project: Project) -> list[Problem]:
    """Return the findings without hints that are switched off, and without advice on words that are sealed."""
    return [
        problem
        for problem in problems
        if problem.severity is Severity.ERROR or not (_is_off(problem, project) or _is_too_late(problem, project))
    ]


def within_budget(problems: Iterable[Problem], project: Project) -> Told:
    """Return the errors, and of the hints the most useful of each edition; those of items count for the newest one."""
    told: list[Problem] = []
    hints: dict[str | None, list[tuple[Problem, int]]] = defaultdict(list)
    for problem, count in summarised(wanted(problems, project), project):
        if problem.severity is Severity.ERROR or problem.id in RIGHTS:
            told.append(problem)
        elif not _is_off(problem, project):
            edition = edition_of(project, problem.location.path)
            hints[None if edition is None else edition.id].append((problem, count))
    held_back = 0
    for group in hints.values():
        there = {(problem.id, problem.location.path) for problem, _ in group}
        ranked = sorted(group, key=lambda each: (_is_echo(each[0], there, project), _rank(each[0])))
        told += [problem for problem, _ in ranked[:MOST]]
        held_back += sum(count for _, count in ranked[MOST:])
    return Told(in_order(told), held_back)


def _rank(problem: Problem) -> int:
    return _RANKS.get(problem.id, len(_RANKS))


def _is_echo(problem: Problem, there: set[tuple[str, str]], project: Project) -> bool:
    """Whether a translation repeats what is found in its original: whoever mends one mends the other."""
    path = problem.location.path
    original = original_of(project, path)
    return original != path and (problem.id, original) in there


def _is_off(problem: Problem, project: Project) -> bool:
    return problem.id in project.rules.hints.off


def _is_too_late(problem: Problem, project: Project) -> bool:
    if problem.id not in STYLE:
        return False
    edition = edition_of(project, problem.location.path)
    return edition is not None and edition.status is EditionStatus.CLOSED
