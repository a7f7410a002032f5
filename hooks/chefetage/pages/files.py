"""Which file a reader opens to change an item's words."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from chefetage.model.base import Item, Words

if TYPE_CHECKING:
    from chefetage.model.base import Language


def source_of(item: Item, language: Language) -> str | None:
    """Return the file that holds an item's words in a language; the original's if there are none in that language."""
    if language == item.language or not item.path.endswith(".md") or not _has_words(item, language):
        return item.path or None
    return f"{item.path.removesuffix('.md')}.{language}.md"


def _has_words(item: Item, language: Language) -> bool:
    return any(language in getattr(item, name) for name in _word_fields(type(item)))


@cache
def _word_fields(kind: type[Item]) -> tuple[str, ...]:
    return tuple(name for name, field in kind.model_fields.items() if Words() in field.metadata)
