"""What the fields of one definition ask of each other: metrics, sources, groups, and the counts of a metric."""

from __future__ import annotations

import json

import pytest

from chefetage.locales import available, speak
from chefetage.model.chains import in_a_circle
from chefetage.model.month import Month

NPS = "metrics/nps.yml"
SOLVED = "metrics/solved.yml"
SOURCES = "metrics/sources.yml"
SEGMENTS = "metrics/segments.yml"
SNAPSHOT = "metrics/snapshots/2026-10.json"
ADDRESS = "https://api.example.com/v3?key=s3cr3t"

METRICS = [
    (NPS, "unit: points", "unit: percent", "4:1 metric-unit"),
    (NPS, "unit: points", "unit: points\nscale: [1, 5]", "5:1 metric-scale"),
    (NPS, "unit: points", "unit: points\nflip: true\nscale: [0, 10]", "5:1 metric-field"),
    (NPS, "unit: points", "unit: points\nflip: yes please", "5:1 not-true-or-false"),
    (NPS, "unit: points", "unit: points\ntop: [9]", "5:1 metric-field"),
    (NPS, "unit: points", "unit: points\nstatistic: mean", "5:1 unfit-statistic"),
    (NPS, "unit: points", "unit: points\nwindow_days: 7", "5:1 metric-field"),
    (NPS, "unit: points", "unit: points\nquantile: type-6", "5:1 metric-field"),
    (NPS, "unit: points", "unit: points\nquantile: type-8", "5:1 bad-value"),
    (NPS, "unit: points", "unit: points\npopulation: 0", "5:1 too-low"),
    (NPS, "unit: points", "unit: points\naxis: [50, -50]", "5:1 axis-order"),
    (NPS, "unit: points", "unit: points\nvalid_from: 2026-05\nvalid_to: 2026-04", "6:1 valid-order"),
    (NPS, "cadence: month", "cadence: quarter\ncompare: month", "7:1 compare-and-cadence"),
    (NPS, "kind: nps\n", "", "1:1 missing-choice"),
    (SOLVED, "unit: percent", "unit: points", "4:1 metric-unit"),
    (SOLVED, "top: [Ja]", "top: [Ja]\nflip: true", "11:1 flip-without-scale"),
    (SOLVED, "top: [Ja]", "top: [Ja]\nscale: [1, 5]", "10:1 top-off-scale"),
    (SOLVED, "top: [Ja]", "top: [4, 6]\nscale: [1, 5]", "10:1 top-off-scale"),
    (SOLVED, "top: [Ja]", "top: [1, 2]\nscale: [1, 2]", "10:1 top-is-all"),
    (SOLVED, "top: [Ja]", "top: [4, 5]\nscale: [5, 1]", "11:1 odd-scale"),
    (SOLVED, "top: [Ja]", "top: [4, 5]\nscale: [1, 100000000]", "11:1 odd-scale"),
    (SOLVED, "top: [Ja]", "top: [Ja]\nexposure: {de: Fälle, en: cases}", "11:1 metric-field"),
    (SOLVED, "top: [Ja]", "top: [Ja]\nclock: {de: Stunden, en: hours}", "11:1 metric-field"),
    (SOLVED, "kind: share", "kind: churn\npopulation: 80", "3:1 metric-field"),
    (SOLVED, "kind: share", "kind: churn\nweighted_by: occasion", "3:1 metric-field"),
    (SOLVED, "kind: share\n", "kind: csat\nstatistic: mean\n", "1:1 missing-field"),
    (SOLVED, "kind: share", "kind: fcr", "1:1 missing-field"),
    (SOLVED, "kind: share", "kind: complaint-rate", "1:1 missing-field"),
    (SOLVED, "kind: share", "kind: time-to-resolution", "1:1 missing-field"),
]

