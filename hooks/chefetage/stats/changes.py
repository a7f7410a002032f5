"""What has really changed: two periods of a metric compared, with false alarms under control."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from chefetage.model.estimate import Change, Shown, Trend
from chefetage.model.month import Month
from chefetage.model.snapshot import ALL
from chefetage.stats.counts import compare, estimate, pooled
from chefetage.stats.difference import family_alpha
from chefetage.stats.family import family
from chefetage.stats.observations import observations
from chefetage.stats.per_project import per_project
from chefetage.stats.periods import due_blocks, periods_for
from chefetage.stats.suppression import shown_for

if TYPE_CHECKING:
    from datetime import date

    from chefetage.model.counts import Counts
    from chefetage.model.estimate import Estimate
    from chefetage.model.metric import Telling
    from chefetage.model.project import Project
    from chefetage.stats.difference import Difference
    from chefetage.stats.periods import Span

_COMPARABLE_FROM = 100
"""Fewer answers in either period, and nothing is said about a change."""


@per_project
def change(project: Project, metric_id: str, month: Month, group: str = ALL, known_by: date | None = None) -> Change:
    """Compare the period that ends with `month` with the one before, as `metric.compare` says.

    The answers of each period are pooled. "Up" or "down" is said only where the interval of the difference, at 1 − α/m,
    excludes 0; m is the metric's `family`, so that the same answers get the same verdict wherever they are shown. What
    can be said is the first of these that applies:

    1. `NO_HISTORY`: months of a period are missing or hidden; nothing is derived from part of a period.
    2. `BROKEN`: the way of measuring changed after the first and not after the last of all these months: by an event,
       by a definition that began, or between two snapshots.
    3. `TOO_FEW`: fewer than 100 answers in one of the periods.
    4. `UNTESTED`: an amount of money, or a time that so many open cases keep out of reach.
    5. `UP`, `DOWN` or `UNPROVEN`.

    Args:
        project: The site.
        metric_id: A metric of the site.
        month: The last month of the later period.
        group: All respondents, or one group.
        known_by: The day the edition goes by.

    Returns:
        Differences in points or percentage points. `estimate_now` and `estimate_before` are those of the pooled answers
        at 95 %; they and the difference are missing where nothing may be derived.

    Raises:
        KeyError: There is no such metric.
        ValueError: A snapshot holds impossible counts; reading should have refused it.
    """
    metric = project.metrics[metric_id]
    periods = periods_for(metric.compare, month)
    alpha = family_alpha(family(project, metric_id, month, group))
    result = partial(Change, comparison=metric.compare, now=periods.now, before=periods.before, alpha=alpha)
    before = _answers(project, metric_id, periods.before, group, known_by)
    now = _answers(project, metric_id, periods.now, group, known_by)
    if before is None or now is None:
        return result(trend=Trend.NO_HISTORY)
    if any(periods.breaks_at(start) for start in _new_starts(project, metric_id)):
        return result(trend=Trend.BROKEN)
    k = project.settings.k
    telling = metric.telling
    result = partial(result, estimate_now=_estimate(now, telling, k), estimate_before=_estimate(before, telling, k))
    if min(before.n, now.n) < max(_COMPARABLE_FROM, k):
        return result(trend=Trend.TOO_FEW)
    found = compare(before, now, telling, alpha)
    if found is None:
        return result(trend=Trend.UNTESTED)
    return result(trend=_trend(found), difference=found.value, low=found.low, high=found.high, p=found.p)


def _trend(difference: Difference) -> Trend:
    if not difference.excludes_zero:
        return Trend.UNPROVEN
    return Trend.UP if difference.low > 0 else Trend.DOWN


def _answers(project: Project, metric_id: str, span: Span, group: str, known_by: date | None) -> Counts | None:
    """Pool the answers of a period, or return `None` where a value that was due is missing or hidden."""
    by_month = observations(project, metric_id)
    k = project.settings.k
    found: list[Counts] = []
    for block in due_blocks(span, project.metrics[metric_id].cadence):
        in_block = len(found)
        for month in block:
            observed = by_month.get(month)
            if observed is None:
                continue
            if observed.hides(group, known_by, k):
                return None
            last = observed.last(group, known_by)
            if last is not None:
                found.append(last.counts)
        if len(found) == in_block:
            return None
    return pooled(found)


def _estimate(counts: Counts, telling: Telling, k: int) -> Estimate | None:
    return estimate(counts, telling) if shown_for(counts.n, k) in {Shown.FULL, Shown.WIDE} else None


@per_project
def _new_starts(project: Project, metric_id: str) -> tuple[Month, ...]:
    """Return the months from which the metric was measured in a new way."""
    starts = [
        Month.of(event.date)
        for event in project.events.values()
        if event.breaks and (not event.metrics or metric_id in event.metrics)
    ]
    valid_from = project.metrics[metric_id].valid_from
    if valid_from is not None:
        starts.append(valid_from)
    definitions = [(m, project.snapshots[m].metrics[metric_id].definition) for m in observations(project, metric_id)]
    starts += [month for (_, before), (month, now) in pairwise(sorted(definitions)) if before != now]
    return tuple(starts)
