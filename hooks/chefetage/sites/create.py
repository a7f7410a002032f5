"""A new site, in a folder where there is nothing yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.content.translation import confirm_translation
from chefetage.content.writing import write_files
from chefetage.sites.copies import copies
from chefetage.sites.packed import given_once
from chefetage.sites.stamp import stamped
from chefetage.sites.starter import starter_files, with_guidance

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from chefetage.sites.wishes import Wishes

_FROM_GITHUB = ("readme", "license", "licence", ".gitignore", ".gitattributes")
"""How names of files begin that a fresh repository may hold."""
_STUB_LINES = 3
"""A README that GitHub has written says no more than a name and a sentence."""
_NOBODY = "company"
"""Owns the teams of a site that is kept nowhere yet."""
_STUDY = "briefings/studies/knox-van-oest-2014.md"


def in_the_way(folder: Path) -> tuple[str, ...]:
    """Return what keeps a folder from becoming a site; nothing where it is missing, empty or a fresh clone."""
    if not folder.exists():
        return ()
    if not folder.is_dir():
        return (folder.name,)
    names = sorted(path.name for path in folder.iterdir())
    return tuple(name for name in names if name != ".git" and not name.lower().startswith(_FROM_GITHUB))


def create(folder: Path, wishes: Wishes, today: date) -> tuple[str, ...]:
    """Write a new site and return the files that were there already and stay as they are.

    Raises:
        OSError: a file cannot be written.
    """
    files = new_files(wishes, today)
    kept = tuple(name for name in files if not _may_write(folder / name))
    write_files({folder / name: text for name, text in files.items() if name not in kept})
    for language in wishes.languages[1:]:
        for path in sorted(folder.rglob(f"*.{language}.md")):
            confirm_translation(folder, path)
    return kept


def new_files(wishes: Wishes, today: date) -> Mapping[str, str]:
    """Return path → text of everything that a new site holds."""
    copied = {path: stamped(path, text) for path, text in copies(wishes.languages).items()}
    given = dict(given_once(wishes.languages, wishes.repository.partition("/")[0] or _NOBODY))
    given[_STUDY] = with_guidance(given[_STUDY], "study", wishes.languages[0])
    return {**starter_files(wishes, today), **given, **copied}


def _may_write(path: Path) -> bool:
    if not path.exists():
        return True
    return path.name == "README.md" and len(path.read_text(encoding="utf-8").split("\n\n")) < _STUB_LINES
