"""The door for MkDocs (and ProperDocs): each event is unpacked, handed on, and answered.

The finished pages become virtual files of one build, a tree per language. MkDocs adds the theme, the search index
and live reload; it does not render our Markdown, so the pages are the same with every engine.
"""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from watchdog.observers.polling import PollingObserver

from chefetage.build import assemble
from chefetage.clock import today_at
from chefetage.content import read_settings
from chefetage.content.memory import remember
from chefetage.denied import denied_names
from chefetage.fault import report_fault
from chefetage.locales.report import report
from chefetage.outputs.bundle import PARTS, joined
from chefetage.outputs.compiled import Compiled
from chefetage.outputs.drafts import mark_drafts
from chefetage.outputs.findings import findings_site
from chefetage.outputs.redirect import entry_page, redirect_page
from chefetage.outputs.search import split_search_index, without_drawings
from chefetage.outputs.setup import EXTRA, page_meta, site_setup

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as MkDocsPage

    from chefetage.build import Assembled
    from chefetage.model.page import Page, Site

THEME = Path(__file__).parent / "theme"
WATCHED = ("briefings", "metrics", "docs", "brand.yml", "checks.yml")
UNWANTED = frozenset({"sitemap.xml"})
"""What the theme brings and nobody needs: a sitemap is for search engines, which are kept out."""
DRAFTS = "CHEFETAGE_DRAFTS"
"""With `1` in this variable a build shows drafts too, marks them, and is not to be published."""
FOCUS = "CHEFETAGE_EDITION"
"""Names the only edition that `serve` writes, so that it is there at once after each change."""
LOOK_EVERY = 0.15
"""Seconds."""
OFF = logging.DEBUG

log = logging.getLogger("mkdocs.chefetage")


@dataclass
class _Run:
    """What one `mkdocs` process knows; under `serve` it lives through many builds."""

    serving: bool = False
    drafts: bool = False
    """Whether drafts are shown, as they always are under `serve`."""
    pages: Mapping[str, Page] = field(default_factory=dict)
    """Source path of the virtual file → page."""
    addresses: frozenset[str] = frozenset()
    """Of the last good build: findings are shown wherever somebody may be looking."""
    assembled: Assembled | None = None
    site: Site | None = None
    """What is built: the pages, or under `serve` the findings in their place."""
    languages: tuple[str, ...] = ()
    edit_base: str = ""
    compiled: Compiled = field(default_factory=Compiled)


_run = _Run()


def on_startup(*, command: str, dirty: bool) -> None:  # noqa: ARG001 – MkDocs passes it
    """Remember whether pages are written for readers or for the desk."""
    _run.serving = command == "serve"
    if _run.serving:
        remember()
    _run.drafts = _run.serving or os.environ.get(DRAFTS) == "1"


@event_priority(100)  # before the search plugin, which asks our theme how words are separated
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Put our theme in front of Material's and watch the content."""
    root = Path(config.config_file_path).parent
    if str(THEME) not in config.theme.dirs:
        config.theme.dirs.insert(0, str(THEME))
    config.theme.static_templates -= UNWANTED
    config.validation.nav.omitted_files = OFF
    config.validation.nav.absolute_links = OFF
    for name in WATCHED:
        path = str(root / name)
        if Path(path).exists() and path not in config.watch:
            config.watch.append(path)
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Read, check and write all pages, before MkDocs empties the folder of the last good build."""
    root = Path(config.config_file_path).parent
    settings, _ = read_settings(root)
    try:
        today = today_at(settings.timezone)
    except ValueError as error:
        raise Abort(str(error)) from error
    try:
        focus = os.environ.get(FOCUS) if _run.serving else None
        assembled = assemble(root, today, drafts=_run.drafts, denied=denied_names(), focus=focus)
    except Exception as fault:
        raise Abort(report_fault(root, fault)) from fault
    _run.languages, _run.edit_base = assembled.project.settings.languages, assembled.project.edit_base
    _run.assembled, _run.site = assembled, assembled.site
    if assembled.errors:
        _run.site = _refuse(assembled)
    else:
        _run.addresses = frozenset(page.address for page in assembled.site.pages)
        told = assembled.told
        for line in report(told.problems, _run.languages[0], told.held_back):
            log.info(line)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG001 – MkDocs passes them
    """Compile the theme's templates once in the life of the process."""
    env.bytecode_cache = _run.compiled
    return env


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:  # noqa: ANN401, ARG001
    """Look for changes several times a second; MkDocs looks twice."""
    watched = [config.docs_dir, config.config_file_path]
    for path in watched:
        server.unwatch(path)
    server.observer = PollingObserver(timeout=LOOK_EVERY)
    for path in watched:
        server.watch(path)
    return server


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Hand the pages to MkDocs as virtual files."""
    root = Path(config.config_file_path).parent
    assembled, site = _run.assembled, _run.site
    assert assembled is not None
    assert site is not None
    config.extra[EXTRA] = site_setup(assembled.project, assembled.site, is_served=_run.serving)
    _run.pages = {page.address.removesuffix(".html") + ".md": page for page in site.pages}
    kept = [file for file in files if not _is_ours(file, config) and file.src_uri not in UNWANTED | PARTS]
    virtual = [_virtual(source, page, config, root) for source, page in _run.pages.items()]
    return Files([*kept, *virtual, *_assets(assembled, root, config), *_redirects(site, config), *_joined(config)])


def on_page_markdown(markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Give the theme what it needs to know of the page."""
    ours = _run.pages.get(page.file.src_uri)
    if ours is None:
        return markdown
    page.meta = page_meta(ours, _run.edit_base)
    return ""


