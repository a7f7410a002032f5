"""What is known of a survey tool's exports."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

Rows = Sequence[Sequence[str]]
"""The first rows of a file, their cells tidied."""


class Unwanted(StrEnum):
    """Responses that are no customer's."""

    PREVIEW = "preview"
    """Somebody looked at the survey while making it."""
    TEST = "test"
    """Made up to try the survey."""
    SPAM = "spam"
    """Taken for a machine's by the tool itself."""
    PARTIAL = "partial"
    """Broken off; the answers given are answers all the same."""


@dataclass(frozen=True, slots=True)
class Status:
    """A column in which a tool says what a response is."""

    names: tuple[str, ...]
    """Its headers, in the languages the tool speaks."""
    unwanted: dict[str, Unwanted]
    """What it may hold, in small letters, and what that means."""
    wanted: tuple[str, ...] = ()
    """What it holds for a customer's own response."""


@dataclass(frozen=True, slots=True)
class Vendor:
    """One survey tool."""

    id: str
    header_rows: Callable[[Rows], int]
    """How many of the first rows are headers; 0 if the file is not this tool's."""
    statuses: tuple[Status, ...] = ()


def has(row: Sequence[str], *names: str) -> bool:
    """Whether a header row has all of the names, however their letters are written."""
    known = {name.casefold() for name in row}
    return all(name.casefold() in known for name in names)
