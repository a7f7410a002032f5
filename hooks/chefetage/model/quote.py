"""A customer's own words, with the right to use them."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import Field, StrictBool, model_validator
from pydantic_core import PydanticCustomError

from chefetage.model.base import Frozen, Item, MetricRef, Prose, Spoken


class Mood(StrEnum):
    """How the customer felt."""

    JOY = "joy"
    PAIN = "pain"
    MIXED = "mixed"


class Channel(StrEnum):
    """Where the words were said."""

    SURVEY = "survey"
    CALL = "call"
    MAIL = "mail"
    CHAT = "chat"
    LETTER = "letter"
    REVIEW = "review"
    VISIT = "visit"
    INTERVIEW = "interview"


class Output(StrEnum):
    """What a consent can cover."""

    SITE = "site"
    MAIL = "mail"
    SLIDES = "slides"


class Consent(Frozen):
    """The customer agreed."""

    reference: str
    """Where the consent is filed; never the customer's name."""
    scope: tuple[Output, ...] = Field(min_length=1)
    given: date
    until: date | None = None
    withdrawn: date | None = None


class Anonymised(Frozen):
    """Nobody can be recognised any more; a named person has checked that."""

    by: str
    on: date


class Basis(Frozen):
    """The right to use a quote: consent, or anonymisation with a named approver. Exactly one."""

    consent: Consent | None = None
    anonymised: Anonymised | None = None

    @model_validator(mode="after")
    def _exactly_one(self) -> Basis:
        if (self.consent is None) == (self.anonymised is None):
            raise PydanticCustomError("one_basis", "either consent or anonymised")
        return self


class Media(Frozen):
    """A recording kept in a private store; git holds its key and digest."""

    key: str
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")

    @property
    def is_film(self) -> bool:
        """Whether there is something to see."""
        return self.key.lower().endswith((".mp4", ".webm", ".m4v", ".mov"))


class Quote(Item):
    """What one customer said."""

    said_on: date
    who: Spoken[str] = Field(default_factory=dict)
    """A description; a name only with consent. Required unless the quote is withdrawn."""
    channel: Channel
    mood: Mood
    basis: Basis
    paraphrased: StrictBool = False
    """Shown as „sinngemäß“."""
    step: Spoken[str] = Field(default_factory=dict)
    """The step of the customer's journey."""
    need: Spoken[str] = Field(default_factory=dict)
    """What the customer was after."""
    metrics: tuple[MetricRef, ...] = ()
    media: Media | None = None
    transcript: Spoken[str] = Field(default_factory=dict)
    """What is said in the recording, to read."""
    captions: Spoken[str] = Field(default_factory=dict)
    """What is said in the recording, to read while it plays: cues as in WebVTT, without its first line."""
    body: Spoken[Prose] = Field(default_factory=dict)
    """The words. Required unless the quote is withdrawn."""

    @model_validator(mode="after")
    def _words_unless_withdrawn(self) -> Quote:
        withdrawn = self.basis.consent is not None and self.basis.consent.withdrawn is not None
        if not self.who and not withdrawn:
            raise PydanticCustomError("missing_words", "who is missing", {"field": "who"})
        return self

    def may_be_shown(self, today: date, output: Output = Output.SITE) -> bool:
        """Whether the words may be used in an output on that day."""
        consent = self.basis.consent
        if consent is None:
            return True
        return (
            output in consent.scope
            and (consent.withdrawn is None or consent.withdrawn > today)
            and (consent.until is None or consent.until >= today)
        )
