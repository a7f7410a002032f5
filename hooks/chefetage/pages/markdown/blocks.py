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
KINDS = frozenset({"metrics", "chart", *ITEM_KINDS})

MAX_MONTHS = 120

_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_CHART_OPTIONS = ("metric", "months", "segment")


def render_block(block: FoundBlock, context: View) -> Markup:
    """Return a block as HTML; a mistake in it is noted with its place and leaves nothing."""
    try:
        content = _read(block.content)
    except yaml.YAMLError:
        _wrong(block, context, "invalid-block")
        return Markup()
    render: Callable[[FoundBlock, object, View], Markup] = _RENDER.get(block.kind, _item)
    return render(block, content, context)


def _read(text: str) -> object:
    return yaml.load(text, Loader=_Loader)  # noqa: S506 – a safe loader, in C where there is one


def _item(block: FoundBlock, content: object, context: View) -> Markup:
    if isinstance(content, dict) and set(content) == {"id"}:
        content = content["id"]
    if not isinstance(content, str):
        _wrong(block, context, "block-needs-id")
        return Markup()
    items = context.project.of_kind(block.kind)
    if content not in items:
        _unknown(block, context, block.kind, content, items)
        return Markup()
    return context.render(f"blocks/{block.kind}.html", item=items[content])


def _metrics(block: FoundBlock, content: object, context: View) -> Markup:
    known = context.project.metrics
    if content is None and context.project.core is not None:
        wanted: list[object] = [metric for metric in context.project.core.metrics if metric in known]
    elif isinstance(content, dict) and set(content) == {"metrics"} and isinstance(content["metrics"], list):
        wanted = content["metrics"]
    elif isinstance(content, str):
        wanted = [name.strip() for name in content.split(",")]
    elif isinstance(content, list):
        wanted = content
    else:
        _wrong(block, context, "block-needs-metrics")
        return Markup()
    for name in wanted:
        if name not in known:
            _unknown(block, context, "metric", str(name), known)
    metrics = tuple(known[str(name)] for name in wanted if name in known)
    return context.render("blocks/metrics.html", metrics=metrics) if metrics else Markup()


def _chart(block: FoundBlock, content: object, context: View) -> Markup:
    project = context.project
    if isinstance(content, str):
        content = {"metric": content}
    if not isinstance(content, dict) or "metric" not in content:
        _wrong(block, context, "block-needs-metric")
        return Markup()
    for key in content:
        if key not in _CHART_OPTIONS:
            _unknown(block, context, "option", str(key), _CHART_OPTIONS)
    metric, segment, months = str(content["metric"]), content.get("segment"), content.get("months", 24)
    known = True
    if metric not in project.metrics:
        _unknown(block, context, "metric", metric, project.metrics)
        known = False
    if segment is not None and segment not in project.dimensions:
        _unknown(block, context, "dimension", str(segment), project.dimensions)
        known = False
    if not isinstance(months, int) or isinstance(months, bool) or not 1 <= months <= MAX_MONTHS:
        _wrong(block, context, "block-months", max=MAX_MONTHS)
        known = False
    if not known:
        return Markup()
    options: Mapping[str, object] = content
    return context.render(
        "blocks/chart.html", metric=project.metrics[metric], months=months, segment=segment, options=options
    )


_RENDER: Mapping[str, Callable[[FoundBlock, object, View], Markup]] = {"metrics": _metrics, "chart": _chart}


def _wrong(block: FoundBlock, context: View, check: str, **params: object) -> None:
    context.findings.error(block.location, check, block=block.kind, **params)


def _unknown(block: FoundBlock, context: View, kind: str, written: str, known: Iterable[str]) -> None:
    if not context.project.is_left_out(kind, written):
        context.findings.error(
            block.location, "unknown-in-block", block=block.kind, kind=kind, id=written, nearest=nearest(written, known)
        )
