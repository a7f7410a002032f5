"""What a team agrees on for its own desk: `checks.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from chefetage.model.base import Frozen, Placed


class Calendar(Frozen):
    """The days of a month's rhythm."""

    cut_off_days: Annotated[int, Field(ge=0, strict=True)] = 14
    """Days after a month's end until its values are final."""
    due_day: Annotated[int, Field(ge=1, le=28, strict=True)] = 15
    """Day of the following month by which an edition is expected; after it the home page says that it is late."""


class Hints(Frozen):
    """What the team does not want to be told."""

    off: Mapping[str, str] = Field(default_factory=dict)
    """The hint's id, as it stands in brackets behind its message → why it is off."""


class Names(Frozen):
    """Whom nothing may name."""

    deny: tuple[str, ...] = ()


class Rules(Placed):
    """`checks.yml`; each part may be left out, and so may the file."""

    calendar: Calendar = Calendar()
    hints: Hints = Hints()
    names: Names = Names()


@dataclass(frozen=True, slots=True)
class Denied:
    """Names that must stand nowhere, and must not even be kept with the site: read from elsewhere, at the edge."""

    names: tuple[str, ...] = ()
    unread: str = ""
    """The variable whose file could not be read: then nobody knows what to look for."""
