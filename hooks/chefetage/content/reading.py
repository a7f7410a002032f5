"""What every reader is given, and where it says what had to be left out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from chefetage.content.findings import Findings
from chefetage.content.names import slug

if TYPE_CHECKING:
    from pathlib import Path

    from chefetage.model.settings import Settings


@dataclass(frozen=True, slots=True)
class Reading:
    """One run over a project."""

    root: Path
    settings: Settings
    findings: Findings = field(default_factory=Findings)
    left_out: dict[str, set[str]] = field(default_factory=dict)

    def leave_out(self, kind: str, item_id: str) -> None:
        """Remember an item with a mistake, under the id its author probably uses for it too."""
        self.left_out.setdefault(kind, set()).update({item_id, slug(item_id)})
