"""Counts as snapshots hold them, added up and compared answer by answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Stats = dict[str, int]
"""Names of `chefetage.stats.counts` to numbers."""


def answers_in(stats: Mapping[str, int]) -> int:
    """Return how many answers there are."""
    for whole in ("n", "exposure"):
        if whole in stats:
            return stats[whole]
    return sum(count for name, count in stats.items() if is_count(name))


def is_count(name: str) -> bool:
    """Whether a number counts answers; the others are sums of weights or of euros."""
    return name not in {"squares", "amount"} and not name.startswith("weight-")


def remainder(total: Mapping[str, int], parts: Iterable[Mapping[str, int]]) -> Stats:
    """Return what is left of a total without its parts; a reader of the parts can work it out, so it counts too."""
    left = dict(total)
    for part in parts:
        for key, count in part.items():
            left[key] = left.get(key, 0) - count
    return left


def answers_between(before: Mapping[str, int], now: Mapping[str, int]) -> int:
    """Return how many answers must at least have come, gone or changed between two states.

    An answer that changed has left one pile and come to another: it is counted once. Where only euros have changed,
    they may be one person's.
    """
    piles = [(_pile(before, key), _pile(now, key)) for key in before.keys() | now.keys() if is_count(key)]
    come = sum(max(after - first, 0) for first, after in piles)
    gone = sum(max(first - after, 0) for first, after in piles)
    return max(come, gone, int(before.get("amount", 0) != now.get("amount", 0)))


def _pile(stats: Mapping[str, int], key: str) -> int:
    """Return the answers of one kind only: beside `k`, `n` and `exposure` stand for those that do not count."""
    return stats.get(key, 0) - (stats.get("k", 0) if key in {"n", "exposure"} else 0)
