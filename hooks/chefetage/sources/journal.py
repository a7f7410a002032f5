"""Several files of one folder written all together or not at all, whenever the machine stops.

First every file is written under a name that readers pass over, its draft. Then a record of what belongs together, the
journal, gets its name in one step: from that moment on the update counts, and whoever comes next can finish it. Then
the drafts take the files' places one by one, and the journal goes. Only one process may do so at a time, see
`chefetage.sources.lock`.
"""

from __future__ import annotations

import json
import re
from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING

from chefetage.durable import make_folder, remove_file, replace_file, sync_folder, write_file
from chefetage.model.snapshot import JOURNAL

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_NAME = re.compile(r"\d{4}-\d{2}\.json")
"""The only files that a journal may name: it lies in a repository, where anybody may have put it."""
_DRAFT = ".draft"


class Recovery(StrEnum):
    """What was found of an earlier update, and what became of it."""

    NOTHING = "nothing"
    FINISHED = "finished"
    """All of it was there: now it is in place."""
    UNDONE = "undone"
    """It had not begun to count, or part of it was lost before a file was replaced: all is as it was before."""
    DAMAGED = "damaged"
    """Some files had been replaced, and others can no longer be: nobody but a person can put that right."""


def write_together(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files so that readers, and whoever starts after a crash, find all of them new or all of them old.

    Args:
        folder: Where they lie; it is made if need be. `recover` has been called for it.
        files: Name, such as `2026-10.json`, to content.

    Raises:
        OSError: A file cannot be written. All are as they were, or `recover` will finish them: ask `is_unfinished`.
    """
    make_folder(folder)
    try:
        for name, content in files.items():
            write_file(_draft(folder, name), content)
        record = {name: {"before": _digest(folder / name), "after": _of(content)} for name, content in files.items()}
        write_file(_draft(folder, JOURNAL), json.dumps(record, indent=2).encode())
        sync_folder(folder)
        replace_file(_draft(folder, JOURNAL), folder / JOURNAL)
    except OSError:
        _drop_drafts(folder)
        raise
    sync_folder(folder)
    _put_in_place(folder, files)


def is_unfinished(folder: Path) -> bool:
    """Whether an update counts although not all of its files are in place."""
    return (folder / JOURNAL).exists()


def recover(folder: Path) -> Recovery:
    """Finish an update that was interrupted, or undo it.

    Raises:
        OSError: A file cannot be read, renamed or removed; calling again goes on from there.
    """
    if not is_unfinished(folder):
        return Recovery.UNDONE if _drop_drafts(folder) else Recovery.NOTHING
    record = _record(folder)
    if record is None:
        return Recovery.DAMAGED
    waiting = [name for name, digests in record.items() if _digest(folder / name) != digests["after"]]
    if all(_digest(_draft(folder, name)) == record[name]["after"] for name in waiting):
        _put_in_place(folder, waiting)
        _drop_drafts(folder)
        return Recovery.FINISHED
    if any(_digest(folder / name) != digests["before"] for name, digests in record.items()):
        return Recovery.DAMAGED
    remove_file(folder / JOURNAL)
    sync_folder(folder)
    _drop_drafts(folder)
    return Recovery.UNDONE


def _put_in_place(folder: Path, names: Mapping[str, bytes] | list[str]) -> None:
    for name in names:
        replace_file(_draft(folder, name), folder / name)
    sync_folder(folder)
    remove_file(folder / JOURNAL)
    sync_folder(folder)


def _drop_drafts(folder: Path) -> bool:
    """Remove the drafts that no journal speaks of; return whether there were any."""
    drafts = [path for path in folder.glob(f".*{_DRAFT}") if path.is_file()] if folder.is_dir() else []
    for draft in drafts:
        remove_file(draft)
    return bool(drafts)


def _record(folder: Path) -> dict[str, dict[str, str | None]] | None:
    """Return the files of the journal, each with its digests before and after; `None` if it is no journal."""
    try:
        record = json.loads((folder / JOURNAL).read_bytes())
    except (ValueError, RecursionError):
        return None
    sound = isinstance(record, dict) and all(
        _NAME.fullmatch(name) and isinstance(digests, dict) and digests.keys() == {"before", "after"}
        for name, digests in record.items()
    )
    return record if sound else None


def _draft(folder: Path, name: str) -> Path:
    return folder / f".{name.removeprefix('.')}{_DRAFT}"


def _digest(path: Path) -> str | None:
    return _of(path.read_bytes()) if path.is_file() else None


def _of(content: bytes) -> str:
    return sha256(content).hexdigest()
