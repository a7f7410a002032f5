"""What comes up while pages are written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from chefetage.model.problem import Problem, Severity

if TYPE_CHECKING:
    from chefetage.model.location import Location


@dataclass(frozen=True, slots=True)
class Link:
    """A link that somebody wrote, to be checked once all pages are known."""

    location: Location
    address: str
    """From the site's root, without the anchor."""
    anchor: str
    written: str


@dataclass(slots=True)
class Findings:
    """What comes up while pages are written."""

    problems: list[Problem] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    open_blocks: list[tuple[str, str]] = field(default_factory=list)
    """Kind and id of the blocks that are being rendered: one inside itself would never end."""

    def hint(self, location: Location, check: str, **params: object) -> None:
        """Note something that could be better."""
        self.problems.append(Problem(location, Severity.HINT, check, params))

    def error(self, location: Location, check: str, **params: object) -> None:
        """Note an error."""
        self.problems.append(Problem(location, Severity.ERROR, check, params))
