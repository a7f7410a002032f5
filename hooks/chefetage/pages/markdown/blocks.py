"""Fenced blocks: readable as they are in a pull request, and parts of a page once built."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml
from markupsafe import Markup

from chefetage.model.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from chefetage.pages.markdown.source import FoundBlock
    from chefetage.pages.markdown.view import View

ITEM_KINDS = ("quote", "story", "study", "ask", "measure", "praise")
PLOT = "vega-lite"
KINDS = frozenset({"metrics", "chart", PLOT, *ITEM_KINDS})

MAX_MONTHS = 120

_Loader: type[yaml.BaseLoader] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

_CHART_OPTIONS = ("metric", "months", "segment")


def render_block(block: FoundBlock, context: View) -> Markup:
    """Return a block as HTML; a mistake in it is noted with its place and leaves nothing."""
    if block.kind == PLOT:
        return context.render("blocks/vega-lite.html", block=block)
    try:
        content = _read(block.content)
    except (yaml.YAMLError, RecursionError):
        _wrong(block, context, "invalid-block")
        return Markup()
    render: Callable[[FoundBlock, object, View], Markup] = _RENDER.get(block.kind, _item)
    return render(block, content, context)


def note_misspelt(block: FoundBlock, context: View) -> None:
    """Hint at a fence whose name is nearly that of a block: it would be shown as code."""
    meant = nearest(block.kind, KINDS)
    if block.kind and meant and " " not in block.kind:
        context.findings.hint(block.location, "misspelt-block", block=block.kind, nearest=meant)


def _read(text: str) -> object:
    """Read a block; every value is text as written, so that an id may look like a date."""
    return yaml.load(text, Loader=_Loader)  # noqa: S506 – a safe loader, in C where there is one


def _item(block: FoundBlock, content: object, context: View) -> Markup:
    if isinstance(content, dict) and set(content) == {"id"}:
        content = content["id"]
    if not isinstance(content, str) or not content:
        _wrong(block, context, "block-needs-id")
        return Markup()
    items = context.project.of_kind(block.kind)
    if content not in items:
        _unknown(block, context, block.kind, content, items)
        return Markup()
    if (block.kind, content) in context.open_blocks:
        _wrong(block, context, "block-in-itself", id=content)
        return Markup()
    context.open_blocks.append((block.kind, content))
    try:
        return context.render(f"blocks/{block.kind}.html", item=items[content])
    finally:
        context.open_blocks.pop()


def _metrics(block: FoundBlock, content: object, context: View) -> Markup:
    known = context.project.metrics
    names = _names(content, context)
    if names is None:
        _wrong(block, context, "block-needs-metrics")
        return Markup()
    for name in names:
        if name not in known:
            _unknown(block, context, "metric", name, known)
    metrics = tuple(known[name] for name in names if name in known)
    return context.render("blocks/metrics.html", metrics=metrics) if metrics else Markup()


def _names(content: object, context: View) -> list[str] | None:
    """Return the metrics that a block names, the core ones if it is empty; `None` if that is not what it holds."""
    if isinstance(content, dict) and set(content) == {"metrics"}:
        content = content["metrics"]
    if not content:
        return [name for name in context.core if name in context.project.metrics]
    if isinstance(content, str):
        return [name.strip() for name in content.split(",")]
    if isinstance(content, list) and all(isinstance(name, str) for name in content):
        return content
    return None


def _chart(block: FoundBlock, content: object, context: View) -> Markup:
    project = context.project
    if isinstance(content, str) and content:
        content = {"metric": content}
    if not isinstance(content, dict) or "metric" not in content:
        _wrong(block, context, "block-needs-metric")
        return Markup()
    for key in content:
        if key not in _CHART_OPTIONS:
            _unknown(block, context, "option", str(key), _CHART_OPTIONS)
    metric, segment, months = str(content["metric"]), content.get("segment"), str(content.get("months", "24"))
    known = True
    if metric not in project.metrics:
        _unknown(block, context, "metric", metric, project.metrics)
        known = False
    if segment is not None and str(segment) not in project.dimensions:
        _unknown(block, context, "dimension", str(segment), project.dimensions)
        known = False
    if not (months.isascii() and months.isdigit() and 1 <= int(months[:9]) <= MAX_MONTHS):
        _wrong(block, context, "block-months", max=MAX_MONTHS)
        known = False
    if not known:
        return Markup()
    options: Mapping[str, object] = content
    return context.render(
        "blocks/chart.html", metric=project.metrics[metric], months=int(months), segment=segment, options=options
    )


_RENDER: Mapping[str, Callable[[FoundBlock, object, View], Markup]] = {"metrics": _metrics, "chart": _chart}


def _wrong(block: FoundBlock, context: View, check: str, **params: object) -> None:
    context.findings.error(block.location, check, block=block.kind, **params)


def _unknown(block: FoundBlock, context: View, kind: str, written: str, known: Iterable[str]) -> None:
    if not context.project.is_left_out(kind, written):
        context.findings.error(
            block.location, "unknown-in-block", block=block.kind, kind=kind, id=written, nearest=nearest(written, known)
        )
