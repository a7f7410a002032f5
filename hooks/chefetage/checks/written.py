"""What the team has put in its own words and can still change, sentence by sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from chefetage.checks.sentences import sentences
from chefetage.checks.shown import edition_of
from chefetage.checks.texts import texts_in
from chefetage.model.edition import EditionStatus
from chefetage.model.location import Location
from chefetage.stats.per_project import per_project

if TYPE_CHECKING:
    from collections.abc import Mapping

    from chefetage.checks.sentences import Sentence
    from chefetage.model.base import Item
    from chefetage.model.project import Project
    from chefetage.model.texts import Text

FIELDS: Mapping[str, frozenset[str]] = {
    "edition": frozenset({"headline", "messages", "short_text", "commentary", "body"}),
    "story": frozenset({"title", "before", "after", "unknown", "body"}),
    "ask": frozenset({"what", "why_now", "otherwise", "against", "outcome", "body"}),
    "measure": frozenset({"what", "outcome", "body"}),
    "praise": frozenset({"what", "body"}),
    "visit": frozenset({"heard", "body"}),
    "argument": frozenset({"title", "body"}),
}
"""Kind → its fields. Quotes are the customers' words, studies the authors'; standing pages are looked up, not read."""

_WORD = re.compile(r"\{\{[^{}\n]*\}\}|\w+(?:[-–.,:/’']\w+)*")


class Written(NamedTuple):
    """One text of an item, in one language."""

    kind: str
    item: Item
    text: Text
    sentences: tuple[Sentence, ...]
    """Its own, without tables, code and quotations."""

    def at(self, sentence: Sentence) -> Location:
        """Return the place of a sentence."""
        start = self.text.start
        return Location(start.path, start.line + sentence.line) if self.text.is_prose else start


@per_project
def written(project: Project) -> tuple[Written, ...]:
    """Return all texts that are worth advice; those of closed editions, and of what only they show, are not."""
    kinds = {item.path: kind for kind in FIELDS for item in project.of_kind(kind).values()}
    return tuple(
        Written(kinds[item.path], item, text, _own_sentences(text))
        for item, texts in texts_in(project)
        if item.path in kinds and not is_closed(project, item)
        for text in texts
        if text.field in FIELDS[kinds[item.path]]
    )


def _own_sentences(text: Text) -> tuple[Sentence, ...]:
    return tuple(each for each in sentences(text.text) if not each.text.startswith("|"))


def is_closed(project: Project, item: Item) -> bool:
    """Whether the newest edition that shows an item is closed."""
    edition = edition_of(project, item.path)
    return edition is not None and edition.status is EditionStatus.CLOSED


def words(text: str) -> list[str]:
    """Return the words of a text; a token is one, a number with its points and commas too."""
    return _WORD.findall(text)
