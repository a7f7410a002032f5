"""A message says what has changed for customers, not that somebody was busy.

Passes: „Seit wir zurückrufen, wartet niemand mehr in der Leitung.“; a message with a number.
Fails: „Wir haben einen Rückrufservice eingeführt.“ The words stand in `locales/<language>/tone.yml`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from chefetage.checks.written import written
from chefetage.locales.phrases import phrase_in
from chefetage.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.project import Project

ID = "message-without-outcome"
_NUMBER = re.compile(r"\d|\{\{")


def check(project: Project) -> Iterator[Problem]:
    """Yield one hint per message that tells of an activity alone."""
    for each in written(project):
        if each.text.field != "messages" or _NUMBER.search(each.text.text):
            continue
        found = phrase_in(each.text.text, "tone.activity", each.text.language)
        if found is not None and phrase_in(each.text.text, "tone.outcome", each.text.language) is None:
            yield Problem(each.text.start, Severity.HINT, ID, {"found": found})
