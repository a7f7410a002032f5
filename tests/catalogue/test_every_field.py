"""Every field of every kind of file, made wrong: found at its line and column, and told with what is possible."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple

import pytest
import yaml
from mistakes.messages import flaws
from mistakes.mistake import written
from mistakes.samples import FIRST, paths, with_wrong

from chefetage.content.mistakes import translate
from chefetage.content.shape import (
    Choice,
    Code,
    Day,
    Flag,
    Many,
    MonthOfYear,
    Number,
    Record,
    Spoken,
    Table,
    Text,
    Variable,
    shape_of,
)  # fmt: skip
from chefetage.model.location import Location
from chefetage.model.problem import Problem, Severity
from chefetage.model.settings import Settings
from chefetage.model.snapshot import Snapshot
from chefetage.schemas.catalogue import MARKDOWN, YAML, Layout

from .conftest import place

if TYPE_CHECKING:
    from chefetage.content.shape import Shape

WRONG: dict[type[Shape], tuple[object, str]] = {
    Text: (["kuckuck"], "not-a-text"), Code: (["kuckuck"], "not-a-text"), Number: ("kuckuck", "not-a-number"),
    Day: ("kuckuck", "bad-date"), MonthOfYear: ("kuckuck", "bad-month"), Flag: ("kuckuck", "not-true-or-false"),
    Choice: ("kuckuck", "bad-value"), Many: ("kuckuck", "not-a-list"), Table: ("kuckuck", "not-a-mapping"),
    Record: (["kuckuck"], "not-a-mapping"), Spoken: ("kuckuck", "words-need-languages"),
    Variable: ("kuckuck", "not-a-variable"),
}  # fmt: skip
"""What takes a value's place, and what is found then."""

SHAPES = {
    **{kind.name: shape_of(kind.model) for kind in MARKDOWN}, **{file.name: shape_of(file.model) for file in YAML},
    "settings": shape_of(Settings), "snapshot": shape_of(Snapshot),
}  # fmt: skip
HEADS = {kind.name: kind.folder for kind in MARKDOWN}
LAYOUTS = {file.name: file.layout for file in YAML}
FILES = {
    **{name: f"{folder}/kuckuck.md" for name, folder in HEADS.items()}, "edition": "briefings/editions/2026-10.md",
    **{file.name: file.files[0].replace("*", "2026-10") for file in YAML}, "settings": "mkdocs.yml",
    "snapshot": "metrics/snapshots/2026-10.json",
}  # fmt: skip


class Field(NamedTuple):
    """One field that can be made wrong, or what stands in it."""

    kind: str
    path: tuple[str, ...]
    shape: Shape

    def spoilt(self) -> str:
        """Return a file with nothing in it but what must be there, and this, wrong."""
        is_head = self.kind in HEADS
        value = with_wrong(SHAPES[self.kind], self.path, WRONG[type(self.shape)][0], one_a_file=is_head)
        match LAYOUTS.get(self.kind):
            case Layout.MANY:
                value = {"some-id": value}
            case Layout.LIST:
                value = [value]
            case Layout.YEARS:
                value = value["years"]
        if self.kind == "settings":
            value = {"extra": {"chefetage": value}}
        if self.kind == "snapshot":
            return json.dumps(value)
        text = yaml.safe_dump(value, sort_keys=False, default_flow_style=None, width=100_000)
        return f"---\n{text}---\nText.\n" if is_head else text

    @property
    def expected(self) -> str:
        """The finding."""
        is_whole = isinstance(self.shape, Number) and self.shape.whole
        return "not-a-whole-number" if is_whole else WRONG[type(self.shape)][1]

    def place(self, text: str) -> str:
        """Return where it stands in a file: the name of a field, or an entry of a list itself."""
        line = next(number for number, line in enumerate(text.split("\n"), 1) if "kuckuck" in line)
        before = text.split("\n")[line - 1].partition("kuckuck")[0].rstrip('"')
        before = before.removesuffix("[") if isinstance(WRONG[type(self.shape)][0], list) else before
        column = len(before) if self.path[-1] == FIRST else re.search(r"[^\s{]+: ?$", before).start()
        return f"{FILES[self.kind]}:{line}:{column + 1}"


FIELDS = [
    Field(kind, path, shape)
    for kind, each in SHAPES.items()
    for path, shape in paths(each, one_a_file=kind in HEADS)
    # `core.yml` has no name for its table; an unknown language has a finding of its own.
    if path not in {("years",), ("language",)}
]
"""All there are: a kind or a field that is added is in here by itself."""


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: f"{field.kind}: {'.'.join(field.path)}")
def test_a_field_made_wrong_is_found_at_its_place_and_nothing_else_is(settings_only, field):
    text = field.spoilt()
    settings_only.make(written(FILES[field.kind], text))
    errors = [problem for problem in settings_only.findings() if problem.severity is Severity.ERROR]
    assert [place(problem) for problem in errors] == [f"{field.place(text)} {field.expected}"]
    assert [flaw for problem in errors for flaw in flaws(problem)] == []


def test_there_are_fields_of_every_shape():
    assert {type(field.shape) for field in FIELDS} == set(WRONG)


def test_a_rule_that_nobody_has_put_into_words_is_told_all_the_same():
    check_id, params = translate({"type": "some_new_rule", "loc": ("x",), "msg": "", "input": 1}, ("x",))
    assert check_id == "unfit-value"
    problem = Problem(Location("a.md"), Severity.ERROR, check_id, {"field": "x", **params})
    assert list(flaws(problem)) == []
