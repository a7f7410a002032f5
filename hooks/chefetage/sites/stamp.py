"""The line by which a copied file is known: which version it came with, and what stood in it.

So a later version can tell a file that it may write anew from one that the site has made its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from chefetage import __version__

if TYPE_CHECKING:
    from collections.abc import Callable

_DIGITS = 16
_MARK = re.compile(rf"chefetage (?P<version>\d[\w.+!-]*) · sha256:(?P<digest>[0-9a-f]{{{_DIGITS}}})")
_TOP = 5
"""The line stands at the top, below a `#!` or the dashes of a front matter."""
_EDITOR = ".vscode/"
"""Files of the editor, which are JSON with comments, and whose keys are settings."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the line says."""

    version: str
    digest: str
    """Of the file as it was copied, without the line itself."""


def stamped(path: str, body: str, version: str = __version__) -> str:
    """Return a file's text with the line in the comments of its own kind."""
    mark = f"chefetage {version} · sha256:{digest_of(body)}"
    lines = body.splitlines(keepends=True)
    lines.insert(_place(path, lines), f"{_comment(path, lines)(mark)}\n")
    return "".join(lines)


def stamp_of(text: str) -> Stamp | None:
    """Return what a file's line says; `None` if there is none, as in a file that the site wrote itself."""
    found = next((mark for line in text.split("\n")[:_TOP] if (mark := _MARK.search(line))), None)
    return None if found is None else Stamp(found["version"], found["digest"])


def body_of(text: str) -> str:
    """Return a file's text without the line."""
    lines = text.splitlines(keepends=True)
    marked = next((index for index, line in enumerate(lines[:_TOP]) if _MARK.search(line)), None)
    return text if marked is None else "".join(lines[:marked] + lines[marked + 1 :])


def digest_of(body: str) -> str:
    """Return the digest of a text, however its lines end: git may have changed that."""
    return sha256(body.replace("\r\n", "\n").encode()).hexdigest()[:_DIGITS]


def _place(path: str, lines: list[str]) -> int:
    """Return before which line it stands: not before what has to come first."""
    if path.endswith(".json") and not path.startswith(_EDITOR):
        return 1
    return int(bool(lines) and (lines[0].startswith("#!") or lines[0].rstrip() == "---"))


def _comment(path: str, lines: list[str]) -> Callable[[str], str]:
    if path.endswith(".json"):
        return "// {}".format if path.startswith(_EDITOR) else '  "$comment": "{}",'.format
    if path.endswith(".md") and not (lines and lines[0].rstrip() == "---"):
        return "<!-- {} -->".format
    return "# {}".format
