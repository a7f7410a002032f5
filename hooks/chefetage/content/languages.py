"""The languages that an item is written in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chefetage.model.base import Language
    from chefetage.model.location import FieldPath


@dataclass(frozen=True, slots=True)
class Languages:
    """The site's languages as an item sees them."""

    codes: tuple[Language, ...]
    """All languages of the site, the item's own first."""
    one_a_file: bool = False
    """Whether each file speaks one language, as Markdown does, so that nobody writes its name around the words."""

    @classmethod
    def of(cls, own: Language, site: tuple[Language, ...], *, one_a_file: bool = False) -> Languages:
        """Return the site's languages with the item's own in front."""
        return cls((own, *(code for code in site if code != own)), one_a_file)

    @property
    def own(self) -> Language:
        """The language that the item was first written in."""
        return self.codes[0]

    @property
    def allowed(self) -> str:
        """The languages for a message."""
        return ", ".join(sorted(self.codes))

    def label(self, path: FieldPath) -> str:
        """Return a field's name as the author knows it, such as `basis.consent.given`."""
        if self.one_a_file and path[1:2] and path[1] in self.codes:
            path = (path[0], *path[2:])
        return ".".join(step for step in path if isinstance(step, str))
