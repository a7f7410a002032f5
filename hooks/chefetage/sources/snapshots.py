"""Writing snapshots: always the same bytes for the same values, and never half an update."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from chefetage.sources.journal import write_together

if TYPE_CHECKING:
    from collections.abc import Iterable
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


def write_snapshots(metrics_folder: Path, snapshots: Iterable[Snapshot]) -> tuple[Path, ...]:
    """Write snapshots, all of them or none, and return the files that this changed.

    Raises:
        OSError: a file cannot be written; all are as they were, or `chefetage.sources.journal.recover` finishes them.
    """
    files = {snapshot_path(metrics_folder, one.month): dump_snapshot(one).encode() for one in snapshots}
    changed = {path: content for path, content in files.items() if not path.is_file() or path.read_bytes() != content}
    if changed:
        write_together(metrics_folder / FOLDER, {path.name: content for path, content in changed.items()})
    return tuple(changed)
