"""A chart as it was written, JSON or YAML, with the lines of its parts."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from yaml.nodes import Node

Path = tuple[str | int, ...]
Json = Any
"""What JSON can say."""

MAX_BYTES = 200_000
MAX_VALUES = 5_000
MAX_DEPTH = 40
"""Nobody writes a chart that deep; what does is meant to take for ever."""


class SpecError(Exception):
    """A chart cannot be drawn as it is written.

    Args:
        check: the finding's id.
        path: where in the chart.
        params: what the finding says.
        line: where in the text, counted from 1; for what has no path because it cannot be read.
    """

    def __init__(self, check: str, path: Path = (), *, line: int = 0, **params: object) -> None:
        super().__init__(check)
        self.check, self.path, self.line, self.params = check, path, line, params


@dataclass(frozen=True, slots=True)
class Written:
    """A chart as it was written."""

    content: dict[str, Any]
    lines: Mapping[Path, int]

    def line(self, path: Path) -> int:
        """Return the line of a part, or of the nearest that holds it; 0 if none is known."""
        return next((self.lines[path[:end]] for end in range(len(path), -1, -1) if path[:end] in self.lines), 0)


if TYPE_CHECKING:
    _Safe = yaml.SafeLoader
else:
    _Safe = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Safe):
    """Reads what JSON has: no dates, and no word but `true` and `false` is a truth value."""


_Loader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern) for tag, pattern in each
        if not tag.endswith((":timestamp", ":bool", ":merge", ":value"))
    ]
    for first, each in yaml.SafeLoader.yaml_implicit_resolvers.items()
}  # fmt: skip
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


def read_spec(text: str) -> Written:
    """Read a chart.

    Raises:
        SpecError: it is too large, neither JSON nor YAML, or no mapping.
    """
    if len(text.encode("utf-8", "replace")) > MAX_BYTES:
        raise SpecError("vega-too-large", kilobytes=MAX_BYTES // 1000, values=MAX_VALUES)
    try:
        content = _json(text) if text.lstrip().startswith("{") else _yaml(text)
        # What YAML can say and JSON cannot: infinite numbers, keys that are no text.
        content = json.loads(json.dumps(content, allow_nan=False))
    except json.JSONDecodeError as error:
        raise SpecError("vega-unreadable", line=error.lineno) from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise SpecError("vega-unreadable", line=min(mark.line, text.rstrip().count("\n")) + 1 if mark else 0) from error
    except (yaml.YAMLError, ValueError, TypeError, RecursionError) as error:
        raise SpecError("vega-unreadable") from error
    if not isinstance(content, dict):
        raise SpecError("vega-unreadable")
    return Written(content, _lines(text))


def _json(text: str) -> object:
    def refuse(constant: str) -> object:
        raise ValueError(constant)

    content = json.loads(text, parse_constant=refuse)
    if _is_deep(content, MAX_DEPTH):
        raise SpecError("vega-unreadable")
    return content


def _is_deep(value: Json, most: int) -> bool:
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return most < 0 or any(_is_deep(each, most - 1) for each in inside)


def _yaml(text: str) -> object:
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise SpecError("vega-unreadable", line=event.start_mark.line + 1 if event.start_mark else 0)
        if isinstance(event, yaml.AliasEvent):
            # A few of them can stand for a billion values.
            raise SpecError("vega-alias", line=event.start_mark.line + 1 if event.start_mark else 0)
    return yaml.load(text, Loader=_Loader)  # noqa: S506 – a safe loader


def _lines(text: str) -> dict[Path, int]:
    try:
        node = yaml.compose(text, Loader=_Loader)
        return dict(_places(node, ())) if node is not None else {}
    except (yaml.YAMLError, RecursionError):
        return {}  # JSON that is no YAML, indented by tabs for instance: the block's own line must do


def _places(node: Node, path: Path) -> Iterator[tuple[Path, int]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            inner = (*path, str(key.value))
            yield inner, key.start_mark.line + 1
            yield from _places(value, inner)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            inner = (*path, index)
            yield inner, value.start_mark.line + 1
            yield from _places(value, inner)
