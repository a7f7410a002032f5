"""What stands below the respondents: averages and sums that would be counted as one more of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from chefetage.sources.text import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from chefetage.sources.findings import Findings

    Numbered = tuple[int, list[str]]

_WORDS = frozenset({
    "average", "avg", "mean", "total", "totals", "sum", "grand total", "overall", "median", "count", "std dev",
    "standard deviation", "mittelwert", "durchschnitt", "summe", "gesamt", "gesamtergebnis", "insgesamt", "anzahl",
    "standardabweichung", "schnitt", "ø",
})  # fmt: skip
_FEW_CELLS = 2
"""So many numbers at most, and a row without its first cell, below a gap, is probably no respondent's."""
_NUMBER = re.compile(r"[0-9]+([.,][0-9]+)?%?")


class Footers:
    """Finds footers among the rows of one file, and says so."""

    def __init__(self, findings: Findings, *, is_strict: bool = True) -> None:
        """Take in whether a row that may be a footer is refused, or counted as the file has it, with a hint."""
        self._findings = findings
        self._is_strict = is_strict

    def without(self, rows: Iterable[Numbered]) -> Iterator[Numbered]:
        """Yield the respondents' rows.

        A row that calls itself an average or a sum is an error if no respondent follows; else it is the name of
        something. A row that lacks its first cell, which all others have, and stands alone below a gap, can be both: it
        is an error too, unless somebody only looks.
        """
        waiting: list[Numbered] = []
        last, all_begin = 0, True
        for number, cells in rows:
            if _is_named(cells):
                waiting.append((number, cells))
                continue
            if all_begin and last and number > last + 1 and _is_alone(cells):
                column = next(at for at, cell in enumerate(cells, start=1) if cell.strip())
                note = self._findings.error if self._is_strict else self._findings.hint
                note("row-detached", number, column)
            yield from waiting
            waiting = []
            all_begin = all_begin and (bool(cells[0].strip()) or _is_alone(cells))
            last = number
            yield number, cells
        for number, cells in waiting:
            self._findings.error("row-footer", number, word=tidy(cells[0]))


def _is_named(cells: list[str]) -> bool:
    return tidy(cells[0]).casefold().rstrip(":") in _WORDS


def _is_alone(cells: list[str]) -> bool:
    filled = [cell for cell in cells if cell.strip()]
    return (
        not cells[0].strip() and len(filled) <= _FEW_CELLS and all(_NUMBER.fullmatch(cell.strip()) for cell in filled)
    )
