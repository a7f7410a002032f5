"""The sentence that tells a course over time, without a judgement that was not proven."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.charts.series import breaks, withheld
from chefetage.charts.spoken import estimated, listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chefetage.locales import Locale
    from chefetage.model.estimate import Change, Figure
    from chefetage.model.event import Event
    from chefetage.model.metric import Metric


def tell_course(series: Sequence[Figure], locale: Locale, events: Sequence[Event] = ()) -> str:
    """Return first, latest, lowest and highest value, then gaps and breaks."""
    if not series:
        return locale.say("charts.nothing")
    span = {
        "count": len(series), "first": locale.month(series[0].month), "last": locale.month(series[-1].month),
    }  # fmt: skip
    known = [(figure, figure.estimate) for figure in series if figure.estimate is not None]
    if not known:
        return locale.say("charts.say.no-values", **span)
    metric = series[0].metric
    estimates = [estimate for _, estimate in known]
    lowest, highest = (choose(estimates, key=lambda estimate: estimate.value) for choose in (min, max))
    ends = {"from": estimates[0], "to": estimates[-1], "lowest": lowest, "highest": highest}
    texts = {name: estimated(estimate, metric, locale) for name, estimate in ends.items()}
    if len(known) == 1:
        said = [locale.say("charts.say.one-value", **span, to=texts["to"], month=locale.month(known[0][0].month))]
    else:
        said = [locale.say("charts.say.course", **span, **texts)]
    gaps = sorted(month for months in withheld(series).values() for month in months)
    if gaps:
        said.append(locale.say("charts.say.gaps", months=listed(gaps, locale)))
    if cuts := breaks(series, events):
        said.append(locale.say("charts.say.breaks", months=listed(sorted(cuts), locale)))
    return "; ".join(said)


def tell_periods(metric: Metric, change: Change | None, locale: Locale) -> list[str]:
    """Return the values of the two periods that were compared; nothing where they may not be."""
    if change is None or change.difference is None or metric.adds_up:
        return []
    return [
        locale.say(
            "charts.say.period",
            first=locale.month(first), last=locale.month(last), value=estimated(estimate, metric, locale),
        )
        for (first, last), estimate in ((change.before, change.estimate_before), (change.now, change.estimate_now))
        if estimate is not None
    ]  # fmt: skip
