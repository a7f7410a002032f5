"""Whether a chart may be drawn: a walk over all of it by lists of allowed names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from chefetage.charts.vega.expressions import strange_word
from chefetage.charts.vega.names import (
    CHANNELS,
    DATA,
    DETAILS,
    EXPRESSIONS,
    MARKS,
    NESTED,
    OUTSIDE,
    TRANSFORMS,
    VIEW,
)
from chefetage.charts.vega.reading import MAX_BYTES, MAX_DEPTH, MAX_VALUES, Path, SpecError
from chefetage.model.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_SCHEMA = re.compile(r"https?://vega\.github\.io/schema/vega-lite/v[56](\.\d+)*\.json")
_PARSED = re.compile(r"number|boolean|string|(date|utc)(:'[^'\\]*')?")
_LARGEST = 1e15
"""Beyond it neighbouring numbers cannot be told apart any more."""

_ADDRESS = re.compile(r"url\s*\(|javascript:|@import", re.IGNORECASE)


def faults(content: Mapping[str, Any]) -> Iterator[SpecError]:
    """Yield all that a chart may not say, with the path of each, so that one run reports them all.

    Passes: `{"data": {"values": []}, "mark": "bar", "encoding": {"x": {"field": "a"}}}`.
    Fails: `{"data": {"url": "answers.csv"}, "mark": "image"}`.
    """
    yield from _view(content, ())
    if sum(len(values) for _, values in inline_values(content)) > MAX_VALUES:
        yield SpecError("vega-too-large", kilobytes=MAX_BYTES // 1000, values=MAX_VALUES)


def data_of(content: object, path: Path = ()) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield every data source with its path, outermost first, those of lookups included."""
    if isinstance(content, dict):
        for key, value in content.items():
            if key == "data" and isinstance(value, dict):
                yield (*path, key), value
            elif key not in {"values", "encoding"}:
                yield from data_of(value, (*path, key))
    elif isinstance(content, list):
        for index, value in enumerate(content):
            yield from data_of(value, (*path, index))


def inline_values(content: Mapping[str, Any]) -> Iterator[tuple[Path, list[Any]]]:
    """Yield the rows that stand in a chart itself, with their paths."""
    for path, data in data_of(content):
        if isinstance(data.get("values"), list):
            yield (*path, "values"), data["values"]


def _view(view: object, path: Path) -> Iterator[SpecError]:
    if not isinstance(view, dict) or len(path) > MAX_DEPTH:
        yield SpecError("vega-not-allowed", path, name=str(path[-1]) if path else "", nearest="")
        return
    for key, value in view.items():
        inner = (*path, key)
        if key not in VIEW:
            yield _unknown(key, inner, VIEW)
        elif key == "$schema":
            if not (isinstance(value, str) and _SCHEMA.fullmatch(value)):
                yield SpecError("vega-schema", inner)
        elif key in NESTED:
            for index, each in enumerate(value if isinstance(value, list) else [value]):
                yield from _view(each, (*inner, index))
        elif key == "spec":
            yield from _view(value, inner)
        else:
            yield from _PARTS.get(key, _detail)(value, inner)


def _data(data: object, path: Path) -> Iterator[SpecError]:
    if not isinstance(data, dict):
        yield SpecError("vega-data", path)
        return
    for key, value in data.items():
        inner = (*path, key)
        if key not in DATA:
            yield _unknown(key, inner, DATA)
        elif key == "format":
            yield from _format(value, inner)
        elif key == "values" and not (isinstance(value, list) and all(map(_is_row, value))):
            yield SpecError("vega-data", inner)
    if "values" not in data and "metric" not in data and not OUTSIDE & data.keys():
        yield SpecError("vega-data", path)


def _is_row(row: object) -> bool:
    cells = row.values() if isinstance(row, dict) else [row]
    return all(map(_is_cell, cells))


def _is_cell(cell: object) -> bool:
    return cell is None or isinstance(cell, str) or (isinstance(cell, int | float) and abs(cell) < _LARGEST)


def _format(value: object, path: Path) -> Iterator[SpecError]:
    if not isinstance(value, dict) or set(value) - {"parse"}:
        for key in value if isinstance(value, dict) else [str(value)]:
            if key != "parse":
                yield _unknown(key, (*path, key), ("parse",))
        return
    parse = value.get("parse")
    if not isinstance(parse, dict) or not all(
        isinstance(each, str) and _PARSED.fullmatch(each) for each in parse.values()
    ):
        yield SpecError("vega-not-allowed", (*path, "parse"), name="parse", nearest="")


def _mark(mark: object, path: Path) -> Iterator[SpecError]:
    kind = mark.get("type") if isinstance(mark, dict) else mark
    if not isinstance(kind, str) or kind not in MARKS:
        yield _unknown(str(kind), path, MARKS)
    if isinstance(mark, dict):
        yield from _detail({key: value for key, value in mark.items() if key != "type"}, path)


def _encoding(encoding: object, path: Path) -> Iterator[SpecError]:
    for channel, value in encoding.items() if isinstance(encoding, dict) else ():
        inner = (*path, channel)
        if channel in CHANNELS:
            yield from _detail(value, inner)
        else:
            yield _unknown(channel, inner, CHANNELS)


def _transform(steps: object, path: Path) -> Iterator[SpecError]:
    for index, step in enumerate(steps if isinstance(steps, list) else [steps]):
        inner = (*path, index)
        if not isinstance(step, dict) or not TRANSFORMS & step.keys():
            first = next(iter(step), "") if isinstance(step, dict) else str(step)
            yield _unknown(first, inner, TRANSFORMS)
            continue
        if isinstance(step.get("from"), dict):
            yield from _data(step["from"].get("data"), (*inner, "from", "data"))
            yield from _detail({key: each for key, each in step["from"].items() if key != "data"}, (*inner, "from"))
        yield from _detail({key: each for key, each in step.items() if key != "from"}, inner)


def _detail(value: object, path: Path) -> Iterator[SpecError]:
    if len(path) > MAX_DEPTH:
        yield SpecError("vega-not-allowed", path, name=str(path[-1]), nearest="")
    elif isinstance(value, dict):
        for key, each in value.items():
            inner = (*path, key)
            if key not in DETAILS:
                yield _unknown(key, inner, DETAILS)
            else:
                yield from _detail(each, inner)
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _detail(each, (*path, index))
    elif isinstance(value, str):
        if _ADDRESS.search(value):
            yield SpecError("vega-fetches", path, name=value[:40])
        elif _is_formula(path) and (word := strange_word(value)) is not None:
            yield SpecError("vega-formula", path, word=word)


def _is_formula(path: Path) -> bool:
    names = [part for part in path if isinstance(part, str)]
    if "encoding" not in names and names[-1:] and names[-1] in {"and", "or", "not"}:
        return True
    return bool(names) and names[-1] in EXPRESSIONS


def _words(value: object, path: Path) -> Iterator[SpecError]:
    """A chart's title and description are ours; those of a chart inside another may be styled."""
    if isinstance(value, dict):
        yield from _detail(value, path)


_PARTS = {
    "data": _data, "mark": _mark, "encoding": _encoding, "transform": _transform,
    "title": _words, "description": _words, "note": _words,
}  # fmt: skip


def _unknown(name: str, path: Path, known: Iterable[str]) -> SpecError:
    if name in OUTSIDE:
        return SpecError("vega-fetches", path, name=name)
    return SpecError("vega-not-allowed", path, name=name, nearest=nearest(name, known))
