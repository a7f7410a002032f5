"""How answers are distributed: one bar a period, its parts side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from chefetage.charts.answers import draw_answers
from chefetage.charts.svg import element, percent, picture, width, words
from chefetage.model.base import pick
from chefetage.model.counts import MeanCounts, NpsCounts, ShareCounts, Weighted
from chefetage.model.metric import MetricKind, Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chefetage.locales import Locale
    from chefetage.model.estimate import Figure
    from chefetage.model.metric import Metric

Answers = NpsCounts | ShareCounts | MeanCounts

_NARROWEST = 288
"""Width in pixels of the narrowest column a bar stands in."""
_REST = "rest"
_FEW = 2
_GAP = 0.3
"""Per cent of the width between two parts."""


def draw_distribution(figure: Figure, before: Figure | None, locale: Locale) -> Markup:
    """Return the parts of the answers now and before, or how often each answer of a scale was given.

    Nothing where the counts may not be shown or are no answers: a rate, a time, an amount.

    Args:
        figure: the month shown; needs counts and an estimate.
        before: the same for comparison, such as a year ago; left out where it has no counts.
        locale: the page's language.
    """
    counts = answers_of(figure)
    if counts is None:
        return Markup("")
    if isinstance(counts, MeanCounts):
        return draw_answers(figure.metric, counts, locale)
    earlier = answers_of(before) if before is not None else None
    names = _names(figure.metric, locale)
    heads = [
        element("span", element("svg", element("rect", class_=f"d{i}", width=12, height=12), aria_hidden="true"), name)
        for i, name in names
    ]
    rows = [element("p", *heads, class_="ce-dist__heads ce-note", aria_hidden="true")]
    if before is not None and isinstance(earlier, NpsCounts | ShareCounts):
        rows += _row(before, earlier, names, locale, earlier=True)
    rows += _row(figure, counts, names, locale, earlier=False)
    return element("div", *rows, class_="ce-dists", data_search_exclude="")


def answers_of(figure: Figure) -> Answers | None:
    """Return the answers as they came, weighted or not, where a figure has some that may be shown."""
    if figure.estimate is None or figure.estimate.is_fact or not figure.metric.is_asked:
        return None
    counts = figure.counts.counts if isinstance(figure.counts, Weighted) else figure.counts
    return counts if isinstance(counts, NpsCounts | ShareCounts | MeanCounts) and counts.n else None


def _names(metric: Metric, locale: Locale) -> list[tuple[int, str]]:
    """Return the number of the colour and the name of each part."""
    if metric.kind is MetricKind.NPS:
        keys = ("promoters", "passives", "detractors")
        return [(index, locale.say(f"charts.distribution.{key}")) for index, key in enumerate(keys)]
    return [(0, top_words(metric, locale)), (1, rest_words(metric, locale))]


def top_words(metric: Metric, locale: Locale) -> str:
    """Return the answers that count, as the metric's file calls them in the page's language: `„Ja“`, `4 oder 5`."""
    heard = pick(metric.answers, locale.language)
    names = heard.value if heard else {}
    called = [
        locale.quoted(names[str(answer)]) if str(answer) in names
        else str(answer) if isinstance(answer, int)
        else locale.quoted(answer)
        for answer in metric.counting
    ]  # fmt: skip
    return _either(called, locale)


def rest_words(metric: Metric, locale: Locale) -> str:
    """Return the answers that do not count: by their name, else the rest of the scale, else `nicht „Ja“`."""
    heard = pick(metric.answers, locale.language)
    if heard and _REST in heard.value:
        return locale.quoted(heard.value[_REST])
    if metric.scale is None or not all(isinstance(answer, int) for answer in metric.counting):
        return locale.say("charts.distribution.rest", answers=top_words(metric, locale))
    rest = [answer for answer in range(metric.scale[0], metric.scale[1] + 1) if answer not in metric.counting]
    in_a_row = len(rest) > _FEW and rest[-1] - rest[0] == len(rest) - 1
    if in_a_row:
        return locale.say("values.range", low=rest[0], high=rest[-1])
    return _either([str(answer) for answer in rest], locale)


def _either(names: Sequence[str], locale: Locale) -> str:
    if len(names) < _FEW:
        return "".join(names)
    return locale.say("charts.distribution.either", first=", ".join(names[:-1]), last=names[-1])


def _parts(counts: NpsCounts | ShareCounts) -> list[int]:
    if isinstance(counts, NpsCounts):
        return [counts.promoters, counts.passives, counts.detractors]
    return [counts.k, counts.n - counts.k]


def _row(
    figure: Figure, counts: NpsCounts | ShareCounts, names: Sequence[tuple[int, str]], locale: Locale, *, earlier: bool
) -> tuple[Markup, Markup]:
    shares = [100 * part / counts.n for part in _parts(counts)]
    texts = [locale.value(share, Unit.PERCENT) for share in shares]
    said = (
        locale.say("charts.distribution.part", share=text, name=name)
        for text, (_, name) in zip(texts, names, strict=True)
    )
    month = locale.month(figure.month)
    label = locale.say("charts.say.pair", name=month, value=", ".join(said))
    bar = picture(
        "ce-dist ce-dist--py" if earlier else "ce-dist", label,
        *_bar(shares, texts, [colour for colour, _ in names], 16 if earlier else 24),
    )  # fmt: skip
    answers = element("span", locale.say("charts.distribution.answers", n=locale.number(counts.n)), class_="ce-note")
    name = element("span" if earlier else "b", locale.month_short(figure.month))
    return element("p", name, " ", answers, class_="ce-ui"), bar


def _bar(shares: Sequence[float], texts: Sequence[str], colours: Sequence[int], middle: float) -> list[Markup]:
    drawn: list[Markup] = []
    start = 0.0
    for share, text, colour in zip(shares, texts, colours, strict=True):
        end = start + share
        last = colour == colours[-1]
        wide = max(share - (0 if last else _GAP), 0)
        drawn.append(element("rect", class_=f"d{colour}", x=percent(start), width=percent(wide), height="100%"))
        if share / 100 * _NARROWEST > width(text, 15) + 14:
            x, anchor, dx = (percent(end), "end", -8) if last else (percent(start), "start", 8)
            drawn.append(words(text, x, middle + 5, anchor, dx=dx, class_=f"on-d{colour}"))
        start = end
    return drawn
