"""Cells that cannot be, of one column: the first row is told and how many there are, never what they hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chefetage.sources.findings import Findings


@dataclass(slots=True)
class Mistakes:
    """Remembers where a column was wrong, in constant memory."""

    name: str
    """The column's name, for messages."""
    position: int
    _first: dict[str, int] = field(default_factory=dict)
    _times: dict[str, int] = field(default_factory=dict)

    def note(self, problem_id: str, number: int) -> None:
        """Remember that row `number` is wrong."""
        self._first.setdefault(problem_id, number)
        self._times[problem_id] = self._times.get(problem_id, 0) + 1

    def report(self, findings: Findings, **params: object) -> None:
        """Tell each kind of mistake once."""
        for problem_id, row in self._first.items():
            findings.error(
                problem_id, row, self.position + 1, column=self.name, count=self._times[problem_id], **params
            )
