"""The version that a site says it is built with: a line of `requirements.txt`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from packaging.version import InvalidVersion, Version

from chefetage import __version__
from chefetage.content.writing import write_files

if TYPE_CHECKING:
    from pathlib import Path

FILE = "requirements.txt"
_LINE = re.compile(r"^(?P<start>chefetage(?:\[[^\]]*\])?\s*==\s*)(?P<version>[^\s;#]+)", re.MULTILINE)


def pinned(root: Path) -> str | None:
    """Return the version that stands in `requirements.txt`; `None` if there is none."""
    found = _LINE.search(_text(root))
    return found["version"] if found else None


def is_newer(version: str) -> bool:
    """Whether a version is newer than the one that is running."""
    try:
        return Version(version) > Version(__version__)
    except InvalidVersion:
        return False


def pin(root: Path) -> bool:
    """Write the running version in place of the one that stands there, and return whether that changed anything.

    Raises:
        OSError: the file cannot be written.
    """
    text = _text(root)
    new = _LINE.sub(rf"\g<start>{__version__}", text, count=1)
    if new == text:
        return False
    write_files({root / FILE: new})
    return True


def _text(root: Path) -> str:
    try:
        return (root / FILE).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
