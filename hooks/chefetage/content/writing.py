"""Writing into a site: a file is there in full or not at all, and a link in its place is not followed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def write_files(contents: Mapping[Path, str]) -> None:
    """Write several files; nothing is replaced before all of them are on disk beside their places.

    Raises:
        OSError: one cannot be written; then none has been replaced.
    """
    drafts = {path: path.with_name(f".{path.name}.part") for path in contents}
    try:
        for path, draft in drafts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(contents[path].encode("utf-8"))
        for path, draft in drafts.items():
            os.replace(draft, path)  # noqa: PTH105 – the call whose atomicity is meant
    finally:
        for draft in drafts.values():
            draft.unlink(missing_ok=True)
