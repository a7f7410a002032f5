"""Values that a shape takes, and the same with one field made wrong."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, cast

from chefetage.content.shape import (
    Choice,
    Code,
    Day,
    Flag,
    Many,
    MonthOfYear,
    Number,
    Record,
    Spoken,
    Table,
    Text,
    Variable,
)  # fmt: skip
from chefetage.model.metric import Metric
from chefetage.model.quote import Basis, Quote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from chefetage.content.shape import Shape

ANY = "*"
"""Stands in a path for a name that the author chooses."""
FIRST = "0"
"""Stands in a path for the first entry of a list."""
_LANGUAGE = "de"

_TEXTS = ("nps", "occasion.planning", "call.mp3", "https://example.org", "2026", "#8a1c55", "0" * 64)
"""One of them follows any pattern that there is."""

_WANTED = {Basis: "anonymised", Metric: "question", Quote: "who"}
"""Fields that a model asks for by a rule of its own."""

_LEAVES: dict[type[Shape], Callable[[Shape], object]] = {
    Text: lambda shape: _fitting(cast("Text", shape).pattern),
    Number: lambda shape: cast("Number", shape).least or 1,
    Choice: lambda shape: cast("Choice", shape).allowed[0],
    Day: lambda _: "2026-10-01",
    MonthOfYear: lambda _: "2026-10",
    Flag: lambda _: True,
    Code: lambda _: 1,
    Variable: lambda _: "SURVEY",
}


def _fitting(pattern: str | None) -> str:
    return next(text for text in _TEXTS if re.search(pattern or "", text))


def sample(shape: Shape, *, one_a_file: bool) -> object:
    """Return a value with nothing in it that may be left out."""
    again = partial(sample, one_a_file=one_a_file)
    match shape:
        case Record():
            wanted = _WANTED.get(shape.model) if shape.model else None
            return {name: again(slot.shape) for name, slot in shape.slots.items() if slot.required or name == wanted}
        case Spoken():
            return again(shape.of) if one_a_file else {_LANGUAGE: again(shape.of)}
        case Many():
            return [again(shape.of)] * max(shape.least, 1)
        case Table():
            return {str(again(shape.names)): again(shape.of)}
        case _:
            return _LEAVES[type(shape)](shape)


def with_wrong(shape: Shape, path: tuple[str, ...], wrong: object, *, one_a_file: bool) -> object:
    """Return a sample with a wrong value at a path; fields on the way there are added."""
    if not path:
        return wrong
    again = partial(with_wrong, wrong=wrong, one_a_file=one_a_file)
    value = sample(shape, one_a_file=one_a_file)
    match shape, value:
        case Record(), dict():
            return {**value, path[0]: again(shape.slots[path[0]].shape, path[1:])}
        case Spoken(), _ if one_a_file:
            return again(shape.of, path)
        case ((Spoken() | Table()), dict()):
            return dict.fromkeys(value, again(shape.of, path[1:]))
        case Many(), list():
            return [again(shape.of, path[1:]), *value[1:]]
    raise AssertionError(f"{path} leads nowhere in {shape}")


def paths(shape: Shape, *, one_a_file: bool) -> Iterator[tuple[tuple[str, ...], Shape]]:
    """Yield all that can be made wrong in a value, with the way there."""
    inner: dict[str, Shape]
    match shape:
        case Record():
            inner = {name: slot.shape for name, slot in shape.slots.items()}
        case Spoken() if one_a_file:
            yield from paths(shape.of, one_a_file=True)
            return
        case Spoken():
            inner = {_LANGUAGE: shape.of}
        case Many():
            inner = {FIRST: shape.of}
        case Table():
            inner = {ANY: shape.of}
        case _:
            return
    for step, each in inner.items():
        while one_a_file and isinstance(each, Spoken):
            each = each.of  # noqa: PLW2901 – in a file of one language nobody writes its name
        yield (step,), each
        yield from (((step, *path), found) for path, found in paths(each, one_a_file=one_a_file))
