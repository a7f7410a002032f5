"""What `chefetage new` leaves to be filled in has been filled in.

Passes: „‹…›“ nowhere; in a draft it is only a reminder.
Fails: „‹Das Problem der Kunden in einem Satz›“ in an edition that readers see, in a quote, a story, an ask.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from chefetage.checks.texts import texts_in
from chefetage.model.edition import Edition
from chefetage.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.project import Project

ID = "placeholder"
_PLACEHOLDER = re.compile(r"‹[^‹›\n]+›")
_SHOWN = 60


def check(project: Project) -> Iterator[Problem]:
    """Yield one problem per text with a placeholder in it; a hint in drafts."""
    for item, texts in texts_in(project):
        severity = Severity.HINT if isinstance(item, Edition) and item.is_draft else Severity.ERROR
        for text in texts:
            found = _PLACEHOLDER.search(text.text)
            if found is not None:
                yield Problem(text.at(found.start()), severity, ID, {"found": found[0][:_SHOWN], "field": text.field})
