"""Bytes to text: UTF-8, with any line ends, without characters that nobody can see."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from chefetage.model.location import Location

if TYPE_CHECKING:
    from chefetage.content.findings import Findings

_UTF8_MARK = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")

# Control characters but tab and line ends, line and paragraph separators (editors do not count them as line ends,
# YAML does), the private use area (pages keep their own marks there), lone surrogates, and what is no character.
UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ue000-\uf8ff\ufeff\ufffe\uffff]"
)  # fmt: skip

_MOST_PLACES = 10
"""A file full of unwanted characters is one mistake, not thousands."""


def decode(data: bytes, path: str, findings: Findings) -> str | None:
    r"""Return the file's text with `\n` line ends, or `None` where there is none to read.

    A byte order mark and the line ends of Windows are accepted silently. Unwanted characters are reported and stand in
    the result as U+FFFD, so that reading goes on and the places of what follows stay right.
    """
    text = _characters(data.removeprefix(_UTF8_MARK), path, findings)
    if text is None:
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text or text.isspace():
        findings.error(Location(path), "empty-file")
        return None
    return _without_unwanted(text, path, findings)


def code(character: str) -> str:
    """Return how a character is called where it cannot be shown, such as `U+0007`."""
    return f"U+{ord(character):04X}"


def _characters(data: bytes, path: str, findings: Findings) -> str | None:
    if data.startswith(_UTF16_MARKS):
        findings.error(Location(path), "not-utf-8", byte=f"0x{data[0]:02X}")
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line_start = data.rfind(b"\n", 0, error.start) + 1
        place = Location(path, data.count(b"\n", 0, error.start) + 1, error.start - line_start + 1)
        findings.error(place, "not-utf-8", byte=f"0x{data[error.start]:02X}")
        return None


def _without_unwanted(text: str, path: str, findings: Findings) -> str:
    places = [found.start() for found in islice(UNWANTED.finditer(text), _MOST_PLACES)]
    for at in places:
        place = Location(path, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
        findings.error(place, "unwanted-character", code=code(text[at]))
    return UNWANTED.sub("\ufffd", text) if places else text
