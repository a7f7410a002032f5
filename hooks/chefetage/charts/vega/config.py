"""How charts look that are drawn with Vega-Lite: our notation, our colours as CSS variables, text of 13 px."""

from __future__ import annotations

from typing import Any

TEXT = 13
WIDE, NARROW = 640, 340
"""Widths in pixels; a chart without a width of its own is drawn twice, and the column chooses."""
HEIGHT = {WIDE: 300, NARROW: 260}

_MEASURED = "Liberation Sans"
"""Comes with the program that draws, so that labels are as wide on every machine; readers see the site's own font."""

_GUIDE = {
    "labelColor": "var(--ce-ink-3)", "labelFontSize": TEXT, "labelFontWeight": "normal",
    "titleColor": "var(--ce-ink-2)", "titleFontSize": TEXT, "titleFontWeight": "normal",
}  # fmt: skip

_GRID = {"condition": {"test": "datum.value === 0", "value": "var(--ce-ink)"}, "value": "var(--ce-hair)"}
"""Zero in ink, as in all our charts."""

CONFIG: dict[str, Any] = {
    "background": None,
    "font": _MEASURED,
    "customFormatTypes": False,
    "aria": False,
    "view": {"stroke": None, "fill": None},
    "axis": {
        **_GUIDE, "domainColor": "var(--ce-edge)", "gridColor": _GRID, "tickColor": "var(--ce-edge)",
        "labelPadding": 6, "titlePadding": 10, "labelLimit": 160,
    },
    "axisX": {"grid": False},
    "axisY": {
        "domain": False, "ticks": False,
        # Read without turning the head.
        "titleAngle": 0, "titleAlign": "left", "titleBaseline": "bottom", "titleX": 0, "titleY": -8,
    },
    "legend": {**_GUIDE, "orient": "top", "symbolStrokeWidth": 2, "titlePadding": 6},
    "header": _GUIDE,
    "title": {"color": "var(--ce-ink-2)", "fontSize": TEXT, "fontWeight": "bold", "anchor": "start"},
    "mark": {"color": "var(--ce-ac)", "tooltip": None},
    "arc": {"stroke": "var(--ce-paper)"},
    "area": {"color": "var(--ce-band)"},
    "bar": {"color": "var(--ce-ac)"},
    "line": {"strokeWidth": 2, "strokeJoin": "round", "strokeCap": "round"},
    "point": {"filled": True, "size": 60},
    "rule": {"color": "var(--ce-edge)"},
    "text": {"color": "var(--ce-ink-2)", "fontSize": TEXT},
    "tick": {"thickness": 2},
    "errorband": {"band": {"color": "var(--ce-band)", "opacity": 1}},
    "errorbar": {"rule": {"color": "var(--ce-ac)", "strokeWidth": 2}},
    "range": {
        "category": ["var(--ce-ac)", "var(--ce-py)", "var(--ce-mid)", "var(--ce-good)", "var(--ce-bad)"],
        # Between two colours there is no CSS variable; these can be told from paper in light and in dark.
        "heatmap": ["#b9c2c9", "#5b646e"], "ramp": ["#b9c2c9", "#5b646e"], "ordinal": ["#b9c2c9", "#5b646e"],
        "diverging": ["#c8602f", "#8a949e", "#2f9583"],
    },
}  # fmt: skip


def sized(spec: dict[str, Any], width: int) -> dict[str, Any]:
    """Return a chart at a width, labels included."""
    fitted = {"autosize": {"type": "fit", "contains": "padding"}, "padding": 4, "width": width}
    return {"height": HEIGHT[width], **spec, **fitted}


def is_fluid(spec: dict[str, Any]) -> bool:
    """Whether a chart can be drawn at any width: one plot without a width of its own."""
    return (
        "width" not in spec
        and not {"hconcat", "vconcat", "concat", "facet", "repeat", "spec"} & spec.keys()
        and not (isinstance(spec.get("encoding"), dict) and {"row", "column", "facet"} & spec["encoding"].keys())
    )
