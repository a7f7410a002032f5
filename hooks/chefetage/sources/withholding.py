"""What a new count may not show: groups that are too small, and steps that are.

What was written once stays known. So the question is never only what a file shows, but what somebody can work out who
has seen all states of it: every group, every step from one state to the next, and what is left of all without them is
nobody, or at least k answers.

Of a rate, such as complaints per thousand orders, two things are counted: orders, which are many and tell nothing of a
person, and complaints, which do. For all customers a rate may be told with a single complaint, as the share of 400
answers may be told of which one counts: nobody can say whose it is. One complaint in one group, or one that came from
one state to the next, is another matter. So in groups both are protected, the orders and the complaints; and where all
customers together have fewer than k complaints, no group is told at all.

Months share no answers where a source names the day of each; where it does not, the same file is not counted for two
months, see `chefetage.sources.timely`. So a quarter without two of its months is what the third month tells anyway.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.snapshot import ALL
from chefetage.sources.tally import answers_between, answers_in, remainder
from chefetage.stats.suppression import visible_groups

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

_EXPOSURE = "exposure"
"""Marks the counts of a rate."""


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
        visible = _visible(groups, found, history, k)
        named = [group for group in groups if not group.endswith(".")]
        if not visible.issuperset(named):
            hidden.add(dimension)
        written |= {
            group: found[group]
            for group in named
            if group in visible and (answers_in(found[group]) or group in history)
        }
    return written, hidden


def _visible(
    groups: Sequence[str], found: Mapping[str, Mapping[str, int]], history: Container[str], k: int
) -> frozenset[str]:
    """Return the groups of one dimension that may be shown by everything that is protected."""
    visible = frozenset(groups)
    for at, total in enumerate(_protected(found[ALL])):
        if 0 < total < k:
            return frozenset()
        sizes = {group: _protected(found[group])[at] for group in groups}
        # Larger than all others, a group that is known is the last to be hidden beside a small one.
        ranked = {group: size + total if group in history and size >= k else size for group, size in sizes.items()}
        visible &= visible_groups(ranked, k)
    return visible


def held_back(
    written: Mapping[str, Mapping[str, int]],
    found: Mapping[str, Mapping[str, int]],
    states: Sequence[Mapping[str, Mapping[str, int]]],
    k: int,
) -> frozenset[str]:
    """Return the groups whose new counts may not be told, because what they or others did would come to light.

    The same counts found again are answered the same way: what is held back stays so until more has changed.

    Args:
        written: The groups that are large enough, with the counts found.
        found: All groups, the ones without a name included.
        states: What has been told so far, oldest first.
        k: The smallest number of answers that may be shown.
    """
    if not states or ALL not in written:
        return frozenset()
    last = states[-1]
    news = frozenset(group for group, stats in written.items() if last.get(group) != stats)
    if answers_between(last[ALL], found[ALL]) in range(1, k):
        return news
    held: set[str] = set()
    for groups in _by_dimension(found).values():
        own = _held_of(news.intersection(groups), groups, found, states, k)
        if own is None and ALL in news:
            return news
        held |= news.intersection(groups) if own is None else own
    return frozenset(held)


def _held_of(
    news: frozenset[str],
    groups: list[str],
    found: Mapping[str, Mapping[str, int]],
    states: Sequence[Mapping[str, Mapping[str, int]]],
    k: int,
) -> frozenset[str] | None:
    """Return which groups of one dimension to hold back beside a new value for all; `None` if even all do not help.

    Small steps are held back first, then what was never told, then one group after another, smallest step first.
    """
    last = states[-1]
    steps = {group: answers_between(last[group], found[group]) for group in news if group in last}
    held = frozenset(group for group in steps if _is_small_step(last[group], found[group], k))
    larger = sorted(steps.keys() - held, key=lambda group: (steps[group], group))
    for more in ((), news - steps.keys(), *((group,) for group in larger)):
        held = held.union(more)
        told = {group: found[group] if group in news - held else last[group] for group in {*last, *(news - held)}}
        if not _gives_away({group: told[group] for group in groups if group in told}, found, states, k):
            return held
    return None


def _gives_away(
    told: Mapping[str, Mapping[str, int]],
    found: Mapping[str, Mapping[str, int]],
    states: Sequence[Mapping[str, Mapping[str, int]]],
    k: int,
) -> bool:
    """Whether all, told as found, without groups of one dimension would come to a few answers, or have moved by a few.

    What is left is looked at without the groups whose told counts are true, and without all that are told, as a reader
    cannot know which are. Its step is taken from every state that a reader may have seen: the groups of one that is
    partly held back are of different days, so the last alone would not do.
    """
    true = [group for group, stats in told.items() if stats == found[group]]
    for known in (true, list(told)):
        rest = remainder(found[ALL], (told[group] for group in known))
        if known and any(size in range(1, k) for size in _protected(rest)):
            return True
    for state in states:
        both = [group for group in true if group in state]
        before = remainder(state[ALL], (state[group] for group in both))
        now = remainder(found[ALL], (found[group] for group in both))
        if _is_small_step(before, now, k) if both else answers_between(before, now) in range(1, k):
            return True
    return False


def _protected(stats: Mapping[str, int]) -> tuple[int, ...]:
    """Return what must be nobody or many in a group: its answers; of a rate, what it is of, and what happened."""
    return (answers_in(stats), stats["k"]) if _EXPOSURE in stats else (answers_in(stats),)


def _is_small_step(before: Mapping[str, int], now: Mapping[str, int], k: int) -> bool:
    """Whether a group has moved from one count to another by a few."""
    steps = [answers_between(before, now)]
    if _EXPOSURE in now:
        steps.append(abs(now["k"] - before["k"]))
    return any(step in range(1, k) for step in steps)


def dimension_of(group: str) -> str:
    """Return the dimension that a group such as `region.north` belongs to."""
    return group.partition(".")[0]


def _by_dimension(groups: Iterable[str]) -> dict[str, list[str]]:
    dimensions: dict[str, list[str]] = {}
    for group in groups:
        if group != ALL:
            dimensions.setdefault(dimension_of(group), []).append(group)
    return dimensions
