"""The texts of one language: `locales/<language>/<file>.yml`, flattened to dotted keys."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FOLDER = Path(__file__).parent

_Loader: type[yaml.SafeLoader] = cast("type[yaml.SafeLoader]", getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def languages() -> tuple[str, ...]:
    """Return the codes of all languages there are texts for."""
    return tuple(sorted(folder.name for folder in FOLDER.iterdir() if (folder / "values.yml").is_file()))


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """Return key → text, the key beginning with the file's name: `site.nav.asks`."""
    texts: dict[str, str] = {}
    for file in sorted((FOLDER / language).glob("*.yml")):
        content = yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 – a safe loader, in C
        texts.update(_flatten(content or {}, file.stem))
    return texts


def _flatten(node: Mapping[str, object], prefix: str) -> Iterator[tuple[str, str]]:
    for key, value in node.items():
        if isinstance(value, dict):
            yield from _flatten(value, f"{prefix}.{key}")
        else:
            yield f"{prefix}.{key}", str(value)
