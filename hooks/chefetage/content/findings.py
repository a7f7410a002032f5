"""The list that readers write their findings on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from chefetage.model.problem import Problem, Severity

if TYPE_CHECKING:
    from chefetage.model.location import Location

_LONGEST = 60

QUOTED = '"…"'
"""How a text is written so that nothing in it is taken for notation; part of messages in every language."""


@dataclass(slots=True)
class Findings:
    """All problems found so far; reading goes on after each of them."""

    problems: list[Problem] = field(default_factory=list)
    errors: int = 0
    """How many of them are errors: a reader compares before and after to know whether its item is sound."""

    def error(self, place: Location, check_id: str, **params: object) -> None:
        """Note something that must be mended before publication."""
        self.errors += 1
        self.problems.append(Problem(place, Severity.ERROR, check_id, params))

    def hint(self, place: Location, check_id: str, **params: object) -> None:
        """Note something worth knowing that blocks nothing."""
        self.problems.append(Problem(place, Severity.HINT, check_id, params))


def clipped(text: str) -> str:
    """Return the text on one line, cut to a length that fits a message."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def as_read(value: object) -> str:
    """Return a value as YAML would write it, without looking into lists and mappings."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, dict)):
        return "[…]" if isinstance(value, list) else "{…}"
    return str(value)
