"""What charts say to those who do not see them, and the labels they share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.charts.scales import places
from chefetage.stats.rounding import decimals_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chefetage.charts.scales import Axis
    from chefetage.locales import Locale
    from chefetage.model.estimate import Estimate, Figure
    from chefetage.model.metric import Metric, Unit
    from chefetage.model.month import Month


def amount(value: float, metric: Metric, locale: Locale, decimals: int = 0) -> str:
    """Return a value as it is spoken, its unit included: `41 Punkte`, `83 %`, `4,2 von 5`."""
    return locale.on_scale(metric, locale.spoken(value, metric.unit, decimals))


def planned(value: float, metric: Metric, locale: Locale) -> str:
    """Return a target as a label says it, with as many decimals as it was set with."""
    return locale.on_scale(metric, locale.stated(value, metric.unit))


def estimated(estimate: Estimate, metric: Metric, locale: Locale) -> str:
    """Return an estimate as it is spoken, rounded as its answers and unit allow."""
    return amount(estimate.value, metric, locale, decimals_of(estimate, metric.unit))


def told(figure: Figure, locale: Locale) -> str:
    """Return value and interval in words, or the words for why there is none."""
    if figure.estimate is None:
        return locale.figure(figure)
    interval = locale.figure_interval(figure)
    if not figure.estimate.is_fact:
        interval = locale.say("charts.say.interval", interval=interval)
    return f"{estimated(figure.estimate, figure.metric, locale)}, {interval}"


def end_labels(axis: Axis, unit: Unit, locale: Locale) -> tuple[str, str]:
    """Return what stands at the two ends of a scale."""
    return locale.value(axis.low, unit, places(axis.low)), locale.value(axis.high, unit, places(axis.high))


def listed(months: Sequence[Month], locale: Locale) -> str:
    """Return months in a row, runs of three and more as `Jan. 2026 bis Mai 2026`."""
    runs: list[list[Month]] = []
    for month in months:
        if runs and runs[-1][-1] + 1 == month:
            runs[-1].append(month)
        else:
            runs.append([month])
    parts: list[str] = []
    for run in runs:
        if len(run) > 2:  # noqa: PLR2004 – two months are named, more become a range
            ends = {"low": locale.month_short(run[0]), "high": locale.month_short(run[-1])}
            parts.append(locale.say("values.range", **ends))
        else:
            parts.extend(locale.month_short(month) for month in run)
    return ", ".join(parts)
