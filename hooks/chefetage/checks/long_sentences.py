"""A sentence can be read once and understood: at most thirty words.

Passes: two sentences of fifteen words; a token, which is one word.
Fails: „Wer im Studio plant und danach wochenlang …“, thirty-one words to the next full stop. Messages have a shorter
limit of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.checks.written import words, written
from chefetage.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.project import Project

ID = "long-sentence"
MOST_WORDS = 30


def check(project: Project) -> Iterator[Problem]:
    """Yield one hint per sentence that is too long."""
    for each in written(project):
        if each.text.field == "messages":
            continue
        for sentence in each.sentences:
            found = words(sentence.text)
            if len(found) > MOST_WORDS:
                params = {"count": len(found), "high": MOST_WORDS, "found": " ".join(found[:4])}
                yield Problem(each.at(sentence), Severity.HINT, ID, params)
