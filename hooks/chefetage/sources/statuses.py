"""Responses that are no customer's: previews and tests, told by the tool's own columns."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from chefetage.sources.text import tidy
from chefetage.sources.vendors.vendor import Status, Unwanted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from chefetage.sources.findings import Findings
    from chefetage.sources.header import Header
    from chefetage.sources.vendors.vendor import Vendor


@dataclass(slots=True)
class _Column:
    name: str
    position: int
    status: Status
    first: dict[str, int] = field(default_factory=dict)
    """What an unwanted response is called, to the first row."""
    times: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)


class Statuses:
    """Looks at what is counted, whether it should be."""

    def __init__(self, header: Header, vendor: Vendor, settled: Collection[str]) -> None:
        """Find the tool's columns; those by which rows are kept, or that are asked for, are `settled`."""
        done = {tidy(name) for name in settled}
        self._columns = [
            column for column in _columns(header, vendor) if not done & {column.name, *column.status.names}
        ]

    def see(self, number: int, cells: list[str]) -> None:
        """Take in a row that is counted."""
        for column in self._columns:
            text = tidy(cells[column.position])
            if text.casefold() in column.status.unwanted:
                column.first.setdefault(text, number)
                column.times[text] += 1
                return
            if text in column.status.wanted:
                column.wanted[text] += 1

    def report(self, findings: Findings, *, is_strict: bool = True) -> None:
        """Tell what should not count, with the line that leaves it out.

        Broken-off responses are a hint. Previews and tests are errors, unless somebody only looks.
        """
        for column in self._columns:
            keep = next((value for value, _ in column.wanted.most_common(1)), next(iter(column.status.wanted), "…"))
            for value, row in column.first.items():
                kind = column.status.unwanted[value.casefold()]
                params = {
                    "column": column.name, "value": value, "count": column.times[value],
                    "line": f"only: {{{_quoted(column.name)}: {_quoted(keep)}}}",
                }  # fmt: skip
                is_error = is_strict and kind is not Unwanted.PARTIAL
                note = findings.error if is_error else findings.hint
                note(f"status-{kind}", row, column.position + 1, **params)


def _columns(header: Header, vendor: Vendor) -> Iterator[_Column]:
    for status in vendor.statuses:
        wanted = {name.casefold() for name in status.names}
        for at in range(header.width):
            names = [row[at] for row in header.rows if row[at].casefold() in wanted]
            if names:
                yield _Column(names[0], at, status)
                break


def _quoted(text: str) -> str:
    """Return a word as YAML takes it for text, so that `0` does not become a number."""
    return (
        text
        if text.replace(" ", "").isalpha() and text.casefold() not in {"true", "false", "yes", "no"}
        else f'"{text}"'
    )
