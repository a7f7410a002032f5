"""The whisker of one group in a table: one scale for all rows, the row itself says the numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.charts.svg import dot, level, percent, picture, upright, whisker
from chefetage.model.estimate import Shown

if TYPE_CHECKING:
    from markupsafe import Markup

    from chefetage.charts.scales import Axis
    from chefetage.model.estimate import Figure

_LINE = 15


def draw_segment(figure: Figure, axis: Axis) -> Markup:
    """Return the last cell of a table row: value and interval, or an empty scale where nothing may be shown."""
    parts = [level("s-axis", "0", "100%", _LINE)]
    if axis.has_zero:
        parts.append(upright("s-zero", percent(axis.at(0)), 0, 2 * _LINE))
    if figure.estimate is not None:
        if not figure.estimate.is_fact:
            parts += whisker(axis.at(figure.estimate.low), axis.at(figure.estimate.high), _LINE, 6)
        parts.append(dot("s-ac", percent(axis.at(figure.estimate.value)), _LINE, 7))
    return picture("ce-seg s-wide" if figure.shown is Shown.WIDE else "ce-seg", None, *parts)
