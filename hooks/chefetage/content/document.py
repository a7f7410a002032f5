"""A Markdown file: front matter between two lines of dashes, then the words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chefetage.content.findings import as_read, clipped
from chefetage.content.tree import Tree, read_tree
from chefetage.model.base import Prose
from chefetage.model.location import Location

if TYPE_CHECKING:
    from chefetage.content.findings import Findings

_OPENING = re.compile(r"---[ \t]*(?:\n|\Z)")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_BLANK_LINES = re.compile(r"(?:[ \t]*\n)*")


@dataclass(frozen=True, slots=True)
class Document:
    """What one Markdown file says."""

    front: Tree
    prose: Prose | None
    """`None` where there is nothing but front matter."""


def read_document(text: str, path: str, findings: Findings) -> Document | None:
    """Split a file into its front matter and its words, or return `None` with a finding."""
    opening = _OPENING.match(text)
    if opening is None:
        findings.error(Location(path), "missing-front-matter")
        return None
    closing = _CLOSING.search(text, opening.end())
    if closing is None:
        findings.error(Location(path), "unclosed-front-matter")
        return None
    front = read_tree(text[opening.end() : closing.start()], path, findings, first_line=2)
    if front is None:
        return None
    front = as_table(Tree(front.value, Location(path), front.places, front.raw), findings)
    return None if front is None else Document(front, _prose(text, closing.end(), path))


def as_table(tree: Tree, findings: Findings) -> Tree | None:
    """Return the tree where it is a mapping of names to values, or empty; else `None` with a finding."""
    if isinstance(tree.value, dict):
        return tree
    if tree.value is None:
        return Tree({}, tree.start)
    findings.error(tree.start, "no-fields", found=clipped(as_read(tree.value)))
    return None


def _prose(text: str, start: int, path: str) -> Prose | None:
    blank = _BLANK_LINES.match(text, start)
    first = blank.end() if blank else start
    words = text[first:].rstrip()
    if not words:
        return None
    return Prose(words, Location(path, text.count("\n", 0, first) + 1))
