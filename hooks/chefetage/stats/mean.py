"""Mean answers on a scale, such as an effort score; in units of the scale.

Sources: Student (1908) for one period; for two B. L. Welch, "The generalization of Student's problem", Biometrika 34
(1947).
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from chefetage.model.estimate import Estimate
from chefetage.stats.difference import ALPHA, Difference
from chefetage.stats.special import student_p, student_quantile

if TYPE_CHECKING:
    from chefetage.model.counts import MeanCounts

METHOD = "student-t"


def mean(counts: MeanCounts) -> float:
    """Return the mean answer. Raises `ValueError` without answers."""
    _require_answers(counts.n)
    return sum(answer * count for answer, count in counts.answers) / counts.n


def deviation(counts: MeanCounts) -> float:
    """Return the standard deviation, with n − 1 in the denominator; NaN with a single answer."""
    n = counts.n
    if n <= 1:
        return math.nan
    total = sum(answer * count for answer, count in counts.answers)
    squares = sum(answer * answer * count for answer, count in counts.answers)
    # Where answers weigh differently the counts are broken numbers, and rounding may leave a little less than nothing.
    return math.sqrt(max(squares * n - total * total, 0) / (n * (n - 1)))


def estimate_mean(counts: MeanCounts, alpha: float = ALPHA) -> Estimate:
    """Estimate the mean answer with Student's t interval.

    Args:
        counts: At least one answer.
        alpha: The interval is at 1 − alpha.

    Returns:
        In units of the scale; with a single answer, or where all are the same, the ends are the mean itself: then ask
        `reach_of_the_unheard`.

    Raises:
        ValueError: Nobody answered.
    """
    value, error = mean(counts), _error(counts)
    margin = student_quantile(1 - alpha / 2, counts.n - 1) * error if error else 0.0
    return Estimate(value, value - margin, value + margin, counts.n, METHOD)


def reach_of_the_unheard(value: float, n: float, scale: tuple[int, int], alpha: float = ALPHA) -> tuple[float, float]:
    """Return how far the mean may lie from the one answer that everybody gave, in units of the scale.

    Where all answers are the same they show no spread, and Student's interval has no length. That nobody answered
    otherwise leaves room for a share of at most 1 − (alpha/2)^(1/n) who would have (Clopper and Pearson 1934); at worst
    they stand at the ends of the scale.

    Args:
        value: The answer.
        n: How many gave it.
        scale: The lowest and the highest answer there is.
        alpha: The interval is at 1 − alpha.
    """
    share = 1 - (alpha / 2) ** (1 / n)
    return value - share * (value - scale[0]), value + share * (scale[1] - value)


def compare_means(before: MeanCounts, now: MeanCounts, alpha: float = ALPHA) -> Difference:
    """Compare two periods of different customers by Welch's test, which does not suppose equal spreads.

    Raises:
        ValueError: Fewer than two answers in one of the periods.
    """
    _require_answers(min(before.n, now.n) - 1)
    value = mean(now) - mean(before)
    one, two = _error(before) ** 2, _error(now) ** 2
    error = math.sqrt(one + two)
    if not error:
        return Difference(value, value, value, 0.0 if value else 1.0, None)
    degrees = error**4 / (one * one / (before.n - 1) + two * two / (now.n - 1))
    margin = student_quantile(1 - alpha / 2, degrees) * error
    return Difference(value, value - margin, value + margin, student_p(value / error, degrees), value / error)


def _error(counts: MeanCounts) -> float:
    return deviation(counts) / math.sqrt(counts.n) if counts.n > 1 else 0.0


def _require_answers(n: int) -> None:
    if n <= 0:
        raise ValueError("without answers there is no mean")
