"""Confirming a translation: noting in it which words of the original it was made from."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from chefetage.content.project import read_project
from chefetage.content.words import words_digest

if TYPE_CHECKING:
    from pathlib import Path

    from chefetage.model.base import Item
    from chefetage.model.project import Project

_HEAD = re.compile(r"\A(\ufeff?---[ \t]*\r?\n)(.*?)(^(?:---|\.\.\.)[ \t]*$)", re.DOTALL | re.MULTILINE)
_STAMP = re.compile(r"^of:[^\r\n]*", re.MULTILINE)


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

    Everything else stays as it is, line ends included. The digest is quoted: `123456789012` and `12e456789012` would
    be read as numbers.
    """
    head = _HEAD.match(text)
    if head is None:
        return None
    line = f'of: "{digest}"'
    fields = head[2]
    if _STAMP.search(fields):
        fields = _STAMP.sub(line, fields, count=1)
    else:
        fields += line + ("\r\n" if head[1].endswith("\r\n") else "\n")
    return head[1] + fields + head[3] + text[head.end() :]


def _original(project: Project, root: Path, file: Path) -> Item | None:
    """Return the item that a file translates, if it could be read without a mistake."""
    for item in project.items():
        path = root.absolute() / item.path
        names = {f"{path.name.removesuffix('.md')}.{language}.md" for language in project.settings.languages}
        if item.path.endswith(".md") and file.absolute().parent == path.parent and file.name in names:
            return item
    return None
