"""What was known of a metric in a month, on a day: the snapshots of a project, arranged for reading."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from chefetage.model.snapshot import ALL
from chefetage.stats.counts import counts_from
from chefetage.stats.per_project import per_project
from chefetage.stats.suppression import visible_groups

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from chefetage.model.counts import Counts
    from chefetage.model.metric import Tally
    from chefetage.model.month import Month
    from chefetage.model.project import Project
    from chefetage.model.snapshot import MetricMonth, Revision


@dataclass(frozen=True, slots=True, eq=False)
class Observation:
    """One revision with its counts; there is one object for each, so it can stand for itself in a key."""

    revision: Revision
    counts: Counts


@dataclass(frozen=True, slots=True)
class Observed:
    """One metric in one month."""

    groups: Mapping[str, tuple[Observation, ...]]
    """Group to what was known of it, oldest first."""
    withheld: frozenset[str]
    """Dimensions of which groups were too small to be written."""
    stale: date | None
    """The day from which on the source could not be read, if that is so."""
    small: frozenset[str]
    """Dimensions that hold a group below k all the same: k was raised since, or the file was edited."""

    @property
    def dimensions(self) -> frozenset[str]:
        """The ways in which the respondents are divided."""
        return frozenset(dimension_of(group) for group in self.groups if group != ALL)

    def last(self, group: str, known_by: date | None) -> Observation | None:
        """Return the last revision known on a day – on any day, where none is given."""
        for observation in reversed(self.groups.get(group, ())):
            if known_by is None or observation.revision.known_on <= known_by:
                return observation
        return None

    def is_known(self, known_by: date | None) -> bool:
        """Whether anything of the month was known on that day, be it that all of it is hidden."""
        if not self.groups:
            return bool(self.withheld) or self.stale is None
        return any(self.last(group, known_by) for group in self.groups)

    def stale_since(self, known_by: date | None) -> date | None:
        """Return the day from which on the source could not be read, as far as that was known on a day."""
        is_told = self.stale is not None and (known_by is None or self.stale <= known_by)
        return self.stale if is_told else None

    def hides(self, group: str, known_by: date | None, k: int) -> bool:
        """Whether the group must not be shown beside the others of its dimension."""
        dimension = dimension_of(group)
        if group not in self.groups:
            return dimension in self.withheld
        return dimension in self.small and group not in self._visible(dimension, known_by, k)

    def _visible(self, dimension: str, known_by: date | None, k: int) -> frozenset[str]:
        found = {group: self.last(group, known_by) for group in self.groups if dimension_of(group) == dimension}
        sizes = {group: observation.counts.n for group, observation in found.items() if observation}
        total = self.last(ALL, known_by)
        if dimension in self.withheld and total is not None:
            # What the file withholds can be found by subtraction, as one group of its own.
            sizes[""] = max(total.counts.n - sum(sizes.values()), 0)
        return visible_groups(sizes, k)


def dimension_of(group: str) -> str:
    """Return `occasion` for `occasion.fitting`, and `all` for `all`."""
    return group.partition(".")[0]


@per_project
def observations(project: Project, metric_id: str) -> Mapping[Month, Observed]:
    """Return everything known of a metric, by month.

    One pass over the snapshots of a project per metric; counts are read once.

    Raises:
        KeyError: There is no such metric.
        ValueError: A snapshot holds counts that do not suit the metric's kind or cannot be.
    """
    tally = project.metrics[metric_id].tally
    found = {
        month: _observed(snapshot.metrics[metric_id], tally, project.settings.k)
        for month, snapshot in project.snapshots.items()
        if metric_id in snapshot.metrics
    }
    return MappingProxyType(found)


def _observed(stored: MetricMonth, tally: Tally, k: int) -> Observed:
    groups = {
        group: tuple(Observation(revision, counts_from(revision.stats, tally)) for revision in revisions)
        for group, revisions in stored.groups.items()
    }
    small = frozenset(
        dimension_of(group) for group, known in groups.items() if any(0 < each.counts.n < k for each in known)
    )
    return Observed(groups, frozenset(stored.hidden), stored.stale, small)
