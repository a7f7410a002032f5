"""One language's pages: the words that need more than a key, and what makes an article a page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from babel import Locale as Territory
from markupsafe import Markup

from chefetage.model.edition import Edition
from chefetage.model.page import Page
from chefetage.model.standing import Standing
from chefetage.pages.address import PAGES
from chefetage.pages.anchors import with_unique_ids
from chefetage.pages.context import Context
from chefetage.pages.files import source_of
from chefetage.pages.terms import Explainer

if TYPE_CHECKING:
    from chefetage.locales import Locale
    from chefetage.model.base import Item, Language
    from chefetage.model.project import Project
    from chefetage.pages.context import Studio
    from chefetage.pages.index import Index

_BLANK_LINES = re.compile(r"\n\s*\n")


@dataclass(frozen=True)
class Press:
    """Writes pages in one language."""

    studio: Studio
    locale: Locale

    @property
    def project(self) -> Project:
        """The content and the numbers."""
        return self.studio.project

    @property
    def index(self) -> Index:
        """References turned round."""
        return self.studio.index

    def context(self, address: str, edition: Edition | None = None) -> Context:
        """Return the point of view of the page at an address below the language's root."""
        project = self.project
        c = Context(self.studio, self.locale, f"{self.locale.language}/{address}", project.current_month, project.today)
        return c if edition is None else c.of_edition(edition)

    def page(  # noqa: PLR0913 – what a page is made of
        self,
        c: Context,
        section: str,
        title: str,
        html: Markup,
        *,
        description: str = "",
        source: Item | None = None,
        searchable: bool = True,
        draft: bool = False,
    ) -> Page:
        """Return a finished article as a page; it exists at the same address in every language."""
        address = c.address.partition("/")[2]
        return Page(
            address=c.address,
            language=c.language,
            title=title,
            html=with_unique_ids(_without_blank_lines(self._explained(c, html, source))),
            description=description,
            section=section,
            source=source_of(source, c.language) if source is not None else None,
            searchable=searchable,
            draft=draft,
            alternates={language: f"{language}/{address}" for language in self.project.settings.languages},
        )

    @cached_property
    def _explainer(self) -> Explainer:
        return Explainer(self.context(PAGES["glossary"]))

    def _explained(self, c: Context, html: Markup, source: Item | None) -> Markup:
        """Return the article with its words of the trade explained, unless its readers do without."""
        wanted = self.project.settings.explain and not (isinstance(source, Edition | Standing) and not source.explain)
        if not wanted or c.address == f"{c.language}/{PAGES['glossary']}":
            return html
        return self._explainer.explain(c, html)


def _without_blank_lines(html: str) -> str:
    """Return HTML that a Markdown engine takes for one block; code keeps its blank lines."""
    if "<pre" not in html:
        return _BLANK_LINES.sub("\n", html).strip()
    parts = re.split(r"(<pre.*?</pre>)", html, flags=re.DOTALL)
    return "".join(part if part.startswith("<pre") else _BLANK_LINES.sub("\n", part) for part in parts).strip()


def phrase(c: Context, key: str, **params: object) -> Markup:
    """Return a text of the site whose placeholders may hold markup; what is plain is escaped."""
    return Markup(c.say(key)).format(**params)  # noqa: S704 – the text is ours


def quoted(c: Context, line: Markup) -> Markup:
    """Return a line in the page's quotation marks; nothing for nothing."""
    opening, _, closing = c.locale.say("values.quotes").partition("…")
    return Markup("{}{}{}").format(opening, line, closing) if line else line


def count(c: Context, key: str, number: int) -> str:
    """Return a text with its number in the right form: `1 Antwort`, `420 Antworten`."""
    form = _plural(c.language, number)
    known = form if c.locale.knows(f"site.{key}.{form}") else "other"
    return c.say(f"{key}.{known}", n=c.locale.number(number))


def word_for(c: Context, group: str, written: str) -> str:
    """Return our word for a kind, a topic or the like; one we have no word for is shown as the team wrote it."""
    key = f"{group}.{written.strip().lower().replace(' ', '-')}"
    return c.say(key) if c.locale.knows(f"site.{key}") else written


def number_word(c: Context, number: int) -> str:
    """Return a small number as a word, a larger one in digits."""
    key = f"number.{number}"
    return c.say(key) if c.locale.knows(f"site.{key}") else c.locale.number(number)


@cache
def _territory(language: Language) -> Territory:
    return Territory.parse(language)


@cache
def _plural(language: Language, number: int) -> str:
    return str(_territory(language).plural_form(number))


@cache
def language_name(language: Language, spoken_in: Language) -> str:
    """Return a language's name as another one calls it: `Englisch`, `German`."""
    return _territory(language).get_display_name(_territory(spoken_in)) or language
