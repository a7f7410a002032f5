"""YAML to plain values that know where they stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import yaml

from chefetage.content.comments import seems_cut
from chefetage.content.findings import QUOTED, as_read, clipped
from chefetage.content.scalars import TEXT_TAGS, plain_value, tagged_value
from chefetage.content.syntax import diagnose
from chefetage.content.text import UNWANTED, code
from chefetage.model.location import FieldPath, Location, Positions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from chefetage.content.findings import Findings

T = TypeVar("T")

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_DEEPEST = 30
"""Nothing that people write is nested deeper; libyaml's time grows with the square of the depth."""
_LARGEST = 100_000
"""Values in one file. References within YAML count for all they stand for, so that a small file cannot grow large."""

_MOST_ALIASES = 100

_PLAIN_TAGS = TEXT_TAGS | {"tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"}
_FOREIGN: object = object()
_UNREADABLE = "\ufffd"
"""Stands for a value of which the finding has been noted: a text, so that nothing more is said about it."""
_MERGE = "<<"


@dataclass(frozen=True, slots=True)
class Tree:
    """Plain values with the place of each: a field stands where its name does, an entry of a list where it begins."""

    value: object
    start: Location
    places: Mapping[FieldPath, Location] = field(default_factory=dict)
    raw: Mapping[FieldPath, str] = field(default_factory=dict)
    """Words without quotes that YAML took for something else than text, as they are written."""

    @property
    def positions(self) -> Positions:
        """The places as a model keeps them."""
        return Positions(self.start, self.places)

    @property
    def table(self) -> Mapping[str, object]:
        """The value as a mapping; empty where it is none."""
        return self.value if isinstance(self.value, dict) else {}

    def split(self) -> dict[str, Tree]:
        """Return what stands under each name of the topmost mapping, as trees of their own."""
        places: dict[object, dict[FieldPath, Location]] = {key: {} for key in self.table}
        raw: dict[object, dict[FieldPath, str]] = {key: {} for key in self.table}
        for path, place in self.places.items():
            if path and path[0] in places:
                places[path[0]][path[1:]] = place
        for path, word in self.raw.items():
            if path and path[0] in raw:
                raw[path[0]][path[1:]] = word
        return {key: Tree(value, places[key][()], places[key], raw[key]) for key, value in self.table.items()}


class _GiveUpError(Exception):
    """Reading on would be pointless or take for ever; the finding has been noted."""


def read_tree(
    text: str, path: str, findings: Findings, *, first_line: int = 1, foreign_tags: bool = False
) -> Tree | None:
    """Read one YAML document.

    Args:
        text: The document, with line ends made equal.
        path: Where it comes from, for messages.
        findings: Takes what is wrong.
        first_line: The line of the file on which the text begins, counted from 1.
        foreign_tags: Whether tags of other programs, such as `!ENV`, are passed over rather than reported.

    Returns:
        The values, names always as text; `None` where there is no making sense of the text.
    """
    builder = _Builder(text, path, findings, first_line, foreign_tags=foreign_tags)
    try:
        return builder.document()
    except yaml.YAMLError as error:
        slip = diagnose(error, text)
        place = Location(path, slip.line + first_line, slip.column + 1)
        findings.error(place, slip.check_id, character=slip.character, quoted=QUOTED)
    except _GiveUpError:
        pass
    return None


