"""Small marks that stand before a word; never instead of it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from chefetage.charts.svg import element

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markupsafe import Markup


class Mark(StrEnum):
    """What can be marked."""

    UP_GOOD = "up_good"
    UP_BAD = "up_bad"
    DOWN_GOOD = "down_good"
    DOWN_BAD = "down_bad"
    OPEN = "open"
    AGREED = "agreed"
    DECLINED = "declined"
    DONE = "done"
    OVERDUE = "overdue"
    PLANNED = "planned"
    RUNNING = "running"
    STOPPED = "stopped"
    SUPPORTS = "supports"
    MIXED = "mixed"
    CRITICAL = "critical"
    ACTUAL = "actual"
    INTERVAL = "interval"
    BRACKET = "bracket"
    BEFORE = "before"
    TARGET = "target"
    BAND = "band"
    BREAK = "break_"
    EVENT = "event"
    MODELLED = "modelled"
    CONFIRMED = "confirmed"
    MEASURED = "measured"


LIGHT = 0.4
"""How dense a light filling is."""

_RING = element("circle", class_="s-stroke", cx=6, cy=6, r=5)
_DISC = element("circle", class_="s-both", cx=6, cy=6, r=5)
_HALF = _RING + element("path", class_="s-fill", d="M6 1a5 5 0 0 0 0 10z")
_CROSS = element("path", class_="s-stroke", d="M2 2l8 8m0-8l-8 8")
_UP, _DOWN = "M6 1 11.5 11H.5z", "M6 11 11.5 1H.5z"

_SHAPES: dict[Mark, Markup] = {
    Mark.UP_GOOD: element("path", class_="s-good", d=_UP),
    Mark.UP_BAD: element("path", class_="s-bad", d=_UP),
    Mark.DOWN_GOOD: element("path", class_="s-good", d=_DOWN),
    Mark.DOWN_BAD: element("path", class_="s-bad", d=_DOWN),
    Mark.OPEN: _RING,
    Mark.AGREED: _HALF,
    Mark.DECLINED: _CROSS,
    Mark.DONE: _DISC + element("path", class_="s-knock", d="M3.4 6.2l1.9 1.9 3.4-3.8"),
    Mark.OVERDUE: _DISC + element("path", class_="s-knock", d="M6 2.6v4M6 8v1.5"),
    Mark.PLANNED: _RING,
    Mark.RUNNING: _HALF,
    Mark.STOPPED: _CROSS,
    Mark.SUPPORTS: _DISC,
    Mark.MIXED: _HALF,
    Mark.CRITICAL: _RING,
}

_KEYS: dict[Mark, Markup] = {
    Mark.ACTUAL: element("circle", class_="s-ac", cx=17, cy=7, r=7),
    Mark.INTERVAL: element("path", class_="s-ci", d="M1 7h32M1 1v12M33 1v12"),
    Mark.BRACKET: element("path", class_="s-ci", d="M7 1q-6 6 0 12M27 1q6 6 0 12"),
    Mark.BEFORE: element("circle", class_="s-py", cx=17, cy=7, r=4.5),
    Mark.TARGET: element("path", class_="s-pl", d="m17 0 7 7-7 7-7-7z"),
    Mark.BAND: element("rect", class_="s-band", width=34, height=14) + element("path", class_="s-line", d="M0 7h34"),
    Mark.BREAK: element("path", class_="s-line s-line--old", d="M0 3h12")
    + element("path", class_="s-line", d="M20 11h14"),
    Mark.EVENT: element("circle", class_="s-flag", cx=17, cy=7, r=6.5),
    Mark.CONFIRMED: element("rect", class_="s-bar", width=34, height=14),
    Mark.MEASURED: element("rect", class_="s-bar", width=34, height=14, fill_opacity=LIGHT),
    Mark.MODELLED: element("path", class_="s-ci", d="M1 1h32v12H1zM7 13 19 1M15 13 27 1M23 13 33 3"),
}  # fmt: skip


def draw_mark(mark: Mark) -> Markup:
    """Return a mark to stand before a word; keys of legends come in their own, wider format."""
    if mark in _KEYS:
        return element("svg", _KEYS[mark], view_box="0 0 34 14", aria_hidden="true")
    return element("svg", _SHAPES[mark], class_="ce-mark", view_box="0 0 12 12", aria_hidden="true")


def legend(marks: Sequence[tuple[Mark, str]], label: str) -> Markup:
    """Return a row of marks with what they mean.

    Args:
        marks: mark and words.
        label: what the row is, for those who do not see it.
    """
    items = [element("li", draw_mark(mark), element("span", text)) for mark, text in marks]
    return element("ul", *items, class_="ce-key-legend ce-note", aria_label=label, data_search_exclude="")
