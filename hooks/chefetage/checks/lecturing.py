"""Executives are told what is the case and asked to decide; they are not lectured.

Passes: „Kunden müssen dreimal anrufen.“; a decision asked for, `what: Richten Sie ein Lager ein.`
Fails: „Der Vorstand muss endlich verstehen, …“; “You should put customers first.” The phrases stand in
`locales/<language>/tone.yml`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.checks.written import written
from chefetage.locales.phrases import phrase_in
from chefetage.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.project import Project

ID = "lecturing"
_FIELDS = frozenset({"headline", "messages", "short_text", "commentary", "title", "body", "why_now", "otherwise"})


def check(project: Project) -> Iterator[Problem]:
    """Yield one hint per sentence that lectures."""
    for each in written(project):
        if each.text.field not in _FIELDS:
            continue
        for sentence in each.sentences:
            found = phrase_in(sentence.text, "tone.lecturing", each.text.language)
            if found is not None:
                yield Problem(each.at(sentence), Severity.HINT, ID, {"found": found})
