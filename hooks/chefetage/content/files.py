"""Which files there are, and their text; nothing outside the project is ever opened."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from chefetage.content.text import decode
from chefetage.model.location import Location

if TYPE_CHECKING:
    from pathlib import Path

    from chefetage.content.findings import Findings


def shown(path: Path, root: Path) -> str:
    """Return the path from the project's root as messages show it: always printable."""
    text = path.relative_to(root).as_posix()
    return text if text.isprintable() else "".join(c if c.isprintable() else "?" for c in text)


def entries(folder: Path, root: Path, findings: Findings) -> list[Path]:
    """Return what lies in a folder, by name, without hidden files; nothing where there is no such folder."""
    if not _is_inside(folder, root):
        findings.error(Location(shown(folder, root)), "outside-project")
        return []
    try:
        return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except FileNotFoundError:
        return []
    except OSError:
        findings.error(Location(shown(folder, root)), "unreadable-file")
        return []


def read_bytes(path: Path, root: Path, findings: Findings) -> bytes | None:
    """Return the file's bytes, or `None` with a finding; `root` must be free of links.

    A link that leaves the project is refused: otherwise a pull request could publish any file of the machine that
    builds it. What is no file, such as a folder or a pipe named `x.md`, is not opened.
    """
    if not _is_inside(path, root):
        findings.error(Location(shown(path, root)), "outside-project")
        return None
    try:
        if path.is_file():
            return path.read_bytes()
    except OSError:
        pass
    findings.error(Location(shown(path, root)), "unreadable-file")
    return None


def read_text(path: Path, root: Path, findings: Findings) -> str | None:
    """Return the file's text, or `None` with a finding."""
    data = read_bytes(path, root, findings)
    return None if data is None else decode(data, shown(path, root), findings)


def _is_inside(path: Path, root: Path) -> bool:
    return os.path.realpath(path).startswith(os.path.join(root, ""))  # noqa: PTH118  (with a separator at its end)
