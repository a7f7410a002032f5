"""What readers may have seen of a metric's month: every state it was in, put together from its revisions."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from chefetage.model.snapshot import ALL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from chefetage.model.snapshot import Revision

    Moment = tuple[int, date, int]
    """Which revision of all respondents was the last; then, for what came without one, the day and which of the day."""

State = dict[str, "Mapping[str, int]"]
"""Group to the counts last told."""


def states_of(history: Mapping[str, Sequence[Revision]]) -> tuple[State, ...]:
    """Return the states that a month was in, oldest first, the present one last; none if all are not told.

    A revision says on which day it was told and of which file, not beside which others. Those of one run are of one day
    and one file, so they are put together by these; what was told without a new value for all comes after the last one.
    """
    if ALL not in history:
        return ()
    moments = {group: list(_moments(revisions, history[ALL])) for group, revisions in history.items()}
    return tuple(
        {
            group: told[-1].stats
            for group, revisions in history.items()
            if (told := [one for one, then in zip(revisions, moments[group], strict=True) if then <= moment])
        }
        for moment in sorted({moment for own in moments.values() for moment in own})
    )


def _moments(revisions: Iterable[Revision], totals: Sequence[Revision]) -> Iterator[Moment]:
    """Yield when each revision of a group was told."""
    runs = {run: at for at, run in enumerate(_runs(totals))}
    extra: Counter[date] = Counter()
    for revision, run in zip(revisions, list(_runs(revisions)), strict=True):
        if run in runs:
            yield runs[run], date.min, 0
            continue
        extra[revision.known_on] += 1
        last = sum(total.known_on <= revision.known_on for total in totals) - 1
        yield last, revision.known_on, extra[revision.known_on]


def _runs(revisions: Iterable[Revision]) -> Iterator[tuple[date, str, int]]:
    """Yield the day, the file, and how often the same file was counted on that day before."""
    seen: Counter[tuple[date, str]] = Counter()
    for revision in revisions:
        yield revision.known_on, revision.digest, seen[revision.known_on, revision.digest]
        seen[revision.known_on, revision.digest] += 1
