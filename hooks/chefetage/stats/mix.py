"""Has the value changed, or only who answers? Both periods at the mix of the earlier one.

If two channels improve and the weaker of them is asked more often, the value for all falls (Simpson's paradox). Direct
standardisation holds the mix still: see any textbook of epidemiology, such as K. J. Rothman, "Modern Epidemiology".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from chefetage.model.counts import Strata
from chefetage.stats.difference import ALPHA, Difference
from chefetage.stats.strata import compare_strata, stratified

if TYPE_CHECKING:
    from collections.abc import Mapping

    from chefetage.model.counts import Answers

MATTERS_FROM = 10.0
"""Percentage points by which a group's share must move for the adjusted change to be told beside the raw one."""


@dataclass(frozen=True, slots=True)
class MixAdjusted:
    """A change as it would be if the groups had kept their shares."""

    before: float
    """The earlier value; that of all answers together, as the mix is its own."""

    now: float
    """The later value at the earlier mix."""

    difference: Difference
    largest_shift: float
    """The furthest that a group's share of the answers has moved, in percentage points."""

    @property
    def matters(self) -> bool:
        """Whether the mix has moved so far that the adjusted change must be told too."""
        return self.largest_shift > MATTERS_FROM


def adjust_for_mix(
    before: Mapping[str, Answers], now: Mapping[str, Answers], alpha: float = ALPHA
) -> MixAdjusted | None:
    """Compare two periods at the mix of the earlier one.

    Args:
        before: Group, such as a channel, to its answers; together they are all answers of the period.
        now: The same for the later period.
        alpha: The interval is at 1 − alpha. The earlier shares are taken as they are, without error of their own.

    Returns:
        In the metric's unit; `None` unless both periods have answers from the same groups.
    """
    if not before or before.keys() != now.keys() or any(not each.n for each in (*before.values(), *now.values())):
        return None
    weights = {group: float(answers.n) for group, answers in before.items()}
    earlier = Strata(tuple((weight, before[group]) for group, weight in weights.items()))
    later = Strata(tuple((weight, now[group]) for group, weight in weights.items()))
    shift = max(abs(now[group].n / later.n - before[group].n / earlier.n) for group in weights)
    difference = compare_strata(earlier, later, alpha)
    return MixAdjusted(stratified(earlier)[0], stratified(later)[0], difference, 100 * shift)
