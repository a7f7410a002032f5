"""What a chart in Vega-Lite may say, and what it may not."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chefetage.charts.vega.expressions import strange_word
from chefetage.charts.vega.reading import MAX_VALUES, SpecError, read_spec
from chefetage.charts.vega.rules import faults

PLAIN = {"data": {"values": [{"a": 1}]}, "mark": "bar", "encoding": {"x": {"field": "a", "type": "quantitative"}}}
OUT = "https://example.org/d.json"


def found(**parts):
    return [error.check for error in faults(PLAIN | parts)]


def test_a_plain_chart_passes():
    assert found() == []


@pytest.mark.parametrize(
    "parts",
    [
        {"data": {"url": OUT}},
        {"data": {"url": "data:text/csv,a"}},
        {"data": {"url": "../metrics/exports/a.csv"}},
        {"data": {"values": [], "url": OUT}},
        {"data": {"graticule": True}},
        {"data": {"sphere": {}}},
        {"datasets": {"a": []}, "data": {"name": "a"}},
        {"layer": [{"mark": "bar", "data": {"url": OUT}}]},
        {"hconcat": [{"vconcat": [{"mark": "bar", "data": {"url": OUT}}]}]},
        {"spec": {"mark": "bar", "data": {"url": OUT}}},
        {"transform": [{"lookup": "a", "from": {"data": {"url": OUT}, "key": "a", "fields": ["b"]}}]},
        {"mark": {"type": "image", "url": OUT}},
        {"mark": "image"},
        {"mark": "geoshape"},
        {"mark": {"type": "bar", "href": OUT}},
        {"mark": {"type": "bar", "fill": f"url({OUT})"}},
        {"mark": {"type": "bar", "fill": f"URL ( '{OUT}' )"}},
        {"encoding": {"href": {"field": "a"}}},
        {"encoding": {"url": {"value": OUT}}},
        {"encoding": {"x": {"field": "a", "axis": {"title": "javascript:alert(1)"}}}},
        {"encoding": {"longitude": {"field": "a"}}},
        {"projection": {"type": "mercator"}},
        {"usermeta": {"embedOptions": {"loader": {"baseURL": OUT}}}},
        {"data": {"values": [], "format": {"type": "topojson", "feature": "a"}}},
        {"config": {"image": {"url": OUT}}},
        {"params": [{"name": "p", "expr": f"load('{OUT}')"}]},
        {"mark": {"type": "bar", "fill": {"signal": f"load('{OUT}')"}}},
        {"mark": {"type": "bar", "fill": {"expr": f"load('{OUT}')"}}},
        {"transform": [{"calculate": f"load('{OUT}')", "as": "b"}]},
        {"transform": [{"filter": "this.constructor.constructor('return fetch')()"}]},
        {"transform": [{"filter": {"not": "fetch('x')"}}]},
        {"transform": [{"filter": {"and": [{"or": ["fetch('x')"]}]}}]},
        {"encoding": {"color": {"condition": {"test": "fetch('x')", "value": "red"}}}},
        {"encoding": {"x": {"field": "a", "axis": {"labelExpr": "import('x')"}}}},
        {"transform": [{"sample": 10}]},
        {"background": "red"},
        {"autosize": "fit"},
        {"mark": {"type": "bar", "font": "Comic Sans"}},
        {"$schema": "https://vega.github.io/schema/vega/v5.json"},
        {"$schema": "https://example.org/vega-lite/v6.json"},
        {"data": {"values": "a,b"}},
        {"data": {"values": [{"a": {"b": 1}}]}},
        {"data": {"values": [[1, 2]]}},
        {"data": OUT},
        {"data": {}},
        {"data": {"sequence": {"start": 0, "stop": 1e12}}},
        {"layer": [7]},
        {"mark": None},
        {"transform": [7]},
        {"data": {"values": [{"a": 1}] * (MAX_VALUES + 1)}},
    ],
    ids=lambda parts: json.dumps(parts)[:60],
)
def test_what_fetches_runs_or_is_not_known_is_refused(parts):
    assert found(**parts) != []


@pytest.mark.parametrize(
    "parts",
    [
        {"$schema": "https://vega.github.io/schema/vega-lite/v5.json"},
        {"$schema": "https://vega.github.io/schema/vega-lite/v6.4.0.json"},
        {"data": {"values": [{"url": OUT, "href": "javascript:alert(1)"}]}},
        {"data": {"values": [1, 2, None]}},
        {"data": {"metric": "nps", "months": 12}},
        {"data": {"values": [], "format": {"parse": {"when": "utc:'%Y-%m'"}}}},
        {"transform": [{"filter": "datum.a > 1 && isValid(datum['b c'])"}, {"calculate": "[1, 2][0]", "as": "b"}]},
        {"transform": [{"filter": {"field": "a", "oneOf": [1, 2]}}, {"aggregate": [{"op": "mean", "as": "m"}]}]},
        {"layer": [{"mark": {"type": "line", "strokeDash": [2, 2]}}, {"mark": "text", "title": {"text": "So"}}]},
        {"encoding": {"x": {"field": "a", "title": "see https://example.org"}}},
        {"encoding": {"y": {"field": "a", "sort": "-x", "axis": {"labelExpr": "format(datum.value, '.1f') + ' %'"}}}},
    ],
    ids=lambda parts: json.dumps(parts)[:60],
)
def test_what_only_draws_passes(parts):
    assert found(**parts) == []


def test_all_faults_are_told_in_one_run_with_their_paths():
    bad = {"data": {"url": OUT}, "mark": "image", "encoding": {"href": {"field": "a"}}}
    assert [error.path for error in faults(bad)] == [("data", "url"), ("mark",), ("encoding", "href")]


@pytest.mark.parametrize(
    "formula",
    [
        "datum['constructor']", "datum.__proto__", "datum[datum.a]", "datum['con' + 'structor']", "toString.call(1)",
        "datum.a.b()", "random()", "now()", "'\\u0061'", "a => 1", "`x`", "datum.a; 1", "event.view", "window",
        "warn('x')", "datum[0]('x')", "{a: 1}", "sequence(1e9)", "vlSelectionTest('x')", "('a')['constructor']",
    ],
)  # fmt: skip
def test_a_formula_reaches_nothing_but_its_row(formula):
    assert strange_word(formula) is not None


@pytest.mark.parametrize(
    "formula",
    [
        "datum.value / 100", "datum['Größe in m²'] >= 1.5e3", "if(datum.a === 'x', 1, -2)", "!isValid(datum.a)",
        "year(datum.month) == 2026 ? 'neu' : \"alt\"", "datum.label", "datum.größe % 2", "[1, 2][0]", "",
    ],
)  # fmt: skip
def test_arithmetic_on_a_row_is_allowed(formula):
    assert strange_word(formula) is None


@pytest.mark.parametrize(
    ("text", "check", "line"),
    [
        ('{"mark": "bar",\n "data": }', "vega-unreadable", 2),
        ("mark: bar\ndata: [", "vega-unreadable", 2),
        ("a: &x [1]\nb: *x", "vega-alias", 2),
        ("a:\n" + "- " * 60_000 + "1", "vega-unreadable", 2),
        ('{"a":' * 100 + "1" + "}" * 100, "vega-unreadable", 0),
        ("a: .inf", "vega-unreadable", 0),
        ('{"a": NaN}', "vega-unreadable", 0),
        ("- 1", "vega-unreadable", 0),
        ("", "vega-unreadable", 0),
        ("just words", "vega-unreadable", 0),
        ("[" * 100_000, "vega-unreadable", 1),
        ('{"a":' * 30_000, "vega-unreadable", 0),
        ("a: !!python/object:os.system x", "vega-unreadable", 1),
        ("a: " + "x" * 200_001, "vega-too-large", 0),
        ("? [1]\n: 2", "vega-unreadable", 1),
    ],
    ids=lambda value: str(value)[:20],
)
def test_what_cannot_be_read_is_told_with_its_line(text, check, line):
    with pytest.raises(SpecError) as told:
        read_spec(text)
    assert (told.value.check, told.value.line) == (check, line)


def test_json_and_yaml_say_the_same():
    text = "title: Ja\nmark: {type: bar, clip: true}\ndata: {values: [{m: 2026-10-01, y: 1.5, no: null}]}"
    as_yaml = read_spec(text)
    as_json = read_spec(json.dumps(as_yaml.content, indent="\t"))
    assert as_yaml.content == as_json.content
    assert as_yaml.content["data"]["values"] == [{"m": "2026-10-01", "y": 1.5, "no": None}]


def test_a_part_is_found_by_its_line():
    written = read_spec("title: T\ndata:\n  values:\n    - {a: 1}\n    - {a: 2}")
    assert written.line(("data", "values", 1, "a")) == 5
    assert written.line(("data", "values", 1, "b")) == 5
    assert written.line(("nowhere",)) == 0


KEYS = st.sampled_from(
    "data values mark encoding layer transform x field type from format spec title filter metric test".split()  # noqa: SIM905
)
NUMBERS = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
LEAVES = st.none() | st.booleans() | NUMBERS | st.text(max_size=8) | KEYS


@given(st.recursive(LEAVES, lambda inside: st.lists(inside, max_size=3) | st.dictionaries(KEYS, inside, max_size=4)))
def test_whatever_is_written_is_judged_and_never_raises(anything):
    assert isinstance(list(faults(PLAIN | {"layer": [anything], "transform": anything, "data": anything})), list)
