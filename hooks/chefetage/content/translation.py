"""Confirming a translation: noting in it which words of the original it was made from."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from chefetage.content.head import with_field
from chefetage.content.project import read_project
from chefetage.content.words import words_digest

if TYPE_CHECKING:
    from pathlib import Path

    from chefetage.model.base import Item
    from chefetage.model.project import Project


class Confirmed(StrEnum):
    """What became of a translation that was to be confirmed."""

    CONFIRMED = "confirmed"
    ALREADY = "already"
    NO_TRANSLATION = "no-translation"


def confirm_translation(root: Path, file: Path) -> Confirmed:
    """Write into a translation which words of the original it was made from; see `words_digest`.

    Args:
        root: the project's folder.
        file: such as `briefings/stories/drawer.en.md`, from here or absolute.
    """
    project, _ = read_project(root, date.min)
    original = _original(project, root, file)
    if original is None or not file.is_file():
        return Confirmed.NO_TRANSLATION
    text = file.read_bytes().decode("utf-8")
    marked = stamped(text, words_digest(original))
    if marked is None:
        return Confirmed.NO_TRANSLATION
    if marked == text:
        return Confirmed.ALREADY
    file.write_bytes(marked.encode("utf-8"))
    return Confirmed.CONFIRMED


def stamped(text: str, digest: str) -> str | None:
    """Return a translation's text with `of: digest` in its head; `None` if it has no head to write it into.

    The digest is quoted: `123456789012` and `12e456789012` would be read as numbers.
    """
    return with_field(text, "of", f'"{digest}"')


def _original(project: Project, root: Path, file: Path) -> Item | None:
    """Return the item that a file translates, if it could be read without a mistake."""
    for item in project.items():
        path = root.absolute() / item.path
        names = {f"{path.name.removesuffix('.md')}.{language}.md" for language in project.settings.languages}
        if item.path.endswith(".md") and file.absolute().parent == path.parent and file.name in names:
            return item
    return None
