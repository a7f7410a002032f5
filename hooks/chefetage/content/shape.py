"""What a model's fields want, told from their annotations: the reader's view of a model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from chefetage.model.base import Item, Words
from chefetage.model.money import Span
from chefetage.model.month import Month
from chefetage.model.source import EnvironmentName
from chefetage.model.story import Scene

KEPT_BY_READER = frozenset({"id", "stale", "body"})
"""Fields of an item that no author writes: they come from the file's name, from comparing, from below the dashes."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number, perhaps without decimals."""

    whole: bool


@dataclass(frozen=True, slots=True)
class Day:
    """A date."""


@dataclass(frozen=True, slots=True)
class MonthOfYear:
    """A month such as `2026-10`."""


@dataclass(frozen=True, slots=True)
class Flag:
    """True or false."""


@dataclass(frozen=True, slots=True)
class Code:
    """A whole number or a word, such as an answer's code in an export."""


@dataclass(frozen=True, slots=True)
class Variable:
    """The name of an environment variable; what stands there by mistake may be a secret."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few values."""

    allowed: tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Many:
    """A list."""

    of: Shape


@dataclass(frozen=True, slots=True)
class Table:
    """Names that the author chooses, each with a value."""

    of: Shape


@dataclass(frozen=True, slots=True)
class Spoken:
    """A value per language."""

    of: Shape


@dataclass(frozen=True, slots=True)
class Slot:
    """One field of a record."""

    shape: Shape
    required: bool
    nullable: bool = False
    """Whether nothing may be said in so many words, as in `result: null`."""


@dataclass(frozen=True, slots=True)
class Record:
    """Named fields."""

    slots: Mapping[str, Slot]
    short: Shape | None = None
    """What may stand in place of the whole record, such as one number for a range."""


Shape = Text | Number | Day | MonthOfYear | Flag | Code | Variable | Choice | Many | Table | Spoken | Record

_LEAVES: Mapping[object, Shape] = {
    str: Text(), int: Number(whole=True), float: Number(whole=False), bool: Flag(), date: Day(), Month: MonthOfYear(),
    EnvironmentName: Variable(),
}  # fmt: skip


@cache
def shape_of(model: type[BaseModel]) -> Record:
    """Return the fields that an author may write, by the name they are written under."""
    hidden = KEPT_BY_READER if issubclass(model, Item) else frozenset[str]()
    slots: dict[str, Slot] = {}
    for name, field in model.model_fields.items():
        if name not in hidden:
            spoken = any(isinstance(mark, Words) for mark in field.metadata)
            shape = _spoken(field.annotation) if spoken else _shape(field.annotation)
            slots[field.alias or name] = Slot(shape, field.is_required(), NoneType in get_args(field.annotation))
    short = Number(whole=False) if issubclass(model, Span) else Text() if issubclass(model, Scene) else None
    return Record(slots, short)


@cache
def word_fields(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the names of the fields that hold a value per language, the body among them."""
    return tuple(n for n, f in model.model_fields.items() if any(isinstance(mark, Words) for mark in f.metadata))


def _spoken(annotation: Any) -> Spoken:  # noqa: ANN401  (annotations have no type of their own)
    return Spoken(_shape(get_args(annotation)[1]))


def _shape(annotation: Any) -> Shape:  # noqa: ANN401, PLR0911
    if annotation in _LEAVES:
        return _LEAVES[annotation]
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _spoken(inner[0]) if any(isinstance(mark, Words) for mark in inner[1:]) else _shape(inner[0])
    if origin in {Union, UnionType}:
        options = [option for option in inner if option is not NoneType]
        return _shape(options[0]) if len(options) == 1 else Code()
    if origin is Literal:
        return Choice(inner)
    if origin is tuple:
        return Many(_shape(inner[0]))
    if origin in {dict, Mapping}:
        return Table(_shape(inner[1]))
    if issubclass(annotation, StrEnum):
        return Choice(tuple(str(member) for member in annotation))
    if issubclass(annotation, BaseModel):
        return shape_of(annotation)
    raise TypeError(f"the reader knows no way to write {annotation!r}")
