"""Which of the usual slips made a YAML text unreadable.

The messages of YAML libraries speak of tokens, scalars and block mappings. The few slips that people really make can be
told apart by those messages and the line they point to; each has words, and a remedy, of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import yaml

_ENTRY = re.compile(r"\s*(?:-\s+)*(?:[^\s:'\"#][^:'\"#]*:\s+)?")
"""Everything before the value: indentation, dashes, and a field's name."""


class Slip(NamedTuple):
    """What went wrong and where, counted from 0 in the text that was read."""

    line: int
    column: int
    check_id: str
    character: str = ""
    """The character to blame, where there is one."""


def diagnose(error: yaml.YAMLError, text: str) -> Slip:  # noqa: PLR0911  (one a slip)
    """Return what the author most likely did."""
    problem: str = getattr(error, "problem", None) or ""
    context: str = getattr(error, "context", None) or ""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        return Slip(0, 0, "invalid-yaml")
    start = getattr(error, "context_mark", None) or mark
    lines = text.split("\n")
    line = lines[mark.line] if mark.line < len(lines) else ""
    here = line[mark.column : mark.column + 1]

    if "mapping values are not allowed" in problem:
        inside_text = ":" in line[: mark.column]
        return Slip(mark.line, mark.column, "colon-in-text" if inside_text else "bad-indent")
    if "could not find expected ':'" in problem:
        return Slip(start.line, start.column, "missing-colon")
    if "cannot start any token" in problem:
        return Slip(mark.line, mark.column, "tab-indent" if here == "\t" else "quote-needed", here)
    if "quoted scalar" in context:
        unclosed = "end of stream" in problem
        place = start if unclosed else mark
        return Slip(place.line, place.column, "unclosed-quote" if unclosed else "unknown-escape")
    if "alias" in context or "anchor" in context:
        return Slip(start.line, start.column, "quote-needed", lines[start.line][start.column : start.column + 1])
    if "flow node" in context:
        return _open_bracket(lines, mark.line, mark.column) or Slip(mark.line, mark.column, "invalid-yaml")
    if "flow" in context and mark.line > start.line:
        return Slip(start.line, start.column, "unclosed-bracket", lines[start.line][start.column : start.column + 1])
    indented = "block" in context and not line[: mark.column].strip() and mark.column > start.column
    return _by_value(line, mark.line) or Slip(mark.line, mark.column, "bad-indent" if indented else "invalid-yaml")


def _open_bracket(lines: list[str], number: int, column: int) -> Slip | None:
    """Look back for the bracket after which there should have been an entry."""
    before = "\n".join([*lines[:number], lines[number][:column] if number < len(lines) else ""])
    at = max(before.rfind("["), before.rfind("{"))
    if at < 0:
        return None
    return Slip(before.count("\n", 0, at), at - before.rfind("\n", 0, at) - 1, "unclosed-bracket", before[at])


def _by_value(line: str, number: int) -> Slip | None:
    """Look at how the value of the line begins: text that follows a closed quote or bracket is the usual cause."""
    entry = _ENTRY.match(line)
    column = entry.end() if entry else 0
    first = line[column : column + 1]
    if first in {"'", '"'}:
        return Slip(number, column, "quote-in-quotes", first)
    if first and first in "[]{},*&!|>%@`":
        return Slip(number, column, "quote-needed", first)
    return None
