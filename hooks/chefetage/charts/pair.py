"""Two to four values under each other on one scale: the proof beside a headline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from chefetage.charts.scales import Axis, groups_axis
from chefetage.charts.spoken import end_labels, told
from chefetage.charts.svg import dot, level, percent, picture, upright, whisker, width, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chefetage.locales import Locale
    from chefetage.model.estimate import Figure

_FIRST = 44
"""Height of the first scale; all heights are pixels from the top."""
_STEP = 58
_NARROWEST = 290
"""Width in pixels of the narrowest column the drawing stands in."""
_VALUE_SIZE = 26


def draw_pair(rows: Sequence[tuple[str, Figure]], locale: Locale, axis: Axis | None = None) -> Markup:
    """Return named values with their intervals, one under the other.

    Args:
        rows: name and figure; all in the same unit.
        locale: the page's language.
        axis: the scale; default: one that fits all rows.
    """
    if not rows:
        return Markup("")
    unit = rows[0][1].metric.unit
    scale = axis or groups_axis(rows[0][1].metric, [figure for _, figure in rows])
    bottom = _FIRST + _STEP * (len(rows) - 1) + 20
    parts: list[Markup] = []
    if scale.has_zero:
        zero = scale.at(0)
        anchor = "start" if zero == 0 else "end" if zero == 100 else "middle"  # noqa: PLR2004 – per cent
        parts.append(upright("s-zero", percent(zero), 8, bottom))
        parts.append(words(locale.value(0, unit), percent(zero), bottom + 17, anchor, class_="t-note"))
    else:
        low, high = end_labels(scale, unit, locale)
        parts.append(words(low, "0", bottom + 17, class_="t-note"))
        parts.append(words(high, "100%", bottom + 17, "end", class_="t-note"))
    for index, (name, figure) in enumerate(rows):
        parts += _row(name, figure, scale, _FIRST + _STEP * index, locale)
    said = (locale.say("charts.say.pair", name=name, value=told(figure, locale)) for name, figure in rows)
    return picture("ce-pair", "; ".join(said), *parts, height=bottom + 20)


def _row(name: str, figure: Figure, axis: Axis, y: int, locale: Locale) -> list[Markup]:
    drawn = [level("s-axis", "0", "100%", y)]
    if figure.estimate is None:
        return [*drawn, words(f"{name}: {locale.figure(figure)}", "0", y - 12, class_="t-word")]
    low, value, high = (axis.at(part) for part in (figure.estimate.low, figure.estimate.value, figure.estimate.high))
    text = locale.figure(figure)
    half = 100 * width(text, _VALUE_SIZE) / 2 / _NARROWEST
    if not figure.estimate.is_fact:
        drawn += whisker(low, high, y, 6)
    drawn.append(dot("s-ac", percent(value), y, 7))
    centre = min(max(value, half), 100 - half)
    drawn.append(words(text, percent(centre), y - 14, "middle", class_="t-val"))
    left, right = min(low, centre - half), max(high, centre + half)
    return [*drawn, _name(name, left, right, y)]


def _name(name: str, left: float, right: float, y: int) -> Markup:
    """Return the name on the roomier side of what is drawn; below the scale where neither side has room."""
    room = max(left, 100 - right) * _NARROWEST / 100
    if room < width(name) + 10:
        return words(name, "0", y + 18)
    if left >= 100 - right:
        return words(name, percent(left), y - 12, "end", dx=-10)
    return words(name, percent(right), y - 12, dx=10)
