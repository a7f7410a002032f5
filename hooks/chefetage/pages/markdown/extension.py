"""The extension of Python-Markdown that fills in tokens, leads links to pages and names headings."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast
from xml.etree.ElementTree import Element

from markdown.extensions import Extension
from markdown.extensions.toc import slugify_unicode, unique
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from chefetage.pages.markdown.source import (
    ATTRIBUTE_END,
    ATTRIBUTE_START,
    TEXT_END,
    TEXT_START,
    TOKEN_MARKER,
    MarkedSource,
)

if TYPE_CHECKING:
    from re import Match

    from markdown import Markdown

    from chefetage.pages.findings import Findings
    from chefetage.pages.markdown.links import LinkResolver

VALUE = "ce-num"
TOKEN = "data-token"  # noqa: S105 – an attribute, not a secret
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
TEXT_ATTRIBUTES = frozenset({"alt", "title", "aria-label"})


class Task:
    """What is being rendered right now; the extension's parts share it."""

    def __init__(self) -> None:
        self.marked: MarkedSource = MarkedSource("")
        self.links: LinkResolver | None = None
        self.findings: Findings | None = None

    def begin(self, marked: MarkedSource, links: LinkResolver, findings: Findings) -> None:
        """Take up the next text."""
        self.marked, self.links, self.findings = marked, links, findings

    def raw(self, text: str) -> str:
        """Return the text with its tokens as they were written."""
        return TOKEN_MARKER.sub(lambda found: self.marked.tokens[int(found[1])].raw, text)

    def refuse(self, text: str, check: str) -> None:
        """Note an error for every token that stands where none can be filled in."""
        assert self.findings is not None
        for found in TOKEN_MARKER.finditer(text):
            token = self.marked.tokens[int(found[1])]
            self.findings.error(token.location, check, token=token.raw)


class _TokenInline(InlineProcessor):
    """Notes that a token stands in text, where its value goes once rendering is over.

    Not at once: a metric's meaning is Markdown itself, and a Markdown instance renders one text at a time.
    """

    def __init__(self, md: Markdown, task: Task) -> None:
        super().__init__(TOKEN_MARKER.pattern, md)
        self._task = task

    def handleMatch(self, m: Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: ARG002, N802
        inside = self._task.marked.tokens[int(m[1])].inside or ""
        element = Element("span", {"class": VALUE, TOKEN: inside.strip()})
        element.text = AtomicString(f"{TEXT_START}{m[1]}{TEXT_END}")
        return element, m.start(), m.end()


class _Tree(Treeprocessor):
    """After everything else: code keeps its braces, attributes get plain values, links and headings are set."""

    def __init__(self, md: Markdown, task: Task) -> None:
        super().__init__(md)
        self._task = task

    def run(self, root: Element) -> None:
        names: set[str] = set()
        for element in root.iter():
            if element.tag == "code" and element.text:
                element.text = AtomicString(self._task.raw(element.text))
            # Braces around a token look like a list of attributes, which then have names and values of any kind.
            for name, value in list(element.attrib.items()):
                marked = TOKEN_MARKER.search(f"{name}")
                if marked:
                    self._task.refuse(name, "malformed-token")
                if marked or not isinstance(value, str) or name.lower().startswith("on"):
                    element.attrib.pop(name)
            for name, value in element.attrib.items():
                if TOKEN_MARKER.search(value):
                    element.set(name, self._attribute(name, value))
            if element.tag in {"a", "img"} and self._task.links is not None:
                self._task.links.resolve(element)
            if element.tag in HEADINGS:
                _name(element, names)

    def _attribute(self, name: str, value: str) -> str:
        if name in TEXT_ATTRIBUTES:
            return TOKEN_MARKER.sub(lambda found: f"{ATTRIBUTE_START}{found[1]}{ATTRIBUTE_END}", value)
        self._task.refuse(value, "token-in-address")
        return self._task.raw(value)


def _name(heading: Element, names: set[str]) -> None:
    """Give a heading an anchor that stays the same whatever the values are; the page's title is the only h1."""
    if heading.tag == "h1":
        heading.tag = "h2"
    if "id" not in heading.attrib:
        slug = slugify_unicode(_words(heading), "-") or "_"
        heading.set("id", unique(slug, names))
    else:
        names.add(heading.attrib["id"])


def _words(element: Element) -> str:
    if TOKEN in element.attrib:
        return element.attrib[TOKEN].replace(".", " ")
    parts = [element.text or ""]
    for child in element:
        parts += [_words(child), child.tail or ""]
    return "".join(parts)


class ChefetageExtension(Extension):
    """Registers the parts; `task` says what they work on."""

    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 – the library's name
        """Register with a Markdown instance."""
        # Below code (190) and links (160), whose texts come back for a second pass; above emphasis (60).
        md.inlinePatterns.register(_TokenInline(md, self._task), "chefetage-token", 85)
        # After the inline patterns (20), so that attributes and headings are complete.
        md.treeprocessors.register(cast("Treeprocessor", _Tree(md, self._task)), "chefetage-tree", 5)
