"""What a company decides when its site begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import available_timezones

from chefetage.locales import available
from chefetage.model.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.base import Language

COLOUR = "#8a1c55"
TIMEZONE = "Europe/Berlin"
_COLOUR = re.compile(r"#[0-9a-f]{6}")
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_REPOSITORY = re.compile(r"[A-Za-z0-9-]+/[A-Za-z0-9._-]+")


@dataclass(frozen=True, slots=True)
class Wishes:
    """The answers, each as it was given or its default."""

    company: str
    short: str
    languages: tuple[Language, ...]
    """The first is the site's own."""
    colour: str = COLOUR
    """On white, as `#8a1c55`."""
    mail: str = ""
    """Whom readers write to; may be left out."""
    repository: str = ""
    """Where the site will be kept on GitHub, as `owner/name`; may be left out."""
    timezone: str = TIMEZONE


@dataclass(frozen=True, slots=True)
class Misfit:
    """An answer that cannot be taken."""

    field: str
    found: str
    nearest: str | None = None


def misfits(wishes: Wishes) -> Iterator[Misfit]:
    """Yield every answer that cannot be taken."""
    if not wishes.company.strip():
        yield Misfit("company", wishes.company)
    for language in wishes.languages:
        if language not in available() or wishes.languages.count(language) > 1:
            yield Misfit("languages", language, nearest(language, available()))
    if not wishes.languages:
        yield Misfit("languages", "")
    if not _COLOUR.fullmatch(wishes.colour):
        yield Misfit("colour", wishes.colour)
    if wishes.mail and not _MAIL.fullmatch(wishes.mail):
        yield Misfit("mail", wishes.mail)
    if wishes.repository and not _REPOSITORY.fullmatch(wishes.repository):
        yield Misfit("repository", wishes.repository)
    zones = available_timezones()
    if zones and wishes.timezone not in zones:  # a machine without the data cannot tell
        yield Misfit("timezone", wishes.timezone, nearest(wishes.timezone, zones))
