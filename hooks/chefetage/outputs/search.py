"""One search index per language, readable over http and, as a script, from a folder."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from chefetage.model.base import Language

FOLDER = "search"
INDEX = "search_index.json"
SCRIPT = "search_index.js"
"""Browsers do not let a page from a folder read a file, but they let it run a script beside it."""

_DRAWING = re.compile(r"<svg\b|</svg>")


def without_drawings(html: str) -> str:
    """Return an article without its charts, which hold nothing to find and most of what an indexer has to read."""
    kept: list[str] = []
    depth = end = 0
    for tag in _DRAWING.finditer(html):
        if tag[0] == "</svg>":
            depth -= 1
            end = tag.end() if depth == 0 else end
        else:
            if depth == 0:
                kept.append(html[end : tag.start()])
            depth += 1
    return "".join([*kept, html[end:]])


def split_search_index(site: Path, languages: Sequence[Language]) -> None:
    """Replace the engine's index of the whole site by one below each language's root.

    Does nothing if there is no index: search may be switched off.
    """
    whole = site / FOLDER / INDEX
    if not whole.is_file():
        return
    index: dict[str, Any] = json.loads(whole.read_text(encoding="utf-8"))
    for language in languages:
        root = f"{language}/"
        own = {
            **index,
            "config": {**index.get("config", {}), "lang": [language]},
            "docs": [
                {**entry, "location": entry["location"].removeprefix(root)}
                for entry in index["docs"]
                if entry["location"].startswith(root)
            ],
        }
        write_index(site / language / FOLDER, own)
    whole.unlink()
    if not any(whole.parent.iterdir()):
        whole.parent.rmdir()


def write_index(folder: Path, index: dict[str, Any]) -> None:
    """Write an index in both forms."""
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / INDEX).write_text(text, encoding="utf-8")
    (folder / SCRIPT).write_text(f"var __index={text}", encoding="utf-8")
