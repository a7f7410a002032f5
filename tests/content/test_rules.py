"""What the fields of one definition ask of each other: metrics, sources, groups, and the counts of a metric."""

from __future__ import annotations

import json

import pytest

from chefetage.locales import available, speak
from chefetage.model.chains import in_a_circle
from chefetage.model.metric import MetricKind
from chefetage.model.month import Month

NPS = "metrics/nps.yml"
SOLVED = "metrics/solved.yml"
SOURCES = "metrics/sources.yml"
SEGMENTS = "metrics/segments.yml"
SNAPSHOT = "metrics/snapshots/2026-10.json"
ADDRESS = "https://api.example.com/v3?key=s3cr3t"


def test_a_metric_whose_fields_do_not_suit_it_is_left_out(site):
    site.replace(NPS, "unit: points", "unit: percent")
    assert list(site.read().metrics) == ["solved"]


def test_all_that_does_not_suit_a_metric_is_told_in_one_run(site):
    site.replace(SOLVED, "kind: share", "kind: mean\nscale: [1, 5]")
    assert site.errors() == [f"{SOLVED}:5:1 metric-unit", f"{SOLVED}:11:1 metric-field"]


def test_rows_that_are_counted_already_name_their_counts_and_no_answers(site):
    site.replace(SOURCES, "  date: answered", "  date: answered\n  layout: totals")
    site.replace(SOURCES, "nps: {column: Empfehlung}", "nps: {counts: {promoters: P}}")
    assert site.errors() == [f"{SOURCES}:8:5 missing-field", f"{SOURCES}:8:14 field-needs"]


@pytest.mark.parametrize("field", ["address", "token", "connection"])
@pytest.mark.parametrize(
    "secret", ["https://user:hunter2@example.com/", "hunter2", "2222", "[hunter2]", "{a: hunter2}"]
)
def test_what_may_be_a_secret_is_never_repeated(site, field, secret):
    site.replace(SOURCES, "  date:", f"  {field}: {secret}\n  date:")
    for problem in site.problems():
        for language in available():
            assert "unter2" not in speak(language).problem(problem)
            assert "2222" not in speak(language).problem(problem)
    assert f"{SOURCES}:3:3 not-a-variable" in site.errors()


def test_a_missing_field_with_few_possible_values_names_them(site):
    site.replace(NPS, "direction: up\n", "")
    (problem,) = (problem for problem in site.problems() if problem.severity == "error")
    assert "up, down" in speak("en").problem(problem)


def test_all_possible_values_of_a_missing_field_are_named(site):
    site.replace(NPS, "kind: nps\n", "")
    (problem,) = (problem for problem in site.problems() if problem.severity == "error")
    assert problem.params["allowed"] == ", ".join(MetricKind)


def test_metrics_of_every_kind_read_well(site):
    words = "definition: {de: x, en: x}\n"
    kinds = {
        "csat": "unit: percent\nscale: [1, 5]",
        "csat-mean": "unit: scale\nscale: [1, 6]\nflip: true\nstatistic: mean",
        "ces": "unit: scale\nscale: [1, 7]",
        "ces-share": "unit: percent\nscale: [1, 7]\nstatistic: share",
        "mean": "unit: scale\nscale: [1, 5]",
        "response-rate": "unit: percent",
        "churn": "unit: percent",
        "retention": "unit: percent",
        "fcr": "unit: percent\nwindow_days: 7\ntop: [Nein]",
        "complaint-rate": "unit: per-thousand\nexposure: {de: Bestellungen, en: orders}",
        "time-to-resolution": "unit: hours\nclock: {de: Kalenderstunden, en: calendar hours}\nquantile: type-6",
        "count": "unit: count",
        "money": "unit: euro",
    }
    sound = (site.root / SOLVED).read_text(encoding="utf-8")
    for name, lines in kinds.items():
        kind = name.removesuffix("-mean").removesuffix("-share")
        text = (
            sound.replace("kind: share", f"kind: {kind}").replace("unit: percent", lines).replace("top: [Ja]\n", words)
        )
        site.write(f"metrics/m-{name}.yml", text)
    assert site.errors() == []
    assert len(site.read().metrics) == 2 + len(kinds)


def test_a_division_whose_groups_cannot_be_is_left_out(site):
    site.replace(SEGMENTS, "}}\n", "}, weight: 0}\n")
    assert not site.read().dimensions


def test_a_merger_reads_well(site):
    site.replace(
        SEGMENTS, "}}\n", "}, weight: 2, valid_to: 2026-04, successor: fitting}\n"
        "    fitting: {name: {de: Einbau, en: Fitting}, weight: 0.5, valid_from: 2025-01, cut_off_days: 3}\n",
    )  # fmt: skip
    assert site.errors() == []
    assert site.read().dimensions["occasion"].has_weights


def test_circles_are_found_wherever_a_chain_enters_them():
    assert in_a_circle({"a": "b", "b": "c", "c": "b", "d": None, "e": "x"}) == {"b", "c"}
    assert in_a_circle({"a": "a", "b": "a"}) == {"a"}
    assert in_a_circle({}) == frozenset()


@pytest.mark.parametrize(
    "stats",
    [
        {"promoters": 180, "detractors": 80},
        {"promoters": 180, "neutrals": 140, "detractors": 80},
        {"k": 1, "n": 2},
        {"answer-5": 3},
        {},
        {"promoters": 1, "passives": 1, "detractors": 1, "squares": 0},
    ],
    ids=str,
)
def test_counts_from_which_no_value_follows_are_reported_and_never_reach_a_page(site, stats):
    text = (site.root / SNAPSHOT).read_text(encoding="utf-8")
    site.replace(SNAPSHOT, text[text.index('{"promoters"') : text.index("},\n", text.index('{"promoters"')) + 1],
                 json.dumps(stats))  # fmt: skip
    assert site.errors() == [f"{SNAPSHOT}:4:6 unfit-counts"]
    snapshot = site.read().snapshots[Month(2026, 10)]
    assert not snapshot.metrics
    assert snapshot.at("metrics", "nps").line == 2
