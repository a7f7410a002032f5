"""What is referred to must exist.

Passes: `study: kriss-2014`, with `briefings/studies/kriss-2014.md` present – or present and with a mistake of its own.
Fails: `study: kriss-2041`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from chefetage.model.base import RefTo
from chefetage.model.location import FieldPath, Location
from chefetage.model.nearest import nearest
from chefetage.model.problem import Problem, Severity

if TYPE_CHECKING:
    from chefetage.model.project import Project

ID = "unknown-reference"

KINDS = (
    "edition", "quote", "story", "study", "ask", "measure", "praise", "visit", "argument", "standing", "metric",
    "source", "event", "term", "step",
)  # fmt: skip


class Reference(NamedTuple):
    """An id of something else, and where it stands."""

    path: FieldPath
    kind: str
    item_id: str


_Finder = Callable[[Any, FieldPath], Iterator[Reference]]


def check(project: Project) -> Iterator[Problem]:
    """Yield one problem per reference to nothing, wherever a model marks a field as one."""
    for kind in KINDS:
        for item in project.of_kind(kind).values():
            for reference in references_in(item):
                yield from unknown(project, reference, item.at(*reference.path))
    for log in project.sent.values():
        yield from unknown(project, Reference((), "edition", log.edition), log.at())
        for reference in references_in(log):
            yield from unknown(project, reference, log.at(*reference.path))
    if project.core is not None and project.core_positions is not None:
        for reference in references_in(project.core):
            yield from unknown(project, reference, project.core_positions.at(*reference.path))


def references_in(model: BaseModel) -> Iterator[Reference]:
    """Yield every reference that the model holds."""
    yield from _fields(type(model))(model, ())


def unknown(project: Project, reference: Reference, place: Location) -> Iterator[Problem]:
    """Yield a problem if there is no such item."""
    kind, item_id = reference.kind, reference.item_id
    known = project.of_kind(kind)
    if item_id not in known and not project.is_left_out(kind, item_id):
        renamed = next((item.id for item in known.values() if item_id in item.was), None)
        params = {"kind": kind, "found": item_id, "nearest": renamed or nearest(item_id, known)}
        yield Problem(place, Severity.ERROR, ID, params)


@cache
def _fields(model: type[BaseModel]) -> _Finder:
    finders: dict[str, _Finder] = {}
    for name, field in model.model_fields.items():
        finder = _marked(field.metadata) or _finder(field.annotation)
        if finder is not None:
            finders[name] = finder

    def find(value: BaseModel, path: FieldPath) -> Iterator[Reference]:
        for name, finder in finders.items():
            inner = getattr(value, name)
            if inner is not None:
                yield from finder(inner, (*path, name))

    return find


def _marked(metadata: list[Any] | tuple[Any, ...]) -> _Finder | None:
    for mark in metadata:
        if isinstance(mark, RefTo):
            kind = mark.kind
            return lambda value, path: iter([Reference(path, kind, value)])
    return None


def _finder(annotation: Any) -> _Finder | None:  # noqa: ANN401  (annotations have no type of their own)
    """Return what finds the references in values of a type, or `None` where there can be none."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _marked(inner[1:]) or _finder(inner[0])
    if origin in {Union, UnionType}:
        return next((_finder(option) for option in inner if option is not NoneType), None)
    if origin is tuple:
        return _entries(_finder(inner[0]))
    if origin in {dict, Mapping}:
        return _names(_finder(inner[0]), _finder(inner[1]))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _fields(annotation)
    return None


def _entries(of: _Finder | None) -> _Finder | None:
    if of is None:
        return None

    def find(values: tuple[object, ...], path: FieldPath) -> Iterator[Reference]:
        for index, value in enumerate(values):
            yield from of(value, (*path, index))

    return find


def _names(of_name: _Finder | None, of_value: _Finder | None) -> _Finder | None:
    if of_name is None and of_value is None:
        return None

    def find(values: Mapping[str, object], path: FieldPath) -> Iterator[Reference]:
        for name, value in values.items():
            if of_name is not None:
                yield from of_name(name, (*path, name))
            if of_value is not None:
                yield from of_value(value, (*path, name))

    return find
