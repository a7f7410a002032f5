"""Sorted times without writing each of them down: millions of cases have a few hundred different times."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import overload


class SortedCases(Sequence[int]):
    """Times and how often each occurred, read as the sorted list of all of them."""

    def __init__(self, piles: Sequence[tuple[int, int]]) -> None:
        """Take times with their counts, the shortest first."""
        self._times = [time for time, _ in piles]
        self._ends = list(accumulate(count for _, count in piles))

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    @overload
    def __getitem__(self, place: int) -> int: ...
    @overload
    def __getitem__(self, place: slice) -> list[int]: ...
    def __getitem__(self, place: int | slice) -> int | list[int]:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        inside = place + len(self) if place < 0 else place
        if not 0 <= inside < len(self):
            raise IndexError(place)
        return self._times[bisect_right(self._ends, inside)]
