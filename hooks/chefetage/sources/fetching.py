"""What every source does: fetch the counts of some months."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from chefetage.model.month import Month
    from chefetage.sources.findings import Findings


@dataclass(frozen=True, slots=True)
class FetchedMonth:
    """What a source says about one month."""

    stats: Mapping[str, Mapping[str, Mapping[str, int]]]
    """Metric to group to counts; `dimension.` stands for respondents who belong to no group of the dimension."""

    digest: str
    """Twelve hex digits of what was read: of a file its bytes, of a database the counts themselves."""


class Fetcher(Protocol):
    """One source, ready to be asked."""

    def fetch(self, months: Sequence[Month], findings: Findings) -> Mapping[Month, FetchedMonth]:
        """Return the counts of the months asked for, all of them from as few readings as the source allows.

        Nothing is raised for what a source does wrong: errors and hints go to `findings`, and what is returned is to be
        trusted only if `findings.failed` is false. A month in which the source holds nothing is an error there too.
        """
        ...
