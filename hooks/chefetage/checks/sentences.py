"""A text's own sentences, each with its line; code, quotations and what others said are left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_NOT_OURS = re.compile(
    r"""^(?P<fence>```+|~~~+)[^\n]*\n.*?(?:^(?P=fence)[`~]*[ \t]*$|\Z)   # blocks
      | `[^`\n]+`                                                        # code
      | <!--.*?(?:-->|\Z)
      | ^[ ]{0,3}>[^\n]*$                                                # quoted lines
      | „[^“”„]{0,500}[“”] | “[^“”]{0,500}” | »[^«»]{0,500}« | «[^«»]{0,500}» | "[^"\n]{0,500}"
      | (?<=\])\([^()\n]*\)                                              # where a link leads
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
# Not after „2 Mio.“ or „z. B.“: what goes on in small letters, or with a sign, is the same sentence.
_ENDS = re.compile(r"(?<=[.!?…])[*_)]*(?=\s|\Z)(?!\s+[a-zß-ÿ€$£%])|\n[ \t]*(?=\n|[-*+#|]|\d+[.)] )")


class Sentence(NamedTuple):
    """One sentence, on one line of its own."""

    text: str
    line: int
    """How many lines below the text's first it begins."""


def sentences(markdown: str) -> Iterator[Sentence]:
    """Yield the sentences that the author says in his or her own words."""
    text = _NOT_OURS.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), markdown)
    start = 0
    for end in [*(found.end() for found in _ENDS.finditer(text)), len(text)]:
        piece = text[start:end]
        words = " ".join(piece.split())
        if words:
            before = len(piece) - len(piece.lstrip())
            yield Sentence(words, text.count("\n", 0, start + before))
        start = end
