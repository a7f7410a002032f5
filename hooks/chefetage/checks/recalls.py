"""A file that was sent goes on quoting: whoever has it is asked to delete it once a quote in it is withdrawn.

Passes: a file with a withdrawn quote and `recalled: 2026-11-04` in `briefings/editions/2026-10.sent.yml`.
Fails: the same without `recalled`, or recalled before the withdrawal (a hint). A consent that ran out recalls nothing:
what was sent while it lasted was sent rightly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from chefetage.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from chefetage.model.location import Location
    from chefetage.model.project import Project
    from chefetage.model.sent import Sent

ID = "sent-after-withdrawal"


class Recall(NamedTuple):
    """A file that somebody has and should delete."""

    sent: Sent
    quotes: tuple[str, ...]
    """The withdrawn ones in it."""
    withdrawn: date
    """When the last of them was."""
    place: Location


def check(project: Project) -> Iterator[Problem]:
    """Yield one hint per file to recall."""
    for recall in recalls(project):
        params = {
            "file": recall.sent.file, "to": recall.sent.to, "day": recall.sent.on, "date": recall.withdrawn,
            "found": ", ".join(recall.quotes),
        }  # fmt: skip
        yield Problem(recall.place, Severity.HINT, ID, params)


def recalls(project: Project) -> Iterator[Recall]:
    """Yield the sent files that hold a quote withdrawn by today and were not recalled since."""
    withdrawn = {
        quote.id: consent.withdrawn
        for quote in project.quotes.values()
        if (consent := quote.basis.consent) is not None
        and consent.withdrawn is not None
        and consent.withdrawn <= project.today
    }
    yield from holding(project, withdrawn)


def holding(project: Project, withdrawn: Mapping[str, date]) -> Iterator[Recall]:
    """Yield the sent files that hold one of the quotes and were not recalled since.

    Args:
        project: What was sent.
        withdrawn: Quote to the day of its withdrawal.
    """
    for log in project.sent.values():
        for index, sent in enumerate(log.sent):
            found = tuple(quote for quote in sent.quotes if quote in withdrawn)
            last = max((withdrawn[quote] for quote in found), default=None)
            if last is not None and (sent.recalled is None or sent.recalled < last):
                yield Recall(sent, found, last, log.at("sent", index))
