"""The nearest thing to what was written, for messages."""

from __future__ import annotations

from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 80
"""Words longer than this are no misspelling of anything, and comparing them takes long."""


def nearest(word: str, allowed: Iterable[str]) -> str | None:
    """Return the allowed word that looks most like `word`, if any does; small and capital letters are alike."""
    return None if len(word) > _LONGEST else _closest(word.casefold(), tuple(allowed))


@lru_cache(maxsize=256)
def _closest(word: str, allowed: tuple[str, ...]) -> str | None:
    """Compare; the same slip in many files, such as a field of another program, is compared once."""
    by_look = {candidate.casefold(): candidate for candidate in allowed}
    found = get_close_matches(word, by_look, n=1, cutoff=0.6)
    return by_look[found[0]] if found else None
