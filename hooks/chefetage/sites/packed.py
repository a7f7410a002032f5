"""Files of this project that sites get as they are: they stand once, at its root, and travel in the wheel."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from chefetage.model.base import Language

_HERE = Path(__file__).parent
_TRAVELLING = ".github", ".vscode"
_PAGES = (
    "docs/accessibility", "docs/methods", "docs/simulation", "docs/handbook", "docs/handbook-month",
    "docs/handbook-writing", "docs/handbook-check", "docs/handbook-rights", "docs/handbook-works-agreement",
    "docs/handbook-numbers", "docs/handbook-closing", "docs/handbook-metrics", "docs/handbook-publishing",
    "docs/handbook-developers",
)  # fmt: skip
"""What holds for every site that is built with this version."""
_BEGINNING = ("docs/glossary", "docs/privacy", "briefings/studies/knox-van-oest-2014")
"""What a site begins with and goes on writing itself."""
_OWNERS = ".github/CODEOWNERS"
_NO_COPIES = frozenset({".github/workflows/tests.yml", _OWNERS})
"""What concerns the package and no site, and what a site writes itself."""
_TEAM = re.compile(r"@[\w-]+/")
_ORIGINAL = "de"
_OF = re.compile(r"^of:.*\n", re.MULTILINE)


def kept_current(languages: tuple[Language, ...]) -> Mapping[str, str]:
    """Return path → text of what a later version may write anew, for a site in these languages."""
    files = {
        path.relative_to(root()).as_posix(): path.read_text(encoding="utf-8")
        for folder in _TRAVELLING
        for path in sorted((root() / folder).rglob("*"))
        if path.is_file()
    }
    return {path: text for path, text in files.items() if path not in _NO_COPIES} | _pages(_PAGES, languages)


def given_once(languages: tuple[Language, ...], owner: str) -> Mapping[str, str]:
    """Return path → text of what belongs to the site from then on.

    Args:
        languages: The site's.
        owner: Whose teams are asked before something changes: the company's name on GitHub.
    """
    terms = (root() / "docs/glossary.yml").read_text(encoding="utf-8")
    given = _pages(_BEGINNING, languages) | {"docs/glossary.yml": in_languages(terms, languages)}
    owners = root() / _OWNERS
    return given | ({_OWNERS: _TEAM.sub(f"@{owner}/", owners.read_text(encoding="utf-8"))} if owners.exists() else {})


@cache
def root() -> Path:
    """Return where the files stand: within an installed package, else at the root of the project it is developed in."""
    travelled = _HERE / "originals"
    return travelled if travelled.is_dir() else _HERE.parents[2]


def _pages(names: tuple[str, ...], languages: tuple[Language, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in names:
        texts = {language: text for language in languages if (text := _text(name, language)) is not None}
        found.update(_as_item(name, texts, languages))
    return found


def _text(name: str, language: Language) -> str | None:
    path = root() / (f"{name}.md" if language == _ORIGINAL else f"{name}.{language}.md")
    return path.read_text(encoding="utf-8") if path.is_file() else None


def _as_item(name: str, texts: Mapping[Language, str], languages: tuple[Language, ...]) -> dict[str, str]:
    """Return an original and its translations.

    Facts stand in the German file, and translations say which German words they render; so it stays the original
    wherever a site has German.
    """
    if not texts:
        return {}
    original = _ORIGINAL if _ORIGINAL in texts else next(iter(texts))
    text = texts[original]
    if original != _ORIGINAL:
        german = _text(name, _ORIGINAL) or ""
        text = _with_facts(_OF.sub("", text), german)
    if original != languages[0]:
        text = text.replace("---\n", f"---\nlanguage: {original}\n", 1)
    others = {f"{name}.{language}.md": each for language, each in texts.items() if language != original}
    return {f"{name}.md": text, **others}


def _with_facts(words: str, german: str) -> str:
    """Return a translation as an original: with the facts of the German file in front of its words."""
    said = {line.partition(":")[0] for line in words.split("---\n")[1].splitlines()}
    facts = [line for line in german.split("---\n")[1].splitlines() if line[:1].isalpha()]
    kept = [line for line in facts if line.partition(":")[0] not in said]
    return words.replace("---\n", "".join(["---\n", *(f"{line}\n" for line in kept)]), 1)


def in_languages(text: str, languages: tuple[Language, ...]) -> str:
    """Return YAML without the words in other languages: lines such as `    en: …` and what is indented below them."""
    kept: list[str] = []
    skipped: int | None = None
    for line in text.splitlines(keepends=True):
        indent = len(line) - len(line.lstrip())
        if skipped is not None and (not line.strip() or indent > skipped):
            continue
        found = re.match(r" +([a-z]{2}):(?=\s)", line)
        skipped = indent if found and found[1] not in languages else None
        if skipped is None:
            kept.append(line)
    return "".join(kept)
