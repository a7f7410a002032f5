"""Respondents who stand in a file twice, told by the tool's own number for a response."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.sources.text import tidy

if TYPE_CHECKING:
    from chefetage.sources.findings import Findings
    from chefetage.sources.header import Header

_IDS = frozenset({
    "respondent id", "respondent_id", "response id", "response_id", "responseid", "#", "id", "id. response id",
    "id. antwort id", "antwort-id", "antwort id", "teilnehmer-id", "ticket id", "ticket-id", "ticketnummer", "case id",
    "fallnummer", "fall-id", "complaint_id", "complaint id",
})  # fmt: skip
_REMEMBERED = 1_000_000
"""Responses remembered; later ones are not looked at, so memory stays bounded."""


class Repeats:
    """Looks at the column of response numbers, where there is one."""

    def __init__(self, header: Header) -> None:
        found = [
            (at, cell)
            for at in range(header.width)
            for cell in (row[at] for row in header.rows)
            if cell.casefold() in _IDS
        ]
        self._at: int | None = found[0][0] if found else None
        self._name = found[0][1] if found else ""
        self._seen: set[int] = set()
        self._first = self._times = 0

    def see(self, number: int, cells: list[str]) -> None:
        """Take in a response."""
        if self._at is None or len(self._seen) >= _REMEMBERED or not (text := tidy(cells[self._at])):
            return
        mark = hash(text)
        if mark in self._seen:
            self._first = self._first or number
            self._times += 1
        self._seen.add(mark)

    def report(self, findings: Findings) -> None:
        """Tell that responses came again, as a hint: it may be meant."""
        if self._at is not None and self._times:
            findings.hint("respondent-twice", self._first, self._at + 1, column=self._name, count=self._times)
