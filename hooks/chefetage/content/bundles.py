"""Which files of a folder belong together: an original and its translations."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from chefetage.content.files import entries, shown
from chefetage.content.findings import clipped
from chefetage.content.names import SUFFIX, is_id, markdown_name, slug
from chefetage.model.location import Location
from chefetage.model.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from chefetage.content.reading import Reading

_DECISIONS = "decisions"
"""The folder below `docs/` for the makers of the site."""


@dataclass(slots=True)
class Bundle:
    """The files of one item."""

    original: Path
    translations: dict[str, Path] = field(default_factory=dict)


def bundles(folder: Path, kind: str, reading: Reading) -> dict[str, Bundle]:
    """Return the items of a folder by id; files whose names do not fit are reported and left out."""
    found: dict[str, Bundle] = {}
    translations: list[tuple[Path, str, str]] = []
    for path in entries(folder, reading.root, reading.findings):
        name = markdown_name(path.name)
        if name is None:
            _note_folder(path, reading)
        elif not is_id(name.item_id):
            meant = slug(name.item_id)
            reading.findings.error(_place(path, reading), "bad-id", found=clipped(name.item_id), nearest=meant)
            reading.leave_out(kind, name.item_id)
        elif name.language is not None:
            translations.append((path, name.item_id, name.language))
        elif name.item_id in found:
            _duplicate(path, found[name.item_id].original, reading)
        else:
            found[name.item_id] = Bundle(path)
    for path, item_id, language in translations:
        if language not in reading.settings.languages:
            _unknown_language(path, language, reading)
        elif item_id in found:
            _add(path, language, found[item_id], reading)
        elif item_id not in reading.left_out.get(kind, ()):
            _without_original(path, item_id, found, reading)
    return found


def _add(path: Path, language: str, bundle: Bundle, reading: Reading) -> None:
    if language in bundle.translations:
        _duplicate(path, bundle.translations[language], reading)
    else:
        bundle.translations[language] = path


def _without_original(path: Path, item_id: str, found: Mapping[str, Bundle], reading: Reading) -> None:
    original = shown(path.with_name(item_id + SUFFIX), reading.root)
    near = nearest(item_id, found)
    reading.findings.error(_place(path, reading), "translation-without-original", file=original, nearest=near)


def _unknown_language(path: Path, language: str, reading: Reading) -> None:
    languages = reading.settings.languages
    params = {"found": clipped(language), "allowed": ", ".join(languages), "nearest": nearest(language, languages)}
    reading.findings.error(_place(path, reading), "unknown-language", **params)


def _duplicate(path: Path, first: Path, reading: Reading) -> None:
    reading.findings.error(_place(path, reading), "duplicate-id", file=shown(first, reading.root))


def _note_folder(path: Path, reading: Reading) -> None:
    """Hint at Markdown that lies too deep to be found; decisions are kept in `docs/` but not published."""
    in_docs = path.parent.parent == reading.root
    if not path.is_dir() or (in_docs and (path.name == _DECISIONS or path.name.startswith("_"))):
        return
    if _holds_markdown(path, reading):
        reading.findings.hint(_place(path, reading), "unread-pages" if in_docs else "unread-folder")


def _holds_markdown(folder: Path, reading: Reading) -> bool:
    """Whether there is Markdown in a folder or below; links are not followed below it."""
    inside = entries(folder, reading.root, reading.findings)
    return any(
        markdown_name(path.name) is not None
        or (path.is_dir() and not path.is_symlink() and _holds_markdown(path, reading))
        for path in inside
    )


def _place(path: Path, reading: Reading) -> Location:
    return Location(shown(path, reading.root))
