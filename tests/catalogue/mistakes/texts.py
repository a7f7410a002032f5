"""In texts: tokens, blocks, links, pictures, charts."""

from __future__ import annotations

import json

from mistakes.mistake import ARGUMENT, EDITION, METHOD, PRAISE, STORY, Mistake, spoilt, together

DRAFT = """---
month: 2026-11
status: draft
owner: Anna Beispiel
headline: Der Rückruf fehlt.
messages: [Ein Rückruf fehlt.]
asks: []
---
"""
TO_DRAFT = "[November](../editions/2026-11.md)"


def said(text: str, *found: str) -> Mistake:
    """Return the mistake of writing this on the page "how we measure"."""
    return spoilt(METHOD, "So.", text, *found, "docs/method.en.md:3:1 hint stale-translation")


def block(kind: str, content: str, *found: str) -> Mistake:
    """Return the mistake of a block in an edition's text."""
    return spoilt(EDITION, "## Hintergrund", f"```{kind}\n{content}\n```", *found)


CHART = {
    "title": "Ein Teil fehlt oft.", "description": "Zwei Balken.", "data": {"values": [{"a": 1, "b": 2}]},
    "mark": "bar", "encoding": {"x": {"field": "a", "type": "quantitative"}},
}  # fmt: skip


def chart(changed: dict[str, object], *found: str) -> Mistake:
    """Return the mistake of a chart in Vega-Lite with other parts; `None` leaves a part out."""
    content = {name: part for name, part in {**CHART, **changed}.items() if part is not None}
    return block("vega-lite", json.dumps(content, ensure_ascii=False, indent=1), *found)


TOKENS = [
    said("{{ nps.chang }}", "4:1 malformed-token"),
    said("Heute {{ nps.2026-13 }}.", "4:7 malformed-token"),
    said("{{ nps", "4:1 malformed-token"),
    said("{{ npss }}", "4:1 unknown-in-token"),
    said("{{ nps.segment.ocasion.planning }}", "4:1 unknown-in-token"),
    said("{{ nps.segment.occasion.planing }}", "4:1 unknown-in-token"),
    said("<div>\n{{ nps }}\n</div>", "5:1 token-in-html"),
    said('Ein <b title="{{ nps }}">Wort</b>.', "4:15 token-in-html"),
    said("[Zahlen](https://example.org/{{ nps }})", "4:30 token-in-address"),
    spoilt(EDITION, "Das letzte Teil fehlt.", "'{{ npx }} Teile fehlen.'", "5:1 unknown-in-token"),
    spoilt(EDITION, "- Ein Teil fehlt.", "- Es fehlen {{ nps.m }} Teile.", "7:3 malformed-token"),
    spoilt(EDITION, "  nps: Etwas besser.", "  nps: Wert {{ x }}.", "17:3 unknown-in-token"),
    spoilt(STORY, "before: Drei Wochen", "before: Seit {{ xyz }} Wochen", "3:1 unknown-in-token"),
    spoilt(PRAISE, "Danke!", "Danke für {{ nps.valu }}!", "7:11 malformed-token"),
]
BLOCKS = [
    block("quote", "fiter", "26:1 unknown-in-block"),
    block("quote", "", "26:1 block-needs-id"),
    block("story", "[a, b]", "26:1 block-needs-id"),
    block("ask", "a: [", "26:1 invalid-block"),
    block("metrics", "nps, csat", "26:1 unknown-in-block"),
    block("metrics", "{a: {b: c}}", "26:1 block-needs-metrics"),
    block("chart", "months: 12", "26:1 block-needs-metric"),
    block("chart", "metric: npss", "26:1 unknown-in-block"),
    block("chart", "{metric: nps, monts: 12}", "26:1 unknown-in-block"),
    block("chart", "{metric: nps, months: viele}", "26:1 block-months"),
    block("chart", "{metric: nps, segment: ocasion}", "26:1 unknown-in-block"),
    block("qoute", "fitter", "26:1 hint misspelt-block"),
]
LINKS = [
    said("[Teil](../briefings/stories/tab.md)", "4:8 broken-link"),
    said("[Bild](kueche.png)", "4:8 broken-link"),
    said("[Teil](#teil)", "4:8 broken-anchor"),
    said("[Treue](../briefings/why/loyalty.md#teil)", "4:9 broken-anchor"),
    said("[Teil](javascript:alert)", "4:8 unsafe-link"),
    said("![Küche](https://example.org/kueche.png)", "4:10 unsafe-link"),
    said("[Teil]()", "4:1 empty-link"),
    said("[Teil](www.example.org)", "4:8 missing-scheme"),
    said("<script>x</script>", "4:1 unsafe-html"),
    said('<a href="x" onclick="y">Teil</a>', "4:1 unsafe-html"),
    said("![](kueche.png)", "4:1 missing-alt", "4:5 broken-link"),
    together(
        [
            (ARGUMENT, "studies: [kriss-2014]\n---\n", f"studies: [kriss-2014]\n---\n{TO_DRAFT}\n"),
            ("briefings/editions/2026-11.md", None, DRAFT),
        ],
        "6:12 link-to-draft",
    ),
]
CHARTS = [
    block("vega-lite", "{a: ", "27:1 vega-unreadable"),
    block("vega-lite", "a: &x 1\nb: *x", "28:1 vega-alias"),
    block("vega-lite", json.dumps(CHART) + " " * 200_000, "26:1 vega-too-large"),
    chart({"title": None}, "26:1 vega-title"),
    chart({"title": 5}, "28:1 vega-title"),
    chart({"description": None}, "26:1 vega-description"),
    chart({"note": 5}, "45:1 vega-note"),
    chart({"data": {"url": "answers.csv"}}, "31:1 vega-fetches"),
    chart({"data": {"values": "1, 2"}}, "31:1 vega-data"),
    chart({"data": {}}, "30:1 vega-data"),
    chart({"$schema": "https://vega.github.io/schema/vega-lite/v2.json"}, "45:1 vega-schema"),
    chart({"mark": "image"}, "38:1 vega-fetches"),
    chart({"mark": "bars"}, "38:1 vega-not-allowed"),
    chart({"transform": [{"filter": "datum.a > now()"}]}, "47:1 vega-formula"),
    chart({"encoding": {"x": {"field": "c", "type": "quantitative"}}}, "41:1 vega-field"),
    chart({"encoding": {"x": {"field": "a", "type": "viel"}}}, "26:1 vega-not-drawn"),
]

MISTAKES = [*TOKENS, *BLOCKS, *LINKS, *CHARTS]
