"""Which files have a schema, and what is the same for all of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from chefetage.content import kinds
from chefetage.content.shape import KEPT_BY_READER, Table, shape_of, word_fields
from chefetage.locales import speak
from chefetage.model.core import Core
from chefetage.model.dimension import Dimension
from chefetage.model.event import Event
from chefetage.model.metric import Metric
from chefetage.model.retention import Retention
from chefetage.model.rules import Rules
from chefetage.model.sent import Sent
from chefetage.model.settings import Brand
from chefetage.model.source import Source
from chefetage.model.step import Step
from chefetage.model.term import Term
from chefetage.schemas.docstrings import first_sentence
from chefetage.schemas.form import Form

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import BaseModel

    from chefetage.model.base import Item, Language
    from chefetage.schemas.form import Schema

DRAFT = "https://json-schema.org/draft/2020-12/schema"
ID = "^[a-z0-9-]+$"


class Layout(Enum):
    """How a YAML file holds what it holds."""

    ONE = auto()
    """The file is the thing."""
    MANY = auto()
    """Things by id."""
    LIST = auto()
    """Things one after the other."""
    YEARS = auto()
    """Lists by year, as `core.yml` does."""


@dataclass(frozen=True, slots=True)
class File:
    """A YAML file, or files of one sort, with a schema."""

    name: str
    """Of the schema."""
    model: type[BaseModel]
    layout: Layout
    files: tuple[str, ...]
    """Which ones they are, from the site's root; a `!` leaves some out again."""


MARKDOWN = (
    kinds.EDITION, kinds.QUOTE, kinds.STORY, kinds.STUDY, kinds.ASK, kinds.MEASURE, kinds.PRAISE, kinds.VISIT,
    kinds.ARGUMENT, kinds.STANDING,
)  # fmt: skip
"""The kinds whose facts stand in the head of a Markdown file; their translations hold words only."""

SINGLE = ("core", "sources", "segments", "events", "worth")
YAML = (
    File("sent", Sent, Layout.LIST, ("briefings/editions/*.sent.yml",)),
    File("brand", Brand, Layout.ONE, ("brand.yml",)),
    File("checks", Rules, Layout.ONE, ("checks.yml",)),
    File("metric", Metric, Layout.ONE, ("metrics/*.yml", *(f"!metrics/{name}.yml" for name in SINGLE))),
    File("core", Core, Layout.YEARS, ("metrics/core.yml",)),
    File("sources", Source, Layout.MANY, ("metrics/sources.yml",)),
    File("segments", Dimension, Layout.MANY, ("metrics/segments.yml",)),
    File("events", Event, Layout.MANY, ("metrics/events.yml",)),
    File("worth", Retention, Layout.ONE, ("metrics/worth.yml",)),
    File("glossary", Term, Layout.MANY, ("docs/glossary.yml",)),
    File("journey", Step, Layout.MANY, ("docs/journey.yml",)),
)


def schemas(languages: tuple[Language, ...]) -> Mapping[str, Schema]:
    """Return the schema of every sort of file by name, for a site in these languages."""
    heads = Form(languages, speak(languages[0]), one_a_file=True)
    files = Form(languages, speak(languages[0]), one_a_file=False)
    found: dict[str, Schema] = {}
    for kind in MARKDOWN:
        found[kind.name] = _entitled(kind.model, kind.name, heads, heads.record(shape_of(kind.model)))
        found[f"{kind.name}.translation"] = _entitled(kind.model, kind.name, heads, _translation(kind.model, heads))
    for file in YAML:
        found[file.name] = _entitled(file.model, file.name, files, _laid_out(file, files))
    return found


def _translation(model: type[Item], form: Form) -> Schema:
    words = [name for name in word_fields(model) if name not in KEPT_BY_READER]
    schema = form.record(shape_of(model), words, all_optional=True)
    # Without quotes some digests are numbers for YAML; the reader knows that.
    of = {"description": form.locale.say("schemas.of"), "type": ["string", "integer", "number", "null"]}
    return {**schema, "properties": {**schema["properties"], "of": of}}


def _laid_out(file: File, form: Form) -> Schema:
    shape = shape_of(file.model)
    if file.layout is Layout.MANY:
        return form.table(shape, ID)
    if file.layout is Layout.LIST:
        return {"type": "array", "items": form.record(shape)}
    if file.layout is Layout.YEARS:
        (years,) = (slot.shape for slot in shape.slots.values())
        assert isinstance(years, Table)
        return {**form.table(years.of, "^(19|20)[0-9]{2}$"), "minProperties": 1}
    return form.record(shape)


def _entitled(model: type[BaseModel], name: str, form: Form, schema: Schema) -> Schema:
    title = form.locale.say(f"schemas.titles.{name}")
    return {"$schema": DRAFT, "title": title, "description": first_sentence(model), **schema}
