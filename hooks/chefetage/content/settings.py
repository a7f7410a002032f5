"""What a site decides for itself: `mkdocs.yml` and `brand.yml`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urljoin
from zoneinfo import ZoneInfo, available_timezones

from chefetage.content.assemble import assemble
from chefetage.content.document import as_table
from chefetage.content.files import read_text, shown
from chefetage.content.findings import Findings
from chefetage.content.languages import Languages
from chefetage.content.tree import Tree, read_tree
from chefetage.model.base import Frozen
from chefetage.model.location import Location
from chefetage.model.nearest import nearest
from chefetage.model.settings import Brand, Settings

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS_FILE = "mkdocs.yml"
BRAND_FILE = "brand.yml"
_UNDER = ("extra", "chefetage")
_ANY = "–"
"""Stands for the company where `brand.yml` does not say it; the error keeps the page from being published."""

M = TypeVar("M", bound=Frozen)


def settings_of(root: Path, findings: Findings) -> Settings:
    """Read `extra.chefetage` in `mkdocs.yml`; what is wrong is reported, and the default holds."""
    tree = _file(root / SETTINGS_FILE, root, findings, foreign_tags=True)
    for name in _UNDER:
        tree = None if tree is None else tree.split().get(name)
        if tree is not None:
            tree = as_table(tree, findings)
    if tree is None:
        return Settings()
    settings = _as_far_as_sound(Settings, tree, Settings().languages, findings) or Settings()
    _check_timezone(settings, tree, findings)
    return settings


def edit_base_of(root: Path) -> str:
    """Return `edit_uri` of `mkdocs.yml`, from `repo_url` on if it is relative: the address that every pencil begins with; nothing if there is none."""
    root = root.resolve()
    tree = _file(root / SETTINGS_FILE, root, Findings(), foreign_tags=True)
    table = tree.table if tree is not None else {}
    repository, base = table.get("repo_url"), table.get("edit_uri")
    if isinstance(repository, str) and repository:
        base = urljoin(repository.rstrip("/") + "/", base if isinstance(base, str) and base else "edit/main/")
    if not isinstance(base, str) or not base:
        return ""
    return base if base.endswith(("/", "=")) else f"{base}/"


def brand_of(root: Path, languages: tuple[str, ...], findings: Findings) -> Brand:
    """Read `brand.yml`; what is wrong is reported, and the default holds."""
    tree = _file(root / BRAND_FILE, root, findings)
    brand = None if tree is None else _as_far_as_sound(Brand, tree, languages, findings)
    return brand or Brand(company=_ANY)


def _file(path: Path, root: Path, findings: Findings, *, foreign_tags: bool = False) -> Tree | None:
    where = shown(path, root)
    if not path.exists() and not path.is_symlink():
        findings.error(Location(where), "missing-file", file=where)
        return None
    text = read_text(path, root, findings)
    tree = None if text is None else read_tree(text, where, findings, foreign_tags=foreign_tags)
    return None if tree is None else as_table(tree, findings)


def _as_far_as_sound(model: type[M], tree: Tree, languages: tuple[str, ...], findings: Findings) -> M | None:
    """Return the model, where need be without the fields that are wrong, so that one slip does not cause others."""
    made = assemble(model, tree, Languages(languages), findings)
    if made is not None:
        return made
    sound = {}
    for name, value in tree.table.items():
        alone = Tree({name: value}, tree.start, tree.places, tree.raw)
        trial = Findings()
        assemble(model, alone, Languages(languages), trial)
        if all(problem.id == "missing-field" for problem in trial.problems):
            sound[name] = value
    return assemble(model, Tree(sound, tree.start, tree.places, tree.raw), Languages(languages), Findings())


def _check_timezone(settings: Settings, tree: Tree, findings: Findings) -> None:
    try:
        ZoneInfo(settings.timezone)
    except (OSError, ValueError):  # ZoneInfoNotFoundError is a KeyError
        pass
    except KeyError:
        pass
    else:
        return
    known = available_timezones()
    if known:  # a machine without the data cannot tell
        near = nearest(settings.timezone, known)
        findings.error(tree.positions.at("timezone"), "unknown-timezone", found=settings.timezone, nearest=near)
