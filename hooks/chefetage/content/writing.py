"""Writing into a site: several files at once, all of them or none; a link in a file's place is not followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.durable import make_folder, remove_file, replace_file, sync_folder, write_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def write_files(contents: Mapping[Path, str | bytes | None]) -> None:
    """Write each file's new content, or remove the file where there is none; in the order given.

    Everything that may fail for lack of space happens before the first file is touched, and what fails later is undone.

    Raises:
        OSError: a file cannot be written or removed; all are as they were.
    """
    texts = {path: each.encode("utf-8") if isinstance(each, str) else each for path, each in contents.items()}
    before = {path: path.read_bytes() if path.is_file() else None for path in texts}
    drafts = {path: path.with_name(f".{path.name}.part") for path, content in texts.items() if content is not None}
    done: list[Path] = []
    try:
        for path, draft in drafts.items():
            make_folder(path.parent)
            write_file(draft, texts[path] or b"")
        for path in texts:
            done.append(path)
            if path in drafts:
                replace_file(drafts[path], path)
            else:
                remove_file(path)
    except OSError:
        for path in done:
            _restore(path, before[path])
        raise
    finally:
        for draft in drafts.values():
            remove_file(draft)
    for folder in {path.parent for path in texts}:
        sync_folder(folder)


def _restore(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink(missing_ok=True)
    else:
        path.write_bytes(content)
