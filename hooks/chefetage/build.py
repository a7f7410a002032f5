"""The whole flow, in order; read this first.

sources → refresh → snapshots → **read → check → write pages → hand to an engine**

Both front doors come through here: the command line, and MkDocs by way of `mkdocs_events`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from chefetage.checks import check_project
from chefetage.content import read_project
from chefetage.model.problem import Severity, in_order
from chefetage.outputs.export import write_tree
from chefetage.outputs.setup import site_setup
from chefetage.pages.site import render_site

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from pathlib import Path

    from chefetage.model.page import Site
    from chefetage.model.problem import Problem
    from chefetage.model.project import Project

DOCS = "docs"


@dataclass(frozen=True, slots=True)
class Assembled:
    """A site ready for an engine, with everything that was found on the way."""

    project: Project
    site: Site
    problems: tuple[Problem, ...]
    """Errors first; with an error in it the site must not be published."""

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The findings that block publication."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)


def assemble(root: Path, today: date, *, drafts: bool = False) -> Assembled:
    """Read a project, check it and write its pages; a pure function of the files below `root` and of `today`."""
    project, found = read_project(root, today, drafts=drafts)
    found = [*found, *check_project(project)]
    site, written = render_site(project, assets_of(root))
    return Assembled(project, site, tuple(in_order([*found, *written])))


def assets_of(root: Path) -> frozenset[str]:
    """Return the files in `docs/` that are copied as they are, from the root: all but Markdown and YAML."""
    return frozenset(
        path.relative_to(root).as_posix()
        for path in (root / DOCS).rglob("*")
        if path.is_file() and path.suffix not in {".md", ".yml"} and not _is_private(path.relative_to(root).parts)
    )


def _is_private(parts: tuple[str, ...]) -> bool:
    return "decisions" in parts or any(part.startswith((".", "_")) for part in parts)


def export(assembled: Assembled, root: Path, target: Path, edit_base: str) -> Mapping[str, Path]:
    """Write the finished pages as a plain Markdown tree per language, each with its own `mkdocs.yml`.

    Returns:
        Language → the folder that holds its `mkdocs.yml`.
    """
    setup = site_setup(assembled.project, assembled.site)
    assets = {path: (root / path).read_bytes() for path in sorted(assets_of(root))}
    return write_tree(assembled.site, setup, assets, target, edit_base)


def may_export_to(target: Path, languages: Iterable[str]) -> bool:
    """Whether a folder is free for an export: not there, empty, or written by an earlier one."""
    if not target.exists():
        return True
    return target.is_dir() and {path.name for path in target.iterdir()} <= set(languages)
