"""Several files changed at once: all of them, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.sources.durable import remove_file, replace_file, sync_folder, write_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def change_files(contents: Mapping[Path, bytes | None]) -> None:
    """Write each file's new content, or remove the file where there is none; in the order given.

    Everything that may fail for lack of space happens before the first file is touched, and what fails later is undone.

    Raises:
        OSError: a file cannot be written or removed; all are as they were.
    """
    before = {path: path.read_bytes() for path in contents}
    drafts = {path: path.with_name(f".{path.name}.draft") for path, content in contents.items() if content is not None}
    done: list[Path] = []
    try:
        for path, draft in drafts.items():
            write_file(draft, contents[path] or b"")
        for path in contents:
            done.append(path)
            if path in drafts:
                replace_file(drafts[path], path)
            else:
                remove_file(path)
    except OSError:
        for path in done:
            path.write_bytes(before[path])
        raise
    finally:
        for draft in drafts.values():
            remove_file(draft)
    for folder in {path.parent for path in contents}:
        sync_folder(folder)
