"""Intervals that other programs show, to compare with: those shown on pages are Wilson's and Rocks'.

Sources: C. Clopper and E. S. Pearson, Biometrika 26 (1934); A. Agresti and B. A. Coull, The American Statistician 52
(1998); A. Wald's is the one of most textbooks.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from chefetage.model.counts import MeanCounts
from chefetage.stats.difference import ALPHA, critical_value
from chefetage.stats.mean import estimate_mean
from chefetage.stats.nps import score, standard_error
from chefetage.stats.special import beta_quantile

if TYPE_CHECKING:
    from chefetage.model.counts import NpsCounts, ShareCounts


def clopper_pearson(counts: ShareCounts, alpha: float = ALPHA) -> tuple[float, float]:
    """Return the exact interval of a share, in percent: never too short, mostly too long. `n` is at least 1."""
    k, n = counts.k, counts.n
    low = beta_quantile(alpha / 2, k, n - k + 1) if k else 0.0
    high = beta_quantile(1 - alpha / 2, k + 1, n - k) if k < n else 1.0
    return 100 * low, 100 * high


def agresti_coull(counts: ShareCounts, alpha: float = ALPHA) -> tuple[float, float]:
    """Return a share's textbook interval after adding z² answers, half of which count; in percent, clipped."""
    z = critical_value(alpha)
    n = counts.n + z * z
    share = (counts.k + z * z / 2) / n
    return _percent(share, z * math.sqrt(share * (1 - share) / n))


def wald_share(counts: ShareCounts, alpha: float = ALPHA) -> tuple[float, float]:
    """Return a share's textbook interval, in percent, clipped: too short, and a point where all answers are alike."""
    share = counts.k / counts.n
    return _percent(share, critical_value(alpha) * math.sqrt(share * (1 - share) / counts.n))


def wald_score(counts: NpsCounts, alpha: float = ALPHA) -> tuple[float, float]:
    """Return a recommendation score's textbook interval, in points: a point where all answers are alike."""
    centre, margin = score(counts), critical_value(alpha) * standard_error(counts)
    return 100 * (centre - margin), 100 * (centre + margin)


def student_score(counts: NpsCounts, alpha: float = ALPHA) -> tuple[float, float]:
    """Return a recommendation score's interval as if it were a mean of +1, 0 and −1, in points."""
    found = estimate_mean(as_answers(counts), alpha)
    return 100 * found.low, 100 * found.high


def as_answers(counts: NpsCounts) -> MeanCounts:
    """Return promoters, passives and detractors as answers +1, 0 and −1."""
    return MeanCounts(((-1, counts.detractors), (0, counts.passives), (1, counts.promoters)))


def _percent(share: float, margin: float) -> tuple[float, float]:
    return 100 * max(share - margin, 0.0), 100 * min(share + margin, 1.0)
