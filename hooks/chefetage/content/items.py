"""Markdown items: facts and words from the original, words from its translations."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from chefetage.content import memory
from chefetage.content.assemble import assemble
from chefetage.content.bundles import bundles
from chefetage.content.document import read_document
from chefetage.content.files import read_bytes, read_text, shown
from chefetage.content.findings import Findings, clipped
from chefetage.content.languages import Languages
from chefetage.content.shape import KEPT_BY_READER, shape_of, word_fields
from chefetage.content.tree import Tree
from chefetage.content.words import in_language, note_gaps, together, words_digest
from chefetage.model.location import Location, Positions
from chefetage.model.nearest import nearest

if TYPE_CHECKING:
    from pathlib import Path

    from chefetage.content.bundles import Bundle
    from chefetage.content.document import Document
    from chefetage.content.kinds import ItemT, Kind
    from chefetage.content.reading import Reading
    from chefetage.model.base import Prose

_OF = "of"
"""The field of a translation that says which state of the original it renders."""


class _Mark(NamedTuple):
    """What a translation's `of:` says, and where."""

    digest: str
    place: Location


def read_items(kind: Kind[ItemT], reading: Reading) -> dict[str, ItemT]:
    """Return the items of a kind by id, in the order of ids; items with a mistake are left out."""
    items: dict[str, ItemT] = {}
    for item_id, bundle in sorted(bundles(reading.root / kind.folder, kind.name, reading).items()):
        item = _remembered(kind, item_id, bundle, reading)
        if item is None:
            reading.leave_out(kind.name, item_id)
        else:
            items[item_id] = item
    return items


def _remembered(kind: Kind[ItemT], item_id: str, bundle: Bundle, reading: Reading) -> ItemT | None:
    if not memory.is_on():
        return _read_item(kind, item_id, bundle, reading)
    files = {"": bundle.original, **bundle.translations}
    texts = {language: read_bytes(path, reading.root, Findings()) for language, path in files.items()}

    def read(findings: Findings) -> ItemT | None:
        return _read_item(kind, item_id, bundle, replace(reading, findings=findings))

    return memory.read_once(bundle.original, (texts, reading.settings.languages), read, reading.findings)


def _read_item(kind: Kind[ItemT], item_id: str, bundle: Bundle, reading: Reading) -> ItemT | None:
    findings, settings = reading.findings, reading.settings
    before = findings.errors
    fields = [name for name in word_fields(kind.model) if name not in KEPT_BY_READER]
    original = _open(bundle.original, reading)
    language = settings.languages[0] if original is None else own_language(original.front, reading)
    tree = None if original is None else in_language(original.front, fields, language, is_original=True)
    body: dict[str, Prose] = {} if original is None or original.prose is None else {language: original.prose}
    marks: dict[str, _Mark] = {}
    starts: dict[str, Location] = {}

    for other, path in bundle.translations.items():
        document = _open(path, reading)
        if document is None:
            continue
        starts[other] = document.front.start
        if other == language:
            findings.error(starts[other], "translation-into-itself", language=other)
            continue
        words = _words_only(document.front, fields, kind, shown(bundle.original, reading.root), reading)
        mark = document.front.raw.get((_OF,), document.front.table.get(_OF))
        marks[other] = _Mark(str(mark), document.front.positions.at(_OF))
        if document.prose is not None:
            body[other] = document.prose
        if tree is not None:
            tree = together(tree, in_language(words, fields, other, is_original=False))

    if tree is None:
        return None
    kept: dict[str, object] = {"id": item_id, "language": language}
    if body:
        kept["body"] = body
    languages = Languages.of(language, settings.languages, one_a_file=True)
    item = assemble(kind.model, tree, languages, findings, kept)
    if item is None:
        return None
    places = dict(tree.places)
    places.update({("body", spoken): prose.start for spoken, prose in body.items()})
    item.placed(Positions(tree.start, places))
    kind.also(item, findings)
    note_gaps(item, settings.languages, findings, starts)
    return _with_stale(item, marks, reading) if findings.errors == before else None


def own_language(front: Tree, reading: Reading) -> str:
    """Return the language an item was first written in; report one that the site does not have."""
    languages = reading.settings.languages
    written = front.table.get("language") or languages[0]
    if not isinstance(written, str) or written in languages:
        return str(written) if written in languages else languages[0]
    params = {"found": clipped(written), "allowed": ", ".join(languages), "nearest": nearest(written, languages)}
    reading.findings.error(front.positions.at("language"), "unknown-language", field="language", **params)
    return languages[0]


def _open(path: Path, reading: Reading) -> Document | None:
    text = read_text(path, reading.root, reading.findings)
    return None if text is None else read_document(text, shown(path, reading.root), reading.findings)


def _words_only(front: Tree, fields: list[str], kind: Kind[ItemT], original: str, reading: Reading) -> Tree:
    """Return the translation without what does not belong there, which is reported."""
    facts = shape_of(kind.model).slots
    for name in front.table:
        place = front.positions.at(name)
        if name in fields or name == _OF:
            continue
        if name in facts:
            reading.findings.error(place, "fact-in-translation", field=name, file=original)
        else:
            allowed = [*fields, _OF]
            params = {"found": clipped(name), "allowed": ", ".join(allowed), "nearest": nearest(name, allowed)}
            reading.findings.error(place, "unknown-key", field=clipped(name), **params)
    words = {name: value for name, value in front.table.items() if name in fields}
    places = {path: place for path, place in front.places.items() if path[0] in words}
    raw = {path: word for path, word in front.raw.items() if path[0] in words}
    return Tree(words, front.start, places, raw)


def _with_stale(item: ItemT, marks: dict[str, _Mark], reading: Reading) -> ItemT:
    """Mark the translations that render another state of the original, or do not say which."""
    if not marks:
        return item
    digest = words_digest(item)
    stale = frozenset(language for language, mark in marks.items() if mark.digest != digest)
    for language in sorted(stale):
        reading.findings.hint(marks[language].place, "stale-translation", language=language)
    return item.model_copy(update={"stale": stale}) if stale else item
