"""What left the site as a file: nobody can take words out of it any more but those who have it."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from chefetage.model.base import Frozen, Language, Placed, QuoteRef


class Sent(Frozen):
    """One file that was sent to somebody."""

    on: date
    language: Language
    file: str
    """Its name, such as `2026-10.de.pdf`."""
    to: str
    """A role or a mailing list, such as `Geschäftsführung`; never a person's address."""
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    quotes: tuple[QuoteRef, ...] = ()
    """Whose words it holds."""
    recalled: date | None = None
    """The day on which those who have it were asked to delete it."""


class SentLog(Placed):
    """`briefings/editions/2026-10.sent.yml`: the files of one edition, in the order in which they were sent."""

    edition: str
    sent: tuple[Sent, ...]
