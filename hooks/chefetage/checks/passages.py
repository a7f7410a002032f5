"""What the team says in its own words, and of which months: the text of editions and of what is embedded in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from chefetage.model.base import Prose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.base import Item, Language
    from chefetage.model.edition import Edition
    from chefetage.model.location import Location
    from chefetage.model.month import Month
    from chefetage.model.project import Project

_FIELDS = {
    "story": ("title", "body"),
    "ask": ("what", "why_now", "otherwise", "against", "outcome", "body"),
    "measure": ("what", "outcome", "body"),
    "argument": ("body",),
}
"""Kind to the fields that may speak of a metric."""


class Passage(NamedTuple):
    """A text in one language."""

    text: str
    start: Location
    language: Language
    months: tuple[Month, ...]
    """The months whose values readers see beside it."""
    about: str | None = None
    """The metric that it is a comment on."""
    is_prose: bool = False
    """Whether lines of the text are lines of the file, so that a sentence's own line can be named."""


def passages(project: Project) -> Iterator[Passage]:
    """Yield everything that the team writes, edition by edition and item by item."""
    for edition in project.editions.values():
        yield from _of_edition(edition)
    for kind, fields in _FIELDS.items():
        for item in project.of_kind(kind).values():
            months = _months(project, kind, item.id)
            if months:
                for field in fields:
                    yield from _spoken(item, field, months)


def _of_edition(edition: Edition) -> Iterator[Passage]:
    months = (edition.month,)
    yield from _spoken(edition, "headline", months)
    for language, messages in edition.messages.items():
        for index, message in enumerate(messages):
            yield Passage(message, edition.at("messages", language, index), language, months)
    for language, comments in edition.commentary.items():
        for metric_id, comment in comments.items():
            place = edition.at("commentary", language, metric_id)
            yield Passage(comment, place, language, months, metric_id)
    yield from _spoken(edition, "body", months)


def _spoken(item: Item, field: str, months: tuple[Month, ...]) -> Iterator[Passage]:
    for language, words in getattr(item, field).items():
        if isinstance(words, Prose):
            yield Passage(words.text, words.start, language, months, is_prose=True)
        else:
            yield Passage(words, item.at(field, language), language, months)


def _months(project: Project, kind: str, item_id: str) -> tuple[Month, ...]:
    """Return the months of the editions that show an item; of what none shows, the current one."""
    months = tuple(
        edition.month
        for edition in project.editions.values()
        if (kind == "story" and edition.story == item_id)
        or (kind == "ask" and item_id in edition.asks)
        or (kind == "measure" and item_id in edition.measures)
    )
    if months or project.current_month is None:
        return months
    return (project.current_month,)
