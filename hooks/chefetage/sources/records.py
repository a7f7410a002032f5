"""Records of a JSON document as the rows of a table."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

LARGEST = 1 << 27
"""Most bytes of a document: unlike a table, it has to be held in memory whole."""
_DEEPEST = 8
"""Levels of a record that are looked into."""
_WIDEST = 5000
"""Fields of all records together; more are no columns that anybody can name."""


@dataclass(frozen=True, slots=True)
class Records:
    """A table: the fields of all records, and what each record holds of them."""

    columns: tuple[str, ...]
    rows: Sequence[Mapping[str, str]]
    where: str | None
    """Names down to the list, `data.responses`; `None` if the document is the list itself."""


@dataclass(frozen=True, slots=True)
class NoRecords:
    """Why a document is no table: `json-bad`, `no-records`, `no-record` or `too-wide`, and what to say with it."""

    id: str
    params: Mapping[str, object] = field(default_factory=dict)


def records_in(document: bytes, where: str | None, *, may_look: bool = False) -> Records | NoRecords:
    """Return the records of a JSON document.

    A record's field becomes a column; a field within a field is named by both, `answers.q1`. What stands in a list is
    named by its `id`, else by its number: `questions.7.text`.

    Args:
        document: The document.
        where: Names down to the list of records, `data.responses`; `None` if the document is the list itself.
        may_look: Whether to look for the list if the document is none and `where` says nothing.
    """
    try:
        found = json.loads(document, parse_constant=lambda _: None)
    except (ValueError, RecursionError):
        return NoRecords("json-bad")
    if where is None and may_look:
        where = _only_list(found)
    for name in where.split(".") if where else ():
        found = found.get(name) if isinstance(found, dict) else None
    if not isinstance(found, list):
        return NoRecords("no-records", {"records": where or "[ ]"})
    columns: dict[str, None] = {}
    rows = []
    for number, record in enumerate(found, start=1):
        if not isinstance(record, dict):
            return NoRecords("no-record", {"number": number})
        row = dict(_cells(record))
        columns |= dict.fromkeys(row)
        if len(columns) > _WIDEST:
            return NoRecords("too-wide", {"number": number, "columns": _WIDEST})
        rows.append(row)
    return Records(tuple(columns), rows, where)


def _only_list(document: object) -> str | None:
    """Return the name of the one field that is a list of records, if there is exactly one."""
    if not isinstance(document, dict):
        return None
    lists = [
        name
        for name, value in document.items()
        if isinstance(value, list) and value and all(isinstance(record, dict) for record in value)
    ]
    return lists[0] if len(lists) == 1 else None


def _cells(node: Mapping[str, object], prefix: str = "", depth: int = 0) -> Iterator[tuple[str, str]]:
    for name, value in node.items():
        if isinstance(value, dict | list):
            if depth < _DEEPEST:
                inner = value if isinstance(value, dict) else _numbered(value)
                yield from _cells(inner, f"{prefix}{name}.", depth + 1)
        else:
            yield _text(f"{prefix}{name}"), _text(value)


def _numbered(items: Sequence[object]) -> Mapping[str, object]:
    """Return a list as if its items had names: their ids, as long as each has its own."""
    ids = [item.get("id") if isinstance(item, dict) else None for item in items]
    if all(isinstance(name, str | int) for name in ids) and len(set(ids)) == len(ids):
        return {str(name): item for name, item in zip(ids, items, strict=True)}
    return {str(number): item for number, item in enumerate(items, start=1)}


def _text(value: object) -> str:
    """Return a value as a cell: nothing for null, and whole numbers without a decimal point."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return _whole(value)
    # Half a character, as a damaged escape leaves it, cannot be written.
    return repr(value) if isinstance(value, float) else str(value).encode("utf-8", "replace").decode()


def _whole(value: int) -> str:
    try:
        return str(value)
    except ValueError:  # more digits than Python is willing to write
        return hex(value)
