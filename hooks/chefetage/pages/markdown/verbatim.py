"""Words from outside: shown as they were said, and nothing in them can act."""

from __future__ import annotations

import nh3
from markdown import Markdown
from markupsafe import Markup

_TAGS = {"p", "em", "strong", "br"}


class VerbatimWriter:
    """Renders customers' words: paragraphs, line breaks and emphasis; tags, links and images stay text."""

    def __init__(self) -> None:
        self._markdown = Markdown(output_format="html")
        for name in ("html_block",):
            self._markdown.preprocessors.deregister(name)
        for name in ("html", "entity", "link", "image_link", "reference", "image_reference", "short_reference",
                     "short_image_ref", "autolink", "automail", "backtick"):  # fmt: skip
            self._markdown.inlinePatterns.deregister(name)
        for name in ("reference", "code", "hashheader", "setextheader", "hr", "olist", "ulist", "quote", "indent"):
            self._markdown.parser.blockprocessors.deregister(name, strict=False)

    def write(self, text: str) -> Markup:
        """Return sanitised HTML."""
        self._markdown.reset()
        html = self._markdown.convert(text)
        return Markup(nh3.clean(html, tags=_TAGS, attributes={}, link_rel=None))  # noqa: S704 – just sanitised
