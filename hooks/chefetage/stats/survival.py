"""Times of which some are not over yet: the survival curve of Kaplan and Meier.

Sources: E. L. Kaplan and P. Meier, JASA 53 (1958); the interval of a quantile by inverting the curve's own band, R.
Brookmeyer and J. Crowley, Biometrics 38 (1982), on the complementary log-log scale with Greenwood's error.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chefetage.stats.difference import critical_value

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from chefetage.model.counts import TimeCounts

KAPLAN_MEIER = "kaplan-meier"
_TOO_CLOSE = 1e-9


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the survival curve."""

    time: int
    at_risk: int
    """Cases that take at least so long."""
    over: int
    """Cases of which that was all."""
    survival: float
    """The share of cases that take longer."""
    error: float
    """Standard error of its complementary log-log, after Greenwood; 0 where nothing is left."""

    def band(self, z: float) -> tuple[float, float]:
        """Return the ends of the interval around the share, from 0 to 1."""
        if not self.survival:
            return 0.0, 0.0
        level = math.log(-math.log(self.survival))
        return math.exp(-math.exp(level + z * self.error)), math.exp(-math.exp(level - z * self.error))


def survival(counts: TimeCounts) -> tuple[Step, ...]:
    """Return the product-limit curve: the share of cases that take longer than each time.

    A case that was still open when it was counted is at risk up to the time it had been open, that time included.
    """
    closed, still_open = dict(counts.closed), dict(counts.still_open)
    at_risk, left, spread = counts.n, 1.0, 0.0
    steps = []
    for time in sorted(closed.keys() | still_open.keys()):
        events = closed.get(time, 0)
        if events:
            left *= (at_risk - events) / at_risk
            if left:
                spread += events / (at_risk * (at_risk - events))
            steps.append(Step(time, at_risk, events, left, math.sqrt(spread) / -math.log(left) if left else 0.0))
        at_risk -= events + still_open.get(time, 0)
    return tuple(steps)


def survival_quantile(curve: Sequence[Step], part: Fraction, alpha: float) -> tuple[float, float, float | None] | None:
    """Return the time in which so large a part of the cases is over, and the ends of its interval.

    The quantile is the first time at which at most 1 − part is left – also where exactly that much is left, on which
    programs differ. The ends are the times at which the two ends of the curve's band come down so far.

    Returns:
        Value, low and high; `None` for a high end, or for everything, that the curve does not reach.
    """
    left, z = float(1 - part), critical_value(alpha)
    value = next((step.time for place, step in enumerate(curve) if _comes_down_to(curve, place, 1 - part)), None)
    if value is None:
        return None
    low = next((step.time for step in curve if step.band(z)[0] <= left), value)
    high = next((step.time for step in curve if step.band(z)[1] <= left), None)
    return float(value), float(min(low, value)), None if high is None else float(max(high, value))


def _comes_down_to(curve: Sequence[Step], place: int, left: Fraction) -> bool:
    """Return whether at most so much is left after a step: in whole numbers where broken ones cannot tell."""
    if abs(curve[place].survival - left) > _TOO_CLOSE:
        return curve[place].survival < left
    steps = curve[: place + 1]
    staying, at_risk = math.prod(step.at_risk - step.over for step in steps), math.prod(step.at_risk for step in steps)
    return staying * left.denominator <= at_risk * left.numerator
