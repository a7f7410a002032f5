"""Turns the team's Markdown into HTML, in one language."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from markdown import Markdown
from markupsafe import Markup, escape

from chefetage.locales import speak
from chefetage.pages.markdown.blocks import KINDS, note_misspelt, render_block
from chefetage.pages.markdown.extension import VALUE, ChefetageExtension, Task
from chefetage.pages.markdown.hidden import without_comments
from chefetage.pages.markdown.links import LinkResolver
from chefetage.pages.markdown.rules import without_blocks, without_html
from chefetage.pages.markdown.source import (
    ATTRIBUTE_MARKER,
    BLOCK_MARKER,
    TEXT_MARKER,
    TOKEN_MARKER,
    MarkedSource,
    mark_line,
    mark_source,
)
from chefetage.pages.markdown.values import resolve
from chefetage.pages.markdown.verbatim import VerbatimWriter
from chefetage.pages.plain import plain_text

if TYPE_CHECKING:
    from chefetage.model.base import Prose
    from chefetage.model.location import Location
    from chefetage.pages.markdown.view import View

EXTENSIONS = ("fenced_code", "tables", "sane_lists", "attr_list", "def_list", "footnotes", "md_in_html")

_MARKUP = re.compile(r"[\\`*_\[\]<\n]")
"""What may mean something in Markdown; a text without any of it is only escaped."""


class Writer:
    """A Markdown instance and what it works on; not for use by several threads."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._task = Task()

    # Each is set up when it is first wanted: a check of plain texts wants none of them.

    @cached_property
    def _verbatim(self) -> VerbatimWriter:
        return VerbatimWriter()

    @cached_property
    def _pages(self) -> Markdown:
        title = speak(self.language).say("values.footnote-back", number="{}")
        return Markdown(
            extensions=[*EXTENSIONS, ChefetageExtension(self._task)],
            extension_configs={"footnotes": {"UNIQUE_IDS": True, "BACKLINK_TITLE": title}},
            output_format="html",
        )

    @cached_property
    def _lines(self) -> Markdown:
        # A short text knows emphasis, code and links; what looks like a tag in it is text.
        lines = Markdown(extensions=[ChefetageExtension(self._task)], output_format="html")
        without_html(lines)
        without_blocks(lines)
        return lines

    def prose(self, prose: Prose, context: View) -> Markup:
        """Return a whole text as HTML: tokens, blocks, links and anchors in place."""
        marked = mark_source(prose.text, prose.start, KINDS)
        html = self._convert(self._pages, marked, LinkResolver(context, prose.text, prose.start), context)
        for other in marked.others:
            note_misspelt(other, context)
        blocks = [render_block(block, context) for block in marked.blocks]
        return Markup(BLOCK_MARKER.sub(lambda found: blocks[int(found[1])], html))  # noqa: S704 – the team's own text

    def line(self, text: str, start: Location, context: View) -> Markup:
        """Return a short text as HTML without a paragraph around it."""
        marked = mark_line(text, start)
        if _MARKUP.search(marked.text) is None:
            return self._unmarked(marked, context)
        html = self._convert(self._lines, marked, LinkResolver(context, text, start), context).strip()
        if html.startswith("<p>") and html.endswith("</p>") and html.count("<p>") == 1:
            html = html[3:-4]
        return Markup(html)  # noqa: S704 – the team's own text

    def verbatim(self, text: str) -> Markup:
        """Return words from outside, sanitised; see `verbatim.py`."""
        return self._verbatim.write(without_comments(text))

    def _convert(self, markdown: Markdown, marked: MarkedSource, links: LinkResolver, context: View) -> str:
        self._task.begin(marked, links, context.findings)
        markdown.reset()
        html = markdown.convert(marked.text)
        links.refuse_unsafe(markdown.htmlStash.rawHtmlBlocks)
        if TOKEN_MARKER.search(html):
            # What was not noticed on the way stands in raw HTML.
            self._task.refuse(html, "token-in-html")
            html = TOKEN_MARKER.sub(lambda found: str(escape(marked.tokens[int(found[1])].raw)), html)
        html = ATTRIBUTE_MARKER.sub(
            lambda found: str(escape(_plain(resolve(marked.tokens[int(found[1])], context)))), html
        )
        return TEXT_MARKER.sub(lambda found: str(escape(resolve(marked.tokens[int(found[1])], context))), html)

    def _unmarked(self, marked: MarkedSource, context: View) -> Markup:
        def value(found: re.Match[str]) -> str:
            token = marked.tokens[int(found[1])]
            inside = escape(resolve(token, context))
            return f'<span class="{VALUE}" data-token="{escape((token.inside or "").strip())}">{inside}</span>'

        return Markup(TOKEN_MARKER.sub(value, str(escape(marked.text))))  # noqa: S704 – escaped just now


def _plain(value: str | Markup) -> str:
    return plain_text(value) if isinstance(value, Markup) else value
