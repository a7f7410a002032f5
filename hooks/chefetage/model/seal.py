"""What a closed edition keeps: words, definitions and numbers as they were on the day it was closed.

Quotes are kept by id and digest only, so that a withdrawal needs to change nothing here.
"""

from __future__ import annotations

import json
import unicodedata
from datetime import date
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BeforeValidator, Field, PlainSerializer, TypeAdapter

from chefetage.model.ask import Ask, AskStatus
from chefetage.model.base import Frozen, Id, Language, Placed
from chefetage.model.counts import (
    Counts,
    MeanCounts,
    NpsCounts,
    RateCounts,
    ShareCounts,
    Strata,
    TimeCounts,
    Total,
    Weighted,
)  # fmt: skip
from chefetage.model.dimension import Dimension
from chefetage.model.edition import Edition
from chefetage.model.estimate import Change, Estimate, Figure, Shown
from chefetage.model.event import Event
from chefetage.model.measure import Measure
from chefetage.model.metric import Metric
from chefetage.model.month import Month
from chefetage.model.praise import Praise
from chefetage.model.snapshot import RevisionStatus
from chefetage.model.source import Source
from chefetage.model.story import Story
from chefetage.model.study import Study
from chefetage.model.term import Term
from chefetage.model.visit import Visit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from chefetage.model.quote import Quote

_WAYS: Mapping[str, type[Any]] = {
    way.__name__: way for way in (NpsCounts, ShareCounts, MeanCounts, RateCounts, TimeCounts, Total, Weighted, Strata)
}


@cache
def _adapter(way: str) -> TypeAdapter[Any]:
    return TypeAdapter(_WAYS[way])


def _counts(value: object) -> object:
    """Read counts: several ways of counting have the same fields, so the way is named."""
    match value:
        case {"way": str(way), **fields} if way in _WAYS:
            if way == Strata.__name__ and isinstance(parts := fields.get("parts"), list):
                return Strata(tuple((weight, _counts(part)) for weight, part in parts))  # type: ignore[misc]
            if way == Weighted.__name__:
                fields["counts"] = _counts(fields.get("counts"))
            return _adapter(way).validate_python(fields)
    return value


def _plain(counts: Counts | None) -> object:
    match counts:
        case None:
            return None
        case Strata(parts):
            return {"way": Strata.__name__, "parts": [[weight, _plain(part)] for weight, part in parts]}
        case Weighted(own):
            fields = _adapter(Weighted.__name__).dump_python(counts, mode="json")
            return {"way": Weighted.__name__, **fields, "counts": _plain(own)}
        case _:
            way = type(counts).__name__
            return {"way": way, **_adapter(way).dump_python(counts, mode="json")}


SealedCounts = Annotated[Any, BeforeValidator(_counts), PlainSerializer(_plain)]
"""Counts or nothing."""


class SealedFigure(Frozen):
    """A figure without its metric, which the seal keeps by itself."""

    month: Month
    shown: Shown
    n: int | None = None
    estimate: Estimate | None = None
    counts: SealedCounts = None
    status: RevisionStatus | None = None
    known_on: date | None = None
    source: str | None = None
    stale_since: date | None = None

    @classmethod
    def of(cls, figure: Figure) -> SealedFigure:
        """Return what is kept of a figure."""
        return cls(
            month=figure.month, shown=figure.shown, n=figure.n, estimate=figure.estimate, counts=figure.counts,
            status=figure.status, known_on=figure.known_on, source=figure.source, stale_since=figure.stale_since,
        )  # fmt: skip

    def figure(self, metric: Metric, group: str) -> Figure:
        """Return it as pages know it."""
        return Figure(
            metric=metric, month=self.month, group=group, shown=self.shown, n=self.n, estimate=self.estimate,
            counts=self.counts, status=self.status, known_on=self.known_on, source=self.source,
            stale_since=self.stale_since,
        )  # fmt: skip


