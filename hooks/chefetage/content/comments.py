"""Comments that somebody may have meant as text: from „ #“ on, YAML does not read the rest of a line."""

from __future__ import annotations

import re

_COMMENT = re.compile(r"[ \t]*#")
_LOOKS_MEANT = re.compile(r"[ \t]*#\w")


def seems_cut(text: str, rest: str) -> bool:
    """Whether a text without quotes was cut short by what follows it on its line.

    A word in small letters with a comment is the usual `status: draft  # or published`; a sentence or a capital with
    one was hardly meant so, and nor was an empty value before something like `#1e4fa3`.
    """
    if " " in text or text[:1].isupper():
        return _COMMENT.match(rest) is not None
    return not text and _LOOKS_MEANT.match(rest) is not None
