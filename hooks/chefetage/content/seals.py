"""Seals: `briefings/editions/2026-10.sealed.json`, written by `chefetage close` and never by hand."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from chefetage.content import kinds
from chefetage.content.definitions import METRICS, SOURCES
from chefetage.content.files import entries, read_text, shown
from chefetage.model.base import Item, Prose
from chefetage.model.location import Location, Positions
from chefetage.model.seal import KEPT, SUFFIX, Seal, digest_of_seal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from chefetage.content.reading import Reading

_FOLDERS = {
    "asks": kinds.ASK.folder, "measures": kinds.MEASURE.folder, "stories": kinds.STORY.folder,
    "studies": kinds.STUDY.folder, "praises": kinds.PRAISE.folder, "visits": kinds.VISIT.folder,
}  # fmt: skip
_FILES = {"metrics": f"{METRICS}/{{id}}.yml", "sources": f"{METRICS}/{SOURCES}.yml", "terms": "docs/glossary.yml"}


def read_seals(reading: Reading) -> dict[str, Seal]:
    """Return the seals by their editions; one that was changed by hand, or is no seal, is an error and left out."""
    seals: dict[str, Seal] = {}
    for path in entries(reading.root / kinds.EDITION.folder, reading.root, reading.findings):
        if not path.name.endswith(SUFFIX):
            continue
        text = read_text(path, reading.root, reading.findings)
        if text is None:
            continue
        place = Location(shown(path, reading.root))
        seal = _seal(text)
        if seal is None or f"{seal.month}{SUFFIX}" != path.name or seal.id != str(seal.month):
            reading.findings.error(place, "broken-seal", month=path.name.removesuffix(SUFFIX))
            reading.leave_out("seal", path.name.removesuffix(SUFFIX))
        else:
            seals[seal.id] = _placed(seal, place)
    return seals


def _seal(text: str) -> Seal | None:
    try:
        fields: Any = json.loads(text)
        if not isinstance(fields, dict) or fields.get("digest") != digest_of_seal(fields):
            return None
        return Seal.model_validate(fields)
    except (ValueError, RecursionError):  # of which JSON's and pydantic's are some
        return None


def _placed(seal: Seal, place: Location) -> Seal:
    """Let everything know the file that it came from, as links in a text start there."""
    edition = _at(seal.edition, f"{kinds.EDITION.folder}/{seal.id}.md")
    placed: dict[str, Mapping[str, object]] = {}
    for kind in KEPT:
        items: Mapping[str, object] = getattr(seal, kind)
        placed[kind] = {item_id: _at(item, _path(kind, item_id)) for item_id, item in items.items()}
    return seal.model_copy(update={"edition": edition, **placed}).placed(Positions(place, {}))


def _path(kind: str, item_id: str) -> str:
    return f"{_FOLDERS[kind]}/{item_id}.md" if kind in _FOLDERS else _FILES.get(kind, "").format(id=item_id)


def _at(item: Any, path: str) -> Any:  # noqa: ANN401 – whatever it is, it comes back
    if not isinstance(item, Item):
        return item
    start = Location(path)
    body: Mapping[str, Prose] = getattr(item, "body", {})
    if body:
        item = item.model_copy(
            update={"body": {language: Prose(prose.text, start) for language, prose in body.items()}}
        )
    return item.placed(Positions(start, {}))
