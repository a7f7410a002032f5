"""Letters that only look like those of the site's languages: they come along in pasted text, and nobody finds the word.

Passes: `Küche`, `Señora`, `α = 5 %`, `10 µm`; a study's title in whatever letters it was published.
Fails: `Kundе` with a Cyrillic е; a whole word in an alphabet that none of the site's languages is written in.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from chefetage.checks.texts import texts_in
from chefetage.locales.scripts import script_of, scripts_of
from chefetage.model.problem import Problem, Severity
from chefetage.model.source import Source
from chefetage.model.study import Study

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.base import Item
    from chefetage.model.project import Project
    from chefetage.model.texts import Text

ID = "mixed-alphabet"

_WORD = re.compile(r"[^\W\d_]+")
_PLAIN = re.compile(r"[\x00-\u036f\u1e00-\u1eff\u2000-\u206f\u20a0-\u20cf]*")
"""Latin letters, marks and signs: most texts have nothing else."""
_AS_PUBLISHED = frozenset({"authors", "title", "publication"})
_TOLD = {"CYRILLIC": "cyrillic", "GREEK": "greek"}


def check(project: Project) -> Iterator[Problem]:
    """Yield one error per word of two alphabets, and one per text with words in an alphabet of no language."""
    scripts = [scripts_of(language) for language in project.settings.languages]
    known = None if None in scripts else frozenset().union(*(each for each in scripts if each is not None))
    for item, texts in texts_in(project):
        for text in texts:
            if not _PLAIN.fullmatch(text.text) and not _is_as_found(item, text):
                yield from _in_text(text, known)


def _is_as_found(item: Item, text: Text) -> bool:
    """Whether a text is repeated as others wrote it: a title, or a column of an export."""
    return isinstance(item, Source) or (isinstance(item, Study) and text.field in _AS_PUBLISHED)


def _in_text(text: Text, known: frozenset[str] | None) -> Iterator[Problem]:
    has_foreign = False
    for word in _WORD.finditer(text.text):
        scripts = [script_of(letter) for letter in word[0]]
        used = {script for script in scripts if script is not None}
        strange = _strange(scripts, known)
        if strange is None:
            continue
        if len(used) == 1:
            # A letter by itself is a sign, such as Δ; of a whole passage the first word is enough to know.
            if has_foreign or len(word[0]) == 1:
                continue
            has_foreign = True
        letter = word[0][strange]
        params = {
            "found": word[0], "character": letter, "code": f"U+{ord(letter):04X}",
            "kind": _TOLD.get(str(scripts[strange]), "foreign"),
        }  # fmt: skip
        yield Problem(text.at(word.start() + strange), Severity.ERROR, ID, params)


def _strange(scripts: list[str | None], known: frozenset[str] | None) -> int | None:
    """Return the first letter that does not belong: of no language's script, or of the rarer one in its word."""
    for at, script in enumerate(scripts):
        if script is not None and known is not None and script not in known:
            return at
    used = [script for script in scripts if script is not None]
    # Japanese and Korean words mix scripts by rule.
    if len(set(used)) < 2 or "CJK" in used or "KATAKANA" in used:  # noqa: PLR2004 – two scripts are a mixture
        return None
    rarest = min(dict.fromkeys(used), key=used.count)
    return scripts.index(rarest)
