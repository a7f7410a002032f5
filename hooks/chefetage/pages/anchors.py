"""Anchors on a page: each exists once, and links that the team wrote lead to one that exists."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING

from markdown.extensions.toc import unique

from chefetage.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from chefetage.model.page import Page
    from chefetage.pages.findings import Link

_ID = re.compile(r' id="([^"]+)"')
_HEADING_ID = re.compile(r'(?P<start><h[2-6]\b[^>]*\sid=")(?P<id>[^"]+)(?=")')


def with_unique_ids(html: str) -> str:
    """Return the page with every id once.

    Texts are rendered one by one, so two of them may have a heading of the same words. Headings give way to items,
    whose addresses are promises, and later ones to earlier ones.
    """
    ids = _ID.findall(html)
    if len(ids) == len(set(ids)):
        return html
    taken = set(_ID.findall(_HEADING_ID.sub("", html)))
    html = _HEADING_ID.sub(lambda found: found["start"] + unique(found["id"], taken), html)
    seen: set[str] = set()
    return _ID.sub(lambda found: f' id="{unique(found[1], seen)}"', html)


def check_links(links: Iterable[Link], pages: Mapping[str, Page], redirects: Mapping[str, str]) -> Iterator[Problem]:
    """Yield a problem for every link that leads to no page, or to no place on its page.

    Passes: `[die Bitte](../asks/restteillager.md)`, an ask that has a place on the page of asks.
    Fails: `[mehr](#das-letzte-tiel)` on a page with the heading `Das letzte Teil`.
    """

    @cache
    def ids(address: str) -> frozenset[str]:
        return frozenset(_ID.findall(pages[address].html))

    for link in links:
        if link.address in redirects:
            continue
        if link.address not in pages:
            yield _problem(link, "broken-link", pages)
        elif link.anchor and link.anchor not in ids(link.address):
            yield _problem(link, "broken-anchor", ids(link.address))


def _problem(link: Link, check: str, known: Iterable[str]) -> Problem:
    wanted = link.anchor if check == "broken-anchor" else link.address
    nearest = get_close_matches(wanted, list(known), n=1)
    params = {"link": link.written, "nearest": nearest[0] if nearest else ""}
    return Problem(link.location, Severity.ERROR, check, params)
