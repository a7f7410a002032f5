"""A finished page, before any engine has seen it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from posixpath import dirname, relpath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from chefetage.model.base import Language


@dataclass(frozen=True, slots=True)
class Page:
    """One page in one language. All texts but `html` are plain and not escaped."""

    address: str
    """From the site's root, such as `de/editions/2026-10.html`."""
    language: Language
    title: str
    """For the browser's tab and search."""
    html: str
    """The whole `<article>`."""
    description: str = ""
    section: str = ""
    """The entry of the navigation it belongs to, such as `metrics`."""
    source: str | None = None
    """The file that the pencil opens, from the project's root."""
    searchable: bool = True
    draft: bool = False
    """Shown to its makers only, and marked."""
    alternates: Mapping[Language, str] = field(default_factory=dict)
    """Every language the page exists in: its address there."""


@dataclass(frozen=True, slots=True)
class NavEntry:
    """One of the nine entries of the navigation."""

    section: str
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Site:
    """Everything that is handed to an engine."""

    pages: tuple[Page, ...]
    navigation: Mapping[Language, tuple[NavEntry, ...]]
    redirects: Mapping[str, str]
    """Former address to present address, both from the root."""


def relative(target: str, page: str) -> str:
    """Return the link that leads from one page's address to another address, both from the site's root."""
    path, mark, anchor = target.partition("#")
    if path == page and anchor:
        return mark + anchor
    return _from_folder(path, dirname(page) or ".") + mark + anchor


@lru_cache(maxsize=65536)
def _from_folder(path: str, folder: str) -> str:
    return relpath(path, folder)
