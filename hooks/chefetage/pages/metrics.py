"""The numbers: every metric as a row, those of every edition first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.pages.edition import core_metrics, legend_of
from chefetage.pages.overview import write_overview
from chefetage.pages.parts.number import view_figures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.metric import Metric
    from chefetage.model.page import Page
    from chefetage.pages.context import Context
    from chefetage.pages.press import Press


def write(press: Press) -> Iterator[Page]:
    """Yield the page of all metrics, in the month of the newest edition."""
    yield write_overview(press, "metrics", "metrics", groups=lambda c: _groups(press, c))


def is_retired(c: Context, metric: Metric) -> bool:
    """Whether the metric is not measured any more."""
    return metric.valid_to is not None and c.month is not None and metric.valid_to < c.month


def _groups(press: Press, c: Context) -> list[tuple[str, object, object]]:
    core = [metric for metric in core_metrics(c) if not is_retired(c, metric)] if c.core else []
    others = [m for m in press.project.metrics.values() if m not in core and not is_retired(c, m)]
    retired = [m for m in press.project.metrics.values() if is_retired(c, m)]
    found = []
    for name, metrics in (("core", core), ("others" if core else "every", others)):
        if metrics:
            rows = view_figures(c, metrics)
            found.append((name, rows, legend_of(c, rows)))
    return [*found, *([("retired", retired, "")] if retired else [])]
