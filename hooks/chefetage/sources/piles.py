"""Counts by month, group and name: whole numbers only, so the order of rows never matters."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from chefetage.model.snapshot import ALL

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from chefetage.model.month import Month


class Piles:
    """What was counted so far."""

    def __init__(self) -> None:
        self._piles: dict[Month | None, dict[str, Counter[str]]] = {}

    def add(self, month: Month | None, groups: Iterable[str], name: str, amount: int = 1) -> None:
        """Count an answer for each group its respondent belongs to."""
        of_month = self._piles.setdefault(month, {})
        for group in groups:
            of_month.setdefault(group, Counter())[name] += amount

    def of(self, month: Month | None, group: str) -> Mapping[str, int]:
        """Return a group's counts by name."""
        return self._piles.get(month, {}).get(group, {})

    def groups(self, month: Month | None) -> tuple[str, ...]:
        """All respondents, and the groups that something was counted for."""
        return tuple(dict.fromkeys([ALL, *self._piles.get(month, {})]))
