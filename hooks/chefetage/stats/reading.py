"""What is known of one group in one month: the counts of its last revision, or why there are none.

Two are put together here from groups that a snapshot holds: all customers, where a metric is weighted by a dimension;
and a group with its predecessors, pro forma. Either is there in full or not at all: a value from part of the groups
would be another value, and would give away the part that is hidden.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.counts import MeanCounts, NpsCounts, ShareCounts, Strata
from chefetage.model.estimate import Shown
from chefetage.model.snapshot import ALL, RevisionStatus
from chefetage.stats.counts import pooled
from chefetage.stats.mergers import is_valid, predecessors
from chefetage.stats.observations import Observation, observations
from chefetage.stats.per_project import per_project

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from chefetage.model.counts import Answers
    from chefetage.model.month import Month
    from chefetage.model.project import Project
    from chefetage.model.snapshot import Revision


def read(  # noqa: PLR0913 – those of a figure
    project: Project,
    metric_id: str,
    month: Month,
    group: str = ALL,
    known_by: date | None = None,
    *,
    pro_forma: bool = False,
) -> Observation | Shown:
    """Return what was known of a group on a day, as one observation.

    Args:
        project: The site.
        metric_id: A metric of the site.
        month: The month that the value belongs to, and no other.
        group: All customers, or one group.
        known_by: The day whose knowledge counts; `None` for all there is.
        pro_forma: Whether the group's predecessors are counted in.

    Returns:
        The same object for the same revisions; `Shown.HIDDEN` or `Shown.NO_DATA` where nothing can be read.

    Raises:
        KeyError: There is no such metric.
        ValueError: A snapshot holds impossible counts; reading should have refused it.
    """
    dimension = project.metrics[metric_id].weighted_by
    if group == ALL and dimension is not None:
        return _weighted(project, metric_id, month, dimension, known_by)
    if not pro_forma:
        return _single(project, metric_id, month, group, known_by)
    members = [each for each in (*predecessors(project, group), group) if is_valid(project, each, month)]
    found = [_single(project, metric_id, month, each, known_by) for each in members]
    seen = [each for each in found if isinstance(each, Observation)]
    if len(seen) < len(found) or not seen or len({type(each.counts) for each in seen}) > 1:
        return _why_not(found)
    return seen[0] if len(seen) == 1 else _added_up(project, tuple(seen))


def _single(project: Project, metric_id: str, month: Month, group: str, known_by: date | None) -> Observation | Shown:
    observed = observations(project, metric_id).get(month)
    if observed is None or not observed.is_known(known_by) or not is_valid(project, group, month):
        return Shown.NO_DATA
    if observed.hides(group, known_by, project.settings.k):
        return Shown.HIDDEN
    return observed.last(group, known_by) or Shown.NO_DATA


def _weighted(
    project: Project, metric_id: str, month: Month, dimension: str, known_by: date | None
) -> Observation | Shown:
    whole = _single(project, metric_id, month, ALL, known_by)
    defined = project.dimensions.get(dimension)
    if not isinstance(whole, Observation) or defined is None or not defined.has_weights:
        return _why_not([whole])
    weights = {key: value.weight or 0.0 for key, value in defined.values.items() if value.is_valid(month)}
    found = [_single(project, metric_id, month, f"{dimension}.{key}", known_by) for key in weights]
    seen = [each for each in found if isinstance(each, Observation) and _answers(each) is not None]
    if len(seen) < len(found) or not seen:
        return _why_not(found)
    return _put_together(project, whole, tuple(zip(weights.values(), seen, strict=True)))


@per_project
def _put_together(_: Project, whole: Observation, parts: tuple[tuple[float, Observation], ...]) -> Observation:
    strata = Strata(tuple((weight, answers) for weight, seen in parts if (answers := _answers(seen)) is not None))
    return Observation(_revision([whole, *(seen for _, seen in parts)]), strata)


@per_project
def _added_up(_: Project, parts: tuple[Observation, ...]) -> Observation:
    return Observation(_revision(parts), pooled([part.counts for part in parts]))


def _answers(seen: Observation) -> Answers | None:
    """Return answers that a group's weight can be put on; `None` without any."""
    counts = seen.counts
    return counts if isinstance(counts, NpsCounts | ShareCounts | MeanCounts) and counts.n else None


def _revision(parts: Iterable[Observation]) -> Revision:
    """Return the revision that says how final all of them are: the last known one, a provisional one first."""
    revisions = [part.revision for part in parts]
    return max(revisions, key=lambda each: (each.status is RevisionStatus.PROVISIONAL, each.known_on))


def _why_not(found: Iterable[Observation | Shown]) -> Shown:
    return Shown.HIDDEN if Shown.HIDDEN in found else Shown.NO_DATA
