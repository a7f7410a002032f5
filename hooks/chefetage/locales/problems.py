"""Which findings there are: each has a text of its own."""

from __future__ import annotations

from functools import cache

from chefetage.locales.catalogue import catalogue, languages

_PREFIX = "problems."


@cache
def problem_ids() -> frozenset[str]:
    """Return the ids of all findings; `did-you-mean`, the end of some of their texts, is none."""
    keys = (key.removeprefix(_PREFIX) for key in catalogue(languages()[0]) if key.startswith(_PREFIX))
    return frozenset(key for key in keys if "." not in key) - {"did-you-mean"}
