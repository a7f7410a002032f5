"""What a site still has to say: languages without a word, secrets that are missing, examples that are left."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from chefetage.content.shape import word_fields
from chefetage.sites.colour import ENOUGH_ON_PAPER, PAPER, contrast
from chefetage.sites.doctor.ailment import Ailment, some
from chefetage.sites.starter import example_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from chefetage.model.project import Project


def ailing_content(project: Project, environment: Mapping[str, str]) -> Iterator[Ailment]:
    """Yield reminders of what is not there yet, or should not be there any more."""
    yield from _languages(project)
    yield from _secrets(project, environment)
    yield from _examples(project)
    if contrast(project.brand.colour, PAPER) < ENOUGH_ON_PAPER:
        yield Ailment("pale-colour", {"found": project.brand.colour}, is_serious=False)
    if not project.edit_base:
        yield Ailment("no-pencil", is_serious=False)


def _languages(project: Project) -> Iterator[Ailment]:
    items = [item for item in project.items() if item.path.endswith(".md")]
    for language in project.settings.languages:
        spoken = [item for item in items if any(language in getattr(item, name) for name in word_fields(type(item)))]
        if items and not spoken:
            yield Ailment("silent-language", {"language": language}, is_serious=False)


def _secrets(project: Project, environment: Mapping[str, str]) -> Iterator[Ailment]:
    for source in project.sources.values():
        names = [
            name for name in (source.connection, source.address, source.token) if name and not environment.get(name)
        ]
        if names:
            yield Ailment("no-secret", {"source": source.id, "names": ", ".join(names)}, is_serious=False)


def _examples(project: Project) -> Iterator[Ailment]:
    example = example_id(project.settings.languages[0])
    left = [item.path for item in project.items() if re.fullmatch(rf"{example}(-\d+)?", item.id)]
    if left:
        yield Ailment("examples", {"files": some(left)}, is_serious=False)
