"""A customer's own words, with the right to use them."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from pydantic import Field, StrictBool, model_validator
from pydantic_core import PydanticCustomError

from chefetage.model.base import Frozen, Item, MetricRef, Prose, Spoken

if TYPE_CHECKING:
    from collections.abc import Mapping

    from chefetage.model.base import Language


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
    PUBLIC = "public"
    """The site, read by everybody on the internet; `site` alone means colleagues."""


class Consent(Frozen):
    """The customer agreed."""

    reference: str
    """Where the consent is filed; never the customer's name."""
    scope: tuple[Output, ...] = Field(min_length=1)
    given: date
    until: date | None = None
    """The last day."""
    withdrawn: date | None = None

    @property
    def may_end(self) -> bool:
        """Whether there is a day after which the words must be gone."""
        return self.until is not None or self.withdrawn is not None

    def ended_on(self, today: date) -> date | None:
        """Return the day of the withdrawal, or else the last day, if it has come and gone by `today`."""
        if self.withdrawn is not None and self.withdrawn <= today:
            return self.withdrawn
        return self.until if self.until is not None and self.until < today else None


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

    key: str = Field(
        pattern=r"^(?:[A-Za-z0-9][A-Za-z0-9._-]*/)*[A-Za-z0-9][A-Za-z0-9._-]*\.(?:m4a|mp3|mp4|ogg|opus|wav|webm)$"
    )
    """Its name in the store and below `docs/media/`."""
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")

    @property
    def is_film(self) -> bool:
        """Whether there is something to see."""
        return self.key.lower().endswith((".mp4", ".webm"))


class Quote(Item):
    """What one customer said."""

    said_on: date
    who: Spoken[str] = Field(default_factory=dict)
    """A description; a name only with consent. Required unless consent has ended."""
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
    """The words. Required unless consent has ended."""

    @model_validator(mode="after")
    def _described_unless_consent_may_end(self) -> Quote:
        # Whether it has ended depends on the day; see the check `quote_words`.
        if not self.who and (self.basis.consent is None or not self.basis.consent.may_end):
            raise PydanticCustomError("missing_words", "who is missing", {"field": "who"})
        return self

    @property
    def customers_words(self) -> Mapping[str, Mapping[Language, object]]:
        """Field → what it says in each language, of all that is the customer's: gone once consent has ended."""
        spoken: dict[str, Mapping[Language, object]] = {
            "who": self.who, "need": self.need, "transcript": self.transcript, "captions": self.captions,
            "body": self.body,
        }  # fmt: skip
        return {name: words for name, words in spoken.items() if words}

    def ended_on(self, today: date) -> date | None:
        """Return the day on which consent ended, if it has by `today`."""
        return None if self.basis.consent is None else self.basis.consent.ended_on(today)

    def may_be_shown(self, today: date, output: Output = Output.SITE) -> bool:
        """Whether the words may be used in an output on that day."""
        if not self.body and not self.transcript:
            return False
        consent = self.basis.consent
        return consent is None or (output in consent.scope and consent.ended_on(today) is None)
