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
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from chefetage.checks.texts import texts_in
from chefetage.model.location import Location
from chefetage.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from chefetage.model.base import Item
    from chefetage.model.project import Project
    from chefetage.model.texts import Text

ID = "denied-name"
UNREAD = "unread-names"
_SHOWN = 2
_PARTS = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_BETWEEN = re.compile(r"[\s,–-]{1,3}")
"""What may stand between two parts of one name."""
_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "'": None, "’": None})

Names: TypeAlias = "Mapping[str, list[tuple[str, ...]]]"
"""The first part of a name → its parts, as `_plain` spells them."""


class _Part(NamedTuple):
    """One word of a text."""

    plain: str
    start: int
    end: int


def check(project: Project) -> Iterator[Problem]:
    """Yield one error per place where such a name stands, and one where the list cannot be read."""
    if project.denied.unread:
        yield Problem(Location(project.denied.unread), Severity.ERROR, UNREAD, {"variable": project.denied.unread})
    names = _by_first_part([*project.rules.names.deny, *project.denied.names])
    if not names:
        return
    for item, texts in texts_in(project):
        yield from _in_item(item, texts, names)
    for value in (project.brand.company, project.brand.short, *project.brand.contact.values()):
        for found, _ in _found(value or "", names):
            yield _problem(Location("brand.yml"), found)


def _in_item(item: Item, texts: Iterable[Text], names: Names) -> Iterator[Problem]:
    for found, _ in _found(item.id, names):
        yield _problem(item.at(), found)
    for text in texts:
        for found, at in _found(text.text, names):
            yield _problem(text.at(at), found)


def _found(text: str, names: Names) -> Iterator[tuple[str, int]]:
    """Yield each name that stands in a text, as it is written there, and where it begins."""
    composed = unicodedata.normalize("NFC", text)
    parts = [_Part(_plain(found[0]), found.start(), found.end()) for found in _PARTS.finditer(composed)]
    for at, part in enumerate(parts):
        for spelling in dict.fromkeys((part.plain, part.plain.removesuffix("s"))):
            for name in names.get(spelling, ()):
                last = parts[at : at + len(name)][-1]
                if _stands_at(at, name, parts, composed):
                    # Places would be wrong where composing letters makes a text shorter; then its beginning will do.
                    yield composed[part.start : last.end], part.start if len(composed) == len(text) else 0


def _stands_at(at: int, name: tuple[str, ...], parts: list[_Part], text: str) -> bool:
    """Whether the parts from one on are a name, the last of them perhaps in the genitive."""
    found = parts[at : at + len(name)]
    *first, last = (part.plain for part in found)
    is_same = tuple(first) == name[:-1] and last in {name[-1], f"{name[-1]}s"} and len(found) == len(name)
    between = (text[one.end : other.start] for one, other in pairwise(found))
    return is_same and all(_BETWEEN.fullmatch(gap) for gap in between)


def _by_first_part(names: Iterable[str]) -> Names:
    """Return how the names may be written, as they are and the last part first, by the word to look for."""
    known: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for name in names:
        parts = tuple(_plain(found[0]) for found in _PARTS.finditer(unicodedata.normalize("NFC", name)))
        for form in dict.fromkeys((parts, (*parts[-1:], *parts[:-1]))):
            if form and form not in known[form[0]]:
                known[form[0]].append(form)
    return known


def _plain(word: str) -> str:
    """Return a word as names are compared: small letters, umlauts written out, no accents, no apostrophes."""
    spelt_out = word.lower().translate(_LETTERS)
    if spelt_out.isascii():
        return spelt_out
    return "".join(each for each in unicodedata.normalize("NFD", spelt_out) if not unicodedata.combining(each))


def _problem(place: Location, found: str) -> Problem:
    return Problem(place, Severity.ERROR, ID, {"found": f"{found[:_SHOWN]}…"})
