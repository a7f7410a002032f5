"""What a snapshot's counts are once they are read: one type for each way of counting."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NpsCounts:
    """Answers by group."""

    promoters: int
    passives: int
    detractors: int

    @property
    def n(self) -> int:
        """All valid answers."""
        return self.promoters + self.passives + self.detractors

    def __add__(self, other: NpsCounts) -> NpsCounts:
        return NpsCounts(
            self.promoters + other.promoters, self.passives + other.passives, self.detractors + other.detractors
        )


@dataclass(frozen=True, slots=True)
class ShareCounts:
    """`k` of `n` answers count."""

    k: int
    n: int

    def __add__(self, other: ShareCounts) -> ShareCounts:
        return ShareCounts(self.k + other.k, self.n + other.n)


@dataclass(frozen=True, slots=True)
class MeanCounts:
    """How often each answer of a scale was given."""

    answers: tuple[tuple[int, int], ...]
    """Answer and how often it came, the lowest answer first; each answer once."""

    @property
    def n(self) -> int:
        """All valid answers."""
        return sum(count for _, count in self.answers)

    def __add__(self, other: MeanCounts) -> MeanCounts:
        return MeanCounts(_merged(self.answers, other.answers))


Answers = NpsCounts | ShareCounts | MeanCounts
"""Counts of what customers answered, of which each answer is one of a few."""


@dataclass(frozen=True, slots=True)
class RateCounts:
    """`k` events, such as complaints, over an exposure, such as orders."""

    k: int
    exposure: int

    @property
    def n(self) -> int:
        """The exposure: how many could have had the event."""
        return self.exposure

    def __add__(self, other: RateCounts) -> RateCounts:
        return RateCounts(self.k + other.k, self.exposure + other.exposure)


@dataclass(frozen=True, slots=True)
class TimeCounts:
    """How long cases took, in whole units of the metric such as hours."""

    closed: tuple[tuple[int, int], ...]
    """Duration and how many closed cases took so long, the shortest first; each duration once."""

    still_open: tuple[tuple[int, int], ...] = ()
    """The same for cases that are not closed yet: how long they had been open when they were counted."""

    @property
    def n(self) -> int:
        """All cases, closed or not."""
        return sum(count for _, count in (*self.closed, *self.still_open))

    def __add__(self, other: TimeCounts) -> TimeCounts:
        return TimeCounts(_merged(self.closed, other.closed), _merged(self.still_open, other.still_open))


@dataclass(frozen=True, slots=True)
class Total:
    """Something counted in full, not estimated: a number of things, or euros over a number of cases."""

    amount: int
    """The number of things, or whole euros."""

    n: int
    """How many cases it comes from; for a number of things, the number itself."""

    def __add__(self, other: Total) -> Total:
        return Total(self.amount + other.amount, self.n + other.n)


@dataclass(frozen=True, slots=True)
class Weighted:
    """Answers that do not all weigh the same."""

    counts: Answers
    """The answers as they came: how many there are."""

    weights: tuple[tuple[str, int], ...]
    """Key of the counts in a snapshot, such as `promoters`, to the sum of its answers' weights, in millionths."""

    squares: int
    """Sum of all squared weights, in millionths."""

    @property
    def n(self) -> int:
        """All valid answers, however much they weigh."""
        return self.counts.n


@dataclass(frozen=True, slots=True)
class Strata:
    """Groups of customers, each with its share in the population; together they are all customers."""

    parts: tuple[tuple[float, Answers], ...]
    """Weight of a group, above 0, and its answers; the weights need not add up to 1."""

    @property
    def n(self) -> int:
        """All valid answers."""
        return sum(counts.n for _, counts in self.parts)


Counts = Answers | RateCounts | TimeCounts | Total | Weighted | Strata


def _merged(one: tuple[tuple[int, int], ...], other: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    sums = dict(one)
    for value, count in other:
        sums[value] = sums.get(value, 0) + count
    return tuple(sorted(sums.items()))
