"""Which editions and stories show a quote: in their front matter, or in a block of their text."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from chefetage.pages.markdown.source import mark_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from chefetage.model.base import Id
    from chefetage.model.edition import Edition
    from chefetage.model.project import Project
    from chefetage.model.story import Story

_KINDS = frozenset({"quote", "story"})


@dataclass(slots=True)
class Showing:
    """Where one quote is shown; ids in order, each once."""

    editions: list[Id] = field(default_factory=list)
    """An edition shows the quotes of its story too."""
    stories: list[Id] = field(default_factory=list)


def showing(project: Project) -> Mapping[Id, Showing]:
    """Return quote → where it is shown, drafts included; quotes that nothing shows are left out."""
    found: dict[Id, Showing] = defaultdict(Showing)
    of_story = {story.id: _quotes(story) for story in project.stories.values()}
    for story_id, quotes in of_story.items():
        for quote in sorted(quotes):
            found[quote].stories.append(story_id)
    for edition in sorted(project.editions.values(), key=lambda each: each.month):
        quotes = _quotes(edition)
        for story_id in _stories(edition):
            quotes |= of_story.get(story_id, set())
        for quote in sorted(quotes):
            found[quote].editions.append(edition.id)
    return found


def _quotes(item: Edition | Story) -> set[Id]:
    return {*item.quotes, *_blocks(item, "quote")}


def _stories(edition: Edition) -> set[Id]:
    return {*([edition.story] if edition.story else []), *_blocks(edition, "story")}


def _blocks(item: Edition | Story, kind: str) -> Iterator[Id]:
    for prose in item.body.values():
        for block in mark_source(prose.text, prose.start, _KINDS).blocks:
            if block.kind == kind:
                yield block.content.strip().removeprefix("id:").strip()
