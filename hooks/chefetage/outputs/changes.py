"""Which pages differ between two states of a site."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chefetage.model.page import Page, Site


class Kind(StrEnum):
    """What became of a page."""

    NEW = "new"
    CHANGED = "changed"
    MOVED = "moved"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Change:
    """One page that readers will find different."""

    kind: Kind
    page: Page
    """As it is now; of one that is gone, as it was."""


def changed_pages(before: Site, after: Site) -> tuple[Change, ...]:
    """Return the pages whose title or content differ, in the order of their addresses.

    What stands around the article (navigation, foot) is not compared: it would name every page for one new entry.
    """
    old = {page.address: page for page in before.pages}
    new = {page.address: page for page in after.pages}
    found = [Change(Kind.NEW, page) for address, page in new.items() if address not in old]
    found += [Change(Kind.CHANGED, page) for address, page in new.items() if _differ(old.get(address), page)]
    found += [
        Change(Kind.MOVED if address in after.redirects else Kind.GONE, page)
        for address, page in old.items()
        if address not in new
    ]
    return tuple(sorted(found, key=lambda change: change.page.address))


def _differ(before: Page | None, after: Page) -> bool:
    return before is not None and (before.html, before.title, before.draft) != (after.html, after.title, after.draft)