class _Builder:
    def __init__(self, text: str, path: str, findings: Findings, first_line: int, *, foreign_tags: bool) -> None:
        self._events: Iterator[Any] = yaml.parse(text, Loader=_LOADER)
        self._lines = text.split("\n")
        self._path = path
        self._findings = findings
        self._first_line = first_line
        self._foreign_tags = foreign_tags
        self._places: dict[FieldPath, Location] = {}
        self._raw: dict[FieldPath, str] = {}
        self._anchors: dict[str, tuple[FieldPath, object]] = {}
        self._size = 0
        self._aliases = 0

    def document(self) -> Tree:
        start = Location(self._path, self._first_line)
        next(self._events)
        event = next(self._events)
        value: object = None
        if isinstance(event, yaml.DocumentStartEvent):
            value = self._node(next(self._events), (), 0)
            next(self._events)
            event = next(self._events)
            if isinstance(event, yaml.DocumentStartEvent):
                self._give_up(event, "several-documents")
        return Tree(value, start, self._places, self._raw)

    def _place(self, event: Any) -> Location:  # noqa: ANN401  (PyYAML's events have no useful types)
        mark = event.start_mark
        return Location(self._path, mark.line + self._first_line, mark.column + 1)

    def _node(self, event: Any, path: FieldPath, depth: int) -> object:  # noqa: ANN401
        if depth > _DEEPEST:
            self._give_up(event, "nested-too-deep")
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event, path)
        self._grow(event, 1)
        value: object
        if isinstance(event, yaml.ScalarEvent):
            value = self._scalar(event, path)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._check_tag(event)
            value = self._sequence(path, depth)
        else:
            self._check_tag(event)
            value = self._mapping(event, path, depth)
        if event.anchor is not None:
            self._anchors[event.anchor] = (path, value)
        return value

    def _sequence(self, path: FieldPath, depth: int) -> list[object]:
        values: list[object] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            inner = (*path, len(values))
            self._places[inner] = self._place(event)
            values.append(self._node(event, inner, depth + 1))
        return values

    def _mapping(self, start: Any, path: FieldPath, depth: int) -> object:  # noqa: ANN401
        values: dict[str, object] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._key(event, start, depth)
            place = self._place(event)
            inner = (*path, key)
            if key in values:
                first = self._places[inner].line
                self._findings.error(place, "duplicate-key", field=clipped(key), line=first)
                self._node(next(self._events), ("", *inner), depth + 1)
                continue
            self._places[inner] = place
            values[key] = self._node(next(self._events), inner, depth + 1)
        if _UNREADABLE in values:
            return _UNREADABLE
        if _MERGE in values:
            self._merge(values, path)
        return values

    def _key(self, event: Any, mapping: Any, depth: int) -> str:  # noqa: ANN401
        """Return a field's name as it is written: `on:` is a name, whatever YAML makes of it."""
        if isinstance(event, yaml.ScalarEvent):
            self._grow(event, 1)
            self._check_characters(event)
            if event.anchor is not None:
                self._anchors[event.anchor] = (("",), event.value)
            return str(event.value)
        value = self._node(event, ("",), depth + 1)
        if isinstance(value, str):
            return value
        # Most often a text that begins with a token: `headline: {{ nps }}`.
        character = "{" if mapping.flow_style else "?"
        self._findings.error(self._place(mapping), "quote-needed", character=character, quoted=QUOTED)
        return _UNREADABLE

    def _scalar(self, event: Any, path: FieldPath) -> object:  # noqa: ANN401
        self._check_characters(event)
        text: str = event.value
        if event.tag is None or event.tag in TEXT_TAGS:
            if event.tag is not None or not event.implicit[0]:
                return text
            end = event.end_mark
            if seems_cut(text, self._lines[end.line][end.column :] if end.line < len(self._lines) else ""):
                self._findings.hint(self._place(event), "text-cut", quoted=QUOTED)
            value = plain_value(text)
            if not isinstance(value, str):
                self._raw[path] = text
            return value
        value = tagged_value(event.tag, text, otherwise=_FOREIGN)
        if value is _FOREIGN:
            self._check_tag(event)
            return text
        return value

    def _alias(self, event: Any, path: FieldPath) -> object:  # noqa: ANN401
        self._aliases += 1
        if self._aliases > _MOST_ALIASES:
            self._give_up(event, "too-large")
        if event.anchor not in self._anchors:
            self._findings.error(self._place(event), "quote-needed", character="*", quoted=QUOTED)
            return _UNREADABLE
        source, value = self._anchors[event.anchor]
        before = len(self._places)
        self._copy(source, path)
        self._grow(event, len(self._places) - before + 1)
        if any(len(inner) > _DEEPEST for inner in list(self._places)[before:]):
            self._give_up(event, "nested-too-deep")
        return value

    def _merge(self, values: dict[str, object], path: FieldPath) -> None:
        """Add what `<<: *defaults` stands for, below what is written out."""
        here: FieldPath = (*path, _MERGE)
        merged = values.pop(_MERGE)
        tables = merged if isinstance(merged, list) else [merged]
        for index, table in enumerate(tables):
            source = (*here, index) if merged is tables else here
            if not isinstance(table, dict):
                self._findings.error(self._places[here], "not-a-mapping", field=_MERGE, found=clipped(as_read(table)))
                return
            for key, value in table.items():
                if key not in values:
                    values[key] = value
                    self._copy((*source, key), (*path, key))

    def _copy(self, source: FieldPath, target: FieldPath) -> None:
        """Let everything below `target` stand where the same stands below `source`."""
        _copy_below(self._places, source, target)
        _copy_below(self._raw, source, target)

    def _check_tag(self, event: Any) -> None:  # noqa: ANN401
        if event.tag is not None and event.tag not in _PLAIN_TAGS and not self._foreign_tags:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._findings.error(self._place(event), "unknown-tag", found=clipped(tag), quoted=QUOTED)

    def _check_characters(self, event: Any) -> None:  # noqa: ANN401
        """Find unwanted characters that are written as escapes and so passed the look at the whole text."""
        found = UNWANTED.search(event.value)
        if found is not None:
            self._findings.error(self._place(event), "unwanted-character", code=code(found[0]))

    def _grow(self, event: Any, count: int) -> None:  # noqa: ANN401
        self._size += count
        if self._size > _LARGEST:
            self._give_up(event, "too-large")

    def _give_up(self, event: Any, check_id: str) -> NoReturn:  # noqa: ANN401
        self._findings.error(self._place(event), check_id)
        raise _GiveUpError


def _copy_below(table: dict[FieldPath, T], source: FieldPath, target: FieldPath) -> None:
    depth = len(source)
    for path, found in [(path, found) for path, found in table.items() if path[:depth] == source]:
        table.setdefault((*target, *path[depth:]), found)
