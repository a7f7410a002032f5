"""What `chefetage new` leaves to be filled in has been filled in.

Passes: „‹…›“ nowhere; in a draft it is only a reminder.
Fails: „‹Das Problem der Kunden in einem Satz›“ in an edition that readers see, in a quote, a story, an ask.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from chefetage.checks.texts import texts_in
from chefetage.model.edition import Edition
from chefetage.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.project import Project

IDS = ID, MANY = ("placeholder", "placeholders")
_PLACEHOLDER = re.compile(r"‹[^‹›\n]+›")
_SHOWN = 60


def check(project: Project) -> Iterator[Problem]:
    """Yield one problem per file with placeholders in it, at the first; a hint in drafts."""
    for item, texts in texts_in(project):
        is_draft = isinstance(item, Edition) and item.is_draft
        found = [
            (text.at(each.start()), each[0][:_SHOWN]) for text in texts for each in _PLACEHOLDER.finditer(text.text)
        ]
        for _, in_file in groupby(sorted(found), key=lambda each: each[0].path):
            (place, first), *others = in_file
            params = {"found": first, "count": len(others) + 1}
            hint = Problem(place, Severity.HINT, MANY if others else ID, params)
            yield hint if is_draft else replace(hint, severity=Severity.ERROR)