def on_page_content(html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Put the finished page in, at first only what is to be searched; `on_page_context` follows with the rest."""
    ours = _run.pages.get(page.file.src_uri)
    return html if ours is None else without_drawings(ours.html)


@event_priority(-100)  # after the search plugin, which reads the content in the same event
def on_page_context(context: dict[str, Any], page: MkDocsPage, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:  # noqa: ARG001
    """Let theme and search speak the page's language; its root is what scripts look for the index from."""
    ours = _run.pages.get(page.file.src_uri)
    if ours is not None:
        page.content = ours.html
        config.theme["language"] = ours.language
        depth = ours.address.count("/") - 1
        context["base_url"] = "/".join([".."] * depth) or "."
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Give each language its own search index; say of a site with drafts that it has some."""
    split_search_index(Path(config.site_dir), _run.languages)
    if _run.drafts:
        mark_drafts(Path(config.site_dir), _run.languages)


def _refuse(assembled: Assembled) -> Site:
    """Stop a build; under `serve` show the findings instead, wherever the browser may be."""
    lines = report(assembled.told.problems, _run.languages[0])
    if not _run.serving:
        raise Abort("\n".join(lines))
    log.error("\n".join(lines))
    addresses = _run.addresses | {page.address for page in assembled.site.pages}
    return findings_site(assembled.told.problems, _run.languages, addresses)


def _is_ours(file: File, config: MkDocsConfig) -> bool:
    """Whether a file of `docs/` becomes a page of ours, or goes into each language's tree, or is not published."""
    return file.src_dir is not None and Path(file.src_dir) == Path(config.docs_dir)


def _virtual(source: str, page: Page, config: MkDocsConfig, root: Path) -> File:
    """Return a page as a file that never was on disk; its pencil and its date are those of the real one."""
    file = File(source, None, config.site_dir, use_directory_urls=False)
    file.content_string = ""
    if page.source:
        # After the content: setting that forgets the path, which other plugins ask for.
        file.abs_src_path = str(root / page.source)
        file.edit_uri = page.source  # pyright: ignore[reportAttributeAccessIssue] – MkDocs means it to be set
    return file


def _assets(assembled: Assembled, root: Path, config: MkDocsConfig) -> list[File]:
    """Return pictures and other attachments, once per language, so that each tree stands alone."""
    return [
        File.generated(config, f"{language}/{path.removeprefix('docs/')}", abs_src_path=str(root / path))
        for language in _run.languages
        for path in sorted(assembled.assets)
    ]


def _joined(config: MkDocsConfig) -> list[File]:
    """Return the theme's joined style sheet and script."""
    return [File.generated(config, path, content=content) for path, content in joined(THEME).items()]


def _redirects(site: Site, config: MkDocsConfig) -> list[File]:
    """Return a small page at every former address, and one at the root that leads to the default language."""
    pages = {address: redirect_page(address, target, _language(address)) for address, target in site.redirects.items()}
    pages["index.html"] = entry_page(_run.languages)
    return [File.generated(config, address, content=content) for address, content in pages.items()]


def _language(address: str) -> str:
    return address.partition("/")[0]
