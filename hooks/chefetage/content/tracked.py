"""Exports hold respondents, recordings are customers: what git keeps goes wherever the repository goes, for good."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from typing import TYPE_CHECKING

from chefetage.content.definitions import METRICS
from chefetage.content.files import shown
from chefetage.model.location import Location

if TYPE_CHECKING:
    from pathlib import Path

    from chefetage.content.findings import Findings

EXPORTS = f"{METRICS}/exports"
_LIST = "-c core.fsmonitor=false ls-files -z --"
"""A repository may name a program that watches its files for git to start; looking must not start anything."""
_SECONDS = 5.0
"""As long as git may take; it answers in some thousandths, but not on every network drive."""
RECORDINGS = "docs/media"
_FINDINGS = {EXPORTS: "tracked-export", RECORDINGS: "tracked-recording"}
_NO_CONTENT = frozenset({".gitignore", ".gitkeep"})
"""What keeps an empty folder in a repository."""


def note_tracked(root: Path, findings: Findings) -> None:
    """Note each export and recording that git keeps; nothing where there is no repository, no git, or no answer."""
    for name in _tracked(root):
        path = root / name
        if path.name not in _NO_CONTENT:
            check_id = next(found for folder, found in _FINDINGS.items() if name.startswith(f"{folder}/"))
            findings.error(Location(shown(path, root)), check_id, command=f"git rm --cached {_quoted(name)}")


def _tracked(root: Path) -> list[str]:
    """Return the files below the two folders that git keeps, as paths from `root`."""
    git = shutil.which("git")
    if git is None or not any((folder / ".git").exists() for folder in (root, *root.parents)):
        return []
    command = [git, *shlex.split(_LIST), *_FINDINGS]
    try:
        found = subprocess.run(  # noqa: S603 – no part of it is from outside
            command, cwd=root, capture_output=True, stdin=subprocess.DEVNULL, timeout=_SECONDS, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return []
    return [os.fsdecode(name) for name in found.stdout.split(b"\0") if name]


def _quoted(name: str) -> str:
    """Return the path as it is typed at a prompt, always printable."""
    return shlex.quote(name if name.isprintable() else "".join(c if c.isprintable() else "?" for c in name))
