"""Cells inside the engine: as text, tidied, and sorted into categories."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import ibis

from chefetage.sources.database.category import (
    BEGINS_LIKE_COUNTING,
    BEGINS_WITH_NUMBER,
    EMPTY,
    KNOWN,
    LIKE_COUNTING,
    NUMBER_MARK,
    OTHER_NUMBER,
    OTHER_WORD,
    category_of_word,
)
from chefetage.sources.database.steps import step

if TYPE_CHECKING:
    from collections.abc import Mapping

    import ibis.expr.types as ir

    from chefetage.sources.database.category import Vocabulary

_SPACES = ("\u00a0", "\u2007", "\u202f", "\u3000")
"""Spaces that engines do not count as such in patterns."""
_INVISIBLE = ("\ufeff", "\u200b", "\u2060")
_WHOLE_NUMBER = r"^-?[0-9]{1,18}([.]0+)?$"
_LEADING_NUMBER = r"^-?[0-9]{1,18}([^0-9A-Za-z_].*)?$"
_WITHOUT_ZEROS = r"^(-?)0*([0-9]+)"
_MARKS = r"[\s.,;:!?…–—_()„“”‚‘’'\"/*#+&%<>=|~^°§$€-]"
_UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}


def tidied(cell: ir.Value) -> ir.StringValue:
    """Return a cell as trimmed text, every run of space as one space; an empty one for none."""
    text = cell.cast("string").fill_null("")
    if cell.type().is_numeric():
        return text
    for space in _SPACES:
        text = text.replace(space, " ")
    for character in _INVISIBLE:
        text = text.replace(character, "")
    return text.re_replace(r"\s+", " ").strip()


def looked_up(text: ir.StringValue, names: Mapping[str, str], otherwise: ir.Value) -> ir.StringValue:
    """Return for each of some texts its name, however its letters are composed; `otherwise` for all other texts."""
    spellings = {form: name for known, name in names.items() for form in _spellings(known)}
    by_name: dict[str, list[str]] = {}
    for spelling, name in spellings.items():
        by_name.setdefault(name, []).append(spelling)
    branches = [(text.isin(sorted(forms)), ibis.literal(name)) for name, forms in by_name.items()]
    return ibis.cases(*branches, else_=otherwise) if branches else otherwise


def with_category(rows: ir.Table, answer: str, vocabulary: Vocabulary) -> ir.Table:
    """Return the rows with one column more, `category`: what the answer in a column comes out as."""
    names = {word: category_of_word(word) for word in vocabulary.words} | {"": EMPTY}
    numbers = sorted(map(str, vocabulary.numbers))
    rows = step(rows, said=tidied(rows[answer]))
    rows = step(
        rows,
        leading=rows.said.re_extract(_WITHOUT_ZEROS, 1).concat(rows.said.re_extract(_WITHOUT_ZEROS, 2)),
        has_leading=rows.said.re_search(_LEADING_NUMBER),
        is_number=rows.said.re_search(_WHOLE_NUMBER),
        plain=_plain(rows.said) if vocabulary.counting_words else ibis.literal(""),
    )
    known = ibis.literal(KNOWN).concat(rows.leading, NUMBER_MARK)
    branches = [
        (rows.is_number & rows.leading.isin(numbers), known),
        (rows.is_number, ibis.literal(OTHER_NUMBER)),
    ]
    if vocabulary.counting_numbers:
        counting = rows.leading.isin(sorted(map(str, vocabulary.counting_numbers)))
        branches.append((rows.has_leading & counting, ibis.literal(BEGINS_LIKE_COUNTING)))
    if vocabulary.counting_words:
        branches.append((rows.plain.isin(sorted(vocabulary.counting_words)), ibis.literal(LIKE_COUNTING)))
    branches.append((rows.has_leading, ibis.literal(BEGINS_WITH_NUMBER)))
    return step(rows, category=looked_up(rows.said, names, ibis.cases(*branches, else_=ibis.literal(OTHER_WORD))))


def _plain(text: ir.StringValue) -> ir.StringValue:
    """Return a text without marks and capitals, umlauts written out."""
    small = text.lower().re_replace(_MARKS, "")
    for umlaut, written_out in _UMLAUTS.items():
        for form in _spellings(umlaut):
            small = small.replace(form, written_out)
    return small


def _spellings(text: str) -> set[str]:
    """Return a text with its letters composed and taken apart: to an engine these are two texts."""
    return {unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)}
