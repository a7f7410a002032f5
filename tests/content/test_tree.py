"""YAML as people write it, and as they should not."""

from __future__ import annotations

from datetime import date

import pytest
import yaml

from chefetage.content import tree as module
from chefetage.content.findings import Findings
from chefetage.content.tree import read_tree


def read(text: str, **options: bool):
    findings = Findings()
    tree = read_tree(text, "x.yml", findings, **options)
    return tree, [f"{p.location.line}:{p.location.column} {p.id}" for p in findings.problems]


@pytest.fixture(params=["libyaml", "pure"])
def _loader(request, monkeypatch):
    monkeypatch.setattr(module, "_LOADER", yaml.CSafeLoader if request.param == "libyaml" else yaml.SafeLoader)


@pytest.mark.usefixtures("_loader")
def test_values_are_those_of_yaml_1_1_and_names_are_text():
    tree, found = read("on: on\n2026: 2026-10-14\nc:\n- a: no\n- 12:30\n- '12:30'\n- !!str 12\n")
    assert found == []
    assert tree.value == {"on": True, "2026": date(2026, 10, 14), "c": [{"a": False}, 750, "12:30", "12"]}
    assert tree.raw == {("on",): "on", ("2026",): "2026-10-14", ("c", 0, "a"): "no", ("c", 1): "12:30"}
    assert {path: (at.line, at.column) for path, at in tree.places.items()} == {
        ("on",): (1, 1), ("2026",): (2, 1), ("c",): (3, 1), ("c", 0): (4, 3), ("c", 0, "a"): (4, 3),
        ("c", 1): (5, 3), ("c", 2): (6, 3), ("c", 3): (7, 3),
    }  # fmt: skip


def test_columns_count_characters_as_editors_do():
    tree, _ = read("größe: {überall: 1, 👩‍🍳: 2}\n")
    assert [at.column for at in tree.places.values()] == [1, 9, 21]


@pytest.mark.usefixtures("_loader")
def test_references_and_merges_stand_for_what_they_name():
    tree, found = read("a: &a {x: 1, y: [on]}\nb: *a\nc:\n  <<: *a\n  x: 2\nd:\n  <<: [*a, {z: 3}]\n")
    assert found == []
    assert tree.value["b"] == {"x": 1, "y": [True]}
    assert tree.value["c"] == {"x": 2, "y": [True]}
    assert tree.value["d"] == {"x": 1, "y": [True], "z": 3}
    assert tree.raw[("b", "y", 0)] == "on"
    assert tree.places[("b",)].line == 2
    assert tree.places[("b", "x")].line == 1
    assert tree.places[("c", "x")].line == 5
    assert tree.places[("c", "y")].line == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: *nowhere\n", "1:4 quote-needed"),
        ("a: &a [*a]\n", "1:8 quote-needed"),
        ("a: &a 1\n<<: *a\n", "2:1 not-a-mapping"),
        ("a: !!set {x}\n", "1:4 unknown-tag"),
        ("a: !!binary aGk=\n", "1:4 unknown-tag"),
        ("a: !!int zwei\n", "1:4 unknown-tag"),
        ("a: 1\n---\nb: 2\n", "2:1 several-documents"),
        ("a: [1\nb: 2\n", "1:4 unclosed-bracket"),
        ("%TAG ! x\na: 1\n", "2:1 invalid-yaml"),
    ],
)
def test_what_cannot_be_followed_is_reported(text, found):
    assert read(text)[1] == [found]


def test_foreign_tags_are_passed_over_where_that_is_wanted():
    tree, found = read("a: !ENV [A, b]\nb: !!python/name:os.system\nc: !relative $docs_dir\n", foreign_tags=True)
    assert found == []
    assert tree.value == {"a": ["A", "b"], "b": "", "c": "$docs_dir"}


@pytest.mark.usefixtures("_loader")
@pytest.mark.parametrize(
    "text",
    [
        "a: &a [x, x, x, x, x, x, x, x, x]\n"
        + "".join(f"{chr(98 + i)}: &{chr(98 + i)} [{', '.join(['*' + chr(97 + i)] * 9)}]\n" for i in range(12)),
        "a: &a [x]\n" + "".join(f"k{i}: *a\n" for i in range(5000)),
        "\n".join(f"k{i}: &k{i} " + "[" * 28 + (f"*k{i - 1}" if i else "1") + "]" * 28 for i in range(99)),
        "[" * 100_000,
        "{a: " * 100_000,
        "- " * 100_000,
        "? " * 100_000,
        "a: [" + "b, " * 200_000 + "]",
    ],
    ids=["bomb", "many", "deep", "brackets", "braces", "dashes", "keys", "large"],
)
def test_small_files_that_stand_for_large_ones_are_refused(text):
    """Followed to their end, the first three would never finish."""
    tree, found = read(text)
    assert tree is None
    assert len(found) == 1


def test_a_file_of_one_long_text_is_read():
    tree, found = read(f"a: '{'b' * 1_000_000}'")
    assert found == []
    assert len(tree.value["a"]) == 1_000_000


def test_the_tables_of_a_file_are_told_apart_with_their_places():
    tree, _ = read("a:\n  x: on\nb: {y: 1}\n")
    parts = tree.split()
    assert {name: part.value for name, part in parts.items()} == {"a": {"x": True}, "b": {"y": 1}}
    assert parts["a"].start.line == 1
    assert parts["a"].places[("x",)].line == 2
    assert parts["a"].raw == {("x",): "on"}
    assert parts["b"].places[("y",)].column == 5
