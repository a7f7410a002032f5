"""A definition that changes tells the same counts anew, and nobody is accused of having edited anything."""

import json
from datetime import date

import pytest

from chefetage.checks.snapshot_results import check
from chefetage.model.metric import MetricKind, QuantileRule, Statistic, Unit
from chefetage.model.month import Month
from chefetage.model.snapshot import Snapshot
from chefetage.sources.cut_off import Statuses
from chefetage.sources.revisions import Input, Step, revise

OCTOBER = Month(2026, 10)
TIMES = {"unit": Unit.HOURS, "clock": {"de": "Stunden am Tag"}}
HOURS = {f"closed-{hours}": 3 for hours in range(1, 30)}
SCORES = {"promoters": 40, "passives": 20, "detractors": 10}


@pytest.fixture
def take_in(desk, make_metric):
    """Counts the same, or other, answers by one definition after another."""
    known = {"month": None, "day": 3}

    def run(kind, facts, stats, status="provisional"):
        metric = make_metric("m", kind, **facts)
        found = Input({"all": stats}, "survey", "file", date(2026, 11, known["day"]), Statuses(status))
        known["month"], differences = revise(metric, known["month"], found, 5)
        known["day"] += 1
        desk.metrics = [metric]
        desk.snapshots = {OCTOBER: Snapshot(schema=1, month=OCTOBER, metrics={"m": known["month"]})}
        return known["month"].groups["all"], [one.step for one in differences], list(check(desk.project))

    return run


@pytest.mark.parametrize(
    ("kind", "stats", "before", "after"),
    [
        (MetricKind.NPS, SCORES, {}, {"population": 100}),
        (MetricKind.NPS, SCORES, {"population": 200}, {"population": 100}),
        (MetricKind.NPS, SCORES, {"population": 200}, {}),
        (MetricKind.TIME_TO_RESOLUTION, HOURS, TIMES, {**TIMES, "statistic": Statistic.P90}),
        (
            MetricKind.TIME_TO_RESOLUTION, HOURS, {**TIMES, "statistic": Statistic.P90},
            {**TIMES, "statistic": Statistic.P90, "quantile": QuantileRule.TYPE_6},
        ),
    ],
)  # fmt: skip
def test_the_same_counts_are_told_by_the_new_definition(take_in, kind, stats, before, after):
    first, _, _ = take_in(kind, before, stats)
    told, steps, problems = take_in(kind, after, stats)
    assert (len(told), steps, problems) == (2, [Step.REDEFINED], [])
    assert told[0] == first[0]
    assert told[1].stats == told[0].stats
    assert (told[1].result, told[1].method) != (told[0].result, told[0].method)
    assert take_in(kind, after, stats) == (told, [], [])


def test_a_definition_that_changes_no_result_adds_nothing(take_in):
    take_in(MetricKind.NPS, {}, SCORES)
    told, steps, problems = take_in(MetricKind.NPS, {"question": {"de": "Anders gefragt?"}}, SCORES)
    assert (len(told), steps, problems) == (1, [Step.REDEFINED], [])


def test_a_change_of_definition_and_of_answers_at_once_tells_both(take_in):
    take_in(MetricKind.NPS, {}, SCORES)
    told, steps, problems = take_in(MetricKind.NPS, {"population": 100}, {**SCORES, "promoters": 50}, "final")
    assert [(revision.stats["promoters"], revision.status) for revision in told] == [
        (40, "provisional"), (40, "provisional"), (50, "final"),
    ]  # fmt: skip
    assert (steps, problems) == ([Step.REVISED], [])


def test_a_month_that_was_told_by_an_earlier_definition_is_no_edited_one(take_in, desk, make_metric):
    take_in(MetricKind.NPS, {}, SCORES)
    desk.metrics = [make_metric("m", population=100)]
    assert list(check(desk.project)) == []


def test_a_value_that_was_edited_is_found_by_whatever_definition(take_in, desk, make_metric):
    take_in(MetricKind.NPS, {}, SCORES)
    snapshot = desk.snapshots[OCTOBER].model_dump(mode="json", by_alias=True)
    snapshot["metrics"]["m"]["groups"]["all"][0]["result"]["value"] += 1
    desk.snapshots = {OCTOBER: Snapshot.model_validate_json(json.dumps(snapshot))}
    for facts in ({}, {"population": 100}, {"question": {"de": "Anders gefragt?"}}):
        desk.metrics = [make_metric("m", **facts)]
        assert [problem.id for problem in check(desk.project)] == ["edited-snapshot"]
