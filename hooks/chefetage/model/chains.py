"""Chains of successors: each thing names at most one that comes after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def in_a_circle(after: Mapping[str, str | None]) -> frozenset[str]:
    """Return the names from which the chain comes back to where it began.

    Args:
        after: Name to its successor; what has none, or one that is not in the mapping, ends a chain.
    """
    circling: set[str] = set()
    done: set[str] = set()
    for start in after:
        seen: list[str] = []
        name: str | None = start
        while name is not None and name in after and name not in done and name not in seen:
            seen.append(name)
            name = after[name]
        if name in seen:
            circling.update(seen[seen.index(name) :])
        done.update(seen)
    return frozenset(circling)
