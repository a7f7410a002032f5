"""The finished pages as plain Markdown trees that any engine builds without hooks."""

from __future__ import annotations

import shutil
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Any

import yaml

from chefetage.outputs.bundle import join
from chefetage.outputs.redirect import redirect_page
from chefetage.outputs.setup import EXTRA, page_meta

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from chefetage.model.base import Language
    from chefetage.model.page import Page, Site

THEME = "theme"
MARK = ".chefetage-export"
"""The file that says that a folder was written by an export, and may be replaced by the next."""


def write_tree(
    site: Site, setup: Mapping[str, Any], assets: Mapping[str, bytes], target: Path, edit_base: str
) -> dict[Language, Path]:
    """Write one tree per language below `target`: `mkdocs.yml`, `docs/`, and the theme beside them.

    Args:
        site: the finished pages.
        setup: what the theme needs to know, from `site_setup`.
        assets: path from the project's root → content, of files in `docs/` that are no pages.
        target: an empty folder or one that an earlier export has written.
        edit_base: the address that the pencil's links begin with, or nothing.

    Returns:
        Language → the folder that holds its `mkdocs.yml`.
    """
    trees = {language: target / language for language in site.navigation}
    _write(target / MARK, "This folder is replaced by every `chefetage export`.\n")
    for language, tree in trees.items():
        docs = tree / "docs"
        if tree.exists():
            shutil.rmtree(tree)
        for page in site.pages:
            if page.language == language:
                _write(docs / _below_language(page.address).replace(".html", ".md"), _markdown(page, edit_base))
        for address, present in site.redirects.items():
            if _language(address) == language:
                _write(docs / _below_language(address), redirect_page(address, present, language))
        for path, content in assets.items():
            asset = docs / path.removeprefix("docs/")
            asset.parent.mkdir(parents=True, exist_ok=True)
            asset.write_bytes(content)
        with as_file(files("chefetage") / THEME) as theme:
            shutil.copytree(theme, tree / THEME, ignore=shutil.ignore_patterns("__pycache__"))
        join(tree / THEME)
        _write(tree / "mkdocs.yml", _configuration(language, site, setup))
    return trees


def _markdown(page: Page, edit_base: str) -> str:
    front = yaml.safe_dump(page_meta(page, edit_base), allow_unicode=True, sort_keys=False, width=120)
    return f"---\n{front}---\n\n{page.html}\n"


def _configuration(language: Language, site: Site, setup: Mapping[str, Any]) -> str:
    configuration = {
        "site_name": "Chefetage",
        "docs_dir": "docs",
        # Some engines refuse to write outside their own folder; the languages' `site` folders are laid over each other.
        "site_dir": f"site/{language}",
        "use_directory_urls": False,
        "theme": {"name": "material", "custom_dir": THEME, "language": language, "font": False},
        "plugins": ["search"],
        "nav": [{entry.title: entry.address.replace(".html", ".md")} for entry in site.navigation[language]],
        "validation": {"nav": {"omitted_files": "ignore"}},
        "extra": {EXTRA: dict(setup)},
    }
    return yaml.safe_dump(configuration, allow_unicode=True, sort_keys=False, width=120)


def _language(address: str) -> Language:
    return address.partition("/")[0]


def _below_language(address: str) -> str:
    return address.partition("/")[2]


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
