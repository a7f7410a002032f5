"""What is found wrong while one file is read: collected, capped, never raised."""

from __future__ import annotations

from chefetage.model.location import Location
from chefetage.model.problem import Problem, Severity

LIMIT = 20
"""Findings shown of one file; the rest are counted."""


class Findings:
    """The findings of one file. Places are row and column, both counted from 1, headers included."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._errors: list[Problem] = []
        self._hints: list[Problem] = []
        self._more = 0

    def error(self, problem_id: str, row: int = 1, column: int = 1, /, **params: object) -> None:
        """Note something that makes the file unusable."""
        if len(self._errors) < LIMIT:
            self._errors.append(self._problem(Severity.ERROR, problem_id, row, column, params))
        else:
            self._more += 1

    def hint(self, problem_id: str, row: int = 1, column: int = 1, /, **params: object) -> None:
        """Note something the analyst should know; once, should a second pass over the file find it again."""
        hint = self._problem(Severity.HINT, problem_id, row, column, params)
        if hint not in self._hints:
            self._hints.append(hint)

    @property
    def failed(self) -> bool:
        """Whether any error was found."""
        return bool(self._errors)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The errors by place, and at the end how many more there are."""
        errors = sorted(self._errors, key=lambda problem: problem.location)
        if self._more:
            last = errors[-1].location
            errors.append(self._problem(Severity.ERROR, "more-findings", last.line, last.column, {"count": self._more}))
        return tuple(errors)

    @property
    def hints(self) -> tuple[Problem, ...]:
        """The hints, in the order they were found."""
        return tuple(self._hints)

    def _problem(
        self, severity: Severity, problem_id: str, row: int, column: int, params: dict[str, object]
    ) -> Problem:
        return Problem(Location(self.path, row, column), severity, problem_id, params)
