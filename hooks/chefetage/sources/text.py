"""Cells as they are compared: trimmed, in one spelling, and numbers as numbers."""

from __future__ import annotations

import re
import unicodedata
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_WHOLE_NUMBER = re.compile(r"(-?[0-9]{1,18})(?:\.0+)?")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_INVISIBLE = str.maketrans("", "", "\ufeff\u200b\u2060")


def tidy(cell: str) -> str:
    """Return the cell without space around it, every run of space, no-break space or line break as one space.

    Letters come out composed (NFC), so an "ü" that a Mac wrote in two parts equals one that was typed.
    """
    if not cell.isascii():
        cell = unicodedata.normalize("NFC", cell.translate(_INVISIBLE))
    return " ".join(cell.split())


def number_or_word(text: str) -> int | str:
    """Return a whole number for `10`, `-1` and `10.0`, else the tidied text: nothing is guessed, `9,0` is a word."""
    text = tidy(text)
    number = _WHOLE_NUMBER.fullmatch(text)
    return int(number[1]) if number else text


def plain(text: str) -> str:
    """Return the text reduced to its letters and digits, umlauts written out: for answers that are almost the same."""
    return "".join(character for character in text.casefold().translate(_UMLAUTS) if character.isalnum())


def most_like(wanted: str, known: Iterable[str]) -> str | None:
    """Return the known text that is most like the wanted one by its letters and digits, if any is like it at all.

    Unlike ids, survey questions are long and differ in marks and spaces.
    """
    by_plain = {plain(text): text for text in known}
    found = get_close_matches(plain(wanted), by_plain, n=1)
    return by_plain[found[0]] if found else None
