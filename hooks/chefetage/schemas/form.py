"""A shape as JSON Schema: what the reader takes, an editor takes, and what it refuses by its type is underlined."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from chefetage.content.shape import (
    Choice,
    Code,
    Day,
    Flag,
    Many,
    MonthOfYear,
    Number,
    Record,
    Shape,
    Slot,
    Spoken,
    Table,
    Text,
    Variable,
)  # fmt: skip
from chefetage.model.month import YEARS
from chefetage.schemas.docstrings import field_docs

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from pydantic import BaseModel

    from chefetage.locales import Locale
    from chefetage.model.base import Language

Schema = dict[str, Any]
"""A JSON Schema, or a part of one; only words that draft 7 knows too, as not every editor has got further."""

_YEAR = rf"({'|'.join(sorted({str(year)[:2] for year in YEARS if year < YEARS.stop - 1}))})\d\d|{YEARS.stop - 1}"
_DAY = rf"^({_YEAR})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"
_MONTH = rf"^({_YEAR})-(0[1-9]|1[0-2])$"
_NOT_BLANK = r"\S"
_VARIABLE = "^[A-Z][A-Z0-9_]*$"
_ABSURD = 1e15
"""As for the reader: nobody means a number so large."""


@dataclass(frozen=True, slots=True)
class Form:
    """How shapes are written in files of one sort."""

    languages: tuple[Language, ...]
    """The site's; the first is that of descriptions."""
    locale: Locale
    one_a_file: bool
    """Whether each file speaks one language, so that words stand by themselves; see `content.languages`."""

    def record(self, shape: Record, only: Collection[str] | None = None, *, all_optional: bool = False) -> Schema:
        """Return the schema of named fields.

        Args:
            shape: The fields.
            only: The fields that may be written; default: all.
            all_optional: Whether nothing is required, as in a translation.
        """
        slots = {name: slot for name, slot in shape.slots.items() if only is None or name in only}
        properties = {name: self._field(name, slot, shape.model, all_optional) for name, slot in slots.items()}
        required = [name for name, slot in slots.items() if slot.required and not all_optional]
        schema: Schema = {"type": "object", "additionalProperties": False, "properties": properties}
        return {**schema, "required": required} if required else schema

    def table(self, shape: Shape, names: str) -> Schema:
        """Return the schema of names that follow a pattern, each with a value."""
        of = self._of(shape)
        return {"type": "object", "propertyNames": {"pattern": names}, "additionalProperties": of}

    def _field(self, name: str, slot: Slot, model: type[BaseModel] | None, all_optional: bool) -> Schema:  # noqa: FBT001
        if name == "language":
            slot = replace(slot, shape=Choice(self.languages))
        schema = self._of(slot.shape)
        if not slot.required or all_optional or (isinstance(slot.shape, Many) and not slot.shape.least):
            schema = _or_nothing(schema)
        said = self._described(name, model)
        return {"description": said, **schema} if said else schema

    def _of(self, shape: Shape) -> Schema:  # noqa: C901, PLR0911 – one case a shape
        match shape:
            case Text():
                return {"type": "string", "pattern": shape.pattern or _NOT_BLANK}
            case Number():
                return _number(shape)
            case Day():
                return {"type": "string", "format": "date", "pattern": _DAY}
            case MonthOfYear():
                return {"type": "string", "pattern": _MONTH}
            case Flag():
                return {"type": "boolean"}
            case Code():
                return {"type": ["integer", "string"], "pattern": _NOT_BLANK}
            case Variable():
                return {"type": "string", "pattern": _VARIABLE}
            case Choice():
                return {"enum": list(shape.allowed)}
            case Many():
                limits = {"minItems": shape.least or None, "maxItems": shape.most}
                return {"type": "array", "items": self._of(shape.of), **_given(limits)}
            case Table():
                pattern = shape.names.pattern if isinstance(shape.names, Text) else None
                return self.table(shape.of, pattern or "")
            case Spoken():
                return self._of(shape.of) if self.one_a_file else self._per_language(shape)
            case Record():
                whole = self.record(shape)
                return whole if shape.short is None else {"anyOf": [self._of(shape.short), whole]}

    def _per_language(self, shape: Spoken) -> Schema:
        of = _or_nothing(self._of(shape.of))
        words = {"type": "object", "additionalProperties": False, "properties": dict.fromkeys(self.languages, of)}
        return {**words, "minProperties": 1}

    def _described(self, name: str, model: type[BaseModel] | None) -> str:
        """Return what a field is for: in the site's first language where that has words for it, else in English."""
        if model is None:
            return ""
        field = next((each for each, info in model.model_fields.items() if info.alias == name), name)
        for owner in model.__mro__:
            key = f"schemas.{kebab(owner.__name__)}.{name}"
            if self.locale.knows(key):
                return self.locale.say(key)
        return field_docs(model).get(field, "")


def kebab(name: str) -> str:
    """Return a class's name as the locales write it: `SegmentValue` becomes `segment-value`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()


def _number(shape: Number) -> Schema:
    # 1.0 is an integer for JSON Schema and none for the reader; nobody writes that by mistake.
    limits = {
        "minimum": None if shape.above is not None else shape.least if shape.least is not None else -_ABSURD,
        "exclusiveMinimum": shape.above,
        "maximum": shape.most if shape.most is not None else _ABSURD,
    }
    return {"type": "integer" if shape.whole else "number", **_given(limits)}


def _or_nothing(schema: Schema) -> Schema:
    """Return a schema that also takes a line of the form that was not filled in."""
    if "enum" in schema:
        return {**schema, "enum": [*schema["enum"], None]}
    if "anyOf" in schema:
        return {**schema, "anyOf": [*schema["anyOf"], {"type": "null"}]}
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return {**schema, "type": [*types, "null"]}


def _given(limits: Mapping[str, object]) -> Schema:
    return {name: value for name, value in limits.items() if value is not None}
