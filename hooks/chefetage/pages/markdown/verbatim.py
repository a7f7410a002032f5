"""Words from outside: shown as they were said, and nothing in them can act."""

from __future__ import annotations

import nh3
from markdown import Markdown
from markupsafe import Markup

from chefetage.pages.markdown.rules import without_blocks, without_html, without_links

_TAGS = {"p", "em", "strong", "br"}


class VerbatimWriter:
    """Renders customers' words: paragraphs, line breaks and emphasis; tags, links and images stay text."""

    def __init__(self) -> None:
        self._markdown = Markdown(output_format="html")
        without_html(self._markdown)
        without_blocks(self._markdown)
        without_links(self._markdown)

    def write(self, text: str) -> Markup:
        """Return sanitised HTML."""
        self._markdown.reset()
        html = self._markdown.convert(text)
        return Markup(nh3.clean(html, tags=_TAGS, attributes={}, link_rel=None))  # noqa: S704 – just sanitised
