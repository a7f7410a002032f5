"""What is copied into sites and kept up to date there: workflows, forms, schemas, editor settings, general pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.schemas.text import schema_texts
from chefetage.sites.packed import kept_current

if TYPE_CHECKING:
    from collections.abc import Mapping

    from chefetage.model.base import Language


def copies(languages: tuple[Language, ...]) -> Mapping[str, str]:
    """Return path from the site's root → text, without the line that says which version it came with."""
    return {**kept_current(languages), **schema_texts(languages)}