class SealedNumbers(Frozen):
    """What pages were told; each by `metric/group/month` or `metric/dimension/month`."""

    figures: dict[str, SealedFigure] = Field(default_factory=dict)
    courses: dict[str, SealedFigure] = Field(default_factory=dict)
    """Figures of months by themselves, as charts show them."""
    changes: dict[str, Change] = Field(default_factory=dict)
    groups: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    hidden: dict[str, bool] = Field(default_factory=dict)
    compared: dict[str, int] = Field(default_factory=dict)


class SealedPromises(Frozen):
    """What had become of earlier asks."""

    named: tuple[Id, ...] = ()
    counts: dict[AskStatus, int] = Field(default_factory=dict)


class Seal(Placed):
    """`2026-10.sealed.json`."""

    schema_: Literal[1] = Field(default=1, alias="schema")
    digest: str
    """Of everything else in the file, so that a change by hand is found."""
    month: Month
    as_of: date
    company: str
    k: int
    number: int
    """The edition's place among all editions."""
    minutes: dict[Language, str] = Field(default_factory=dict)
    """How long it takes to read, in words."""
    speaks_against: bool
    """Whether there was a page that speaks against."""
    core: tuple[Id, ...]
    edition: Edition
    quotes: dict[Id, str] = Field(default_factory=dict)
    """Id → digest of the words."""
    promises: SealedPromises = Field(default_factory=SealedPromises)
    asks: dict[Id, Ask] = Field(default_factory=dict)
    measures: dict[Id, Measure] = Field(default_factory=dict)
    stories: dict[Id, Story] = Field(default_factory=dict)
    studies: dict[Id, Study] = Field(default_factory=dict)
    praises: dict[Id, Praise] = Field(default_factory=dict)
    visits: dict[Id, Visit] = Field(default_factory=dict)
    metrics: dict[Id, Metric] = Field(default_factory=dict)
    sources: dict[Id, Source] = Field(default_factory=dict)
    dimensions: dict[Id, Dimension] = Field(default_factory=dict)
    terms: dict[Id, Term] = Field(default_factory=dict)
    events: dict[Id, tuple[Event, ...]] = Field(default_factory=dict)
    """Metric → what marked its charts."""
    numbers: SealedNumbers = Field(default_factory=SealedNumbers)

    @property
    def id(self) -> Id:
        """The edition's."""
        return self.edition.id


KEPT = ("asks", "measures", "stories", "studies", "praises", "visits", "metrics", "sources", "dimensions", "terms")
"""The kinds that are kept word for word, named as in a project."""

SUFFIX = ".sealed.json"
"""How a seal's file name ends, after the edition's id."""


def number_key(metric: Id, part: str, month: Month) -> str:
    """Return what a number is kept by; `part` is a group or a dimension."""
    return f"{metric}/{part}/{month}"


def digest_of_words(quote: Quote) -> str:
    """Return sixteen hex digits that change when a quote's original words, or who said them, do."""
    body = quote.body.get(quote.language)
    said = json.dumps([body.text.strip() if body else "", quote.who.get(quote.language, "")], ensure_ascii=False)
    return sha256(unicodedata.normalize("NFC", said).encode()).hexdigest()[:16]


def plain_fields(model: Frozen, exclude: frozenset[str] = frozenset()) -> dict[str, Any]:
    """Return what a model holds as JSON has it: no defaults, and not the places of texts, which mean nothing later."""
    fields = model.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude=set(exclude))
    return {name: _without_places(value) for name, value in fields.items()}


_PROSE = {"text", "start"}


def _without_places(value: Any) -> Any:  # noqa: ANN401 – JSON
    if isinstance(value, list):
        return [_without_places(each) for each in value]
    if isinstance(value, dict):
        return {name: _without_places(each) for name, each in value.items() if set(value) != _PROSE or name == "text"}
    return value


def digest_of_seal(fields: Mapping[str, object]) -> str:
    """Return sixteen hex digits that change when anything in a seal's file does, other than how it is laid out."""
    kept = {name: value for name, value in fields.items() if name != "digest"}
    return sha256(json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()[:16]
