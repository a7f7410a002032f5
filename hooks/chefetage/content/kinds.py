"""The kinds of briefings: one folder and one model each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from chefetage.content.editions import named_after_its_month
from chefetage.model.argument import Argument
from chefetage.model.ask import Ask
from chefetage.model.base import Item
from chefetage.model.edition import Edition
from chefetage.model.measure import Measure
from chefetage.model.praise import Praise
from chefetage.model.quote import Quote
from chefetage.model.standing import Standing
from chefetage.model.story import Story
from chefetage.model.study import Study
from chefetage.model.visit import Visit

if TYPE_CHECKING:
    from collections.abc import Callable

    from chefetage.content.findings import Findings

ItemT = TypeVar("ItemT", bound=Item)


def nothing_else(_item: Item, _findings: Findings) -> None:
    """Most kinds have no rule beyond their model's."""


@dataclass(frozen=True, slots=True)
class Kind(Generic[ItemT]):
    """Items that are Markdown files of one folder."""

    name: str
    """In the singular, as in messages and in `RefTo`."""
    folder: str
    """From the project's root."""
    model: type[ItemT]
    also: Callable[[ItemT, Findings], None] = nothing_else
    """What only this kind asks of its files."""


EDITION = Kind("edition", "briefings/editions", Edition, named_after_its_month)
QUOTE = Kind("quote", "briefings/quotes", Quote)
STORY = Kind("story", "briefings/stories", Story)
STUDY = Kind("study", "briefings/studies", Study)
ASK = Kind("ask", "briefings/asks", Ask)
MEASURE = Kind("measure", "briefings/measures", Measure)
PRAISE = Kind("praise", "briefings/praise", Praise)
VISIT = Kind("visit", "briefings/visits", Visit)
ARGUMENT = Kind("argument", "briefings/why", Argument)
STANDING = Kind("standing", "docs", Standing)

BRIEFINGS = "briefings"
FOLDERS = tuple(
    kind.folder for kind in (EDITION, QUOTE, STORY, STUDY, ASK, MEASURE, PRAISE, VISIT, ARGUMENT)
)  # fmt: skip
"""All folders below `briefings/` that are read."""
