"""Links that the team writes between files, led to the pages those files become."""

from __future__ import annotations

import re
from posixpath import dirname, normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from markdown.util import AMP_SUBSTITUTE

from chefetage.model.location import Location
from chefetage.model.nearest import nearest
from chefetage.model.page import relative
from chefetage.pages.findings import Link

if TYPE_CHECKING:
    from collections.abc import Iterable
    from urllib.parse import SplitResult
    from xml.etree.ElementTree import Element

    from chefetage.pages.markdown.view import View

_UNSAFE = re.compile(
    r"""<\s*/?\s*(?:script|iframe|object|embed|form|style|link|meta|base|svg|math)\b
      | <[^>]*?[\s/"'](?:on\w+|style|srcdoc|formaction)\s*=
      | <[^>]*?[\s/"'](?:href|action|xlink:href)\s*=\s*["']?\s*(?:javascript|data|vbscript)\s*:
      | <[^>]*?[\s/"'](?:src|srcset|poster|background|data)\s*=\s*["']?\s*(?:\w+:|//)""",
    re.IGNORECASE | re.VERBOSE,
)
"""Tags and attributes that no briefing needs and that could run a script."""

OUTSIDE = frozenset({"http", "https", "mailto", "tel"})
"""Schemes that a link may use; a page, an address to write to, a number to call."""


class LinkResolver:
    """Resolves the links of one text."""

    def __init__(self, context: View, text: str, start: Location) -> None:
        self._context = context
        self._text = text
        self._start = start

    def resolve(self, element: Element) -> None:
        """Set the element's address to where it leads on the site; note what leads nowhere."""
        attribute = "href" if element.tag == "a" else "src"
        written = element.get(attribute)
        if written is None or AMP_SUBSTITUTE in written:
            # No address, or one to write to, which Markdown has disguised.
            return
        try:
            parts = urlsplit(written)
        except ValueError:
            self._refuse(element, attribute, written)
            return
        if parts.scheme or parts.netloc:
            self._outside(element, attribute, written, parts.scheme.lower())
        elif not written.strip():
            self._note(f"[{''.join(element.itertext())}]()", "empty-link")
        elif written.startswith("www."):
            self._note(written, "missing-scheme")
        elif not parts.path:
            self._remember(written, self._context.address, unquote(parts.fragment))
        else:
            self._inside(element, attribute, written, parts)

    def _outside(self, element: Element, attribute: str, written: str, scheme: str) -> None:
        """Let a link out of the site stand; a picture must not be fetched from another host."""
        if scheme not in OUTSIDE or attribute == "src":
            self._refuse(element, attribute, written)
        elif scheme in {"http", "https"}:
            element.set("rel", "noopener")

    def _inside(self, element: Element, attribute: str, written: str, parts: SplitResult) -> None:
        """Lead a link to a file to the page that the file becomes."""
        target = normpath(f"{dirname(self._start.path)}/{unquote(parts.path)}")
        address = self._address(target)
        if address is None:
            self._note_lost(target, written)
            return
        page, mark, own_anchor = address.partition("#")
        anchor = unquote(parts.fragment) or own_anchor
        element.set(attribute, relative(page + ("#" + anchor if anchor else ""), self._context.address))
        self._remember(written, page, anchor if mark or parts.fragment else "")

    def _note_lost(self, target: str, written: str) -> None:
        if self._is_draft(target):
            self._note(written, "link-to-draft")
        elif not self._is_left_out(target):
            known = [*self._context.sources, *self._context.assets]
            self._note(written, "broken-link", nearest=nearest(target, known))

    def _refuse(self, element: Element, attribute: str, written: str) -> None:
        self._note(written, "unsafe-link")
        element.attrib.pop(attribute)

    def refuse_unsafe(self, raw: Iterable[object]) -> None:
        """Note raw HTML that could act on its own or ask another host."""
        for html in raw:
            if isinstance(html, str) and not html.startswith("<pre") and (found := _UNSAFE.search(html)):
                self._note(found[0].strip(), "unsafe-html")

    def _address(self, target: str) -> str | None:
        context = self._context
        if target in context.sources:
            return f"{context.language}/{context.sources[target]}"
        if target in context.assets:
            return f"{context.language}/{target.removeprefix('docs/')}"
        return None

    def _is_draft(self, target: str) -> bool:
        return any(edition.path == target for edition in self._context.project.editions.values() if edition.is_draft)

    def _is_left_out(self, target: str) -> bool:
        """Whether the file exists but has a mistake of its own, which is enough to report."""
        stem = target.rpartition("/")[2].partition(".")[0]
        return any(stem in ids for ids in self._context.project.left_out.values())

    def _remember(self, written: str, page: str, anchor: str) -> None:
        if anchor:
            self._context.findings.links.append(Link(self._place(written), page, anchor, written))

    def _note(self, written: str, check: str, **params: object) -> None:
        self._context.findings.error(self._place(written), check, link=written, **params)

    def _place(self, written: str) -> Location:
        """Return where the link stands: its first occurrence in the text."""
        at = self._text.find(written)
        if at < 0:
            return self._start
        before = self._text[:at]
        line_start = before.rfind("\n") + 1
        line = before.count("\n")
        return Location(
            self._start.path, self._start.line + line, at - line_start + (self._start.column if line == 0 else 1)
        )
