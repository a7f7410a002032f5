"""How much may be shown: small groups are hidden, and cannot be worked out from the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.counts import Total
from chefetage.model.estimate import Shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from chefetage.model.counts import Counts
    from chefetage.model.metric import Telling

_VALUE_FROM = 10
"""Fewer answers make no score: only their number is shown."""
_FULL_FROM = 30
"""Fewer answers make a score so uncertain that it is greyed."""


def shown_for(n: int, k: int) -> Shown:
    """Return how much may be shown of n answers.

    Args:
        n: Answers, 0 or more.
        k: The smallest number of answers that may be shown, at least 1.
    """
    if n == 0:
        return Shown.NO_ANSWERS
    if n < k:
        return Shown.HIDDEN
    if n < _VALUE_FROM:
        return Shown.COUNT_ONLY
    return Shown.WIDE if n < _FULL_FROM else Shown.FULL


def shown_of(counts: Counts, telling: Telling, k: int) -> Shown:
    """Return how much may be shown of counts.

    What was counted in full needs no more than k: ten answers make an uncertain score, but ten sold machines are ten. A
    number or an amount of nothing is a value too.
    """
    if isinstance(counts, Total):
        return Shown.HIDDEN if 0 < counts.n < k else Shown.FULL
    shown = shown_for(counts.n, k)
    return Shown.FULL if telling.is_fact and counts.n >= k else shown


def visible_groups(sizes: Mapping[str, int], k: int) -> frozenset[str]:
    """Return the groups of one dimension that may be shown beside their total.

    Groups of 1 to k − 1 answers are hidden. As the total is published, a single hidden group could be found by
    subtraction: so the next smallest are hidden too, until at least two are and they hold at least k answers together
    (complementary suppression, the remainder rule). A group without answers stays visible: there is nobody to protect,
    and nobody can hide behind it.

    Args:
        sizes: Group to its number of answers, not negative.
        k: The smallest number of answers that may be shown, at least 1.

    Returns:
        Names of the visible groups; of equally small ones the first by name is hidden first.
    """
    hidden = {group for group, n in sizes.items() if 0 < n < k}
    larger = sorted((group for group, n in sizes.items() if n >= k), key=lambda group: (sizes[group], group))
    for group in larger:
        if not hidden or (len(hidden) > 1 and sum(sizes[small] for small in hidden) >= k):
            break
        hidden.add(group)
    return frozenset(sizes) - hidden
