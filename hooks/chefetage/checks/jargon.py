"""Words of the trade are explained, or replaced by plain ones.

Passes: „Kontaktpunkt“; „Net Promoter Score“ in running text, with the term in `docs/glossary.yml`: the page explains it
where it comes first.
Fails: „Touchpoint“, where the glossary does not know it; a term of the glossary in a headline or a title, which explain
nothing; anywhere, where a site or an edition explains no words (`explain: false`). Quotes are left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.checks.written import written
from chefetage.locales.jargon import jargon_pattern, known_jargon
from chefetage.model.edition import Edition
from chefetage.model.problem import Problem, Severity

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping

    from chefetage.checks.written import Written
    from chefetage.model.project import Project

ID = "jargon"
_UNEXPLAINED = frozenset({"headline", "title", "what"})
"""Fields that stand in headings, where no page explains a word."""


def check(project: Project) -> Iterator[Problem]:
    """Yield one hint per item, language and word that its readers may not know."""
    lists = {language: _lists(project, language) for language in project.settings.languages}
    told: set[tuple[str, str, str, str]] = set()
    for each in written(project):
        for words, pattern in lists.get(each.text.language, ()):
            if pattern is None or (words is lists[each.text.language][0][0] and _is_explained(project, each)):
                continue
            for sentence in each.sentences:
                for found in pattern.finditer(sentence.text):
                    plain = words.get(found[0].casefold()) or words.get(found[0].casefold().removesuffix("s"), "")
                    key = (each.kind, each.item.id, each.text.language, plain)
                    if plain and key not in told:
                        told.add(key)
                        yield Problem(each.at(sentence), Severity.HINT, ID, {"found": found[0], "plain": plain})


def _lists(project: Project, language: str) -> tuple[tuple[Mapping[str, str], re.Pattern[str] | None], ...]:
    """Return the site's own words with what to say instead, and those of the trade that it does not explain."""
    own: dict[str, str] = {}
    for term in project.terms.values():
        if language in term.explain and language in term.plain:
            spelt = (term.term.get(language, ""), term.abbr or "", *term.aliases)
            own |= dict.fromkeys((word for word in spelt if word), term.plain[language])
    others = {word: plain for word, plain in known_jargon(language).items() if word.casefold() not in _folded(own)}
    return tuple((_folded(words), jargon_pattern(words)) for words in (own, others))


def _folded(words: Mapping[str, str]) -> dict[str, str]:
    return {word.casefold().replace("-", " "): plain for word, plain in words.items()}


def _is_explained(project: Project, each: Written) -> bool:
    explains = project.settings.explain and not (isinstance(each.item, Edition) and not each.item.explain)
    return explains and each.text.field not in _UNEXPLAINED
