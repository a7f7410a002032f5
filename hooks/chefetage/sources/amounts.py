"""What is counted in full: rows, or euros added up to the last cent. See `Reading`."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from chefetage.sources.mistakes import Mistakes
from chefetage.sources.numbers import read_number, whole
from chefetage.sources.piles import Piles
from chefetage.sources.text import tidy

if TYPE_CHECKING:
    from chefetage.model.month import Month
    from chefetage.sources.findings import Findings
    from chefetage.sources.reading import Row

_PER_EURO = 10_000
"""Amounts are added up in hundredths of a cent."""
_LARGEST = Decimal(10) ** 15


class RowCount:
    """Counts rows; with a column, those in which it is filled in."""

    def __init__(self, position: int | None, missing: frozenset[str]) -> None:
        self._position = position
        self._missing = missing | {""}
        self._piles = Piles()

    def hear(self, row: Row) -> None:
        """Count one row."""
        if self._position is None or tidy(row.cells[self._position]) not in self._missing:
            self._piles.add(row.month, row.groups, "count")

    def groups(self, month: Month | None) -> tuple[str, ...]:
        """All, and the groups that have a row."""
        return self._piles.groups(month)

    def stats(self, month: Month | None, group: str) -> dict[str, int]:
        """Return how many rows there are."""
        return {"count": self._piles.of(month, group).get("count", 0)}

    def report(self, findings: Findings) -> None:
        """Tell nothing: a row is a row."""


class Amounts:
    """Adds up euros."""

    def __init__(self, name: str, position: int, missing: frozenset[str], decimal: str) -> None:
        self._mistakes = Mistakes(name, position)
        self._missing = missing | {""}
        self._decimal = decimal
        self._piles = Piles()

    def hear(self, row: Row) -> None:
        """Add one amount; an empty cell is none."""
        text = tidy(row.cells[self._mistakes.position])
        if text in self._missing:
            return
        amount = read_number(text, self._decimal)
        if amount is None or amount * _PER_EURO % 1 or abs(amount) > _LARGEST:
            self._mistakes.note("amount-bad", row.number)
        elif amount < 0:
            self._mistakes.note("amount-negative", row.number)
        else:
            self._piles.add(row.month, row.groups, "amount", int(amount * _PER_EURO))
            self._piles.add(row.month, row.groups, "n")

    def groups(self, month: Month | None) -> tuple[str, ...]:
        """All, and the groups that have an amount."""
        return self._piles.groups(month)

    def stats(self, month: Month | None, group: str) -> dict[str, int]:
        """Return whole euros, rounded once at the end, and how many amounts they come from."""
        piles = self._piles.of(month, group)
        return {"amount": whole(Decimal(piles.get("amount", 0)) / _PER_EURO), "n": piles.get("n", 0)}

    def report(self, findings: Findings) -> None:
        """Tell what is no amount."""
        self._mistakes.report(findings, decimal=self._decimal)
