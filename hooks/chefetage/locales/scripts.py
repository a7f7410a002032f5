"""Which letters a language is written with, and which a text is."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from babel.core import get_global

if TYPE_CHECKING:
    from chefetage.model.base import Language

# How Unicode's names of letters begin, by the script's code of ISO 15924.
_NAMES = {
    "Arab": {"ARABIC"}, "Armn": {"ARMENIAN"}, "Cyrl": {"CYRILLIC"}, "Deva": {"DEVANAGARI"}, "Geor": {"GEORGIAN"},
    "Grek": {"GREEK"}, "Hans": {"CJK"}, "Hant": {"CJK"}, "Hebr": {"HEBREW"}, "Jpan": {"CJK", "HIRAGANA", "KATAKANA"},
    "Kore": {"CJK", "HANGUL"}, "Latn": {"LATIN"}, "Thai": {"THAI"},
}  # fmt: skip
_STYLED = frozenset({"FULLWIDTH", "MATHEMATICAL"})
_KNOWN = frozenset().union(*_NAMES.values(), _STYLED, {"CHEROKEE", "COPTIC", "LISU"})
"""Others, such as the micro sign or a feminine ordinal, belong to no script and may stand anywhere."""


def scripts_of(language: Language) -> frozenset[str] | None:
    """Return the scripts of a language as `script_of` names them; `None` where that is not known."""
    subtags = str(get_global("likely_subtags").get(language, "")).split("_")
    found = next((_NAMES[part] for part in subtags if part in _NAMES), None)
    return None if found is None else frozenset(found)


@cache
def script_of(character: str) -> str | None:
    """Return a letter's script, such as `CYRILLIC`; `None` for what is no letter, or one of no script."""
    if not character.isalpha():
        return None
    first = unicodedata.name(character, "").partition(" ")[0]
    return first if first in _KNOWN else None
