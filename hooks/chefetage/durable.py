"""Single steps of writing that outlive a crash: once a step has returned, it is on disk and not only in memory."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, where they do not exist.

    Raises:
        OSError: it cannot be made.
    """
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        sync_folder(folder.parent)


def write_file(path: Path, content: bytes) -> None:
    """Write a whole file; half of it may be there if this is interrupted.

    Raises:
        OSError: the file cannot be written, such as on a full disk.
    """
    with path.open("wb", buffering=0) as stream:
        left = memoryview(content)
        while left:
            left = left[os.write(stream.fileno(), left) :]
        os.fsync(stream.fileno())


def replace_file(source: Path, target: Path) -> None:
    """Give a file another name, in place of the file that had it; either has happened in full or not at all.

    Raises:
        OSError: it cannot be renamed.
    """
    os.replace(source, target)  # noqa: PTH105 – the call whose atomicity is meant


def remove_file(path: Path) -> None:
    """Remove a file, if it is there.

    Raises:
        OSError: it cannot be removed.
    """
    if path.exists():
        os.unlink(path)  # noqa: PTH108 – beside `os.replace`


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to disk; where a folder cannot be opened, as on Windows, the system sees to it.

    Raises:
        OSError: the disk reports a fault.
    """
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
