"""Which rows of an export are kept."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from chefetage.sources.discretion import USUAL_K, may_repeat_word
from chefetage.sources.text import most_like, tidy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from chefetage.sources.findings import Findings

_VALUES_REMEMBERED = 50
"""Different values remembered of a column that respondents are kept by, to say what it holds instead."""


@dataclass(slots=True)
class Filter:
    """A column, and the value by which respondents are kept."""

    name: str
    position: int
    value: str
    _met: bool = False
    _other: Counter[str] = field(default_factory=Counter)
    k: int = USUAL_K

    def keeps(self, cells: list[str]) -> bool:
        """Whether the respondent is kept."""
        cell = cells[self.position]
        if cell == self.value or tidy(cell) == self.value:
            self._met = True
            return True
        text = tidy(cell)
        if text in self._other or len(self._other) < _VALUES_REMEMBERED:
            self._other[text] += 1
        return False

    def report_if_never(self, findings: Findings) -> None:
        """Tell that the value never came, and which one that did is most like it."""
        if not self._met:
            known = [text for text, times in self._other.items() if may_repeat_word(text, times, [self.value], self.k)]
            findings.error(
                "nobody-kept", 1, self.position + 1, column=self.name, value=self.value,
                nearest=most_like(self.value, known),
            )  # fmt: skip


def keep(filters: Iterable[Filter], cells: list[str]) -> bool:
    """Whether all filters keep the respondent; every one of them looks, so that each can report."""
    return False not in [one.keeps(cells) for one in filters]
