"""Snapshots: many, fast, and exact about places when something is wrong."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from chefetage.content.json_places import JsonPlaces, written_twice
from chefetage.model.month import Month

SNAPSHOT = "metrics/snapshots/2026-10.json"
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
)


def test_a_snapshot_knows_where_its_values_stand(site):
    snapshot = site.read().snapshots[Month(2026, 10)]
    assert snapshot.path == SNAPSHOT
    assert str(snapshot.at("month")) == f"{SNAPSHOT}:1:15"
    assert str(snapshot.at("metrics", "nps", "groups", "all", 0)) == f"{SNAPSHOT}:3:5"
    assert str(snapshot.at("metrics", "nps", "groups", "all", 0, "stats", "passives")) == f"{SNAPSHOT}:4:34"


def test_other_files_beside_snapshots_are_not_read(site):
    site.write("metrics/snapshots/README.txt", "…")
    site.write("metrics/snapshots/.2026-09.json.tmp", "{")
    assert site.errors() == []


def test_a_snapshot_without_an_object_is_reported(site):
    for text in ("[]", "null", '"text"', "1"):
        site.write(SNAPSHOT, text)
        assert {problem.location.path for problem in site.problems() if problem.severity == "error"} == {SNAPSHOT}


@given(value=VALUES, indent=st.sampled_from([None, 0, 1, 4]))
def test_every_value_of_a_json_text_is_found_where_it_stands(value, indent):
    text = json.dumps(value, indent=indent, ensure_ascii=False)
    lines = text.split("\n")

    def check(inner: object, path: tuple[str | int, ...]) -> None:
        if path:
            place = places[path]
            rest = "\n".join(lines[place.line - 1 :])[place.column - 1 :]
            expected = path[-1] if isinstance(path[-1], str) else inner
            written, _ = json.JSONDecoder().raw_decode(rest)
            assert written == expected
        for key, each in (
            inner.items() if isinstance(inner, dict) else enumerate(inner) if isinstance(inner, list) else ()
        ):
            check(each, (*path, key))

    places = JsonPlaces(text, "x.json")
    check(value, ())
    assert written_twice(text, "x.json") is None


def test_a_name_that_is_written_twice_is_found_even_if_it_is_spelt_differently():
    field, first, second = written_twice('{"a": {"b": 1},\n "c": [{"b": 1, "\\u0062": 2}]}', "x.json")
    assert field == ("c", 0, "b")
    assert (first.line, first.column, second.line, second.column) == (2, 9, 2, 17)


def test_a_hundred_years_are_read(site):
    """1,200 months: two languages and a snapshot each."""
    edition = (site.root / "briefings/editions/2026-10.md").read_text()
    snapshot = (site.root / SNAPSHOT).read_text()
    for index in range(1200):
        month = Month(1950, 1) + index
        site.write(f"briefings/editions/{month}.md", edition.replace("month: 2026-10", f"month: {month}"))
        site.write(f"briefings/editions/{month}.en.md", "---\nheadline: A part is missing.\n---\nA standfirst.\n")
        site.write(f"metrics/snapshots/{month}.json", snapshot.replace('"2026-10"', f'"{month}"'))
    project = site.read()
    assert len(project.editions) == len(project.snapshots) == 1200
