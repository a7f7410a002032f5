"""Where something stands in a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

FieldPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file, counted from 1 as editors do."""

    path: str
    """Path from the project's root, with forward slashes."""
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Positions:
    """The places of an item's fields.

    Keys are paths such as `("asks", 0)` or, for a field that holds words, `("headline", "de")`.
    """

    start: Location
    fields: Mapping[FieldPath, Location]

    def at(self, *path: str | int) -> Location:
        """Return the place of the field, or of its nearest parent that has one."""
        for length in range(len(path), 0, -1):
            found = self.fields.get(path[:length])
            if found is not None:
                return found
        return self.start
