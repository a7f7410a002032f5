"""Which group of customers a respondent belongs to."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from chefetage.sources.discretion import USUAL_K, may_repeat_word
from chefetage.sources.text import most_like, tidy

if TYPE_CHECKING:
    from chefetage.model.dimension import Dimension
    from chefetage.sources.findings import Findings

_MANY_VALUES = 12
"""More different unknown values than this are not listed: they may be anything, names included."""
_LONGEST_SHOWN = 40
_REMEMBERED = 1000


def group_name(dimension: str, value: str) -> str:
    """Return a group's name in snapshots; without a value, the name of those who belong to no group."""
    return f"{dimension}.{value}"


class SegmentColumn:
    """One dimension in one column of an export."""

    def __init__(self, dimension_id: str, dimension: Dimension, name: str, position: int, k: int = USUAL_K) -> None:
        self.name = name
        self.position = position
        self._groups = {"": group_name(dimension_id, "")}
        for value_id, value in dimension.values.items():
            for answer in value.answers or (value_id,):
                self._groups[tidy(answer)] = group_name(dimension_id, value_id)
        self._unknown: dict[str, int] = {}
        self._times: Counter[str] = Counter()
        self._dimension = dimension_id
        self._k = k

    @property
    def groups(self) -> tuple[str, ...]:
        """All groups with a name."""
        return tuple(dict.fromkeys(group for text, group in self._groups.items() if text))

    def group_of(self, number: int, cells: list[str]) -> str:
        """Return the respondent's group; an empty cell and an unknown value belong to none."""
        cell = cells[self.position]
        group = self._groups.get(cell)
        if group is not None:
            return group
        text = tidy(cell)
        group = self._groups.get(text)
        if group is not None:
            return group
        if text in self._unknown or len(self._unknown) < _REMEMBERED:
            self._unknown.setdefault(text, number)
            self._times[text] += 1
        return self._groups[""]

    def report(self, findings: Findings) -> None:
        """Tell the values that `segments.yml` does not know; those that may be anything are only counted."""
        if len(self._unknown) > _MANY_VALUES or any(len(text) > _LONGEST_SHOWN for text in self._unknown):
            findings.error(
                "segments-unknown", min(self._unknown.values()), self.position + 1, column=self.name,
                dimension=self._dimension, count=len(self._unknown),
            )  # fmt: skip
            return
        known = [answer for answer in self._groups if answer]
        shown = [text for text in self._unknown if may_repeat_word(text, self._times[text], known, self._k)]
        for text in shown:
            findings.error(
                "segment-unknown", self._unknown[text], self.position + 1, answer=text, column=self.name,
                dimension=self._dimension, count=self._times[text], nearest=most_like(text, known),
            )  # fmt: skip
        unshown = [text for text in self._unknown if text not in shown]
        if unshown:
            findings.error(
                "segment-unshown", min(self._unknown[text] for text in unshown), self.position + 1, column=self.name,
                dimension=self._dimension, count=sum(self._times[text] for text in unshown),
            )  # fmt: skip
