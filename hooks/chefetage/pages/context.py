"""What a page knows while it is written: whose language, which month, what day, where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from chefetage.charts.vega.plotter import NoPlotter
from chefetage.model.base import Heard, Prose, pick
from chefetage.model.page import relative
from chefetage.model.snapshot import ALL
from chefetage.pages.address import SECTIONS, address_of
from chefetage.pages.files import source_of
from chefetage.pages.markdown.hidden import without_comments
from chefetage.pages.markdown.token import OPEN
from chefetage.pages.plain import plain_text
from chefetage.stats.meaning import placeholders
from chefetage.stats.rounding import decimals_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from jinja2 import Environment

    from chefetage.charts.vega.plotter import Plotter
    from chefetage.locales import Locale
    from chefetage.model.ask import Ask
    from chefetage.model.base import Item, Language
    from chefetage.model.edition import Edition
    from chefetage.model.estimate import Change, Figure
    from chefetage.model.location import Location
    from chefetage.model.month import Month
    from chefetage.model.project import Project
    from chefetage.model.quote import Quote
    from chefetage.model.seal import Seal
    from chefetage.pages.findings import Findings
    from chefetage.pages.index import Index
    from chefetage.pages.markdown.writer import Writer
    from chefetage.pages.numbers import Numbers


@dataclass(frozen=True)
class Studio:
    """What all pages of one language share in one build."""

    project: Project
    index: Index
    numbers: Numbers
    environment: Environment
    writer: Writer
    sources: Mapping[str, str]
    """File → address below a language's root."""
    assets: frozenset[str]
    """Files in `docs/` that are no pages, from the project's root."""
    findings: Findings
    plotter: Plotter = field(default_factory=NoPlotter)
    """Draws what somebody has described in Vega-Lite."""
    seal: Seal | None = None
    """What the article is written from, if its edition is closed."""
    live: Project | None = None
    """The project of today, where `project` is that of a seal."""


