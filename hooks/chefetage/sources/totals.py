"""Rows that are already counted, such as a line a month from a dashboard. See `Reading`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.metric import Tally
from chefetage.sources.mistakes import Mistakes
from chefetage.sources.numbers import read_number, whole
from chefetage.sources.piles import Piles

if TYPE_CHECKING:
    from collections.abc import Mapping

    from chefetage.model.month import Month
    from chefetage.sources.findings import Findings
    from chefetage.sources.reading import Row

_NAMES = {
    Tally.SCORE: ("promoters", "passives", "detractors"),
    Tally.SHARE: ("k", "n"),
    Tally.RATE: ("k", "exposure"),
    Tally.COUNT: ("count",),
    Tally.MONEY: ("amount", "n"),
}
"""The counts that a row holds; means and times come as answers and cases only."""
_LARGEST = 10**15


def names_of(tally: Tally, scale: tuple[int, int] | None) -> tuple[str, ...]:
    """Return the counts that a total of a kind consists of; none where it cannot come as a total."""
    if tally is Tally.MEAN and scale is not None:
        return tuple(f"answer-{answer}" for answer in range(scale[0], scale[1] + 1))
    return _NAMES.get(tally, ())


class Totals:
    """Adds up counts."""

    def __init__(self, counts: Mapping[str, tuple[str, int]], decimal: str) -> None:
        """Take in where each count stands: name of the count to name and position of the column."""
        self._columns = {name: Mistakes(*column) for name, column in counts.items()}
        self._decimal = decimal
        self._piles = Piles()

    def hear(self, row: Row) -> None:
        """Add one row's counts; all of them or, if one cannot be, none."""
        found = {name: self._count(row, name, column) for name, column in self._columns.items()}
        k, whole_ = found.get("k"), found.get("n", found.get("exposure"))
        if "n" in found and k is not None and whole_ is not None and k > whole_:
            self._columns["k"].note("total-more-than-all", row.number)
            return
        for name, count in found.items():
            if count is not None:
                self._piles.add(row.month, row.groups, name, count)

    def _count(self, row: Row, name: str, column: Mistakes) -> int | None:
        number = read_number(row.cells[column.position], self._decimal)
        if number is None:
            column.note("total-bad" if row.cells[column.position].strip() else "total-empty", row.number)
        elif number < 0:
            column.note("total-negative", row.number)
        elif (number % 1 and name != "amount") or number > _LARGEST:
            column.note("total-broken", row.number)
        else:
            return whole(number)
        return None

    def groups(self, month: Month | None) -> tuple[str, ...]:
        """All, and the groups that have a row."""
        return self._piles.groups(month)

    def stats(self, month: Month | None, group: str) -> dict[str, int]:
        """Return the sums."""
        piles = self._piles.of(month, group)
        return {name: piles.get(name, 0) for name in self._columns}

    def report(self, findings: Findings) -> None:
        """Tell what is no count."""
        for column in self._columns.values():
            column.report(findings, decimal=self._decimal)
