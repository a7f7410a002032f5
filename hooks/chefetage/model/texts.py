"""Every text that somebody has written into an item, wherever it stands in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from pydantic import BaseModel

from chefetage.model.base import Prose, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.base import FieldPath, Item, Language
    from chefetage.model.location import Location

_NO_TEXTS = frozenset({"id", "language", "was", "stale", "url", "sha256"})


class Text(NamedTuple):
    """A text in one language."""

    text: str
    language: Language
    field: str
    """The item's field that it stands in."""
    start: Location
    is_prose: bool = False
    """Whether lines of the text are lines of the file."""

    def at(self, offset: int) -> Location:
        """Return the place of a character."""
        if not self.is_prose:
            return self.start
        lines = self.text[:offset].split("\n")
        column = len(lines[-1]) + (self.start.column if len(lines) == 1 else 1)
        return type(self.start)(self.start.path, self.start.line + len(lines) - 1, column)


def texts_of(item: Item) -> Iterator[Text]:
    """Yield an item's texts: facts in the language it was first written in, words in each of theirs."""
    for name, field in type(item).model_fields.items():
        if name in _NO_TEXTS:
            continue
        value = getattr(item, name)
        if any(isinstance(mark, Words) for mark in field.metadata) and isinstance(value, Mapping):
            for language, words in value.items():
                yield from _texts(item, words, language, (name, language))
        else:
            yield from _texts(item, value, item.language, (name,))


def _texts(item: Item, value: object, language: Language, path: FieldPath) -> Iterator[Text]:
    match value:
        case Prose():
            yield Text(value.text, language, str(path[0]), value.start, is_prose=True)
        case str():
            yield Text(value, language, str(path[0]), item.at(*path))
        case Mapping():
            for key, each in value.items():
                yield from _texts(item, each, language, (*path, str(key)))
        case tuple() | list():
            for index, each in enumerate(value):
                yield from _texts(item, each, language, (*path, index))
        case BaseModel():
            for name in type(value).model_fields:
                if name not in _NO_TEXTS:
                    yield from _texts(item, getattr(value, name), language, (*path, name))
        case _:
            pass  # numbers, days, and what is not there