@dataclass(frozen=True)
class Context:
    """The page's point of view; templates know it as `c`."""

    studio: Studio
    locale: Locale
    address: str
    """The page's own, from the site's root."""
    month: Month | None
    """The month whose values are shown; `None` as long as there are none."""
    day: date
    """The day on which promises are judged: an edition's own day, elsewhere today."""
    edition: Edition | None = None

    @property
    def project(self) -> Project:
        """The content and the numbers."""
        return self.studio.project

    @property
    def index(self) -> Index:
        """References turned round."""
        return self.studio.index

    @property
    def numbers(self) -> Numbers:
        """What the snapshots say, or what a closed edition keeps of them."""
        return self.studio.numbers

    @property
    def findings(self) -> Findings:
        """Takes what is wrong with a text."""
        return self.studio.findings

    @property
    def open_blocks(self) -> list[tuple[str, str]]:
        """Kind and id of the blocks that are being rendered."""
        return self.studio.findings.open_blocks

    @property
    def core(self) -> tuple[str, ...]:
        """The metrics that every edition of the page's year shows."""
        return self.project.core_for(self.month.year if self.month else self.project.today.year)

    @property
    def sources(self) -> Mapping[str, str]:
        """File → address below a language's root."""
        return self.studio.sources

    @property
    def assets(self) -> frozenset[str]:
        """Files that are no pages."""
        return self.studio.assets

    @property
    def language(self) -> Language:
        """The page's language."""
        return self.locale.language

    def say(self, key: str, **params: object) -> str:
        """Return a text of the site in the page's language, from `locales/<language>/site.yml`."""
        return self.locale.say(f"site.{key}", **params)

    def of_edition(self, edition: Edition) -> Context:
        """Return the same page seen with an edition's month and day."""
        day = min(edition.published_on or self.as_of, self.as_of)
        return replace(self, edition=edition, month=edition.month, day=day)

    # Words

    def heard(self, item: Item, name: str) -> Heard[Any] | None:
        """Return an item's words in the page's language, else in the original's; `None` if there are none."""
        return pick(getattr(item, name), self.language)

    def line(self, item: Item, name: str) -> Markup:
        """Return a short text with its tokens resolved, marked with its language if it is another than the page's."""
        heard = self.heard(item, name)
        if heard is None:
            return Markup()
        return self._in_language(self.line_of(heard.value, item.at(name, heard.language)), heard.language)

    def lines(self, item: Item, name: str) -> list[Markup]:
        """Return a list of short texts, such as an edition's messages."""
        heard = self.heard(item, name)
        if heard is None:
            return []
        return [
            self._in_language(self.line_of(text, item.at(name, heard.language, index)), heard.language)
            for index, text in enumerate(heard.value)
        ]

    def entry(self, item: Item, name: str, *keys: str | int, part: str | None = None) -> Markup:
        """Return one text inside a mapping or list of words: `c.entry(edition, "commentary", "nps")`.

        With `part` the attribute of what is found, such as a scene's `text`. Empty if there is none.
        """
        heard = self.heard(item, name)
        value: Any = heard.value if heard else None
        for key in keys:
            value = value.get(key) if hasattr(value, "get") else value[key] if value is not None else None
        if part is not None and value is not None:
            value = getattr(value, part)
        if heard is None or not value:
            return Markup()
        place = item.at(name, heard.language, *keys, *((part,) if part else ()))
        return self._in_language(self.line_of(str(value), place), heard.language)

    def line_of(self, text: str, location: Location) -> Markup:
        """Return a short text with its tokens resolved; `location` is where it was written."""
        return self.studio.writer.line(text, location, self)

    def plain(self, item: Item, name: str) -> str:
        """Return a short text without any markup, for titles and labels."""
        heard = self.heard(item, name)
        return "" if heard is None else plain_text(self.line_of(heard.value, item.at(name, heard.language)))

    def prose(self, item: Item, name: str = "body") -> Markup:
        """Return an item's Markdown as HTML; empty if it has none."""
        heard = self.heard(item, name)
        if heard is None or not without_comments(heard.value.text).strip():
            return Markup()
        html = self.prose_of(heard.value)
        if heard.language == self.language:
            return html
        return Markup('<div lang="{}">{}</div>').format(heard.language, html)

    def prose_of(self, prose: Prose) -> Markup:
        """Return Markdown as HTML."""
        return self.studio.writer.prose(prose, self)

    def verbatim(self, item: Item, name: str = "body") -> Markup:
        """Return words from outside, a customer's: paragraphs and emphasis only, sanitised, no tokens."""
        heard = self.heard(item, name)
        if heard is None:
            return Markup()
        text = heard.value.text if isinstance(heard.value, Prose) else str(heard.value)
        html = self.studio.writer.verbatim(text)
        return (
            html if heard.language == self.language else Markup('<div lang="{}">{}</div>').format(heard.language, html)
        )

    def is_translated(self, item: Item, name: str = "body") -> bool:
        """Whether the words exist in the page's language."""
        return self.language in getattr(item, name)

    def _in_language(self, html: Markup, language: Language) -> Markup:
        return html if language == self.language else Markup('<span lang="{}">{}</span>').format(language, html)

    # Numbers

    def omits(self, metric: str) -> bool:
        """Whether the page's edition leaves a metric out on purpose; nothing in it may tell the number then."""
        return self.edition is not None and any(metric in named for named in self.edition.omitted.values())

    def figure(self, metric: str, group: str = ALL, month: Month | None = None) -> Figure | None:
        """Return a metric's figure in the page's month; `None` without a month, and where the edition leaves it out."""
        when = None if self.omits(metric) else month or self.month
        return self.numbers.figure(metric, when, group) if when else None

    def change(self, metric: str, group: str = ALL, month: Month | None = None) -> Change | None:
        """Return how a metric has changed by the page's month; `None` where there is no figure either."""
        when = None if self.omits(metric) else month or self.month
        return self.numbers.change(metric, when, group) if when else None

    def series(self, metric: str, months: int = 24, group: str = ALL) -> tuple[Figure, ...]:
        """Return a metric's figures, oldest first, up to the page's month; none where it has none."""
        if self.month is None or self.omits(metric):
            return ()
        return self.numbers.series(metric, self.month, months, group)

    @property
    def as_of(self) -> date:
        """The day whose knowledge counts: today, or the one on which the page's edition was closed."""
        return self.numbers.as_of

    def meaning(self, figure: Figure) -> Markup:
        """Return what a figure means in plain words, with its numbers filled in; empty if there is nothing to fill."""
        metric = figure.metric
        heard = pick(metric.meaning, self.language)
        if heard is None or figure.estimate is None:
            return Markup()
        place = metric.at("meaning", heard.language)
        decimals = decimals_of(figure.estimate, metric.unit)
        numbers = {
            name: self.locale.value(number, metric.unit, decimals) if name in {"value", "low", "high"}
            else self.locale.number(number)
            for name, number in placeholders(figure).items()
        }  # fmt: skip
        try:
            text = heard.value.format_map(numbers)
        except (KeyError, IndexError, ValueError, AttributeError, TypeError):
            # An unknown placeholder; the check `unknown-placeholder` says so, with its place.
            return Markup()
        if OPEN in text:
            # A token here could lead back here; the checks do not let it pass.
            return Markup.escape(text)
        return self._in_language(self.line_of(text, place), heard.language)

    def may_show(self, quote: Quote) -> bool:
        """Whether the words may stand on the site today; a withdrawal overrides everything."""
        return quote.may_be_shown(self.project.today)

    def today_of(self, ask: Ask) -> Ask:
        """Return an ask as it stands today; the page may know it as it was."""
        live = self.studio.live
        return ask if live is None else live.asks.get(live.renamed["ask"].get(ask.id, ask.id), ask)

    # Places

    def href(self, address: str) -> str:
        """Return the link from this page to an address below the language's root."""
        return relative(f"{self.language}/{address}", self.address)

    def link(self, kind: str, item_id: str) -> str:
        """Return the link from this page to an item."""
        return self.href(address_of(kind, item_id))

    def section(self, name: str) -> str:
        """Return the link from this page to one of the nine entries of the navigation."""
        return self.href(SECTIONS[name])

    def pencil(self, item: Item) -> str:
        """Return the address at which an item's file can be edited; empty if there is none."""
        base, file = self.project.edit_base, source_of(item, self.language)
        return base + file if base and file else ""

    # Parts

    def render(self, template: str, **values: object) -> Markup:
        """Return a template filled in; it knows this context as `c`."""
        return Markup(self.studio.environment.get_template(template).render(c=self, **values))  # noqa: S704 – autoescaped
