"""What `chefetage refresh` prints: what is new, in words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from chefetage.model.base import pick
from chefetage.model.estimate import Shown
from chefetage.model.snapshot import ALL
from chefetage.sources.revisions import Step
from chefetage.sources.tally import answers_in
from chefetage.stats.rounding import decimals_for
from chefetage.stats.suppression import shown_for

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
            n=after and locale.number(answers_in(after.stats)),
            n_before=before and locale.number(answers_in(before.stats)),
            status=after and locale.say(f"values.status.{after.status}"),
            k=project.settings.k,
        )
    return locale.say("commands.refresh.steps.unchanged")


def _value(revision: Revision, metric: Metric, k: int, locale: Locale) -> str:
    """Return a value with its interval, or the words for why there is none."""
    n = answers_in(revision.stats)
    shown = shown_for(n, k)
    if revision.result is None or shown not in {Shown.FULL, Shown.WIDE}:
        return locale.say(f"values.shown.{shown}", n=n)
    decimals = decimals_for(metric.unit, n, revision.result.value)
    value = locale.value(revision.result.value, metric.unit, decimals)
    return f"{value} ({locale.interval(revision.result.low, revision.result.high, metric.unit, decimals)})"


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
