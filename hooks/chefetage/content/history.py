"""A site as it was in an earlier commit, written into a folder of its own."""

from __future__ import annotations

import shutil
import subprocess
import tarfile
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_SECONDS = 60.0
_OUTSIDE = "docs/media"
"""Recordings do not lie in git, so whatever lies here now counts for both states."""


class NoSuchStateError(Exception):
    """Git does not give out the commit: there is none of that name, no repository, or no git."""


def write_state(root: Path, commit: str, target: Path) -> None:
    """Write the files below `root` as they were in a commit into an empty folder.

    Args:
        root: The site's folder, in a git repository or one itself.
        commit: What git calls it: a branch, a tag, a digest, `HEAD^1`.
        target: The folder; the site's files lie directly in it.

    Raises:
        NoSuchStateError: git does not know it, or it cannot be unpacked.
        OSError: a file cannot be written.
    """
    digest = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{commit}^{{commit}}")
    packed = _git(root, "archive", "--format=tar", digest.decode("ascii").strip())
    try:
        with tarfile.open(fileobj=BytesIO(packed)) as archive:
            archive.extractall(target, filter="data")
    except tarfile.TarError as error:
        raise NoSuchStateError(commit) from error
    recordings = root / _OUTSIDE
    for path in recordings.rglob("*") if recordings.is_dir() else ():
        place = target / path.relative_to(root)
        if path.is_file() and not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)


def _git(root: Path, *arguments: str) -> bytes:
    git = shutil.which("git")
    if git is None:
        raise NoSuchStateError("git")
    # A repository may name a program that watches its files for git to start; looking must not start anything.
    command = [git, "-c", "core.fsmonitor=false", *arguments]
    try:
        done = subprocess.run(  # noqa: S603 – no shell; the name of a commit cannot be taken for an option
            command, cwd=root, capture_output=True, stdin=subprocess.DEVNULL, timeout=_SECONDS, check=True
        )
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        raise NoSuchStateError(arguments[-1]) from error
    return done.stdout
