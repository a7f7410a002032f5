"""Writing snapshots: always the same bytes for the same values, and never half a file."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from chefetage.model.month import Month
    from chefetage.model.snapshot import Snapshot

FOLDER = "snapshots"
"""Below `metrics/`."""


def snapshot_path(metrics_folder: Path, month: Month) -> Path:
    """Return where a month's snapshot lies."""
    return metrics_folder / FOLDER / f"{month}.json"


def dump_snapshot(snapshot: Snapshot) -> str:
    """Return a snapshot as JSON: keys sorted, two spaces, a line end at the end."""
    values = snapshot.model_dump(mode="json", by_alias=True)
    for metric in values["metrics"].values():
        if metric["stale"] is None:
            del metric["stale"]
    return json.dumps(values, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def write_snapshot(path: Path, snapshot: Snapshot) -> bool:
    """Write a snapshot and return whether that changed the file.

    The file is replaced in one step: whoever reads, or a machine that stops in between, finds the old or the new one.

    Raises:
        OSError: the folder or the file cannot be written; the old file is still there.
    """
    content = dump_snapshot(snapshot).encode()
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    # Readers take `*.json`; this name is none, should it be left behind.
    draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with draft.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(draft, path)  # noqa: PTH105 – the call whose atomicity is meant
    finally:
        draft.unlink(missing_ok=True)
    return True
