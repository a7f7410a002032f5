"""What pages ask of the numbers: one answer as long as a page is live, the kept one once it is closed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from chefetage.stats import figures
from chefetage.stats.family import family

if TYPE_CHECKING:
    from datetime import date

    from chefetage.model.base import Id
    from chefetage.model.estimate import Change, Figure
    from chefetage.model.month import Month
    from chefetage.model.project import Project


class Numbers(Protocol):
    """Answers of a project's numbers. Every metric asked for exists; a group is `all` or `dimension.value`."""

    @property
    def as_of(self) -> date:
        """The day whose knowledge counts."""
        ...

    def figure(self, metric: Id, month: Month, group: str) -> Figure:
        """Return a metric's value for a month."""
        ...

    def change(self, metric: Id, month: Month, group: str) -> Change:
        """Return how a metric has changed by a month."""
        ...

    def series(self, metric: Id, last: Month, months: int, group: str) -> tuple[Figure, ...]:
        """Return so many months' figures up to and with `last`, oldest first."""
        ...

    def groups(self, metric: Id, month: Month, dimension: Id) -> tuple[str, ...]:
        """Return the groups of a dimension that may be shown, in order."""
        ...

    def hides(self, metric: Id, month: Month, dimension: Id) -> bool:
        """Return whether a group of the dimension is too small to be shown."""
        ...

    def compared(self, metric: Id, month: Month, group: str) -> int:
        """Return how many comparisons share one chance of a false alarm."""
        ...


@dataclass(frozen=True, slots=True)
class LiveNumbers:
    """Answers from the snapshots, as they are known today."""

    project: Project

    @property
    def as_of(self) -> date:
        """Today."""
        return self.project.today

    def figure(self, metric: Id, month: Month, group: str) -> Figure:
        """See `stats.figures.figure`."""
        return figures.figure(self.project, metric, month, group, self.as_of)

    def change(self, metric: Id, month: Month, group: str) -> Change:
        """See `stats.changes.change`."""
        return figures.change(self.project, metric, month, group, self.as_of)

    def series(self, metric: Id, last: Month, months: int, group: str) -> tuple[Figure, ...]:
        """See `stats.figures.series`."""
        return figures.series(self.project, metric, last, months, group, self.as_of)

    def groups(self, metric: Id, month: Month, dimension: Id) -> tuple[str, ...]:
        """See `stats.segments.segment_groups`."""
        return figures.segment_groups(self.project, metric, month, dimension)

    def hides(self, metric: Id, month: Month, dimension: Id) -> bool:
        """See `stats.segments.is_hidden`."""
        return figures.is_hidden(self.project, metric, month, dimension)

    def compared(self, metric: Id, month: Month, group: str) -> int:
        """See `stats.family.family`."""
        return family(self.project, metric, month, group)
