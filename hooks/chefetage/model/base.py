"""What all models share: frozen, nothing unknown, words kept per language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Generic, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, StringConstraints

from chefetage.model.location import FieldPath, Location, Positions

T = TypeVar("T")

Language = str
"""A language code such as `de`."""

NOWHERE = Location("")
"""The place of what was not read from a file."""

_UNPLACED = Positions(NOWHERE, {})

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+$")]


@dataclass(frozen=True, slots=True)
class Words:
    """Marks a field whose value is written once per language.

    In a Markdown item each language's file holds its value; in YAML the value is a mapping `{de: …, en: …}`. Either
    way the model holds a mapping from language to value, the original's language first.
    """


@dataclass(frozen=True, slots=True)
class RefTo:
    """Marks an id that must exist among the items of a kind, such as `quote` or `metric`."""

    kind: str


Spoken = Annotated[Mapping[Language, T], Words()]

QuoteRef = Annotated[str, RefTo("quote")]
StoryRef = Annotated[str, RefTo("story")]
StudyRef = Annotated[str, RefTo("study")]
AskRef = Annotated[str, RefTo("ask")]
MeasureRef = Annotated[str, RefTo("measure")]
PraiseRef = Annotated[str, RefTo("praise")]
VisitRef = Annotated[str, RefTo("visit")]
MetricRef = Annotated[str, RefTo("metric")]
SourceRef = Annotated[str, RefTo("source")]
StandingRef = Annotated[str, RefTo("standing")]


@dataclass(frozen=True, slots=True)
class Heard(Generic[T]):
    """Words as a reader gets them: in the language asked for, or else in the original's."""

    value: T
    language: Language


def pick(spoken: Mapping[Language, T], language: Language) -> Heard[T] | None:
    """Return the words in `language`, else in the language they were first written in, else `None`."""
    if language in spoken:
        return Heard(spoken[language], language)
    for first, value in spoken.items():
        return Heard(value, first)
    return None


@dataclass(frozen=True, slots=True)
class Prose:
    """Markdown written by the team, with the place where it begins."""

    text: str
    start: Location = NOWHERE


class Frozen(BaseModel):
    """A value that never changes and knows all its fields."""

    # Validators are built when a model is first used: a command needs a few of them only.
    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)


class Placed(Frozen):
    """A value that knows where it was read."""

    # From a function: a default would be copied for every value.
    _positions: Positions = PrivateAttr(default_factory=lambda: _UNPLACED)

    def placed(self, positions: Positions) -> Self:
        """Remember where the fields stand; called once, by the reader."""
        self._positions = positions
        return self

    @property
    def path(self) -> str:
        """The file that holds the facts, from the project's root."""
        return self._positions.start.path

    def at(self, *field: str | int) -> Location:
        """Return the place of a field, for messages."""
        return self._positions.at(*field)


class Item(Placed):
    """Something that stands in a file of its own, or under an id in a YAML file."""

    id: Id
    language: Language = "de"
    """The language the item was first written in."""
    was: tuple[Id, ...] = ()
    """Former ids; each leaves a redirect."""
    stale: frozenset[Language] = Field(default=frozenset())
    """Translations that no longer match the original's words."""


__all__ = [
    "AskRef", "FieldPath", "Frozen", "Heard", "Id", "Item", "Language", "MeasureRef", "MetricRef", "Placed",
    "PraiseRef", "Prose", "QuoteRef", "RefTo", "SourceRef", "Spoken", "StandingRef", "StoryRef", "StudyRef", "VisitRef",
    "Words", "pick",
]  # fmt: skip
