"""Findings about content: values, never exceptions."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from chefetage.model.location import Location


class Severity(StrEnum):
    """How much a finding matters: an error blocks publication, a hint does not."""

    ERROR = "error"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding; its words stand in `locales/<language>/problems.yml` under its id."""

    location: Location
    severity: Severity
    id: str
    params: Mapping[str, object] = field(default_factory=dict)


def in_order(problems: list[Problem]) -> list[Problem]:
    """Return the findings without repetitions: errors before hints, then by file, line and column."""
    unique = {(p.location, p.severity, p.id, tuple(sorted(map(str, p.params.items())))): p for p in problems}
    return sorted(unique.values(), key=lambda p: (p.severity is not Severity.ERROR, p.location, p.id))
