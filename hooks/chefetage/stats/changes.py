"""What has really changed: two periods of a metric compared, with false alarms under control."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from chefetage.model.counts import Total
from chefetage.model.estimate import Change, Shown, Trend
from chefetage.model.snapshot import ALL
from chefetage.stats.breaks import breaks_of
from chefetage.stats.counts import compare, estimate, pooled
from chefetage.stats.difference import family_alpha
from chefetage.stats.family import family
from chefetage.stats.mergers import merged_from
from chefetage.stats.observations import Observation
from chefetage.stats.per_project import per_project
from chefetage.stats.periods import due_blocks, periods_for
from chefetage.stats.reading import read
from chefetage.stats.suppression import shown_of

if TYPE_CHECKING:
    from datetime import date

    from chefetage.model.counts import Counts
    from chefetage.model.estimate import Estimate
    from chefetage.model.metric import Telling
    from chefetage.model.month import Month
    from chefetage.model.project import Project
    from chefetage.stats.difference import Difference
    from chefetage.stats.periods import Span

_COMPARABLE_FROM = 100
"""Fewer answers in either period, and nothing is said about a change."""


@per_project
def change(  # noqa: PLR0913 – those of a figure
    project: Project,
    metric_id: str,
    month: Month,
    group: str = ALL,
    known_by: date | None = None,
    *,
    pro_forma: bool = False,
) -> Change:
    """Compare the period that ends with `month` with the one before, as `metric.compare` says.

    The answers of each period are pooled. "Up" or "down" is said only where the interval of the difference, at 1 − α/m,
    excludes 0; m is the metric's `family`, so that the same answers get the same verdict wherever they are shown. What
    can be said is the first of these that applies:

    1. `BROKEN` where the group holds other customers than before, as after a merger; pro forma it always held them.
    2. `NO_HISTORY`: months of a period are missing or hidden; nothing is derived from part of a period.
    3. `BROKEN`: the way of measuring changed after the first and not after the last of all these months (`breaks_of`).
    4. `TOO_FEW`: fewer than 100 answers in one of the periods; k are enough for what is counted in full.
    5. `UNTESTED`: an amount of money, or a time that so many open cases keep out of reach.
    6. `UP`, `DOWN` or `UNPROVEN`.

    Args:
        project: The site.
        metric_id: A metric of the site.
        month: The last month of the later period.
        group: All respondents, or one group.
        known_by: The day the edition goes by.
        pro_forma: Whether the group's predecessors are counted in for the months before they became part of it.

    Returns:
        Differences in the metric's unit, shares' in percentage points. `estimate_now` and `estimate_before` are those
        of the pooled answers at 95 %; they and the difference are missing where nothing may be derived.

    Raises:
        KeyError: There is no such metric.
        ValueError: A snapshot holds impossible counts; reading should have refused it.
    """
    metric = project.metrics[metric_id]
    periods = periods_for(metric.compare, month)
    alpha = family_alpha(family(project, metric_id, month, group))
    result = partial(Change, comparison=metric.compare, now=periods.now, before=periods.before, alpha=alpha)
    if not pro_forma and any(periods.breaks_at(start) for start in merged_from(project, group)):
        return result(trend=Trend.BROKEN)
    each_before = _answers(project, metric_id, periods.before, group, known_by, pro_forma=pro_forma)
    each_now = _answers(project, metric_id, periods.now, group, known_by, pro_forma=pro_forma)
    if not each_before or not each_now:
        return result(trend=Trend.NO_HISTORY)
    starts = breaks_of(project, metric_id, group, pro_forma=pro_forma)
    # Answers that got weights are counted in another way, even where the definition does not say so.
    if any(periods.breaks_at(start) for start in starts) or len({type(each) for each in (*each_before, *each_now)}) > 1:
        return result(trend=Trend.BROKEN)
    k = project.settings.k
    telling = metric.telling
    if len(each_before) > 1 or len(each_now) > 1:
        # Over months the same customers answer again; that so many of so few did holds for each month alone.
        telling = replace(telling, population=None)
    before, now = pooled(each_before), pooled(each_now)
    result = partial(result, estimate_now=_estimate(now, telling, k), estimate_before=_estimate(before, telling, k))
    if min(before.n, now.n) < _fewest(now, k):
        return result(trend=Trend.TOO_FEW)
    found = compare(before, now, telling, alpha)
    if found is None:
        return result(trend=Trend.UNTESTED)
    return result(trend=_trend(found), difference=found.value, low=found.low, high=found.high, p=found.p)


def _trend(difference: Difference) -> Trend:
    if not difference.excludes_zero:
        return Trend.UNPROVEN
    return Trend.UP if difference.low > 0 else Trend.DOWN


def _answers(  # noqa: PLR0913 – those of a change
    project: Project, metric_id: str, span: Span, group: str, known_by: date | None, *, pro_forma: bool
) -> tuple[Counts, ...]:
    """Return the answers of a period, value by value; none where a value that was due is missing or hidden."""
    found: list[Counts] = []
    for block in due_blocks(span, project.metrics[metric_id].cadence):
        values = [read(project, metric_id, month, group, known_by, pro_forma=pro_forma) for month in block]
        known = [value.counts for value in values if isinstance(value, Observation)]
        if not known or Shown.HIDDEN in values:
            return ()
        found += known
    return tuple(found)


def _fewest(counts: Counts, k: int) -> int:
    """Return how many answers a period needs for its change to be tested; a number of things is tested exactly."""
    return k if isinstance(counts, Total) else max(_COMPARABLE_FROM, k)


def _estimate(counts: Counts, telling: Telling, k: int) -> Estimate | None:
    return estimate(counts, telling) if shown_of(counts, telling, k) in {Shown.FULL, Shown.WIDE} else None
