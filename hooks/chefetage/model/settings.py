"""What a site decides for itself: `extra.chefetage` in `mkdocs.yml`, and `brand.yml`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StrictBool

from chefetage.model.base import Frozen, Language, Spoken


class Settings(Frozen):
    """`extra.chefetage` in `mkdocs.yml`."""

    languages: tuple[Language, ...] = Field(default=("de", "en"), min_length=1)
    """The first is the default."""
    timezone: str = "Europe/Berlin"
    visibility: Literal["internal", "public"] = "internal"
    k: Annotated[int, Field(ge=1, strict=True)] = 5
    """Fewer answers than this are never shown."""
    explain: StrictBool = True
    """Whether words of the trade are explained where a page first uses them."""


Colour = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")]


class Brand(Frozen):
    """`brand.yml`: the company."""

    company: str
    """As it stands in the masthead."""
    short: str | None = None
    colour: Colour = "#8a1c55"
    """The accent on white paper."""
    colour_dark: Colour = "#e592ba"
    """The accent on a dark screen."""
    logo: str | None = None
    """An SVG file in `docs/`, or nothing for the built-in mark."""
    contact: Spoken[str] = Field(default_factory=dict)
    """Whom to ask, shown at the foot of every page."""
    contact_mail: str | None = None
    notice: Spoken[str] = Field(default_factory=dict)
    """Shown on every page, such as that a demonstration is fictional."""
