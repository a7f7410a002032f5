"""Pages written by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.pages.address import PAGES, address_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.page import Page
    from chefetage.pages.press import Press


def write(press: Press) -> Iterator[Page]:
    """Yield every standing page that is not the introduction of another."""
    for standing in press.project.standing.values():
        if standing.id in PAGES:
            continue
        parent = press.project.standing.get(standing.under) if standing.under else None
        c = press.context(address_of("standing", standing.id))
        yield press.page(
            c,
            "",
            c.plain(standing, "title"),
            c.render("pages/standing.html", standing=standing, parent=parent),
            description=c.plain(standing, "description"),
            source=standing,
        )
