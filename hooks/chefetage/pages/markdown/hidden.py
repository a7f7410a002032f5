"""Comments in a text: notes among those who write it, which readers do not get, not even in a page's source."""

from __future__ import annotations

import re

_COMMENT_OR_CODE = re.compile(
    r"""(?P<comment><!--.*?-->)
      | ^[ \t]*(?P<fence>```+|~~~+)[^\n]*\n.*?(?:^[ \t]*(?P=fence)[`~]*[ \t]*$|\Z)
      | (?P<tick>`+)(?!`).+?(?<!`)(?P=tick)(?!`)
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_TEXT = re.compile(r"[^\n]+")


def without_comments(text: str) -> str:
    """Return the text without its comments; what follows keeps its line, and code is left alone.

    Taken out before anything else is done: a heading within a comment must not begin a part of the page.
    """
    if "<!--" not in text:
        return text
    return _COMMENT_OR_CODE.sub(lambda found: _TEXT.sub("", found[0]) if found["comment"] else found[0], text)
