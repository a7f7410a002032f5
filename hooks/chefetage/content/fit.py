"""Values as they are written, held against what a model wants, before the model sees them.

YAML is generous: `on` becomes true, `12:30` becomes 750, `140.000` becomes 140, and pydantic goes on converting from
there. Numbers and words that are read as something else than their author meant are worse than an error, so here each
value must be of its field's kind already, and the finding says what was read and how to write it.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING

from chefetage.content import guess
from chefetage.content.findings import as_read, clipped
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
from chefetage.model.month import YEARS, Month, UnlikelyYearError
from chefetage.model.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from chefetage.content.findings import Findings
    from chefetage.content.languages import Languages
    from chefetage.content.tree import Tree
    from chefetage.model.location import FieldPath

_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_VARIABLE = re.compile(r"[A-Z][A-Z0-9_]*")
_OTHER_BASE = re.compile(r"[+-]?0[0-9xob_]")
_ABSURD = 1e15
_NOTHING: object = None


def fit(
    tree: Tree, record: Record, languages: Languages, findings: Findings
) -> tuple[dict[str, object], set[FieldPath]]:
    """Return the values as the model takes them, and the paths at which something was found.

    Args:
        tree: What is written.
        record: What is wanted.
        languages: Words are returned in their order.
        findings: Takes what does not fit.
    """
    fitting = _Fitting(tree, languages, findings)
    fitted = fitting.record(tree.table, record, ())
    return fitted, fitting.faulty


class _Fitting:
    def __init__(self, tree: Tree, languages: Languages, findings: Findings) -> None:
        self._tree = tree
        self._languages = languages
        self._findings = findings
        self.faulty: set[FieldPath] = set()

    def record(self, table: Mapping[str, object], shape: Record, path: FieldPath) -> dict[str, object]:
        fitted: dict[str, object] = {}
        for key, value in table.items():
            here = (*path, key)
            slot = shape.slots.get(key)
            if slot is None:
                self._unknown(key, shape, here)
            elif value is None and slot.nullable:
                fitted[key] = None
            elif value is None and isinstance(slot.shape, Many):
                fitted[key] = []
            elif isinstance(slot.shape, Spoken) and isinstance(value, dict):
                spoken = self._spoken(value, slot, here)
                if spoken:
                    fitted[key] = spoken
            elif _is_blank(value) and not slot.required:
                continue  # a line of the form that was not filled in
            else:
                fitted[key] = self._fit(value, slot.shape, here)
        return fitted

    def _fit(self, value: object, shape: Shape, path: FieldPath) -> object:  # noqa: C901, PLR0911, PLR0912
        if isinstance(shape, Variable):
            return self._variable(value, path)
        if _is_blank(value):
            raw = self._tree.raw.get(path)
            if raw:
                return self._fault(path, "ambiguous-value", found=raw, read="null", quoted=f'"{raw}"')
            return self._fault(path, "empty-value")
        match shape:
            case Text():
                return self._text(value, path)
            case Number():
                return self._number(value, shape, path)
            case Day():
                return self._day(value, path)
            case MonthOfYear():
                return self._month(value, path)
            case Flag():
                return value if isinstance(value, bool) else self._misfit(path, "not-true-or-false", value)
            case Code():
                return self._code(value, path)
            case Choice():
                return self._choice(value, shape, path)
            case Many():
                if isinstance(value, list):
                    return [self._fit(each, shape.of, (*path, index)) for index, each in enumerate(value)]
                return self._misfit(path, "not-a-list", value)
            case Table():
                if isinstance(value, dict):
                    return {key: self._fit(each, shape.of, (*path, key)) for key, each in value.items()}
                return self._misfit(path, "not-a-mapping", value)
            case Spoken():
                return self._misfit(path, "words-need-languages", value, language=self._languages.own)
            case Record():
                if isinstance(value, dict):
                    return self.record(value, shape, path)
                if shape.short is not None and not isinstance(value, list):
                    return self._fit(value, shape.short, path)
                return self._misfit(path, "not-a-mapping", value)

    def _text(self, value: object, path: FieldPath) -> object:
        if isinstance(value, str):
            return value
        if (
            isinstance(value, dict)
            and value
            and self._languages.one_a_file
            and value.keys() <= set(self._languages.codes)
        ):
            return self._fault(path, "words-of-one-language")
        return self._read_as_else(value, path, "not-a-text")

    def _number(self, value: object, shape: Number, path: FieldPath) -> object:
        raw = self._tree.raw.get(path, "")
        check_id = "not-a-whole-number" if shape.whole else "not-a-number"
        if isinstance(value, str):
            return self._misfit(path, check_id, value, nearest=guess.number(value))
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not abs(value) < _ABSURD or ":" in raw:
            return self._misfit(path, check_id, value)
        if guess.is_grouped(raw) or _OTHER_BASE.match(raw):
            meant = guess.number(raw) if guess.is_grouped(raw) else raw.lstrip("0")
            return self._fault(path, "ambiguous-number", found=raw, read=f"{value:.15g}", meant=meant)
        if shape.whole and not isinstance(value, int):
            return self._misfit(path, check_id, value)
        return value

    def _day(self, value: object, path: FieldPath) -> object:
        found = self._written(value, path)
        if isinstance(value, str) and _ISO_DAY.fullmatch(value) and guess.day(value) == value:
            value = date.fromisoformat(value)
        if not isinstance(value, date) or isinstance(value, datetime):
            return self._fault(path, "bad-date", found=found, nearest=guess.day(found))
        if value.year not in YEARS:
            return self._fault(path, "bad-year", found=found, low=YEARS.start, high=YEARS.stop - 1)
        return value

    def _month(self, value: object, path: FieldPath) -> object:
        found = self._written(value, path)
        try:
            return Month.parse(found)
        except UnlikelyYearError:
            return self._fault(path, "bad-year", found=found, low=YEARS.start, high=YEARS.stop - 1)
        except ValueError:
            return self._fault(path, "bad-month", found=found, nearest=guess.month(found))

    def _code(self, value: object, path: FieldPath) -> object:
        raw = self._tree.raw.get(path, "")
        is_odd = ":" in raw or _OTHER_BASE.match(raw)
        if isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool) and not is_odd):
            return value
        return self._read_as_else(value, path, "not-a-text")

    def _variable(self, value: object, path: FieldPath) -> object:
        """Take a name; what is none is never repeated, as it may be an address with a password, or a token."""
        if isinstance(value, str) and _VARIABLE.fullmatch(value):
            return value
        return self._fault(path, "not-a-variable", name=str(path[-1]).upper())

    def _choice(self, value: object, shape: Choice, path: FieldPath) -> object:
        if value in shape.allowed and not isinstance(value, bool):
            return value
        found = self._written(value, path)
        if found in shape.allowed:
            return found
        allowed = [str(each) for each in shape.allowed]
        return self._fault(path, "bad-value", found=found, allowed=", ".join(allowed), nearest=nearest(found, allowed))

    def _spoken(self, value: dict[str, object], slot: Slot, path: FieldPath) -> dict[str, object]:
        """Return the words, the item's own language first; languages left blank are left out."""
        shape = slot.shape.of if isinstance(slot.shape, Spoken) else slot.shape
        spoken: dict[str, object] = {}
        before = len(self.faulty)
        for language in sorted(value, key=lambda each: each != self._languages.own):
            here, words = (*path, language), value[language]
            if language not in self._languages.codes:
                self._unknown_language(language, here)
            elif words is None and isinstance(shape, Many):
                spoken[language] = []
            elif not _is_blank(words):
                spoken[language] = self._fit(words, shape, here)
        if slot.required and len(self.faulty) == before:
            self._check_spoken(value, spoken, path)
        return spoken

    def _check_spoken(self, value: dict[str, object], spoken: dict[str, object], path: FieldPath) -> None:
        """Find required words that are not there; a translation cannot stand in for a Markdown file's own words."""
        if self._languages.own in spoken or (spoken and not self._languages.one_a_file):
            return
        never_said = self._languages.one_a_file and self._languages.own not in value
        self._fault(path, "missing-field" if never_said else "empty-value", name=path[-1])

    def _unknown_language(self, language: str, path: FieldPath) -> None:
        near = nearest(language, self._languages.codes)
        self._fault(path, "unknown-language", found=clipped(language), allowed=self._languages.allowed, nearest=near)

    def _unknown(self, key: str, shape: Record, path: FieldPath) -> None:
        near = nearest(key, shape.slots)
        self._fault(path, "unknown-key", found=clipped(key), allowed=", ".join(sorted(shape.slots)), nearest=near)
        if near is not None:
            self.faulty.add((*path[:-1], near))  # the misspelt field is not missing as well

    def _read_as_else(self, value: object, path: FieldPath, otherwise: str) -> object:
        """Report a word that YAML read as something else, or a value that is no word at all."""
        raw = self._tree.raw.get(path)
        if raw is None:
            return self._misfit(path, otherwise, value)
        return self._fault(path, "ambiguous-value", found=raw, read=as_read(value), quoted=f'"{raw}"')

    def _misfit(self, path: FieldPath, check_id: str, value: object, **params: object) -> object:
        return self._fault(path, check_id, found=self._written(value, path), **params)

    def _fault(self, path: FieldPath, check_id: str, **params: object) -> object:
        """Report what does not fit; nothing takes its place."""
        self.faulty.add(path)
        field = self._languages.label(path)
        self._findings.error(self._tree.positions.at(*path), check_id, field=field, **params)
        return _NOTHING

    def _written(self, value: object, path: FieldPath) -> str:
        return clipped(self._tree.raw.get(path) or as_read(value))


def _is_blank(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())
