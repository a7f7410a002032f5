"""An edition lets customers speak who were glad, and customers who were not.

Passes: one voice of joy and one of pain; one that is mixed; a single voice, as in a short edition.
Fails: three voices of pain: executives stop reading. Three of joy: they stop believing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.edition import EditionStatus
from chefetage.model.problem import Problem, Severity
from chefetage.model.quote import Mood

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.project import Project

NO_JOY, NO_PAIN = "no-joy", "no-pain"


def check(project: Project) -> Iterator[Problem]:
    """Yield one hint per edition with several voices that are all of one mood."""
    for edition in project.editions.values():
        if edition.status is EditionStatus.CLOSED:
            continue
        quotes = [project.quotes[each] for each in dict.fromkeys(edition.quotes) if each in project.quotes]
        shown = [quote.mood for quote in quotes if quote.may_be_shown(project.today)]
        if len(shown) > 1 and len(set(shown)) == 1 and Mood.MIXED not in shown:
            place = edition.at("quotes")
            if Mood.PAIN in shown:
                yield Problem(place, Severity.HINT, NO_JOY, {"count": len(shown)})
            else:
                yield Problem(place, Severity.HINT, NO_PAIN, {"count": len(shown)})
