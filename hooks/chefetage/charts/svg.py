"""Writing SVG: escaped, rounded, without blank lines, so that equal data give equal bytes."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Iterable

Attribute = str | float | None

CHARACTER = 0.54
"""Mean width of a character of Public Sans in em; a little more than measured, so that labels rather keep away."""


def number(value: float) -> str:
    """Return a coordinate with at most two decimals: `12.5`, `0`, never `-0`."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def percent(value: float) -> str:
    """Return a position in per cent of the drawing's width or height."""
    return f"{number(value)}%"


def element(name: str, *children: str, **attributes: Attribute) -> Markup:
    """Return an element; children that are not markup are escaped.

    Args:
        name: the element's name.
        children: markup, or plain text.
        attributes: `class_` is written `class`, `text_anchor` as `text-anchor`; `None` leaves an attribute out and an
            empty string writes it without a value.
    """
    opening = f"<{name}{''.join(_attribute(*pair) for pair in attributes.items())}"
    if not children:
        return Markup(f"{opening}/>")  # noqa: S704 – every part is escaped
    return Markup(f"{opening}>{''.join(escape(child) for child in children)}</{name}>")  # noqa: S704 – same


@lru_cache(maxsize=32768)
def _attribute(name: str, value: Attribute) -> str:
    if value is None:
        return ""
    key = _NAMES.get(name) or name.rstrip("_").replace("_", "-")
    if value == "":
        return f" {key}"
    return f' {key}="{escape(value) if isinstance(value, str) else number(value)}"'


_NAMES = {"view_box": "viewBox", "preserve": "preserveAspectRatio"}


def picture(class_: str, label: str | None, *children: str, **attributes: Attribute) -> Markup:
    """Return a whole drawing: an image with a sentence for those who do not see it, hidden from search.

    Args:
        class_: CSS classes of the drawing.
        label: the sentence, or `None` where the text beside the drawing says it all.
        children: what is drawn.
        attributes: more attributes, such as `view_box`.
    """
    told: dict[str, Attribute] = {"aria_hidden": "true"} if label is None else {"role": "img", "aria_label": label}
    return element("svg", *children, data_search_exclude="", class_=class_, **attributes, **told)


def line(class_: str, x1: Attribute, x2: Attribute, y1: Attribute, y2: Attribute) -> Markup:
    """Return a straight line."""
    return element("line", class_=class_, x1=x1, x2=x2, y1=y1, y2=y2)


def level(class_: str, x1: Attribute, x2: Attribute, y: Attribute) -> Markup:
    """Return a horizontal line."""
    return line(class_, x1, x2, y, y)


def upright(class_: str, x: Attribute, y1: Attribute, y2: Attribute) -> Markup:
    """Return a vertical line."""
    return line(class_, x, x, y1, y2)


def whisker(low: float, high: float, y: float, reach: float) -> list[Markup]:
    """Return an interval: a level line with an upright at each end, `reach` pixels up and down; ends in per cent."""
    ends = (percent(low), percent(high))
    return [level("s-ci", *ends, y), *(upright("s-ci", end, y - reach, y + reach) for end in ends)]


def dot(class_: str, x: Attribute, y: Attribute, r: float) -> Markup:
    """Return a filled circle."""
    return element("circle", class_=class_, cx=x, cy=y, r=r)


def words(text: str, x: Attribute, y: Attribute, anchor: str = "start", **attributes: Attribute) -> Markup:
    """Return a label; `anchor` is `start`, `middle` or `end`."""
    return element("text", text, x=x, y=y, text_anchor=None if anchor == "start" else anchor, **attributes)


def path(class_: str, points: Iterable[tuple[float, float]], *, closed: bool = False) -> Markup:
    """Return a line through points; a single point becomes a dot as wide as the stroke."""
    pairs = [f"{number(x)} {number(y)}" for x, y in points]
    if len(pairs) == 1:
        return element("path", class_=class_, d=f"M{pairs[0]}h0")
    return element("path", class_=class_, d="M" + "L".join(pairs) + ("z" if closed else ""))


def width(text: str, size: float = 13) -> float:
    """Return about how wide a label is, in pixels, at a font size in pixels."""
    return len(text) * size * CHARACTER
