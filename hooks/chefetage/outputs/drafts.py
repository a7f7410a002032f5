"""What marks a site that was built to be looked at with its drafts, and must not be published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.locales import speak

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from chefetage.model.base import Language

MARK = "DRAFTS.txt"
"""The file at the root of such a site; not hidden, as hidden files get lost when a folder is packed."""


def mark_drafts(site: Path, languages: Sequence[Language]) -> None:
    """Write into a built site, in every language, that it is not to be published.

    Raises:
        OSError: the file cannot be written.
    """
    lines = [speak(language).say("theme.preview") for language in languages]
    (site / MARK).write_text("\n".join([*lines, ""]), encoding="utf-8", newline="\n")


def has_drafts(site: Path) -> bool:
    """Whether a built site holds drafts."""
    return (site / MARK).exists()