SOURCE_FIELDS = [
    ("  date: answered", "  date: answered\n  sheet: Daten", "4:3 field-needs"),
    ("  date: answered", "  date: answered\n  token: SURVEY_TOKEN", "4:3 field-needs"),
    ("  date: answered", "  date: answered\n  format: json", "4:3 field-needs"),
    ("  date: answered", "  date: answered\n  records: data", "4:3 field-needs"),
    ("  date: answered", "  date: answered\n  connection: WAREHOUSE", "4:3 field-needs"),
    ("  file: exports/{month}.csv", "  table: answers\n  header_rows: 2", "3:3 field-needs"),
    ("  file: exports/{month}.csv", "  query: select 1\n  delimiter: ';'", "3:3 field-needs"),
    ("  date: answered", "  period: file\n  date_format: '%d.%m.%Y'", "4:3 field-needs"),
    ("  file: exports/{month}.csv", f"  file: {ADDRESS}", "2:3 address-in-file"),
    ("  file: exports/{month}.csv", "  file: ../exports/a.csv", "2:3 path-leads-out"),
    ("  file: exports/{month}.csv", "  file: C:\\exports\\a.csv", "2:3 path-leads-out"),
    ("  file: exports/{month}.csv", "  table: /srv/answers.parquet", "2:3 path-leads-out"),
    ("  file: exports/{month}.csv", "  file: a.csv\n  address: SURVEY", "1:1 one-place"),
    ("  file: exports/{month}.csv", f"  address: {ADDRESS}", "2:3 not-a-variable"),
    ("  file: exports/{month}.csv", "  address: SURVEY\n  token: 123456789", "3:3 not-a-variable"),
    ("  file: exports/{month}.csv", "  table: a\n  connection: postgres://u:p@h/d", "3:3 not-a-variable"),
    ("{column: Empfehlung}", "{column: Empfehlung, counts: {k: K}}", "6:31 field-needs"),
    ("{column: Empfehlung}", "{opened: Beginn}", "6:11 field-needs"),
    ("{column: Empfehlung}", "{closed: Ende}", "6:11 field-needs"),
    ("{column: Empfehlung}", "{column: Dauer, opened: Beginn, closed: Ende}", "6:11 time-twice"),
    ("{column: Empfehlung}", "{open_when: {Status: open}}", "6:11 field-needs"),
    ("{column: Empfehlung}", "{column: Empfehlung, labels: [a]}", "6:31 not-a-mapping"),
]  # fmt: skip

GROUPS = [
    ("}}\n", "}, valid_from: 2026-05, valid_to: 2026-04}\n", "4:72 valid-order"),
    ("}}\n", "}, valid_to: 2026-04, successor: plannin}\n", "4:70 unknown-reference"),
    ("}}\n", "}, valid_to: 2026-04, successor: planning}\n", "4:70 successor-circle"),
    ("}}\n", "}}\n    fitting: {name: {de: Einbau, en: Fitting}, successor: planning}\n", "5:48 field-needs"),
    ("}}\n", "}}\n    fitting: {name: {de: Einbau, en: Fitting}, answers: [planning]}\n", "5:58 answer-of-two"),
    ("}}\n", "}, weight: 0}\n", "4:51 not-above"),
    ("}}\n", "}, weight: 3}\n    fitting: {name: {de: Einbau, en: Fitting}}\n", "1:1 some-weights"),
    ("}}\n", "}, cut_off_days: -1}\n", "4:51 too-low"),
]


@pytest.mark.parametrize(("path", "old", "new", "found"), METRICS, ids=lambda value: value[:40])
def test_a_metric_whose_fields_do_not_suit_it_is_reported_and_left_out(site, path, old, new, found):
    site.replace(path, old, new)
    assert site.errors() == [f"{path}:{found}"]
    assert len(site.read().metrics) == 1


def test_all_that_does_not_suit_a_metric_is_told_in_one_run(site):
    site.replace(SOLVED, "kind: share", "kind: mean\nscale: [1, 5]")
    assert site.errors() == [f"{SOLVED}:5:1 metric-unit", f"{SOLVED}:11:1 metric-field"]


@pytest.mark.parametrize(("old", "new", "found"), SOURCE_FIELDS, ids=lambda value: value[:40])
def test_a_source_whose_fields_do_not_belong_together_is_reported(site, old, new, found):
    site.replace(SOURCES, old, new)
    assert site.errors() == [f"{SOURCES}:{found}"]


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


@pytest.mark.parametrize(("old", "new", "found"), GROUPS, ids=lambda value: value[:60])
def test_groups_that_cannot_be_are_reported(site, old, new, found):
    site.replace(SEGMENTS, old, new)
    assert [error for error in site.errors() if SEGMENTS in error] == [f"{SEGMENTS}:{found}"]
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
