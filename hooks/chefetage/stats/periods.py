"""Which months are compared with which."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from chefetage.model.metric import Cadence, Comparison

if TYPE_CHECKING:
    from chefetage.model.month import Month

Span = tuple["Month", "Month"]
"""First and last month of a period."""

_LENGTH_AND_DISTANCE = {Comparison.YEAR: (12, 12), Comparison.QUARTER: (3, 12), Comparison.MONTH: (1, 1)}


@dataclass(frozen=True, slots=True)
class Periods:
    """The two periods of a comparison, each with its first and last month."""

    before: Span
    now: Span

    def breaks_at(self, month: Month) -> bool:
        """Whether a new way of measuring from that month on makes the periods incomparable.

        The months between the two periods count too: what changed there separates them as well.
        """
        return self.before[0] < month <= self.now[1]


def periods_for(comparison: Comparison, last: Month) -> Periods:
    """Return the periods to compare in an edition.

    `YEAR`: the last twelve months with the twelve before. `QUARTER`: the last three with the same three a year ago.
    `MONTH`: the month with the one before.
    """
    length, distance = _LENGTH_AND_DISTANCE[comparison]
    first = last - (length - 1)
    return Periods(before=(first - distance, last - distance), now=(first, last))


def due_blocks(span: Span, cadence: Cadence) -> tuple[tuple[Month, ...], ...]:
    """Divide a period into the stretches in each of which a value is due: every month, or every three months.

    A metric asked once a quarter has a value in one month of each stretch. Stretches are counted back from the period's
    end; a period shorter than a stretch is one stretch of its own.
    """
    months = span[0].until(span[1])
    size = 1 if cadence is Cadence.MONTH else 3
    return tuple(months[max(end - size, 0) : end] for end in range(len(months), 0, -size))
