"""The whole flow, in order; read this first.

sources → refresh → snapshots → **read → check → write pages → hand to an engine**

Both front doors come through here: the command line, and MkDocs by way of `mkdocs_events`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING

from chefetage.checks import check_edition, check_project
from chefetage.checks.budget import wanted, within_budget
from chefetage.checks.quote_words import STILL_THERE
from chefetage.content import read_project
from chefetage.drawing import Drawings
from chefetage.model.location import Location
from chefetage.model.problem import Problem, Severity, in_order
from chefetage.model.rules import Denied
from chefetage.outputs.export import MARK, write_tree
from chefetage.outputs.setup import site_setup
from chefetage.pages.proof import proofread
from chefetage.pages.publication import MEDIA, as_published, published_assets
from chefetage.pages.site import render_site
from chefetage.parallel import at_once

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from chefetage.checks.budget import Told
    from chefetage.model.page import Site
    from chefetage.model.project import Project

DOCS = "docs"
ATTACHMENTS = frozenset({
    ".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp", ".pdf",
    ".m4a", ".mp3", ".mp4", ".ogg", ".opus", ".vtt", ".wav", ".webm",
})  # fmt: skip
"""What is copied from `docs/`: pictures, recordings and papers; never a table of answers that lies there by mistake."""


_NOBODY = Denied()


@dataclass(frozen=True, slots=True)
class Assembled:
    """A site ready for an engine, with everything that was found on the way."""

    project: Project
    site: Site
    assets: frozenset[str]
    """Files in `docs/` that are copied as they are, from the root; recordings only while their quotes may be shown."""
    problems: tuple[Problem, ...]
    """Errors first; with one of `errors` in it the site must not be published."""

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The findings that block publication."""
        return tuple(p for p in self.problems if p.severity is Severity.ERROR and p.id != STILL_THERE)

    @property
    def told(self) -> Told:
        """The errors, and the few hints that a desk gets at first."""
        return within_budget(self.problems, self.project)


@dataclass(frozen=True, slots=True)
class Findings:
    """A project, and everything that was found in it."""

    project: Project
    problems: tuple[Problem, ...]
    """Errors first."""


def assemble(
    root: Path, today: date, *, drafts: bool = False, denied: Denied = _NOBODY, focus: str | None = None
) -> Assembled:
    """Read a project, check it and write its pages; a pure function of the files below `root` and what else is given.

    With a `focus`, only that edition is checked and written, with the standing pages. Charts that were drawn before
    come from `.cache/chefetage/charts`, which changes nothing but how long it takes.
    """
    project, found = read_project(root, today, drafts=drafts, denied=denied)
    edition = project.editions.get(focus or "")
    found = [*found, *(check_edition(project, edition) if edition else check_project(project))]
    assets = assets_of(root)
    with Drawings(root) as drawings:
        site, written = render_site(project, assets, drawings, at_once, edition.id if edition else None)
    found = [*found, *written, *_about_files(root, project, assets)]
    found = wanted(found, project)
    return Assembled(project, site, published_assets(as_published(project), assets), tuple(in_order(found)))


def inspect_content(root: Path, today: date, *, drafts: bool = False, denied: Denied = _NOBODY) -> Findings:
    """Read a project and check it, without writing its pages as long as there is nothing in them to be found.

    Finds what `assemble` finds, with drafts both in what readers see and in what they will see: a link to a draft is a
    mistake in one of them only.
    """
    project, found = read_project(root, today, drafts=drafts, denied=denied)
    assets = assets_of(root)
    with Drawings(root) as drawings:
        suspected, checked = at_once([partial(proofread, project, assets, drawings), partial(check_project, project)])
    if not suspected:
        found = [*found, *checked, *_about_files(root, project, assets)]
        return Findings(project, tuple(in_order(wanted(found, project))))
    every = [assemble(root, today, drafts=shown, denied=denied) for shown in sorted({False, drafts})]
    return Findings(every[-1].project, tuple(in_order([problem for each in every for problem in each.problems])))


def _about_files(root: Path, project: Project, assets: frozenset[str]) -> Iterator[Problem]:
    yield from _missing_logo(project, assets)
    yield from _swapped(root, project, assets)
    yield from _unpublished(root)


def _unpublished(root: Path) -> Iterator[Problem]:
    """Hint at files in `docs/` of a kind that is not published."""
    known = ATTACHMENTS | {".md", ".yml"}
    for path in sorted((root / DOCS).rglob("*")):
        place = path.relative_to(root)
        if path.is_file() and path.suffix.lower() not in known and not _is_private(place.parts):
            yield Problem(Location(place.as_posix()), Severity.HINT, "unpublished-file", {"suffix": path.suffix})


def _swapped(root: Path, project: Project, assets: frozenset[str]) -> Iterator[Problem]:
    """Yield an error per recording on show whose bytes are not those that the customer agreed to."""
    for quote in project.quotes.values():
        if quote.media is None or not quote.may_be_shown(project.today):
            continue
        path = f"{MEDIA}{quote.media.key}"
        if path in assets and sha256((root / path).read_bytes()).hexdigest() != quote.media.sha256:
            yield Problem(quote.at("media", "sha256"), Severity.ERROR, "swapped-recording", {"found": quote.media.key})


def _missing_logo(project: Project, assets: frozenset[str]) -> Iterator[Problem]:
    logo = project.brand.logo
    if logo and f"{DOCS}/{logo}" not in assets:
        yield Problem(Location("brand.yml"), Severity.ERROR, "missing-logo", {"found": logo})


def assets_of(root: Path) -> frozenset[str]:
    """Return the files in `docs/` that are copied as they are, from the root."""
    folder = root.resolve() / DOCS
    return frozenset(
        path.relative_to(root).as_posix()
        for path in (root / DOCS).rglob("*")
        if path.is_file()
        and path.suffix.lower() in ATTACHMENTS
        and not _is_private(path.relative_to(root).parts)
        # A link that leads out of the folder would publish what it points to.
        and path.resolve().is_relative_to(folder)
    )


def _is_private(parts: tuple[str, ...]) -> bool:
    return "decisions" in parts or any(part.startswith((".", "_")) for part in parts)


def export(assembled: Assembled, root: Path, target: Path) -> Mapping[str, Path]:
    """Write the finished pages as a plain Markdown tree per language, each with its own `mkdocs.yml`.

    Returns:
        Language → the folder that holds its `mkdocs.yml`.

    Raises:
        OSError: the folder cannot be written.
    """
    setup = site_setup(assembled.project, assembled.site)
    assets = {path: (root / path).read_bytes() for path in sorted(assembled.assets)}
    return write_tree(assembled.site, setup, assets, target, assembled.project.edit_base)


def may_export_to(target: Path) -> bool:
    """Whether a folder is free for an export: not there, empty, or written by an earlier one."""
    return not target.exists() or (target.is_dir() and ((target / MARK).is_file() or not any(target.iterdir())))
