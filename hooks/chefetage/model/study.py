"""A study on what customer focus brings, with its limits."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StrictBool

from chefetage.model.base import Item, Prose, Spoken


class Grade(StrEnum):
    """How far a study can be trusted."""

    A = "A"
    """Peer-reviewed and replicated, or a meta-analysis."""
    B = "B"
    """Peer-reviewed, single or disputed."""
    C = "C"
    """From the industry."""
    D = "D"
    """From a vendor."""


class Stance(StrEnum):
    """What the study says about customer focus paying off."""

    SUPPORTS = "supports"
    MIXED = "mixed"
    CRITICAL = "critical"


class Study(Item):
    """One publication and what may be said of it."""

    authors: str
    year: Annotated[int, Field(ge=1900, le=2100, strict=True)]
    title: str
    publication: str
    kind: str
    finding: Spoken[str]
    limits: Spoken[str]
    grade: Grade
    stance: Stance
    url: Annotated[str, Field(pattern=r"^https?://")]
    sponsor: str | None = None
    """Who paid for it, or has an interest in what it finds."""
    featured: StrictBool = False
    """Whether it is among the dozen that come first; see the check `featured-studies`."""
    topic: str | None = None
    body: Spoken[Prose] = Field(default_factory=dict)
