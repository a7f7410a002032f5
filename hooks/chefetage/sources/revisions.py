"""What a snapshot gains from a new count of one metric: revisions appended, never overwritten."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from chefetage.model.snapshot import ALL, MetricMonth, Revision, RevisionStatus
from chefetage.sources.redefinition import result_of, told_anew
from chefetage.sources.states import states_of
from chefetage.sources.withholding import dimension_of, held_back, written_groups
from chefetage.stats.definition import definition_digest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from chefetage.model.metric import Metric
    from chefetage.sources.cut_off import Statuses


class Step(StrEnum):
    """What happened to one group's value."""

    NEW = "new"
    REVISED = "revised"
    """Other counts, before the value was final."""
    SETTLED = "settled"
    """The same counts, now final."""
    RESTATED = "restated"
    """Other counts although the value was final: a correction."""
    HELD_BACK = "held-back"
    """Other counts, yet so few answers apart that the difference would give them away."""
    REDEFINED = "redefined"
    """The same counts, by another definition than before."""
    HIDDEN = "hidden"
    """Too few answers, or needed to hide a group that has too few."""
    STALE = "stale"
    """The source could not be read: what was known stands."""
    READ_AGAIN = "read-again"
    """The source can be read again, and what was known is still right."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What happened to one metric's value in one group."""

    metric: str
    group: str
    step: Step
    before: Revision | None = None
    after: Revision | None = None


@dataclass(frozen=True, slots=True)
class Input:
    """A new count of one metric in one month, and where it is from."""

    stats: Mapping[str, Mapping[str, int]]
    """Group to counts; `dimension.` stands for respondents who belong to no group."""
    source: str
    digest: str
    known_on: date
    statuses: Statuses


def revise(
    metric: Metric, earlier: MetricMonth | None, found: Input, k: int
) -> tuple[MetricMonth, tuple[Difference, ...]]:
    """Return a metric's month after a new count, and what happened to each group.

    A group is written if `visible_groups` lets it be seen beside the others of its dimension; below `k` answers in all,
    nothing is written but the fact. Nothing is ever taken away: a group that has become too small keeps its history.
    Equal counts with an equal status add nothing. Counts fewer than `k` answers apart from the last ones are held back,
    with as many others of the dimension as it takes to hide them; the status is still brought up to date. A mark that
    the source could not be read is taken away. Where the definition has changed, what is known is told by the new one.

    Args:
        metric: What is measured.
        earlier: The metric's month so far.
        found: The new count.
        k: The smallest number of answers that may be shown.
    """
    history = {} if earlier is None else dict(earlier.groups)
    groups, hidden = written_groups(found.stats, history, k)
    held = held_back(groups, found.stats, states_of(history), k)
    differences: list[Difference] = []
    definition = definition_digest(metric)
    if earlier is not None and definition != earlier.definition:
        if ALL in held:  # what is told was counted by the earlier definition
            definition = earlier.definition
        else:
            history = told_anew(metric, history, found.known_on)
    for group, stats in groups.items():
        last = history[group][-1] if group in history else None
        if last is None and group in held:
            hidden.add(dimension_of(group))
            continue
        told = last.stats if last is not None and group in held else stats
        revision = _revision(metric, told, found, last, found.statuses.of(group))
        changed = last is None or (revision.stats, revision.status) != (last.stats, last.status)
        if changed:
            history[group] = (*history.get(group, ()), revision)
        if changed or group in held:
            step = Step.HELD_BACK if group in held else _step(last, revision)
            differences.append(Difference(metric.id, group, step, last, revision))
    if earlier is not None and definition != earlier.definition and not differences:
        differences.append(Difference(metric.id, ALL, Step.REDEFINED))
    known_hidden = () if earlier is None else earlier.hidden
    differences += [Difference(metric.id, name, Step.HIDDEN) for name in sorted(hidden.difference(known_hidden))]
    if earlier is not None and earlier.stale is not None and not differences:
        last = history[ALL][-1] if ALL in history else None
        differences.append(Difference(metric.id, ALL, Step.READ_AGAIN, last, last))
    month = MetricMonth(definition=definition, groups=history, hidden=tuple(sorted(hidden)))
    return month, tuple(differences)


def _revision(
    metric: Metric, stats: Mapping[str, int], found: Input, last: Revision | None, status: RevisionStatus
) -> Revision:
    """Return what a group's history gains: what is final stays so, and equal counts keep their result and source."""
    if last is not None and last.status is RevisionStatus.FINAL:
        status = RevisionStatus.FINAL
    if last is not None and stats == last.stats:
        return last.model_copy(update={"status": status, "known_on": found.known_on})
    result, method = result_of(stats, metric)
    return Revision(
        known_on=found.known_on,
        status=status,
        stats=dict(stats),
        result=result,
        method=method,
        source=found.source,
        digest=found.digest,
    )


def _step(last: Revision | None, revision: Revision) -> Step:
    if last is None:
        return Step.NEW
    if revision.stats == last.stats:
        return Step.SETTLED
    return Step.RESTATED if last.status is RevisionStatus.FINAL else Step.REVISED
