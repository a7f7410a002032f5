"""Checks on definitions that must suit each other: metrics, sources, groups, and what snapshots hold of them."""

from __future__ import annotations

import json

import pytest

NPS = "metrics/nps.yml"
SOLVED = "metrics/solved.yml"
SOURCES = "metrics/sources.yml"
SEGMENTS = "metrics/segments.yml"
SNAPSHOT = "metrics/snapshots/2026-10.json"
READ = "nps: {column: Empfehlung}"


@pytest.mark.parametrize(
    ("new", "found"),
    [
        ("nps: {missing: [11]}", ["6:5 error missing-field"]),
        ("nps: {column: Empfehlung, open_when: {Status: open}}", ["6:31 error metric-field"]),
        ("nps: {opened: Beginn, closed: Ende}", ["6:5 error missing-field", "6:11 error metric-field",
                                                 "6:27 error metric-field"]),
    ],
)  # fmt: skip
def test_a_column_that_cannot_be_read_as_its_metric_is_found(site, new, found):
    site.replace(SOURCES, READ, new)
    assert site.found() == [f"{SOURCES}:{each}" for each in found]


def time(site) -> None:
    """Turn the share into a time."""
    for old, new in (("kind: share", "kind: time-to-resolution\nclock: {de: h, en: h}"), ("percent", "hours"),
                     ("top: [Ja]\n", ""), ('{de: "{k} von {n}.", en: "{k} of {n}."}', "{de: x, en: x}")):  # fmt: skip
        site.replace(SOLVED, old, new)


def test_a_time_needs_a_column_or_two_moments_and_knows_no_weights(site):
    time(site)
    site.replace(SOURCES, "solved: {column: Geklärt}", "solved: {opened: Beginn, closed: Ende}")
    assert site.found() == []
    site.replace(SOURCES, "solved: {opened: Beginn, closed: Ende}", "solved: {only: {Art: Fall}, weight: W}")
    assert site.found() == [f"{SOURCES}:7:5 error missing-field", f"{SOURCES}:7:33 error metric-field"]


def test_a_number_of_things_needs_no_column(site):
    for old, new in (("kind: share", "kind: count"), ("percent", "count"), ("top: [Ja]\n", ""),
                     ('{de: "{k} von {n}.", en: "{k} of {n}."}', "{de: x, en: x}")):  # fmt: skip
        site.replace(SOLVED, old, new)
    site.replace(SOURCES, "solved: {column: Geklärt}", "solved: {only: {Art: Fall}}")
    assert site.found() == []


@pytest.mark.parametrize(
    ("solved", "found"),
    [
        ("{k: Ja, n: Alle}", []),
        ("{k: Ja}", ["8:14 error count-names"]),
        ("{k: Ja, n: Alle, rest: Nein}", ["8:14 error count-names"]),
    ],
)
def test_totals_name_exactly_the_counts_of_the_kind(site, solved, found):
    site.replace(SOURCES, "  metrics:", "  layout: totals\n  metrics:")
    site.replace(SOURCES, READ, "nps: {counts: {promoters: P, passives: N, detractors: D}}")
    site.replace(SOURCES, "solved: {column: Geklärt}", f"solved: {{counts: {solved}}}")
    assert site.found() == [f"{SOURCES}:{each}" for each in found]


def test_a_time_cannot_be_made_from_totals(site):
    time(site)
    site.replace(SOURCES, "  metrics:", "  layout: totals\n  metrics:")
    site.replace(SOURCES, READ, "nps: {counts: {promoters: P, passives: N, detractors: D}}")
    site.replace(SOURCES, "solved: {column: Geklärt}", "solved: {counts: {k: K}}")
    assert site.found() == [f"{SOURCES}:8:14 error no-totals"]


def test_a_metric_that_its_source_does_not_read_is_hinted_at(site):
    site.replace(SOURCES, f"    {READ}\n", "")
    assert site.found() == [f"{NPS}:8:1 hint unread-metric"]


def test_a_value_put_together_from_groups_needs_their_weights(site):
    site.replace(NPS, "source: survey", "source: survey\nweighted_by: ocasion")
    assert site.found() == [f"{NPS}:9:1 error unknown-reference", f"{SNAPSHOT}:2:11 hint definition-changed"]
    site.replace(NPS, "ocasion", "occasion")
    assert site.found()[0] == f"{NPS}:9:1 error no-weights"
    site.replace(SEGMENTS, "}}\n", "}, weight: 1}\n")
    assert site.found() == [f"{SNAPSHOT}:2:11 hint definition-changed"]
    site.replace(SOURCES, "  segments: {occasion: Anlass}\n", "")
    assert site.found()[0] == f"{NPS}:9:1 hint unread-groups"


def test_metrics_do_not_succeed_each_other(site):
    site.replace(NPS, "source: survey", "source: survey\nvalid_to: 2026-12\nsuccessor: solved")
    assert site.found() == []
    site.replace(NPS, "valid_to: 2026-12\n", "")
    assert site.found() == [f"{NPS}:9:1 hint endless-predecessor"]
    site.replace(SOLVED, "source: survey", "source: survey\nsuccessor: nps")
    assert site.found() == [f"{NPS}:9:1 error successor-circle", f"{SOLVED}:9:1 error successor-circle"]


def rewritten(site, change) -> None:
    """Change the snapshot as an editor would."""
    snapshot = json.loads((site.root / SNAPSHOT).read_text(encoding="utf-8"))
    change(snapshot["metrics"]["nps"])
    site.write(SNAPSHOT, json.dumps(snapshot))


def ids(site) -> list[str]:
    return [problem.id for problem in site.problems()]


@pytest.mark.parametrize(
    ("known_on", "status", "found"),
    [
        ("2026-11-09", "final", []),
        ("2026-11-08", "final", ["revision-order"]),
        ("2026-11-10", "provisional", ["provisional-after-final"]),
    ],
)
def test_history_is_in_order_and_final_stays_final(site, known_on, status, found):
    def append(values):
        values["groups"]["all"].append(values["groups"]["all"][0] | {"known_on": known_on, "status": status})

    rewritten(site, append)
    assert ids(site) == found


def test_a_source_cannot_have_failed_on_a_day_to_come(site):
    rewritten(site, lambda values: values.update(stale="2026-11-21"))
    assert ids(site) == []
    rewritten(site, lambda values: values.update(stale="2026-11-22"))
    assert ids(site) == ["future-date"]


@pytest.mark.parametrize(("n", "found"), [(4, ["small-group"]), (5, []), (0, [])])
def test_groups_below_k_are_found(site, n, found):
    def add(values):
        revision = values["groups"]["all"][0] | {"stats": {"promoters": n, "passives": 0, "detractors": 0}}
        values["groups"]["occasion.planning"] = [revision]

    rewritten(site, add)
    assert [each for each in ids(site) if each != "edited-snapshot"] == found


def test_a_group_that_segments_do_not_name_is_found_once(site):
    def add(values):
        values["groups"]["occasion.fitting"] = values["groups"]["all"]

    rewritten(site, add)
    site.write("metrics/snapshots/2026-09.json", (site.root / SNAPSHOT).read_text().replace("2026-10", "2026-09"))
    assert ids(site) == ["unknown-group"]
