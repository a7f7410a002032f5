"""What Markdown may do in a text that is less than a page: rules taken away from a Markdown instance."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown import Markdown

BLOCKS = ("reference", "code", "hashheader", "setextheader", "hr", "olist", "ulist", "quote", "indent")
LINKS = (
    "link", "image_link", "reference", "image_reference", "short_reference", "short_image_ref", "autolink", "automail",
)  # fmt: skip


def without_html(markdown: Markdown) -> None:
    """Let tags stand as the text they were written as."""
    markdown.preprocessors.deregister("html_block")
    markdown.inlinePatterns.deregister("html")
    markdown.inlinePatterns.deregister("entity")


def without_blocks(markdown: Markdown) -> None:
    """Leave paragraphs only: „2026. Ein Jahr“ is a sentence and no list."""
    for name in BLOCKS:
        markdown.parser.blockprocessors.deregister(name, strict=False)


def without_links(markdown: Markdown) -> None:
    """Let links, pictures and code stand as the text they were written as."""
    for name in (*LINKS, "backtick"):
        markdown.inlinePatterns.deregister(name)
