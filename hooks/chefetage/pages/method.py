"""How we measure: the method in words, and the definition of every metric."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.pages.overview import write_overview
from chefetage.pages.parts.definition import definitions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.page import Page
    from chefetage.pages.press import Press


def write(press: Press) -> Iterator[Page]:
    """Yield the page of the method."""
    yield write_overview(
        press,
        "method",
        "method",
        metrics=lambda c: [(metric, definitions(c, metric)) for metric in press.project.metrics.values()],
        k=press.project.settings.k,
    )
