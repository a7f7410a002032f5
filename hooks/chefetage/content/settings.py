"""What a site decides for itself: `mkdocs.yml`, `brand.yml` and `checks.yml`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urljoin
from zoneinfo import ZoneInfo, available_timezones

from chefetage.content.assemble import assemble
from chefetage.content.document import as_table
from chefetage.content.files import read_text, shown
from chefetage.content.findings import Findings, as_read, clipped
from chefetage.content.inherit import read_inheriting
from chefetage.content.languages import Languages
from chefetage.content.tree import Tree, read_tree
from chefetage.locales import available
from chefetage.model.base import Frozen
from chefetage.model.location import Location
from chefetage.model.nearest import nearest
from chefetage.model.rules import Rules
from chefetage.model.settings import Brand, Settings

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS_FILE = "mkdocs.yml"
BRAND_FILE = "brand.yml"
RULES_FILE = "checks.yml"
_MOVED = {"cut_off_days": "calendar", "due_day": "calendar"}
"""What once was a setting → the part of `checks.yml` that it belongs to."""
_UNDER = ("extra", "chefetage")
_ANY = "–"
"""Stands for the company where `brand.yml` does not say it; the error keeps the page from being published."""

M = TypeVar("M", bound=Frozen)


def settings_of(root: Path, findings: Findings) -> Settings:
    """Read `extra.chefetage` in `mkdocs.yml`; what is wrong is reported, and the default holds.

    So the time zone always is one, and there are texts for each of the languages.
    """
    tree = _settings_file(root, findings)
    for name in _UNDER:
        tree = None if tree is None else tree.split().get(name)
        if tree is not None:
            tree = as_table(tree, findings)
    if tree is None:
        return Settings()
    tree = _without_moved(tree, findings)
    settings = _as_far_as_sound(Settings, tree, Settings().languages, findings) or Settings()
    usable = {"timezone": _timezone(settings, tree, findings), "languages": _languages(settings, tree, findings)}
    return settings.model_copy(update=usable)


def edit_base_of(root: Path) -> str:
    """Return the address that every pencil begins with; nothing if there is none.

    It is `edit_uri` of `mkdocs.yml`, starting from `repo_url` if it is relative.
    """
    root = root.resolve()
    tree = _settings_file(root, Findings())
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


def rules_of(root: Path, languages: tuple[str, ...], findings: Findings) -> Rules:
    """Read `checks.yml`, which need not be there; what is wrong is reported, and the default holds."""
    path = root / RULES_FILE
    if not path.exists() and not path.is_symlink():
        return Rules()
    tree = _file(path, root, findings)
    rules = None if tree is None else _as_far_as_sound(Rules, tree, languages, findings)
    return Rules() if tree is None or rules is None else rules.placed(tree.positions)


def _without_moved(tree: Tree, findings: Findings) -> Tree:
    """Return the settings without those that stand in another file today, which are reported."""
    for name, part in _MOVED.items():
        if name in tree.table:
            params = {"field": name, "part": part, "found": clipped(as_read(tree.table[name])), "file": RULES_FILE}
            findings.error(tree.positions.at(name), "moved-setting", **params)
    kept = {name: value for name, value in tree.table.items() if name not in _MOVED}
    return Tree(kept, tree.start, tree.places, tree.raw)


def _settings_file(root: Path, findings: Findings) -> Tree | None:
    path = root / SETTINGS_FILE
    return read_inheriting(path, root, findings) if _is_there(path, root, findings) else None


def _file(path: Path, root: Path, findings: Findings) -> Tree | None:
    text = read_text(path, root, findings) if _is_there(path, root, findings) else None
    tree = None if text is None else read_tree(text, shown(path, root), findings)
    return None if tree is None else as_table(tree, findings)


def _is_there(path: Path, root: Path, findings: Findings) -> bool:
    if path.exists() or path.is_symlink():
        return True
    findings.error(Location(shown(path, root)), "missing-file", file=shown(path, root))
    return False


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


def _timezone(settings: Settings, tree: Tree, findings: Findings) -> str:
    """Return the time zone if it is one, else the default with a finding."""
    try:
        ZoneInfo(settings.timezone)
    except (OSError, ValueError, KeyError):  # ZoneInfoNotFoundError is a KeyError
        known = available_timezones()
        if known:  # a machine without the data cannot tell
            params = {"found": clipped(settings.timezone), "nearest": nearest(settings.timezone, known)}
            findings.error(tree.positions.at("timezone"), "unknown-timezone", **params)
        return Settings().timezone
    return settings.timezone


def _languages(settings: Settings, tree: Tree, findings: Findings) -> tuple[str, ...]:
    """Return the languages that there are texts for, each once; the default, where that leaves none."""
    known = available()
    usable: list[str] = []
    for index, language in enumerate(settings.languages):
        place = tree.positions.at("languages", index)
        if language in usable:
            findings.error(place, "repeated-language", found=language)
        elif language not in known:
            params = {"found": clipped(language), "allowed": ", ".join(known), "nearest": nearest(language, known)}
            findings.error(place, "unspoken-language", **params)
        else:
            usable.append(language)
    return tuple(usable) or Settings().languages
