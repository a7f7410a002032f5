"""Every page of a project, in every language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from chefetage.charts.vega.plotter import NoPlotter
from chefetage.locales import speak
from chefetage.model.page import NavEntry, Site
from chefetage.pages import (
    archive,
    asks,
    edition,
    glossary,
    home,
    journey,
    method,
    metric,
    metrics,
    point,
    quotes,
    standing,
    stories,
    studies,
    value,
    why,
)
from chefetage.pages.address import SECTIONS, address_of, source_addresses
from chefetage.pages.anchors import check_links
from chefetage.pages.context import Studio
from chefetage.pages.findings import Findings
from chefetage.pages.index import index_of
from chefetage.pages.markdown.writer import Writer
from chefetage.pages.numbers import LiveNumbers
from chefetage.pages.parts.ask import mail_link, view_ask
from chefetage.pages.parts.chart import view_groups, view_trend
from chefetage.pages.parts.measure import view_measure
from chefetage.pages.parts.number import view_figures
from chefetage.pages.parts.origin import foreign, origin
from chefetage.pages.parts.plot import view_plot
from chefetage.pages.parts.praise import view_praise
from chefetage.pages.parts.story import view_story
from chefetage.pages.parts.study import view_study
from chefetage.pages.parts.voice import view_voice
from chefetage.pages.press import Press, count, phrase, quoted
from chefetage.pages.publication import as_published, published_assets
from chefetage.pages.sealed import with_seals
from chefetage.pages.sealing import seal_edition

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from chefetage.charts.vega.plotter import Plotter
    from chefetage.model.base import Id, Item, Language
    from chefetage.model.page import Page
    from chefetage.model.problem import Problem
    from chefetage.model.project import Project
    from chefetage.model.seal import Seal
    from chefetage.pages.index import Index

    Run = Callable[[Sequence[Callable[[], "Written"]]], list["Written"]]

TEMPLATES = Path(__file__).parent / "templates"

KINDS: tuple[Callable[[Press], Iterator[Page]], ...] = (
    home.write,
    edition.write,
    asks.write,
    metrics.write,
    metric.write,
    quotes.write,
    journey.write,
    stories.write,
    value.write,
    point.write,
    why.write,
    studies.write,
    method.write,
    glossary.write,
    archive.write,
    standing.write,
)
"""One function a kind of page."""


@dataclass(frozen=True, slots=True)
class Written:
    """One language's pages, and what came up while they were written."""

    pages: tuple[Page, ...]
    findings: Findings


def one_by_one(jobs: Sequence[Callable[[], Written]]) -> list[Written]:
    """Do one job after the other."""
    return [job() for job in jobs]


def render_site(
    project: Project,
    assets: frozenset[str] = frozenset(),
    plotter: Plotter | None = None,
    run: Run = one_by_one,
    focus: Id | None = None,
) -> tuple[Site, list[Problem]]:
    """Write all pages and check the links between them.

    Args:
        project: the content and the numbers.
        assets: files in `docs/` that are no pages, from the project's root; links may lead to them.
        plotter: draws charts in Vega-Lite; without one such a chart is an error.
        run: writes the languages, which know nothing of each other, one by one or at once.
        focus: the only edition to write, with the standing pages, as while writing it; links to other pages are then
            taken on trust.

    Returns:
        The site, and what was found on the way, such as unknown tokens and broken links.
    """
    project = as_published(with_seals(project))
    index = index_of(project)
    assets = published_assets(project, assets)
    plotter = plotter or NoPlotter()
    jobs = [
        partial(_write, project, index, assets, plotter, language, focus) for language in project.settings.languages
    ]
    written = run(jobs)
    by_address = {page.address: page for each in written for page in each.pages}
    redirects = {former: now for former, now in redirects_of(project).items() if former not in by_address}
    site = Site(tuple(by_address.values()), navigation_of(project), redirects)
    problems = [problem for each in written for problem in each.findings.problems]
    links = [link for each in written for link in each.findings.links]
    return site, [*problems, *(() if focus else check_links(links, by_address, redirects))]


def _write(  # noqa: PLR0913, PLR0917 – what pages are made of
    project: Project, index: Index, assets: frozenset[str], plotter: Plotter, language: Language, focus: Id | None
) -> Written:
    """Write one language's pages."""
    studio = studio_for(project, index, assets, plotter, writer_for(language))
    press = Press(studio, speak(language))
    if focus is None:
        pages = tuple(page for write in KINDS for page in write(press))
    else:
        pages = (edition.write_one(press, project.editions[focus]), *standing.write(press))
    return Written(pages, studio.findings)


def seal_of(project: Project, edition_id: Id, assets: frozenset[str], plotter: Plotter) -> Seal:
    """Return what a published edition keeps when it is closed today."""
    project = as_published(with_seals(project))
    index = index_of(project)
    languages = project.settings.languages
    shown = published_assets(project, assets)
    studios = [studio_for(project, index, shown, plotter, writer_for(language)) for language in languages]
    return seal_edition(studios, project.editions[edition_id])


@cache
def writer_for(language: Language) -> Writer:
    """Return the one writer of a language; making one takes as long as writing several pages."""
    return Writer(language)


def studio_for(project: Project, index: Index, assets: frozenset[str], plotter: Plotter, writer: Writer) -> Studio:
    """Return what the pages of one language share."""
    return Studio(
        project=project,
        index=index,
        numbers=LiveNumbers(project),
        environment=environment(),
        writer=writer,
        sources=source_addresses(project),
        assets=assets,
        findings=Findings(),
        plotter=plotter,
    )


@cache
def environment() -> Environment:
    """Return the templates' environment: what a template does not know is an error, what it prints is escaped."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals.update(
        count=count,
        foreign=foreign,
        mail_link=mail_link,
        origin=origin,
        phrase=phrase,
        quoted=quoted,
        view_ask=view_ask,
        view_figures=view_figures,
        view_groups=view_groups,
        view_measure=view_measure,
        view_plot=view_plot,
        view_praise=view_praise,
        view_story=view_story,
        view_study=view_study,
        view_trend=view_trend,
        view_voice=view_voice,
    )
    return made


def navigation_of(project: Project) -> Mapping[Language, tuple[NavEntry, ...]]:
    """Return the nine entries of each language; addresses are below the language's root."""
    return {
        language: tuple(
            NavEntry(section, speak(language).say(f"site.nav.{section}"), address)
            for section, address in SECTIONS.items()
        )
        for language in project.settings.languages
    }


def redirects_of(project: Project) -> Mapping[str, str]:
    """Return former to present address for all that have a page of their own; on shared pages the old anchor stays."""
    shown = {each.id for each in project.shown_editions}
    owners: list[tuple[str, Item]] = [("edition", each) for each in project.editions.values() if each.id in shown]
    owners += [("metric", each) for each in project.metrics.values()]
    owners += [("standing", each) for each in project.standing.values()]
    return {
        f"{language}/{address_of(kind, former)}": f"{language}/{address_of(kind, item.id)}"
        for language in project.settings.languages
        for kind, item in owners
        for former in item.was
    }
