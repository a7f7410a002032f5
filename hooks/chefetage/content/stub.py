"""A quote's file without the customer's words: what stays says that there was a quote, and that consent was withdrawn.

Other lines, their order and their comments stay as they are; so the file is changed by the places of its fields, and
the result is read again before anybody gets it.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from typing import NamedTuple

import yaml

from chefetage.content.shape import KEPT_BY_READER, word_fields
from chefetage.model.quote import Quote

_HEAD = re.compile(
    r"\A(?P<open>\ufeff?---[ \t]*(?:\r\n|\r|\n))(?P<fields>.*?)^(?P<close>(?:---|\.\.\.)[ \t]*)(?:\r\n|\r|\n|\Z)",
    re.DOTALL | re.MULTILINE,
)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_GONE = frozenset(word_fields(Quote)) - KEPT_BY_READER
_DAY = "withdrawn"


class _Edit(NamedTuple):
    """What takes the place of the characters from `start` to `end`."""

    start: int
    end: int
    text: str


class NotEditableError(Exception):
    """The file is written in a way that is left to a human: anchors, broken YAML, no head."""


class NoConsentError(Exception):
    """The quote rests on nothing that could be withdrawn."""


def stub(text: str, day: date) -> str:
    """Return a quote's file with the day of its withdrawal and without a word of the customer's.

    Args:
        text: The file, with whatever line ends it has.
        day: When consent was withdrawn; a day that stands there already and is no later stays.

    Raises:
        NoConsentError: it rests on an approver's word that nobody can be recognised.
        NotEditableError: there is no telling which lines are whose.
    """
    head = _HEAD.match(text)
    if head is None:
        raise NotEditableError
    fields = head["fields"]
    try:
        before, tree = _read(fields), yaml.compose(fields, yaml.SafeLoader)
        if not isinstance(tree, yaml.MappingNode):
            raise NotEditableError
        edits = [*_without_words(fields, tree), _with_day(fields, tree, day)]
        for edit in sorted(edits, reverse=True):
            fields = fields[: edit.start] + edit.text + fields[edit.end :]
        after = _read(fields)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise NotEditableError from error
    _compare(before, after, day)
    end = "\r\n" if head["open"].endswith("\r\n") else "\n"
    return f"{head['open']}{fields}{head['close']}{end}"


def _read(fields: str) -> dict[str, object]:
    """Return the fields, if nothing in them stands for something elsewhere."""
    for event in yaml.parse(fields, yaml.SafeLoader):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            raise NotEditableError
    value = yaml.safe_load(fields)
    if not isinstance(value, dict):
        raise NotEditableError
    return value


def _without_words(fields: str, tree: yaml.MappingNode) -> list[_Edit]:
    starts = [key.start_mark.index for key, _ in tree.value]
    edits: list[_Edit] = []
    for at, (key, value) in enumerate(tree.value):
        if key.value in _GONE:
            if tree.flow_style or fields[_line_start(fields, starts[at]) : starts[at]].strip(" "):
                raise NotEditableError
            following = _line_start(fields, starts[at + 1]) if at + 1 < len(starts) else len(fields)
            edits.append(_Edit(_line_start(fields, starts[at]), _end_of(fields, key, value, following), ""))
    return edits


def _end_of(fields: str, key: yaml.Node, value: yaml.Node, following: int) -> int:
    """Return where the lines of a field end: what is indented below it belongs to it, comments at the margin do not."""
    at = fields_end = _line_end(fields, max(key.end_mark.index, _last_of(value)))
    while at < following:
        end = _line_end(fields, at)
        line = fields[at:end]
        if line.strip():
            if not line.startswith((" ", "\t")):
                break
            fields_end = end
        at = end
    return min(fields_end, following)


def _last_of(value: yaml.Node) -> int:
    """Return the last place that is surely the value's: a block's end mark stands at what follows it."""
    match value:
        case yaml.ScalarNode():
            is_block = value.style in {"|", ">"}
        case yaml.CollectionNode():
            is_block = not value.flow_style
        case _:
            is_block = True
    return int(value.start_mark.index if is_block else value.end_mark.index)


def _with_day(fields: str, tree: yaml.Node, day: date) -> _Edit:
    consent = _consent(tree)
    for key, value in consent.value:
        if key.value == _DAY:
            return _Edit(value.start_mark.index, value.end_mark.index, _earlier(value.value, day))
    key, value = consent.value[-1]
    if consent.flow_style:
        return _Edit(value.end_mark.index, value.end_mark.index, f", {_DAY}: {day}")
    first = consent.value[0][0].start_mark
    indent = fields[_line_start(fields, first.index) : first.index]
    if indent.strip(" "):
        raise NotEditableError
    at = _line_start(fields, key.start_mark.index)
    end = "\r\n" if "\r\n" in fields else "\n"
    # Before the last entry, whose value may go on below its line.
    return _Edit(at, at, f"{indent}{_DAY}: {day}{end}")


def _earlier(written: str, day: date) -> str:
    with suppress(ValueError):
        return min(date.fromisoformat(written), day).isoformat()
    return day.isoformat()


def _consent(tree: yaml.Node) -> yaml.MappingNode:
    basis = _entry(tree, "basis")
    consent = _entry(basis, "consent")
    if isinstance(consent, yaml.MappingNode) and consent.value:
        return consent
    if _entry(basis, "anonymised") is not None:
        raise NoConsentError
    raise NotEditableError


def _entry(node: yaml.Node | None, name: str) -> yaml.Node | None:
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((value for key, value in node.value if key.value == name), None)


def _compare(before: dict[str, object], after: dict[str, object], day: date) -> None:
    """See that nothing but the words and the day is different."""
    expected = {name: value for name, value in before.items() if name not in _GONE}
    basis = expected.get("basis")
    consent = basis.get("consent") if isinstance(basis, dict) else None
    if not isinstance(consent, dict) or not isinstance(basis, dict):
        raise NotEditableError
    written = consent.get(_DAY)
    withdrawn = min(written, day) if type(written) is date else day
    expected["basis"] = {**basis, "consent": {**consent, _DAY: withdrawn}}
    if after != expected:
        raise NotEditableError


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def _line_end(text: str, at: int) -> int:
    found = _LINE.match(text, at)
    return found.end() if found else len(text)
