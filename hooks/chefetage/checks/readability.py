"""A text reads like a newspaper, not like a paper: the formulas stand in `chefetage/locales/reading.py`.

Passes: „Ein Teil fehlte. Der Monteur fuhr zweimal. Das kostet uns Geld und Vertrauen.“
Fails: „Die Implementierung kundenzentrierter Prozessoptimierungsmaßnahmen erfordert bereichsübergreifende …“, for a
hundred words or more; a shorter text says too little about itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.checks.written import words, written
from chefetage.locales.reading import hard_below, reading_ease
from chefetage.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.project import Project

ID = "hard-to-read"
LEAST_WORDS = 100


def check(project: Project) -> Iterator[Problem]:
    """Yield one hint per text that is hard to read."""
    for each in written(project):
        texts = [sentence.text for sentence in each.sentences]
        if sum(len(words(text)) for text in texts) < LEAST_WORDS:
            continue
        ease, least = reading_ease(texts, each.text.language), hard_below(each.text.language)
        if ease is not None and ease < least:
            params = {"found": round(ease), "low": round(least)}
            yield Problem(each.text.start, Severity.HINT, ID, params)
