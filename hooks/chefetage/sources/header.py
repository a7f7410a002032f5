"""The names of an export's columns, in one to three rows."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from chefetage.sources.text import most_like, tidy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chefetage.sources.findings import Findings

JOINT = " – "


@dataclass(frozen=True, slots=True)
class Header:
    """Header rows, tidied; all have the same number of cells."""

    rows: tuple[tuple[str, ...], ...]
    first: int = 1
    """The row of the file that the first of them is."""

    @classmethod
    def of(cls, rows: Sequence[Sequence[str]], first: int = 1) -> Header:
        """Make a header of raw rows; short ones are filled up."""
        width = max(map(len, rows))
        return cls(tuple(tuple(tidy(cell) for cell in [*row, *[""] * (width - len(row))]) for row in rows), first)

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.rows[0])

    @property
    def full_names(self) -> tuple[str, ...]:
        """Each column's name through all rows: `Question – Answer`.

        Tools that spread one question over several columns name it above the first of them only; it counts for
        the columns to its right until the next question.
        """
        if len(self.rows) == 1:
            return self.rows[0]
        questions = accumulate(self.rows[0], _question_above)
        return tuple(
            JOINT.join(dict.fromkeys(filter(None, column))) for column in zip(questions, *self.rows[1:], strict=True)
        )

    @property
    def names(self) -> tuple[str, ...]:
        """The shortest name of each column by which it is found."""
        return tuple(
            next((row[at] for row in self.rows if self._where(row[at]) == (at,)), full)
            for at, full in enumerate(self.full_names)
        )

    def find(self, wanted: str, findings: Findings) -> int | None:
        """Return the position of a column, counted from 0; `None`, with an error in `findings`, if it is not clear.

        A name is looked for in the first header row, then in the next, then among the full names; where it stands
        once, that is the column. So it is where only one column begins with it, a full stop and a space, as LimeSurvey
        writes codes: `satis1[SQ001]. How satisfied …`.
        """
        name = tidy(wanted)
        found = self._where(name) or self._coded(name)
        if len(found) == 1:
            self._warn_of_spread(found[0], findings)
            return found[0]
        if found:
            columns = ", ".join(str(at + 1) for at in found)
            findings.error("column-ambiguous", self.first, found[1] + 1, wanted=wanted, columns=columns)
        else:
            known = [cell for row in (*self.rows, self.full_names) for cell in row if cell]
            findings.error("column-missing", self.first, wanted=wanted, nearest=most_like(name, known))
        return None

    def _where(self, name: str) -> tuple[int, ...]:
        candidates = [*self.rows, self.full_names] if len(self.rows) > 1 else self.rows
        several: tuple[int, ...] = ()
        for row in candidates:
            found = tuple(at for at, cell in enumerate(row) if cell and cell == name)
            if len(found) == 1:
                return found
            several = several or found
        return several

    def _coded(self, code: str) -> tuple[int, ...]:
        return tuple(at for at, cell in enumerate(self.rows[0]) if code and cell.startswith(f"{code}. "))

    def _warn_of_spread(self, at: int, findings: Findings) -> None:
        """Say which column is read of a question that is spread over several."""
        if len(self.rows) == 1 or not self.rows[0][at] or at + 1 >= self.width:
            return
        if not self.rows[0][at + 1] and self.rows[1][at + 1]:
            findings.hint(
                "column-spread", self.first, at + 1, question=self.rows[0][at], read=self.rows[1][at],
                other=self.rows[1][at + 1],
            )  # fmt: skip


def _question_above(left: str, own: str) -> str:
    return own or left
