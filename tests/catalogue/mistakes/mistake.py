"""How a mistake is written down."""

from __future__ import annotations

from typing import NamedTuple

EDITION = "briefings/editions/2026-10.md"
QUOTE = "briefings/quotes/fitter.md"
STORY = "briefings/stories/tap.md"
STUDY = "briefings/studies/kriss-2014.md"
ASK = "briefings/asks/store.md"
MEASURE = "briefings/measures/callback.md"
PRAISE = "briefings/praise/planners.md"
VISIT = "briefings/visits/bahnhof.md"
ARGUMENT = "briefings/why/loyalty.md"
METHOD = "docs/method.md"
GLOSSARY = "docs/glossary.yml"
JOURNEY = "docs/journey.yml"
NPS = "metrics/nps.yml"
SOLVED = "metrics/solved.yml"
SOURCES = "metrics/sources.yml"
SEGMENTS = "metrics/segments.yml"
EVENTS = "metrics/events.yml"
CORE = "metrics/core.yml"
SNAPSHOT = "metrics/snapshots/2026-10.json"
SITE = "mkdocs.yml"
BRAND = "brand.yml"
RULES = "checks.yml"


class Change(NamedTuple):
    """One change to a file of the site."""

    path: str
    old: str | None
    """What is replaced, once; nothing if the file is written anew."""
    new: str | bytes | None
    """What takes its place; nothing if the file is removed."""


class Mistake(NamedTuple):
    """Changes that a person might make, and all that must be found because of them."""

    changes: tuple[Change, ...]
    found: tuple[str, ...]
    """`line:column id` in the file that was changed first, or with the path of another; hints are called so."""

    @property
    def places(self) -> list[str]:
        """Return what must be found as `path:line:column id`."""
        return sorted(each if each[0].isalpha() else f"{self.changes[0].path}:{each}" for each in self.found)


def spoilt(path: str, old: str, new: str, *found: str) -> Mistake:
    """Return the mistake of writing one thing for another."""
    return Mistake((Change(path, old, new),), found)


def written(path: str, content: str | bytes, *found: str) -> Mistake:
    """Return the mistake that a whole file is."""
    return Mistake((Change(path, None, content),), found)


def removed(path: str, *found: str) -> Mistake:
    """Return the mistake of deleting a file."""
    return Mistake((Change(path, None, None),), found)


def together(changes: list[tuple[str, str | None, str | bytes | None]], *found: str) -> Mistake:
    """Return the mistake that several changes make."""
    return Mistake(tuple(Change(*each) for each in changes), found)
