"""Style sheets and first scripts, joined: a phone on the move pays for every request before it sees a word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_FOLDER = "assets/chefetage"

STYLES = (
    "tokens", "material", "frame", "filter", "opening", "figure", "briefing", "ledger", "metric", "evidence", "prose",
)  # fmt: skip
"""In this order; `print.css` is for paper and comes by itself."""

SCRIPTS = ("memory", "view", "folder")
"""What has to run before anything is painted."""

_JOINED: Mapping[str, tuple[str, ...]] = {
    f"{_FOLDER}/css/chefetage.css": tuple(f"{_FOLDER}/css/{name}.css" for name in STYLES),
    f"{_FOLDER}/javascript/early.js": tuple(f"{_FOLDER}/javascript/{name}.js" for name in SCRIPTS),
}

PARTS = frozenset(part for parts in _JOINED.values() for part in parts)
"""What need not be published beside the joined files; paths from the theme's folder."""

_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


def joined(theme: Path) -> dict[str, str]:
    """Return the joined files: path from the theme's folder → content, without comments."""
    return {
        path: "".join(_COMMENT.sub("", (theme / part).read_text(encoding="utf-8")) for part in parts)
        for path, parts in _JOINED.items()
    }


def join(theme: Path) -> None:
    """Put the joined files into a copy of the theme, in place of their parts."""
    for path, content in joined(theme).items():
        (theme / path).write_text(content, encoding="utf-8", newline="\n")
    for part in PARTS:
        (theme / part).unlink()
