"""A monthly edition: what executives read first."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StrictBool

from chefetage.model.base import (
    AskRef,
    Frozen,
    Item,
    MeasureRef,
    MetricRef,
    PraiseRef,
    Prose,
    QuoteRef,
    Spoken,
    StoryRef,
    StudyRef,
    VisitRef,
)  # fmt: skip
from chefetage.model.month import Month


class EditionStatus(StrEnum):
    """Where an edition stands: only the last two are ever built."""

    DRAFT = "draft"
    PUBLISHED = "published"
    CLOSED = "closed"


class Omission(Frozen):
    """Why a core metric is not shown, and who decided it."""

    why: str
    by: str


class Correction(Frozen):
    """A visible change to what was published."""

    on: date
    what: str


class Edition(Item):
    """One month's briefing."""

    month: Month
    status: EditionStatus
    owner: str
    deputy: str | None = None
    published_on: date | None = None
    """The day it went out; the first day on which promises and consents are judged for it."""

    headline: Spoken[str]
    """The customers' problem in one sentence."""
    messages: Spoken[Annotated[tuple[str, ...], Field(min_length=1, max_length=3)]]
    """What to repeat: one to three sentences that can be said aloud."""
    short_text: Spoken[str] = Field(default_factory=dict)
    """What to paste into a chat or say at a town hall; default: the headline and the messages."""
    topic: Spoken[str] = Field(default_factory=dict)
    """What it is about, for the archive; one or two words that other editions share."""
    asks: tuple[AskRef, ...]
    quotes: tuple[QuoteRef, ...] = ()
    story: StoryRef | None = None
    measures: tuple[MeasureRef, ...] = ()
    study: StudyRef | None = None
    praise: PraiseRef | None = None
    visits: tuple[VisitRef, ...] = ()
    commentary: Spoken[Mapping[MetricRef, str]] = Field(default_factory=dict)
    omitted: Spoken[Mapping[MetricRef, Omission]] = Field(default_factory=dict)
    explain: StrictBool = True
    """Whether this edition explains words of the trade; its readers may know them."""
    corrections: Spoken[tuple[Correction, ...]] = Field(default_factory=dict)
    body: Spoken[Prose] = Field(default_factory=dict)
    """The standfirst (everything before the first heading), then what there is to read up on."""

    @property
    def is_draft(self) -> bool:
        """Whether the edition may be seen by its makers only."""
        return self.status is EditionStatus.DRAFT
