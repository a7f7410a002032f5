"""Everything that defines a metric, row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from chefetage.charts import top_words
from chefetage.model.metric import MetricKind, Statistic, Tally
from chefetage.pages.parts.number import source_name, target_words
from chefetage.pages.parts.segments import dimension_name
from chefetage.pages.press import count, phrase, quoted
from chefetage.stats.counts import method_for

if TYPE_CHECKING:
    from chefetage.model.metric import Metric
    from chefetage.pages.context import Context


def definitions(c: Context, metric: Metric) -> list[tuple[str, Markup]]:
    """Return label and words for everything that defines a metric."""
    bounds = [("from", metric.valid_from), ("to", metric.valid_to)]
    rows: list[tuple[str, Markup | str]] = [
        ("question", quoted(c, c.line(metric, "question"))),
        ("definition", c.line(metric, "definition")),
        ("computation", _computation(c, metric)),
        ("quantile", c.say(f"metric.quantile.{metric.quantile}") if metric.tally is Tally.TIME else ""),
        ("clock", c.line(metric, "clock")),
        ("scale", c.say("metric.scale", low=metric.scale[0], high=metric.scale[1]) if metric.scale else ""),
        ("flip", c.say("metric.flip") if metric.flip else ""),
        ("population", _population(c, metric)),
        ("weighting", _weighting(c, metric)),
        ("method", _method(c, metric)),
        ("compare", c.say(f"metric.compare.{metric.compare}")),
        ("source", source_name(c, metric.source)),
        ("channel", _channel(c, metric)),
        ("owner", c.line(metric, "owner")),
        ("direction", c.say(f"metric.direction.{metric.direction}")),
        ("cadence", c.say(f"metric.cadence.{metric.cadence}")),
        ("target", target_words(c, metric)),
        ("variant", _variant(metric)),
        *((f"valid-{name}", c.locale.month(month)) for name, month in bounds if month),
    ]
    return [(c.say(f"metric.defined.{name}"), Markup.escape(words)) for name, words in rows if words]


def _computation(c: Context, metric: Metric) -> Markup:
    way: str = metric.kind
    if metric.tally is Tally.MEAN:
        way = Statistic.MEAN
    elif metric.tally is Tally.TIME:
        way = metric.told_as or Statistic.MEDIAN
    elif metric.kind is MetricKind.CES:
        way = MetricKind.CSAT
    return phrase(
        c, f"metric.computation.{way}", top=top_words(metric, c.locale), exposure=c.line(metric, "exposure"),
        days=count(c, "days-dative", metric.window_days or 0),
    )  # fmt: skip


def _method(c: Context, metric: Metric) -> str:
    """Return how the interval is made: as in the latest figure, whose answers may be weighted."""
    if metric.tally is Tally.TIME:
        return c.say("metric.time-interval")
    figure = c.figure(metric.id)
    method = figure.estimate.method if figure and figure.estimate else method_for(metric.tally, metric.telling)
    return c.locale.say(f"values.method.{method}")


def _population(c: Context, metric: Metric) -> str:
    return c.say("metric.population", n=c.locale.number(metric.population)) if metric.population else ""


def _weighting(c: Context, metric: Metric) -> str:
    if metric.weighted_by is None:
        return ""
    return c.say("metric.weighted-by", dimension=dimension_name(c, metric.weighted_by))


def _channel(c: Context, metric: Metric) -> str:
    key = f"channel.{metric.channel}"
    return c.say(key) if metric.channel and c.locale.knows(f"site.{key}") else metric.channel or ""


def _variant(metric: Metric) -> str:
    """Return the variant, unless it only repeats the scale."""
    scale = "–".join(str(end) for end in metric.scale or ())
    return "" if metric.variant is None or metric.variant.replace("-", "–") == scale else metric.variant
