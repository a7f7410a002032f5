"""Names that a team must not publish stand nowhere, in no spelling.

Passes: „Erika Musterfrau“, with `names: {deny: [Erika Beispiel]}` in `checks.yml`.
Fails: „ERIKA BEISPIEL“, „Beispiel, Erika“, „Erika Beispiels“; „Mueller“ and „Müller“ are one name, „Strauss“ and
„Strauß“ too. The same holds for an item's id and for what `brand.yml` says. A list of names that cannot be read is an
error: nobody would know what to look for.

Messages show only how the found text begins, since they end up in places that more people can read.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from chefetage.checks.texts import texts_in
from chefetage.model.location import Location
from chefetage.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from chefetage.checks.texts import Text
    from chefetage.model.base import Item
    from chefetage.model.project import Project

ID = "denied-name"
UNREAD = "unread-names"
_SHOWN = 2
_SPELLINGS = {"ae": "äæ", "oe": "öø", "ue": "ü", "ss": "ß"}
_GENITIVE = r"(?:['’]?s|['’])?"
"""„Beispiels“, “Beispiel's”, „Hans’“."""


def check(project: Project) -> Iterator[Problem]:
    """Yield one error per place where such a name stands, and one where the list cannot be read."""
    if project.denied.unread:
        yield Problem(Location(project.denied.unread), Severity.ERROR, UNREAD, {"variable": project.denied.unread})
    names = _pattern([*project.rules.names.deny, *project.denied.names])
    if names is None:
        return
    for item, texts in texts_in(project):
        yield from _in_item(item, texts, names)
    for value in (project.brand.company, project.brand.short, *project.brand.contact.values()):
        for found in names.finditer(plain(value or "")):
            yield _problem(Location("brand.yml"), found)


def plain(text: str) -> str:
    """Return text as names are compared: composed, in small letters, each letter of it still a letter."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in composed)


def _in_item(item: Item, texts: Iterable[Text], names: re.Pattern[str]) -> Iterator[Problem]:
    if found := names.search(item.id.replace("-", " ")):
        yield _problem(item.at(), found)
    for text in texts:
        # Places would be wrong where composing letters makes a text shorter; then its beginning will do.
        words = plain(text.text)
        for found in names.finditer(words):
            yield _problem(text.at(found.start()) if len(words) == len(text.text) else text.start, found)


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    written = {form for name in names for form in _forms(plain(name))}
    if not written:
        return None
    longest_first = sorted(written, key=lambda form: (-len(form), form))
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)}){_GENITIVE}(?!\w)")


def _forms(name: str) -> Iterator[str]:
    """Yield how a name may be written: as it is, and the last part first."""
    parts = [_spelt(part) for part in re.split(r"[\s,]+", name) if part]
    if parts:
        yield r"\s+".join(parts)
    if len(parts) > 1:
        yield rf"{parts[-1]},\s*" + r"\s+".join(parts[:-1])


def _spelt(word: str) -> str:
    """Return one word of a name as a pattern that knows its other spellings."""
    for pair, letters in _SPELLINGS.items():
        for letter in letters:
            word = word.replace(letter, pair)
    pattern = "".join(_letter(letter) for letter in word)
    for pair, letters in _SPELLINGS.items():
        pattern = pattern.replace(pair, f"(?:{pair}|[{letters}])")
    return pattern


def _letter(letter: str) -> str:
    """Return a letter, with or without its accent; an apostrophe, straight or not."""
    if letter in "'’":
        return "['’]"
    base = unicodedata.normalize("NFD", letter)[0]
    return re.escape(letter) if base == letter else f"[{base}{letter}]"


def _problem(place: Location, found: re.Match[str]) -> Problem:
    return Problem(place, Severity.ERROR, ID, {"found": f"{found[0][:_SHOWN]}…"})
