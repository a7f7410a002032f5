"""Snapshots: `metrics/snapshots/2026-10.json`, written by `chefetage refresh`, read often and in great number."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NoReturn

from pydantic import ValidationError

from chefetage.content.assemble import assemble
from chefetage.content.document import as_table
from chefetage.content.files import entries, read_text, shown
from chefetage.content.findings import clipped
from chefetage.content.json_places import JsonPlaces, written_twice
from chefetage.content.languages import Languages
from chefetage.content.memory import read_once
from chefetage.content.text import UNWANTED, code
from chefetage.content.tree import Tree
from chefetage.model.location import Location
from chefetage.model.snapshot import JOURNAL, Snapshot

if TYPE_CHECKING:
    from pathlib import Path

    from chefetage.content.findings import Findings
    from chefetage.content.reading import Reading
    from chefetage.model.location import FieldPath
    from chefetage.model.month import Month

FOLDER = "metrics/snapshots"
_SUFFIX = ".json"


class _TwiceError(Exception):
    """A name that is written twice in one object."""


def read_snapshots(reading: Reading) -> dict[Month, Snapshot]:
    """Return the snapshots by month, oldest first."""
    snapshots: dict[Month, Snapshot] = {}
    if (reading.root / FOLDER / JOURNAL).exists():
        reading.findings.error(Location(f"{FOLDER}/{JOURNAL}"), "unfinished-refresh")
    for path in entries(reading.root / FOLDER, reading.root, reading.findings):
        if path.suffix == _SUFFIX:
            snapshot = _remembered(path, reading)
            if snapshot is not None:
                snapshots[snapshot.month] = snapshot
    return dict(sorted(snapshots.items()))


def _remembered(path: Path, reading: Reading) -> Snapshot | None:
    text = read_text(path, reading.root, reading.findings)
    if text is None:
        return None
    languages = reading.settings.languages
    return read_once(path, (text, languages), lambda findings: _read(text, path, reading, findings), reading.findings)


def _read(text: str, path: Path, reading: Reading, findings: Findings) -> Snapshot | None:
    before = findings.errors
    where = shown(path, reading.root)
    places = JsonPlaces(text, where)
    tree = _tree(text, places, Location(where), findings)
    if tree is None or findings.errors > before:
        return None
    snapshot = _straight(text)
    if snapshot is None:
        snapshot = assemble(Snapshot, tree, Languages(reading.settings.languages), findings)
    if snapshot is None:
        return None
    snapshot.placed(tree.positions)
    if str(snapshot.month) != path.stem:
        findings.error(snapshot.at("month"), "month-and-name", month=str(snapshot.month), found=clipped(path.stem))
        return None
    return snapshot


def _straight(text: str) -> Snapshot | None:
    """Read what is as it should be, the fast way; what is not is looked at again to say where and why."""
    try:
        return Snapshot.model_validate_json(text, strict=True)
    except ValidationError:
        return None


def _tree(text: str, places: JsonPlaces, start: Location, findings: Findings) -> Tree | None:
    """Return the file's fields, or `None` with a finding."""
    try:
        value = json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        findings.error(Location(start.path, error.lineno, error.colno), "invalid-json")
    except _TwiceError:
        twice = written_twice(text, start.path)
        if twice is not None:
            field, first, second = twice
            findings.error(second, "duplicate-key", field=clipped(str(field[-1])), line=first.line)
    except (RecursionError, ValueError):  # nested without end; NaN, or a number of thousands of digits
        findings.error(start, "invalid-json")
    else:
        tree = as_table(Tree(value, start, places), findings)
        if tree is not None and "\\u" in text:
            _check_characters(tree, findings)
        return tree
    return None


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    table = dict(pairs)
    if len(table) < len(pairs):
        raise _TwiceError
    return table


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


def _check_characters(tree: Tree, findings: Findings) -> None:
    """Find unwanted characters that are written as escapes and so passed the look at the whole text."""
    waiting: list[tuple[FieldPath, object]] = [((), tree.value)]
    while waiting:
        path, value = waiting.pop()
        texts = [value] if isinstance(value, str) else value if isinstance(value, dict) else ()
        found = next((match for text in texts if (match := UNWANTED.search(text))), None)
        if found is not None:
            findings.error(tree.positions.at(*path), "unwanted-character", code=code(found[0]))
        elif isinstance(value, dict):
            waiting.extend(((*path, key), inner) for key, inner in value.items())
        elif isinstance(value, list):
            waiting.extend(((*path, index), inner) for index, inner in enumerate(value))
