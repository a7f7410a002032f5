"""What readers of a build may see of a project: nothing that only an unpublished edition names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from chefetage.pages.markdown.blocks import ITEM_KINDS
from chefetage.pages.markdown.source import mark_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from chefetage.model.base import Id, Item
    from chefetage.model.edition import Edition
    from chefetage.model.project import Project

MEDIA = "docs/media/"
"""Where recordings lie when a build may use them, named by their keys."""

_KINDS = frozenset(ITEM_KINDS)
_ItemT = TypeVar("_ItemT", bound="Item")


def as_published(project: Project) -> Project:
    """Return the project without the items that only editions name which readers do not see yet.

    An edition names an item in its front matter or in a block of its text.
    """
    shown = {edition.id for edition in project.shown_editions}
    named: dict[bool, set[tuple[str, str]]] = {True: set(), False: set()}
    for edition in project.editions.values():
        named[edition.id in shown].update(_named(edition))
    withheld = named[False] - named[True]
    if not withheld:
        return project

    def kept(kind: str, items: Mapping[Id, _ItemT]) -> Mapping[Id, _ItemT]:
        return {item_id: item for item_id, item in items.items() if (kind, item_id) not in withheld}

    return replace(
        project,
        quotes=kept("quote", project.quotes), stories=kept("story", project.stories),
        asks=kept("ask", project.asks), measures=kept("measure", project.measures),
    )  # fmt: skip


def published_assets(project: Project, assets: frozenset[str]) -> frozenset[str]:
    """Return the files that may be copied: of the recordings only those whose quotes may be shown today."""
    keys = {quote.media.key for quote in project.quotes.values() if quote.media and quote.may_be_shown(project.today)}
    return frozenset(path for path in assets if not path.startswith(MEDIA) or path.removeprefix(MEDIA) in keys)


def _named(edition: Edition) -> Iterator[tuple[str, str]]:
    yield from (("ask", each) for each in edition.asks)
    yield from (("quote", each) for each in edition.quotes)
    yield from (("measure", each) for each in edition.measures)
    if edition.story:
        yield "story", edition.story
    for prose in edition.body.values():
        for block in mark_source(prose.text, prose.start, _KINDS).blocks:
            yield block.kind, block.content.strip().removeprefix("id:").strip()
