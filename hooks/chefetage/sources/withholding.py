"""What a new count may not show: groups that are too small, and steps that are.

What was written once stays known. So the question is never only what a file shows, but what somebody can work out who
has seen all states of it: every group, every step from one state to the next, and what is left of all without them is
nobody, or at least k answers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.snapshot import ALL
from chefetage.sources.tally import answers_between, answers_in, remainder
from chefetage.stats.suppression import visible_groups

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

_REST = ""
"""Stands for all groups of a dimension that are not written."""


def written_groups(
    found: Mapping[str, Mapping[str, int]], history: Container[str], k: int
) -> tuple[dict[str, Mapping[str, int]], set[str]]:
    """Return the groups that may be written, and the dimensions of which some may not.

    What has been written once is known for good. So where a large group has to be hidden beside a small one, it is one
    that has never been written: else two states of a month could be put together.
    """
    total = answers_in(found[ALL])
    if 0 < total < k:
        return {}, {ALL}
    written = {ALL: found[ALL]}
    hidden: set[str] = set()
    for dimension, groups in _by_dimension(found).items():
        sizes = {group: answers_in(found[group]) for group in groups}
        # Larger than all others, a group that is known is the last to be hidden beside a small one.
        ranked = {group: size + total if group in history and size >= k else size for group, size in sizes.items()}
        visible = visible_groups(ranked, k)
        named = [group for group in groups if not group.endswith(".")]
        if not visible.issuperset(named):
            hidden.add(dimension)
        written |= {group: found[group] for group in named if group in visible and (sizes[group] or group in history)}
    return written, hidden


def held_back(
    written: Mapping[str, Mapping[str, int]],
    found: Mapping[str, Mapping[str, int]],
    last: Mapping[str, Mapping[str, int]],
    k: int,
) -> frozenset[str]:
    """Return the groups whose step from the last counts is too small to be shown, alone or by subtraction."""
    if ALL not in last or ALL not in written:
        return frozenset()
    if answers_between(last[ALL], found[ALL]) not in range(1, k):
        held = frozenset().union(
            *(_held_in(groups, found, last, k, all_held=False) for groups in _by_dimension(written).values())
        )
        shown = {group: stats for group, stats in written.items() if group not in held}
        if not _gives_away({**last, **shown}, found, k):
            return held
    return frozenset({ALL}).union(
        *(_held_in(groups, found, last, k, all_held=True) for groups in _by_dimension(written).values())
    )


def _held_in(
    groups: list[str],
    found: Mapping[str, Mapping[str, int]],
    last: Mapping[str, Mapping[str, int]],
    k: int,
    *,
    all_held: bool,
) -> frozenset[str]:
    """Return the groups of one dimension to hold back.

    Their steps add up to the step of all, so they are hidden by the same rule as the groups themselves. While the step
    of the groups that were not written is hidden, none of those may be written either.
    """
    known = [group for group in groups if group in last]
    steps = {group: answers_between(last[group], found[group]) for group in known}
    if not all_held:
        rest_before = remainder(last[ALL], (last[group] for group in known))
        steps[_REST] = answers_between(rest_before, remainder(found[ALL], (found[group] for group in known)))
    small = set(steps) - visible_groups(steps, k)
    new = set(groups) - set(known) if all_held or _REST in small else set()
    return frozenset(small - {_REST} | new)


def _gives_away(told: Mapping[str, Mapping[str, int]], found: Mapping[str, Mapping[str, int]], k: int) -> bool:
    """Whether what is left of all, without the groups whose last told counts are still true, is a few answers.

    It happens when answers were taken back: a group that has become too small is hidden, but the old counts of the
    group hidden beside it are known, and have not changed.
    """
    for groups in _by_dimension(told).values():
        true = [found[group] for group in groups if told[group] == found.get(group)]
        if answers_in(remainder(found[ALL], true)) in range(1, k):
            return True
    return False


def dimension_of(group: str) -> str:
    """Return the dimension that a group such as `region.north` belongs to."""
    return group.partition(".")[0]


def _by_dimension(groups: Iterable[str]) -> dict[str, list[str]]:
    dimensions: dict[str, list[str]] = {}
    for group in groups:
        if group != ALL:
            dimensions.setdefault(dimension_of(group), []).append(group)
    return dimensions
