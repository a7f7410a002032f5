"""Words per language: put together, told apart, and summed up in a digest."""

from __future__ import annotations

import json
import unicodedata
from hashlib import sha256
from typing import TYPE_CHECKING

from pydantic import BaseModel

from chefetage.content.shape import word_fields
from chefetage.content.tree import Tree
from chefetage.model.base import Prose

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from chefetage.content.findings import Findings
    from chefetage.model.base import Item
    from chefetage.model.location import FieldPath, Location


def words_digest(item: Item) -> str:
    """Return what a translation's `of:` must say: twelve hex digits that change when the original's words do.

    Summed up are all word fields in the item's own language, the body among them, as JSON with sorted names. Facts, the
    way lines end and the composition of accents make no difference.
    """
    spoken = {name: getattr(item, name) for name in word_fields(type(item))}
    words = {name: _plain(each[item.language]) for name, each in spoken.items() if item.language in each}
    text = json.dumps(words, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)
    text = unicodedata.normalize("NFC", text)
    return sha256(text.encode()).hexdigest()[:12]


def in_language(tree: Tree, fields: Collection[str], language: str, *, is_original: bool) -> Tree:
    """Return the tree with the values of word fields, and their places, moved under their language."""
    places: dict[FieldPath, Location] = {}
    for path, place in tree.places.items():
        if path[0] in fields:
            places[(path[0], language, *path[1:])] = place
            if is_original and len(path) == 1:
                places[path] = place
        else:
            places[path] = place
    raw = {(p[0], language, *p[1:]) if p[0] in fields else p: word for p, word in tree.raw.items()}
    value = {name: {language: each} if name in fields else each for name, each in tree.table.items()}
    return Tree(value, tree.start, places, raw)


def together(original: Tree, translation: Tree) -> Tree:
    """Return one tree with the words of both; facts stand in the original only."""
    value = dict(original.table)
    for name, spoken in translation.table.items():
        known = value.get(name, {})
        if isinstance(known, dict) and isinstance(spoken, dict):
            value[name] = {**known, **spoken}
    places = {**translation.places, **original.places}
    return Tree(value, original.start, places, {**translation.raw, **original.raw})


def note_gaps(
    item: Item, languages: Sequence[str], findings: Findings, starts: Mapping[str, Location] | None = None
) -> None:
    """Hint at languages into which nothing, or not everything, is translated; at most once for an item.

    Args:
        item: What was read.
        languages: The site's languages.
        findings: Takes the hint.
        starts: Where the item's translations begin, if they are files of their own.
    """
    spoken = {name: getattr(item, name) for name in word_fields(type(item))}
    said = [name for name, words in spoken.items() if item.language in words]
    if not said:
        return
    gaps = {language: [name for name in said if language not in spoken[name]] for language in languages}
    missing = [language for language, fields in gaps.items() if len(fields) == len(said)]
    if missing:
        findings.hint(item.at(), "missing-translation", language=", ".join(missing))
        return
    for language, fields in gaps.items():
        if fields:
            place = starts[language] if starts and language in starts else item.at(fields[0])
            findings.hint(place, "incomplete-translation", language=language, field=", ".join(fields))
            return


def _plain(words: object) -> object:
    """Return words as JSON knows them; what was left out makes no difference."""
    if isinstance(words, Prose):
        return words.text
    if isinstance(words, BaseModel):
        return words.model_dump(mode="json", exclude_none=True)
    if isinstance(words, (list, tuple)):
        return [_plain(each) for each in words]
    if isinstance(words, dict):
        return {key: _plain(each) for key, each in words.items()}
    return words
