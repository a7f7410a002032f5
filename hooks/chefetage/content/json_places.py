"""Where the values of a JSON text stand; looked up only when there is something to say about one."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cached_property

from chefetage.model.location import FieldPath, Location

_TOKEN = re.compile(r'\s*([\[\]{},:]|"(?:[^"\\]|\\.)*"|[^\s\[\]{},:"]+)')


class JsonPlaces(Mapping[FieldPath, Location]):
    """The places of all fields and entries of a valid JSON text, found at the first question and then kept."""

    def __init__(self, text: str, path: str) -> None:
        self._text = text
        self._path = path

    def __getitem__(self, path: FieldPath) -> Location:
        return self._places[path]

    def __iter__(self) -> Iterator[FieldPath]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    @cached_property
    def _places(self) -> dict[FieldPath, Location]:
        lines = _line_starts(self._text)
        return {path: _location(self._path, offset, lines) for path, offset in _offsets(self._text)}


def written_twice(text: str, path: str) -> tuple[FieldPath, Location, Location] | None:
    """Return the first field that is written twice, with both places; the text may be broken further down."""
    lines = _line_starts(text)
    seen: dict[FieldPath, int] = {}
    for field, offset in _offsets(text):
        if field in seen:
            return field, _location(path, seen[field], lines), _location(path, offset, lines)
        seen[field] = offset
    return None


def _line_starts(text: str) -> list[int]:
    return [0, *(found.end() for found in re.finditer("\n", text))]


def _location(path: str, offset: int, lines: list[int]) -> Location:
    line = bisect_right(lines, offset)
    return Location(path, line, offset - lines[line - 1] + 1)


def _offsets(text: str) -> Iterator[tuple[FieldPath, int]]:
    """Yield each path and where it begins: a field at its name, an entry of a list at its value."""
    path: list[str | int] = []
    is_name = False
    for found in _TOKEN.finditer(text):
        symbol, start = found[1], found.start(1)
        if symbol in {"]", "}"}:
            path.pop()
        elif symbol == ",":
            last = path[-1]
            is_name = isinstance(last, str)
            path[-1] = last + 1 if isinstance(last, int) else ""
        elif is_name and symbol != ":":
            path[-1], is_name = str(json.loads(symbol)), False
            yield tuple(path), start
        elif symbol != ":":
            if path and isinstance(path[-1], int):
                yield tuple(path), start
            if symbol in {"[", "{"}:
                is_name = symbol == "{"
                path.append("" if is_name else 0)
