"""What was sent: `briefings/editions/2026-10.sent.yml`, a list beside the edition that it was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.content.assemble import assemble
from chefetage.content.files import entries, read_text, shown
from chefetage.content.findings import clipped
from chefetage.content.kinds import EDITION
from chefetage.content.languages import Languages
from chefetage.content.tree import Tree, read_tree
from chefetage.model.nearest import nearest
from chefetage.model.sent import SentLog

if TYPE_CHECKING:
    from pathlib import Path

    from chefetage.content.reading import Reading
    from chefetage.model.location import FieldPath

SUFFIX = ".sent.yml"
_LIST = "sent"


def read_sent(reading: Reading) -> dict[str, SentLog]:
    """Return by edition what was sent of it; a list with a mistake is left out."""
    logs: dict[str, SentLog] = {}
    for path in entries(reading.root / EDITION.folder, reading.root, reading.findings):
        if path.name.endswith(SUFFIX):
            log = _read(path, reading)
            if log is not None:
                logs[log.edition] = log
    return logs


class _EntryLabels(Languages):
    """Calls an entry's field by its name: the list itself has none, and nobody has written ours."""

    def label(self, path: FieldPath) -> str:
        return super().label(path[1:]) or _LIST


def _read(path: Path, reading: Reading) -> SentLog | None:
    before = reading.findings.errors
    text = read_text(path, reading.root, reading.findings)
    tree = None if text is None else read_tree(text, shown(path, reading.root), reading.findings)
    if tree is None:
        return None
    tree = _under_a_name(tree)
    labels = _EntryLabels(reading.settings.languages)
    edition = path.name.removesuffix(SUFFIX)
    log = assemble(SentLog, tree, labels, reading.findings, {"edition": edition})
    if log is None:
        return None
    log.placed(tree.positions)
    _check_languages(log, reading)
    return log if reading.findings.errors == before else None


def _under_a_name(tree: Tree) -> Tree:
    """Return the list as the model's field."""
    places = {(_LIST,): tree.start, **{(_LIST, *path): place for path, place in tree.places.items()}}
    raw = {(_LIST, *path): word for path, word in tree.raw.items()}
    return Tree({_LIST: tree.value}, tree.start, places, raw)


def _check_languages(log: SentLog, reading: Reading) -> None:
    languages = reading.settings.languages
    for index, sent in enumerate(log.sent):
        if sent.language not in languages:
            params = {"found": clipped(sent.language), "allowed": ", ".join(languages)}
            near = nearest(sent.language, languages)
            reading.findings.error(log.at(_LIST, index, "language"), "unknown-language", **params, nearest=near)
