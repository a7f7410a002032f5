"""A month's aggregates, as they stand in `metrics/snapshots/`. Never a respondent."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from chefetage.model.base import Frozen, Placed
from chefetage.model.month import Month

Count = Annotated[int, Field(ge=0, le=10**18, strict=True)]

ALL = "all"
"""The group of all respondents; others are named `dimension.value`."""

JOURNAL = ".unfinished.json"
"""The file among the snapshots that says that an update was interrupted: they do not all belong together."""


class RevisionStatus(StrEnum):
    """Whether answers may still come in."""

    PROVISIONAL = "provisional"
    FINAL = "final"


class Result(Frozen):
    """What is displayed: points or percent, unrounded."""

    value: float
    low: float
    high: float


class Revision(Frozen):
    """What was known on a day."""

    known_on: date
    status: RevisionStatus
    stats: dict[str, Count]
    """Counts, whole numbers all of them; which, is said in `chefetage.stats.counts`."""
    result: Result | None
    """`None` when nobody answered."""
    method: str
    source: str
    digest: str
    """Of the input that was read."""


class MetricMonth(Frozen):
    """One metric in one month."""

    definition: str
    """Digest of the metric's definition at the time."""
    groups: dict[str, tuple[Revision, ...]]
    """Group to its revisions, oldest first."""
    hidden: tuple[str, ...] = ()
    """Dimensions of which at least one group is too small to be written."""

    stale: date | None = None
    """The day from which on the source could not be read; what stands here, or in earlier months, is the last known."""


class Snapshot(Placed):
    """One file: one month."""

    schema_: Literal[1] = Field(alias="schema")
    month: Month
    metrics: dict[str, MetricMonth]
