"""Drawings from outside: only what draws is let through, and nothing in it can act or fetch.

What Vega writes is taken apart and written anew by lists of allowed elements and attributes. Its English labels for
screen readers go: the drawing as a whole has one, in the page's language.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from markupsafe import Markup

from chefetage.charts.svg import element, number, picture
from chefetage.charts.vega.plotter import NotPlottedError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SVG = "{http://www.w3.org/2000/svg}"
_LOOKS = _names("""
    d x y x1 x2 y1 y2 dx dy cx cy r rx ry fx fy width height points transform fill fill-opacity stroke
    stroke-width stroke-opacity stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin
    stroke-miterlimit opacity text-anchor font-weight font-size id clip-path offset stop-color stop-opacity
    gradientUnits gradientTransform
""")
_ELEMENTS = _names("""
    g path rect circle ellipse line polyline polygon text tspan defs clipPath linearGradient radialGradient
    stop
""")
_EMPTY = frozenset({"g", "text", "tspan", "defs", "clipPath"})
"""Mean nothing without content."""

_LOCAL = re.compile(r"url\(\s*['\"]?#([\w-]+)['\"]?\s*\)")
_VALUE = re.compile(r"[\w\s.,#%()+\-]*")
_COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}|[a-z]+|rgba?\([\d.,\s%]+\)|hsla?\([\d.,\s%a-z]+\)|var\(--ce-[a-z0-9-]+\)")
_SIZE = re.compile(r"(\d{1,3}(?:\.\d+)?)px")
_VIEW = re.compile(r"[\d.\s-]+")
_FINE = re.compile(r"-?\d+\.\d{3,}(?![\d.])")
"""More decimals than a pixel needs."""

_INK = "var(--ce-ink-2)"
_USUAL = {
    "font-size": "13px", "fill": _INK, "opacity": "1", "stroke-opacity": "1", "fill-opacity": "1",
    "font-weight": "normal", "transform": "translate(0,0)",
}  # fmt: skip


def clean(svg: str, class_: str, label: str, prefix: str) -> Markup:
    """Return a drawing to be put into a page.

    Args:
        svg: what the program drew.
        class_: CSS classes of the drawing.
        label: the sentence for those who do not see it.
        prefix: what ids begin with; unique for the drawing.

    Raises:
        NotPlottedError: it is no SVG.
    """
    if "<!DOCTYPE" in svg:
        raise NotPlottedError("no SVG")
    try:
        root = ET.fromstring(svg)  # noqa: S314 – without a document type nothing in it can multiply
    except ET.ParseError as error:
        raise NotPlottedError(str(error)) from error
    if root.tag != f"{_SVG}svg" or not _VIEW.fullmatch(root.get("viewBox", "")):
        raise NotPlottedError("no SVG")
    ids = _Ids(prefix)
    width, height = root.get("viewBox", "").split()[2:4]
    return picture(
        class_, label, *(_written(child, ids) for child in root), view_box=root.get("viewBox"), width=width,
        height=height,
    )  # fmt: skip


class _Ids:
    """Counts a drawing's ids anew: Vega's own depend on what it has drawn before."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._names: dict[str, str] = {}

    def __getitem__(self, name: str) -> str:
        return self._names.setdefault(name, f"{self._prefix}-{len(self._names)}")


def _written(node: Element, ids: _Ids) -> Markup:
    name = node.tag.removeprefix(_SVG) if isinstance(node.tag, str) else ""
    if name not in _ELEMENTS or _is_unseen(node):
        return Markup()
    inside = [_text(node.text), *(part for child in node for part in (_written(child, ids), _text(child.tail)))]
    children = [part for part in inside if part]
    if (name in _EMPTY and not children) or (name == "path" and not node.get("d")):
        return Markup()
    attributes = dict(_attributes(node, name, ids))
    if name == "g" and not attributes:
        return Markup("").join(Markup.escape(part) for part in children)
    return element(name, *children, **attributes)


def _is_unseen(node: Element) -> bool:
    """Whether a part is there for what a static drawing has not: pointers, and labels that give way to others."""
    is_ground = node.get("class") in {"background", "foreground"} and not (node.get("fill") or node.get("stroke"))
    return is_ground or node.get("display") == "none" or node.get("opacity") == "0"


def _text(text: str | None) -> str:
    """Return text on one line: a blank one would end the drawing for a Markdown engine."""
    return " ".join(text.split()) if text and text.strip() else ""


def _attributes(node: Element, name: str, ids: _Ids) -> Iterator[tuple[str, str]]:
    style: dict[str, str] = {}
    for key, value in node.attrib.items():
        if key not in _LOOKS or (_USUAL.get(key) == value and name != "stop"):
            continue
        if key == "id":
            yield key, ids[value]
        elif local := _LOCAL.fullmatch(value):
            yield key, f"url(#{ids[local[1]]})"
        elif name == "text" and key in {"fill", "font-size"}:
            if (_COLOUR if key == "fill" else _SIZE).fullmatch(value):
                style[key] = value
        elif "url" not in value.lower() and _VALUE.fullmatch(value):
            yield key, _FINE.sub(lambda found: number(float(found[0])), value)
    if style:
        # The style sheet sets these for all text; what a chart says of one label goes before that.
        yield "style", ";".join(f"{key}:{value}" for key, value in style.items())
