"""A message can be said aloud: at most twenty words.

Passes: `- Bei jeder dritten Küche fehlt am Montagetag ein Teil.`
Fails: a sentence that nobody could repeat after reading it once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.edition import EditionStatus
from chefetage.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.project import Project

ID = "long-message"
MOST_WORDS = 20


def check(project: Project) -> Iterator[Problem]:
    """Yield one hint per message that is too long, in editions that can still be changed."""
    for edition in project.editions.values():
        if edition.status is EditionStatus.CLOSED:
            continue
        for language, messages in edition.messages.items():
            for index, message in enumerate(messages):
                count = len(message.split())
                if count > MOST_WORDS:
                    place = edition.at("messages", language, index)
                    yield Problem(place, Severity.HINT, ID, {"count": count, "high": MOST_WORDS})
