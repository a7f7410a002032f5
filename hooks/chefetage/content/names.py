"""What a file's name says: `kriss-2014.en.md` is the English of `kriss-2014`."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from chefetage.model.project import EVERY_ID

SUFFIX = ".md"

_ID = re.compile(r"[a-z0-9-]+")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*")
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "œ": "oe"})


class Name(NamedTuple):
    """The parts of a Markdown file's name."""

    item_id: str
    language: str | None
    """`None` for the original."""


def markdown_name(name: str) -> Name | None:
    """Take a file's name apart; `None` for what is no briefing: another suffix, or a README."""
    if not name.lower().endswith(SUFFIX):
        return None
    stem = name[: -len(SUFFIX)]
    if stem.lower() == "readme":
        return None
    head, dot, tail = stem.rpartition(".")
    if dot and head and _LANGUAGE.fullmatch(tail):
        return Name(head, tail)
    return Name(stem, None)


def is_id(text: str) -> bool:
    """Whether the text consists of small letters, digits and hyphens only, as addresses do."""
    return _ID.fullmatch(text) is not None


def slug(text: str) -> str:
    """Return the id that comes closest to the text: `Größe 2.0` becomes `groesse-2-0`."""
    if text == EVERY_ID:
        return text
    spelt = unicodedata.normalize("NFC", text).casefold().translate(_SPELT_OUT)
    plain = unicodedata.normalize("NFKD", spelt).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
