"""Proofreading: whether writing the pages could find anything wrong, told without writing them.

What comes up while pages are written comes from texts with markup in them: tokens, blocks, links, raw HTML. Such texts
are few, and each is converted once, by itself, not on every page that shows it. A suspicion is no finding: whoever has
one writes the pages, which tell exactly what is wrong and where.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from chefetage.locales import speak
from chefetage.model.base import Prose, Words
from chefetage.model.edition import Edition
from chefetage.model.metric import Metric
from chefetage.model.problem import Problem, Severity
from chefetage.model.quote import Quote
from chefetage.model.texts import texts_of
from chefetage.pages.address import address_of
from chefetage.pages.context import Context
from chefetage.pages.index import Index
from chefetage.pages.markdown.blocks import PLOT
from chefetage.pages.publication import as_published, published_assets
from chefetage.pages.site import TEMPLATES, studio_for, writer_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.charts.vega.plotter import Plotter
    from chefetage.model.base import Item, Language
    from chefetage.model.project import Project
    from chefetage.pages.markdown.writer import Writer

_MARKUP = re.compile(r"[{}\[\]<`~#&\\]|\n[ ]{0,3}[=-]+[ ]*(?:\n|$)")
_ID = re.compile(r' id="([^"{]+)"')
_VERBATIM = {Quote: frozenset({"body", "transcript", "captions"}), Metric: frozenset({"meaning"})}
"""Fields without tokens and links, or with a check of their own."""


class _Proof(Context):
    """A page that renders nothing but what can be wrong."""

    def render(self, template: str, **values: object) -> Markup:
        """Leave out embedded items, which are read by themselves."""
        return super().render(template, **values) if template == f"blocks/{PLOT}.html" else Markup()


def proofread(project: Project, assets: frozenset[str], plotter: Plotter) -> list[Problem]:
    """Return nothing if the pages of a project can be written without a finding; else what is suspected.

    With drafts in it, they are also read as readers will see them without: a link to a draft is wrong in a text that
    is none.
    """
    whole = as_published(project)
    public = as_published(replace(project, drafts=False)) if project.drafts else whole
    languages = [_Language(each, whole, public, assets, plotter) for each in project.settings.languages]
    return [problem for language in languages for problem in language.suspicions()]


class _Language:
    """The texts of one language."""

    def __init__(
        self, language: Language, whole: Project, public: Project, assets: frozenset[str], plotter: Plotter
    ) -> None:
        self._language, self._whole, self._public = language, whole, public
        writer = writer_for(language)
        self._in_public = _proof(public, assets, plotter, writer)
        self._in_whole = self._in_public if whole is public else _proof(whole, assets, plotter, writer)
        self._ids: dict[str, set[str]] = defaultdict(set)

    def suspicions(self) -> Iterator[Problem]:
        for kind, items in self._whole.kinds.items():
            public = self._public.kinds[kind]
            for item in items.values():
                page, _, anchor = address_of(kind, item.id).partition("#")
                is_public = item.id in public and not (isinstance(item, Edition) and item.is_draft)
                c = self._in_public if is_public else self._in_whole
                ids = self._ids[f"{self._language}/{page}"]
                ids.update((anchor, *item.was))
                self._read(item, replace(c, address=f"{self._language}/{page}"), ids)
        for c in {id(each): each for each in (self._in_public, self._in_whole)}.values():
            yield from c.studio.findings.problems
            for link in c.studio.findings.links:
                if link.anchor not in self._ids[link.address] and link.anchor not in _fixed_ids():
                    yield Problem(link.location, Severity.ERROR, "broken-anchor", {"link": link.written})

    def _read(self, item: Item, c: _Proof, ids: set[str]) -> None:
        for text in texts_of(item):
            if text.language != self._language or text.field not in _fields(type(item)):
                continue
            if not _MARKUP.search(text.text):
                continue
            if text.is_prose:
                ids.update(_ID.findall(c.prose_of(Prose(text.text, text.start))))
            else:
                c.line_of(text.text, text.start)


def _proof(project: Project, assets: frozenset[str], plotter: Plotter, writer: Writer) -> _Proof:
    nothing = Index({}, {}, {}, {}, {}, {}, {}, {}, {}, {})  # pages need it, texts do not
    studio = studio_for(project, nothing, published_assets(project, assets), plotter, writer)
    return _Proof(studio, speak(writer.language), "", project.current_month, project.today)


@cache
def _fields(kind: type[Item]) -> frozenset[str]:
    """Return the fields whose texts are converted."""
    spoken = {name for name, field in kind.model_fields.items() if any(isinstance(m, Words) for m in field.metadata)}
    return frozenset(spoken - _VERBATIM.get(kind, frozenset()))


@cache
def _fixed_ids() -> frozenset[str]:
    """Return the places that pages always have."""
    return frozenset(found for path in TEMPLATES.rglob("*.html") for found in _ID.findall(path.read_text("utf-8")))
