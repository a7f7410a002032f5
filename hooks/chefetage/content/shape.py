"""What a model's fields want, told from their annotations: the reader's view of a model.

Limits, such as the most that a number may be, stand in the shapes for those who describe them; the model checks them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
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

    pattern: str | None = None
    """What they must look like, as a regular expression."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number, perhaps without decimals."""

    whole: bool
    least: float | None = None
    above: float | None = None
    most: float | None = None


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
    least: int = 0
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Names that the author chooses, each with a value."""

    of: Shape
    names: Shape = field(default_factory=Text)


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
    model: type[BaseModel] | None = None
    """What is made of the fields."""


Shape = Text | Number | Day | MonthOfYear | Flag | Code | Variable | Choice | Many | Table | Spoken | Record

_LEAVES: Mapping[object, Shape] = {
    str: Text(), int: Number(whole=True), float: Number(whole=False), bool: Flag(), date: Day(), Month: MonthOfYear(),
    EnvironmentName: Variable(),
}  # fmt: skip

_LIMITS = ("pattern", "ge", "gt", "le", "min_length", "max_length")


@cache
def shape_of(model: type[BaseModel]) -> Record:
    """Return the fields that an author may write, by the name they are written under."""
    hidden = KEPT_BY_READER if issubclass(model, Item) else frozenset[str]()
    slots: dict[str, Slot] = {}
    for name, info in model.model_fields.items():
        if name not in hidden:
            spoken = any(isinstance(mark, Words) for mark in info.metadata)
            shape = _spoken(info.annotation) if spoken else _limited(_shape(info.annotation), info.metadata)
            slots[info.alias or name] = Slot(shape, info.is_required(), NoneType in get_args(info.annotation))
    return Record(slots, _short(model, slots), model)


@cache
def word_fields(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the names of the fields that hold a value per language, the body among them."""
    return tuple(n for n, f in model.model_fields.items() if any(isinstance(mark, Words) for mark in f.metadata))


def _short(model: type[BaseModel], slots: Mapping[str, Slot]) -> Shape | None:
    if issubclass(model, Span):
        return slots["low"].shape
    return Text() if issubclass(model, Scene) else None


def _spoken(annotation: Any) -> Spoken:  # noqa: ANN401  (annotations have no type of their own)
    return Spoken(_shape(get_args(annotation)[1]))


def _shape(annotation: Any) -> Shape:  # noqa: ANN401, PLR0911
    if annotation in _LEAVES:
        return _LEAVES[annotation]
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        spoken = any(isinstance(mark, Words) for mark in inner[1:])
        return _spoken(inner[0]) if spoken else _limited(_shape(inner[0]), inner[1:])
    if origin in {Union, UnionType}:
        options = [option for option in inner if option is not NoneType]
        return _shape(options[0]) if len(options) == 1 else Code()
    if origin is Literal:
        return Choice(inner)
    if origin is tuple:
        length = None if inner[-1] is Ellipsis else len(inner)
        return Many(_shape(inner[0]), length or 0, length)
    if origin in {dict, Mapping}:
        return Table(_shape(inner[1]), _shape(inner[0]))
    if issubclass(annotation, StrEnum):
        return Choice(tuple(str(member) for member in annotation))
    if issubclass(annotation, BaseModel):
        return shape_of(annotation)
    raise TypeError(f"the reader knows no way to write {annotation!r}")


def _limited(shape: Shape, marks: Iterable[Any]) -> Shape:
    """Return the shape with the limits that an annotation sets."""
    limits: dict[str, Any] = {}
    for mark in marks:
        for each in (mark, *getattr(mark, "metadata", ())):
            limits.update({name: value for name in _LIMITS if (value := getattr(each, name, None)) is not None})
    match shape:
        case Text():
            return replace(shape, pattern=limits.get("pattern", shape.pattern))
        case Number():
            least, above, most = (limits.get(name) for name in ("ge", "gt", "le"))
            return replace(shape, least=least, above=above, most=most) if limits else shape
        case Many():
            least, most = limits.get("min_length", shape.least), limits.get("max_length", shape.most)
            return replace(shape, least=least, most=most)
        case _:
            return shape
