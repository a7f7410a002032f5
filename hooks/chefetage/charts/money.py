"""Euros as bars from zero to the lower end of what is known, and on to the upper end as a whisker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from chefetage.charts.marks import LIGHT
from chefetage.charts.scales import nice
from chefetage.charts.svg import element, level, percent, picture, upright
from chefetage.model.measure import Evidence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chefetage.locales import Locale
    from chefetage.model.money import Money

_MIDDLE = 14


@dataclass(frozen=True, slots=True)
class MoneyBar:
    """One amount, or a range of one."""

    label: str
    """What it is, such as a measure's name."""
    money: Money
    evidence: Evidence
    """Confirmed amounts are filled, measured ones light, planned ones hatched."""
    note: str = ""
    """Smaller, below the label."""


def draw_money(rows: Sequence[MoneyBar], locale: Locale, *, prefix: str = "money") -> Markup:
    """Return one bar a row, all on one scale from zero: filled up to the least, then a whisker up to the most.

    So every end that is drawn is one of the two amounts beside it; a middle was neither counted nor promised.

    Args:
        rows: in the order shown.
        locale: the page's language.
        prefix: makes the id of the hatching unique where a page has several such charts.
    """
    if not rows:
        return Markup("")
    longest = nice(max(row.money.high for row in rows))
    hatch = f"{prefix}-hatch"
    items = [_row(row, longest, hatch, locale) for row in rows]
    definition = Markup("")
    if any(row.evidence is Evidence.PLANNED for row in rows):
        stroke = element("path", class_="s-hatch", d="M0 0v6")
        pattern = element(
            "pattern", stroke, id=hatch, width=6, height=6, patternUnits="userSpaceOnUse",
            patternTransform="rotate(45)",
        )  # fmt: skip
        definition = element(
            "svg", element("defs", pattern), class_="ce-vh", width=0, height=0, aria_hidden="true",
            data_search_exclude="",
        )  # fmt: skip
    return definition + element("dl", *items, class_="ce-value", data_search_exclude="")


def _row(row: MoneyBar, longest: float, hatch: str, locale: Locale) -> Markup:
    low, high = (100 * end / longest for end in (row.money.low, row.money.high))
    drawn = [_bar(low, row.evidence, hatch)] if low > 0 else []
    if high > low:
        drawn.append(level("s-ci", percent(low), percent(high), _MIDDLE))
        drawn += [upright("s-ci", percent(end), _MIDDLE - 7, _MIDDLE + 7) for end in (low, high)]
    drawn.append(upright("s-zero", "0", 0, 2 * _MIDDLE))
    name: list[str] = [row.label]
    if row.note:
        name.append(element("span", row.note, class_="ce-note"))
    amount = element("b", locale.money(row.money))
    return element("div", element("dt", *name), element("dd", picture("ce-vbar", None, *drawn), amount))


def _bar(end: float, evidence: Evidence, hatch: str) -> Markup:
    planned = evidence is Evidence.PLANNED
    return element(
        "rect", class_="s-fc" if planned else "s-bar", x=0, y=4, height=20, width=percent(end),
        fill=f"url(#{hatch})" if planned else None, fill_opacity=LIGHT if evidence is Evidence.MEASURED else None,
    )  # fmt: skip
