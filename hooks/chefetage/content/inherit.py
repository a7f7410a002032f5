"""`INHERIT: base.yml` in `mkdocs.yml`: settings that several sites share, put together as MkDocs does."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from chefetage.content.document import as_table
from chefetage.content.files import read_text, shown
from chefetage.content.findings import as_read, clipped
from chefetage.content.tree import Tree, read_tree

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from chefetage.content.findings import Findings
    from chefetage.model.location import FieldPath, Location

INHERIT = "INHERIT"
_MOST_PARENTS = 8
"""More of them are a circle."""


def read_inheriting(path: Path, root: Path, findings: Findings) -> Tree | None:
    """Return what a file and those it inherits from say together; every field stands where it is written.

    A file's own mappings are merged with the inherited ones name by name; its lists and single values take their place.
    A parent that is missing, lies outside the project or cannot be read is reported, and the file stands alone.
    """
    return _read(path, root, findings, _MOST_PARENTS)


def _read(path: Path, root: Path, findings: Findings, parents: int) -> Tree | None:
    where = shown(path, root)
    text = read_text(path, root, findings)
    tree = None if text is None else read_tree(text, where, findings, foreign_tags=True)
    tree = None if tree is None else as_table(tree, findings)
    if tree is None or INHERIT not in tree.table:
        return tree
    named, place = tree.table[INHERIT], tree.positions.at(INHERIT)
    child = _without(tree, INHERIT)
    parent = _parent(named, place, path, root, findings)
    if parent is None:
        return child
    if not parents:
        findings.error(place, "inherited-in-a-circle", high=_MOST_PARENTS)
        return child
    inherited = _read(parent, root, findings, parents - 1)
    return child if inherited is None else merged(inherited, child)


def _parent(named: object, place: Location, child: Path, root: Path, findings: Findings) -> Path | None:
    """Return the file that is named, from the child's folder on; `None` with a finding where there is none."""
    if not isinstance(named, str) or not named.strip():
        findings.error(place, "not-a-text", field=INHERIT, found=clipped(as_read(named)))
        return None
    path = root / os.path.relpath(child.parent / named, root)
    if not path.resolve().is_relative_to(root):
        findings.error(place, "inherited-from-outside", found=clipped(named))
        return None
    if not path.exists():
        findings.error(place, "missing-file", file=shown(path, root))
        return None
    return path


def _without(tree: Tree, name: str) -> Tree:
    value = {key: each for key, each in tree.table.items() if key != name}
    places = {path: place for path, place in tree.places.items() if path[0] != name}
    raw = {path: word for path, word in tree.raw.items() if path[0] != name}
    return Tree(value, tree.start, places, raw)


def merged(parent: Tree, child: Tree) -> Tree:
    """Return both in one, the child's word counting more."""
    replaced: set[FieldPath] = set()
    value = _deep(parent.table, child.table, (), replaced)

    def kept(path: FieldPath) -> bool:
        return not any(path[:length] in replaced for length in range(1, len(path) + 1))

    places = {path: place for path, place in parent.places.items() if kept(path)}
    raw = {path: word for path, word in parent.raw.items() if kept(path)}
    return Tree(value, child.start, {**places, **child.places}, {**raw, **child.raw})


def _deep(
    parent: Mapping[str, object], child: Mapping[str, object], path: FieldPath, replaced: set[FieldPath]
) -> dict[str, object]:
    both = dict(parent)
    for key, value in child.items():
        inherited, here = parent.get(key), (*path, key)
        if isinstance(inherited, dict) and isinstance(value, dict):
            both[key] = _deep(inherited, value, here, replaced)
        else:
            replaced.add(here)
            both[key] = value
    return both
