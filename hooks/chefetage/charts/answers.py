"""How often each answer of a scale was given: one bar an answer, the best on top."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.charts.scales import nice
from chefetage.charts.svg import element, percent, picture, upright
from chefetage.model.base import pick
from chefetage.model.metric import Unit

if TYPE_CHECKING:
    from markupsafe import Markup

    from chefetage.locales import Locale
    from chefetage.model.counts import MeanCounts
    from chefetage.model.metric import Metric

_HEIGHT = 28
"""Of a bar's line in pixels."""


def draw_answers(metric: Metric, counts: MeanCounts, locale: Locale) -> Markup:
    """Return the distribution that a mean does not show.

    Args:
        metric: names the answers, and the ends of their scale; answers that nobody gave have a line too.
        counts: how often each answer was given; at least one was.
        locale: the page's language.
    """
    given = dict(counts.answers)
    low, high = metric.scale or (min(given), max(given))
    shares = {answer: 100 * given.get(answer, 0) / counts.n for answer in range(high, low - 1, -1)}
    longest = nice(max(shares.values()))
    heard = pick(metric.answers, locale.language)
    names = heard.value if heard else {}
    rows = [
        _row(str(answer), names.get(str(answer), ""), share / longest * 100, locale.value(share, Unit.PERCENT))
        for answer, share in shares.items()
    ]
    return element("dl", *rows, class_="ce-value ce-answers", data_search_exclude="")


def _row(answer: str, name: str, length: float, share: str) -> Markup:
    bar = element("rect", class_="s-bar", x=0, y=6, height=_HEIGHT - 12, width=percent(length))
    drawing = picture("ce-vbar", None, bar, upright("s-zero", "0", 0, _HEIGHT))
    words: list[str] = [answer]
    if name:
        words += [" ", element("span", name, class_="ce-note")]
    return element("div", element("dt", *words), element("dd", drawing, element("b", share)))
