"""What `chefetage refresh` prints: what is new, in words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from chefetage.model.base import pick
from chefetage.model.estimate import COUNTED, Shown
from chefetage.model.snapshot import ALL
from chefetage.sources.revisions import Step
from chefetage.sources.tally import answers_in
from chefetage.stats.counts import counts_from
from chefetage.stats.rounding import decimals_for
from chefetage.stats.suppression import shown_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from chefetage.locales import Locale
    from chefetage.model.metric import Metric
    from chefetage.model.project import Project
    from chefetage.model.snapshot import Revision
    from chefetage.sources.refresh import MonthNews
    from chefetage.sources.revisions import Difference


def lines(news: MonthNews, project: Project, locale: Locale) -> Iterator[str]:
    """Yield the month, and below it a line per metric with what became of its value and of its groups."""
    month = locale.month(news.month)
    if not news.differences:
        key = "unchanged" if news.snapshot is not None else "nothing-measured"
        yield locale.say(f"commands.refresh.{key}", month=month)
        return
    yield locale.say("commands.refresh.month", month=month)
    for metric_id in dict.fromkeys(difference.metric for difference in news.differences):
        metric = project.metrics[metric_id]
        own = [difference for difference in news.differences if difference.metric == metric_id]
        name = pick(metric.name, locale.language)
        yield locale.say(
            "commands.refresh.metric", name=name.value if name else metric_id, news=_news(own, metric, project, locale)
        )
        groups = _group_news([difference for difference in own if difference.group != ALL], project, locale)
        if groups:
            yield locale.say("commands.refresh.groups", groups=groups)


def _news(differences: Sequence[Difference], metric: Metric, project: Project, locale: Locale) -> str:
    """Return what became of the value for all customers."""
    for difference in differences:
        if difference.group != ALL:
            continue
        after, before = difference.after, difference.before
        step = str(difference.step)
        if after is None and difference.step in {Step.STALE, Step.READ_AGAIN}:
            step += "-empty"
        return locale.say(
            f"commands.refresh.steps.{step}",
            value=after and _value(after, metric, project.settings.k, locale),
            before=before and _value(before, metric, project.settings.k, locale),
            basis=after and _basis(after, metric, locale),
            bases=after and before and _basis(after, metric, locale, before),
            status=after and locale.say(f"values.status.{after.status}"),
            k=project.settings.k,
        )
    return locale.say("commands.refresh.steps.unchanged")


def _value(revision: Revision, metric: Metric, k: int, locale: Locale) -> str:
    """Return a value with its interval, if it has one, or the words for why there is no value."""
    counts = counts_from(revision.stats, metric.tally)
    shown, result = shown_of(counts, metric.telling, k), revision.result
    if result is None or shown not in {Shown.FULL, Shown.WIDE}:
        why = Shown.OPEN if shown in {Shown.FULL, Shown.WIDE} else shown
        return locale.say(f"values.shown.{why}", n=counts.n)
    decimals = decimals_for(metric.unit, counts.n, result.value)
    value = locale.value(result.value, metric.unit, decimals)
    if revision.method == COUNTED:
        return value
    return f"{value} ({locale.interval(result.low, result.high, metric.unit, decimals)})"


def _basis(revision: Revision, metric: Metric, locale: Locale, before: Revision | None = None) -> str:
    """Return how many of what a value rests on, and how many it was before; empty where the value says so itself."""
    if metric.counted is None:
        return ""
    exposure = pick(metric.exposure, locale.language)
    key = "exposure" if metric.counted == "exposure" else f"{metric.counted}.other"
    counted = locale.say(
        f"site.counted.{key}",
        n=locale.number(answers_in(revision.stats)),
        what=exposure.value if exposure else "",
    )
    if before is None:
        return locale.say("commands.refresh.from", counted=counted)
    return locale.say("commands.refresh.moved", before=locale.number(answers_in(before.stats)), counted=counted)


def _group_news(differences: Sequence[Difference], project: Project, locale: Locale) -> str:
    """Return what became of the groups, counted: `Anlass: 3 neu; Region: 3 neu, ein Teil verborgen`."""
    counts: dict[str, Counter[Step]] = {}
    for difference in differences:
        counts.setdefault(difference.group.partition(".")[0], Counter())[difference.step] += 1
    parts = []
    for dimension_id, steps in counts.items():
        dimension = project.dimensions.get(dimension_id)
        name = dimension and pick(dimension.name, locale.language)
        news = [locale.say(f"commands.refresh.group-steps.{step}", count=count) for step, count in steps.items()]
        parts.append(f"{name.value if name else dimension_id}: {', '.join(news)}")
    return "; ".join(parts)
