"""Where things are on the site. Addresses are promises: the same in every language, and they never change."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from chefetage.model.project import Project

SECTIONS: Mapping[str, str] = {
    "home": "index.html",
    "asks": "asks/index.html",
    "metrics": "metrics/index.html",
    "quotes": "quotes/index.html",
    "stories": "stories/index.html",
    "value": "value/index.html",
    "why": "why/index.html",
    "method": "method/index.html",
    "archive": "archive/index.html",
}
"""The nine entries of the navigation, in order."""

PAGES: Mapping[str, str] = {
    **SECTIONS,
    "studies": "studies/index.html",
    "glossary": "glossary/index.html",
    "journey": "journey/index.html",
    "point": "value/point.html",
}
"""Every page that stands for a whole kind."""

_OWN_PAGE = {"edition": "editions/{id}.html", "metric": "metrics/{id}.html", "standing": "{id}.html"}
_ON_PAGE = {
    "quote": "quotes", "story": "stories", "measure": "stories", "study": "studies", "ask": "asks",
    "argument": "why", "term": "glossary", "step": "journey",
}  # fmt: skip


def address_of(kind: str, item_id: str) -> str:
    """Return an item's address below its language's root, with the anchor if it shares a page."""
    if kind == "standing" and item_id in PAGES:
        return PAGES[item_id]
    if kind in _OWN_PAGE:
        return _OWN_PAGE[kind].format(id=item_id)
    if kind in _ON_PAGE:
        return f"{PAGES[_ON_PAGE[kind]]}#{item_id}"
    return PAGES["home"]


def archive_of(year: int) -> str:
    """Return the address of a year's archive below its language's root."""
    return f"archive/{year}.html"


def source_addresses(project: Project) -> Mapping[str, str]:
    """Return file → address below a language's root, for every file that readers of this build can reach."""
    shown = {edition.id for edition in project.shown_editions}
    found: dict[str, str] = {}
    for kind in (*_OWN_PAGE, *_ON_PAGE):
        for item in project.of_kind(kind).values():
            if kind == "edition" and item.id not in shown:
                continue
            if item.path.endswith(".md"):
                stem = item.path.removesuffix(".md")
                for suffix in ("", *(f".{language}" for language in project.settings.languages)):
                    found[f"{stem}{suffix}.md"] = address_of(kind, item.id)
            else:
                found.setdefault(item.path, address_of(kind, item.id).partition("#")[0])
    return found
