"""What a figure rests on: how many of what were counted, how, on which day that was known, and how old it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.metric import Tally
from chefetage.pages.press import count

if TYPE_CHECKING:
    from chefetage.model.estimate import Figure
    from chefetage.model.metric import Metric
    from chefetage.pages.context import Context


def basis_words(c: Context, figure: Figure | None) -> str:
    """Return how many answered, on which day that was known, and whether more may come in; empty if unknown.

    An older value than the page's month, as of a metric asked once a quarter, says first which month it is of.
    """
    if figure is None or figure.n is None or figure.known_on is None or figure.status is None:
        return ""
    parts = (_counted(c, figure.metric, figure.n), _remark(c, figure))
    basis = c.say(
        "figure.basis",
        answers=", ".join(part for part in parts if part),
        day=c.locale.day(figure.known_on),
        status=c.locale.say(f"values.status.{figure.status}"),
    )
    if figure.month == c.month:
        return basis
    return c.say("figure.basis-of", month=c.locale.month(figure.month), basis=basis)


def stale_words(c: Context, figure: Figure | None) -> str:
    """Return since when the source could not be read, and how long ago that is; empty if it could."""
    if figure is None or figure.stale_since is None:
        return ""
    days = max((c.as_of - figure.stale_since).days, 0)
    return c.say("figure.stale", day=c.locale.day(figure.stale_since), days=count(c, "days", days))


def told_words(c: Context, metric: Metric) -> str:
    """Return which of several ways the metric is told in, where its value alone would not say: mean, median, P90."""
    key = f"told.{metric.told_as}"
    if metric.tally is Tally.MEAN:
        key = "told.mean"
    return c.say(key) if c.locale.knows(f"site.{key}") else ""


def _counted(c: Context, metric: Metric, n: int) -> str:
    if metric.counted is None:
        return ""
    if metric.counted == "exposure":
        return c.say("counted.exposure", n=c.locale.number(n), what=c.plain(metric, "exposure"))
    return count(c, f"counted.{metric.counted}", n)


def _remark(c: Context, figure: Figure) -> str:
    """Return what is special about the way of counting; empty for the usual ones."""
    key = f"counted.method.{figure.estimate.method}" if figure.estimate else ""
    if not c.locale.knows(f"site.{key}"):
        return ""
    return c.say(key, population=c.locale.number(figure.metric.population or 0))
