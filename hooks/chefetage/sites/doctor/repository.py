"""Whether git keeps what it should, and nothing that it must not."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

from chefetage.sites.doctor.ailment import Ailment, some

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_EXPORTS, _RECORDINGS = "metrics/exports/", "docs/media/"
_NOT_KEPT = ("site/x", ".cache/x", ".venv/x")
_SECONDS = 5.0


def ailing_repository(root: Path) -> Iterator[Ailment]:
    """Yield what is wrong with what git keeps, or that there is no git."""
    if not any((folder / ".git").exists() for folder in (root.resolve(), *root.resolve().parents)):
        yield Ailment("no-repository", is_serious=False)
        return
    git = shutil.which("git")
    if git is None:
        yield Ailment("no-git", is_serious=False)
        return
    if not _is_ignored(git, root, f"{_EXPORTS}x"):
        yield Ailment("exports-kept", {"folder": _EXPORTS})
    if not _is_ignored(git, root, f"{_RECORDINGS}x"):
        yield Ailment("recordings-kept", {"folder": _RECORDINGS})
    kept = [name.removesuffix("x") for name in _NOT_KEPT if not _is_ignored(git, root, name)]
    if kept:
        yield Ailment("folders-kept", {"files": some(kept)}, is_serious=False)


def _is_ignored(git: str, root: Path, name: str) -> bool:
    """Ask git; where it gives no answer, nothing is said."""
    command = [git, "-c", "core.fsmonitor=false", "check-ignore", "--quiet", "--no-index", name]
    try:
        asked = subprocess.run(  # noqa: S603 – no part of it is from outside
            command, cwd=root, stdin=subprocess.DEVNULL, capture_output=True, timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return True
    return asked.returncode != 1
