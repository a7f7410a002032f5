"""Schemas as files: `schemas/edition.schema.json` and its neighbours."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from chefetage.schemas.catalogue import schemas

if TYPE_CHECKING:
    from collections.abc import Mapping

    from chefetage.model.base import Language

FOLDER = "schemas"


def schema_texts(languages: tuple[Language, ...]) -> Mapping[str, str]:
    """Return path from the site's root → text, for a site in these languages."""
    return {
        f"{FOLDER}/{name}.schema.json": json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        for name, schema in schemas(languages).items()
    }
