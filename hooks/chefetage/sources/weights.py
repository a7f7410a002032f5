"""How much an answer weighs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.sources.mistakes import Mistakes
from chefetage.sources.numbers import MILLION, millionths, read_number
from chefetage.sources.piles import Piles

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from chefetage.model.month import Month
    from chefetage.sources.findings import Findings
    from chefetage.sources.reading import Row

_SQUARES = "squares"


class Weights:
    """The column of weights: every valid answer needs one, of 0 or more; they are counted in whole millionths."""

    def __init__(self, name: str, position: int, decimal: str = ".") -> None:
        self._mistakes = Mistakes(name, position)
        self._decimal = decimal
        self._sums = Piles()

    def weigh(self, row: Row, verdict: str) -> None:
        """Add the weight of one valid answer."""
        cell = row.cells[self._mistakes.position]
        weight = read_number(cell, self._decimal)
        if weight is None or weight < 0:
            problem = "weight-bad" if cell.strip() else "weight-empty"
            self._mistakes.note("weight-negative" if weight is not None else problem, row.number)
            return
        exact = millionths(weight)
        self._sums.add(row.month, row.groups, verdict, exact)
        self._sums.add(row.month, row.groups, _SQUARES, exact * exact)

    def stats(
        self, month: Month | None, group: str, named: Callable[[Mapping[str, int]], dict[str, int]]
    ) -> dict[str, int]:
        """Return the sums of weights as a snapshot holds them; `named` puts counts by verdict under their names."""
        sums = self._sums.of(month, group)
        squares = (sums.get(_SQUARES, 0) + MILLION // 2) // MILLION
        return {f"weight-{name}": weight for name, weight in named(sums).items()} | {_SQUARES: squares}

    def report(self, findings: Findings) -> None:
        """Tell weights that are none."""
        self._mistakes.report(findings, decimal=self._decimal)
