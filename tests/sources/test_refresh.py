"""Exports to snapshots: what is written, what is appended, what is held back."""

import itertools
import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chefetage.model.metric import MetricKind
from chefetage.model.month import Month
from chefetage.sources.revisions import Step
from chefetage.sources.snapshots import dump_snapshot
from chefetage.sources.tally import answers_between, answers_in, remainder

OCTOBER = Month(2026, 10)


def steps(refreshed):
    return {difference.group: difference.step for difference in refreshed.differences}


def groups(refreshed, metric="nps"):
    return refreshed.snapshot.metrics[metric].groups


def test_a_first_refresh_writes_counts_with_their_interval_source_and_digest(desk):
    desk.scores({10: 100, 9: 80, 8: 100, 7: 40, 6: 50, 0: 30})
    (revision,) = groups(desk.refresh())["all"]
    assert revision.stats == {"promoters": 180, "passives": 140, "detractors": 80}
    assert (round(revision.result.low, 2), round(revision.result.high, 2)) == (17.33, 32.30)
    assert (revision.result.value, revision.method, revision.source) == (25.0, "adjusted-wald", "survey")
    assert (revision.known_on, revision.status) == (date(2026, 11, 3), "provisional")
    assert len(revision.digest) == 12


def test_a_second_run_changes_nothing(desk):
    desk.scores({9: 50, 7: 50})
    first = desk.refresh()
    again = desk.refresh(day=4)
    assert again.differences == ()
    assert dump_snapshot(again.snapshot) == dump_snapshot(first.snapshot)


def test_a_value_is_final_once_the_cut_off_has_passed(desk):
    desk.scores({9: 50, 7: 50})
    statuses = [desk.try_refresh(day).snapshot.metrics["nps"].groups["all"][-1].status for day in (13, 14, 15)]
    assert statuses == ["provisional", "provisional", "final"]


def test_equal_counts_become_final_without_being_a_correction(desk):
    desk.scores({9: 50, 7: 50})
    desk.refresh()
    settled = desk.refresh(day=20)
    assert steps(settled) == {"all": Step.SETTLED}
    assert [revision.status for revision in groups(settled)["all"]] == ["provisional", "final"]


def test_late_answers_are_appended_and_what_was_known_stays(desk):
    desk.scores({9: 50, 7: 50})
    desk.refresh()
    desk.scores({9: 60, 7: 50})
    revised = desk.refresh(day=20)
    assert steps(revised) == {"all": Step.REVISED}
    assert [answers_in(revision.stats) for revision in groups(revised)["all"]] == [100, 110]


def test_a_change_after_the_final_value_is_a_restatement(desk):
    desk.scores({9: 50, 7: 50})
    desk.refresh(day=20)
    desk.scores({9: 40, 7: 60})
    restated = desk.refresh(day=21)
    assert steps(restated) == {"all": Step.RESTATED}
    assert [revision.status for revision in groups(restated)["all"]] == ["final", "final"]


@pytest.mark.parametrize("change", [{9: 54, 7: 50}, {9: 46, 7: 54}, {9: 46, 7: 50}])
def test_a_difference_of_a_few_answers_is_held_back(desk, change):
    desk.scores({9: 50, 7: 50})
    first = desk.refresh()
    desk.scores(change)
    held = desk.refresh(day=4)
    assert steps(held) == {"all": Step.HELD_BACK}
    assert dump_snapshot(held.snapshot) == dump_snapshot(first.snapshot)


def test_what_is_held_back_becomes_final_with_the_counts_it_had(desk):
    desk.scores({9: 50, 7: 50})
    desk.refresh()
    desk.scores({9: 51, 7: 50})
    settled = desk.refresh(day=20)
    assert steps(settled) == {"all": Step.HELD_BACK}
    last = groups(settled)["all"][-1]
    assert (last.status, last.stats) == ("final", {"promoters": 50, "passives": 50, "detractors": 0})
    assert desk.refresh(day=21).snapshot == settled.snapshot


def test_a_recoded_answer_in_many_rows_is_not_held_back(desk):
    desk.scores({9: 50, 7: 50})
    desk.refresh()
    desk.scores({9: 45, 7: 55})
    assert steps(desk.refresh(day=4)) == {"all": Step.REVISED}


def test_the_same_counts_by_another_definition_are_called_that(desk, make_metric):
    desk.scores({9: 50, 7: 50})
    before = desk.refresh().snapshot.metrics["nps"]
    desk.metrics = [make_metric(question={"de": "Würden Sie uns weiterempfehlen?"})]
    refreshed = desk.refresh(day=4)
    assert steps(refreshed) == {"all": Step.REDEFINED}
    now = refreshed.snapshot.metrics["nps"]
    assert now.groups == before.groups
    assert now.definition != before.definition


def test_counts_that_are_held_back_keep_the_definition_they_were_counted_by(desk, make_metric):
    desk.scores({9: 50, 7: 50})
    before = desk.refresh()
    desk.metrics = [make_metric(question={"de": "Würden Sie uns weiterempfehlen?"})]
    desk.scores({9: 51, 7: 50})
    assert desk.refresh(day=4).snapshot == before.snapshot


def test_fewer_than_k_answers_leave_nothing_but_the_fact(desk):
    desk.scores({9: 4})
    refreshed = desk.refresh()
    month = refreshed.snapshot.metrics["nps"]
    assert (month.groups, month.hidden) == ({}, ("all",))
    assert steps(refreshed) == {"all": Step.HIDDEN}


def test_nobody_answering_is_told_and_is_no_zero(desk):
    desk.export("Score\n\n-\n")
    desk.source = {"metrics": {"nps": {"column": "Score", "missing": ["-"]}}}
    (revision,) = groups(desk.refresh())["all"]
    assert revision.stats == {"promoters": 0, "passives": 0, "detractors": 0}
    assert (revision.result, revision.method) == (None, "adjusted-wald")


def test_small_groups_are_not_written_nor_can_they_be_worked_out(desk, make_dimension):
    desk.dimensions = {"region": make_dimension(north="Nord", south="Süd", online="Online")}
    desk.scores({}, region={"Nord": {9: 30}, "Süd": {9: 12}, "Online": {0: 3}})
    refreshed = desk.refresh()
    assert set(groups(refreshed)) == {"all", "region.north"}
    assert refreshed.snapshot.metrics["nps"].hidden == ("region",)
    assert '"region.online"' not in dump_snapshot(refreshed.snapshot)


def test_a_few_respondents_without_a_group_are_hidden_like_a_group(desk, make_dimension):
    desk.dimensions = {"region": make_dimension(north="Nord", south="Süd")}
    desk.scores({0: 2}, region={"Nord": {9: 30}, "Süd": {9: 12}})
    assert set(groups(desk.refresh())) == {"all", "region.north"}


def test_many_respondents_without_a_group_hide_nobody(desk, make_dimension):
    desk.dimensions = {"region": make_dimension(north="Nord", south="Süd")}
    desk.scores({0: 20}, region={"Nord": {9: 30}, "Süd": {9: 12}})
    refreshed = desk.refresh()
    assert set(groups(refreshed)) == {"all", "region.north", "region.south"}
    assert refreshed.snapshot.metrics["nps"].hidden == ()


def test_a_group_that_nobody_belongs_to_is_not_written(desk, make_dimension):
    desk.dimensions = {"region": make_dimension(north="Nord", south="Süd")}
    desk.scores({}, region={"Nord": {9: 30}})
    refreshed = desk.refresh()
    assert set(groups(refreshed)) == {"all", "region.north"}
    assert refreshed.snapshot.metrics["nps"].hidden == ()


def test_a_group_that_has_become_too_small_keeps_its_history(desk, make_dimension):
    desk.dimensions = {"region": make_dimension(north="Nord", south="Süd", west="West")}
    desk.scores({}, region={"Nord": {9: 40}, "Süd": {9: 20}, "West": {9: 10}})
    desk.refresh()
    desk.scores({}, region={"Nord": {9: 60}, "Süd": {9: 40}, "West": {9: 3}})
    refreshed = desk.refresh(day=4)
    assert {name: len(revisions) for name, revisions in groups(refreshed).items()} == {
        "all": 2, "region.north": 2, "region.south": 1, "region.west": 1,
    }  # fmt: skip
    assert refreshed.snapshot.metrics["nps"].hidden == ("region",)
    assert steps(refreshed) == {"all": Step.REVISED, "region.north": Step.REVISED, "region": Step.HIDDEN}


def test_a_group_that_became_too_small_beside_unchanged_ones_holds_everything_back(desk, make_dimension):
    """All but the small one are known, so a new value for all would give it away."""
    desk.dimensions = {"region": make_dimension(north="Nord", south="Süd", west="West")}
    desk.scores({}, region={"Nord": {9: 40}, "Süd": {9: 20}, "West": {9: 10}})
    desk.refresh()
    desk.scores({}, region={"Nord": {9: 40}, "Süd": {9: 20}, "West": {9: 3}})
    refreshed = desk.refresh(day=4)
    assert steps(refreshed) == {"all": Step.HELD_BACK, "region": Step.HIDDEN}
    assert all(len(revisions) == 1 for revisions in groups(refreshed).values())


def test_a_small_step_of_one_group_holds_back_another_that_would_give_it_away(desk, make_dimension):
    desk.dimensions = {"region": make_dimension(north="Nord", south="Süd", west="West")}
    desk.scores({}, region={"Nord": {9: 40}, "Süd": {9: 40}, "West": {9: 40}})
    desk.refresh()
    desk.scores({}, region={"Nord": {9: 60}, "Süd": {9: 48}, "West": {9: 42}})
    assert steps(desk.refresh(day=4)) == {
        "all": Step.REVISED,
        "region.north": Step.REVISED,
        "region.south": Step.HELD_BACK,
        "region.west": Step.HELD_BACK,
    }


def test_a_large_group_that_was_hidden_beside_a_small_one_stays_hidden(desk, make_dimension):
    """Else its first value, and the one of the group hidden in its place, would together give the small one away."""
    desk.dimensions = {"region": make_dimension(north="Nord", south="Süd", west="West")}
    desk.scores({}, region={"Nord": {9: 40}, "Süd": {9: 30}, "West": {9: 3}})
    assert set(groups(desk.refresh())) == {"all", "region.north"}
    desk.scores({}, region={"Nord": {9: 40}, "Süd": {9: 50}, "West": {9: 3}})
    assert set(groups(desk.refresh(day=4))) == {"all", "region.north"}


def test_a_hidden_group_that_has_grown_a_little_is_not_shown_yet(desk, make_dimension):
    """South and west together grew by two answers; either's value would tell which."""
    desk.dimensions = {"region": make_dimension(north="Nord", south="Süd", west="West")}
    desk.scores({}, region={"Nord": {9: 40}, "Süd": {9: 30}, "West": {9: 3}})
    desk.refresh()
    desk.scores({}, region={"Nord": {9: 50}, "Süd": {9: 30}, "West": {9: 5}})
    refreshed = desk.refresh(day=4)
    assert set(groups(refreshed)) == {"all", "region.north"}
    assert refreshed.snapshot.metrics["nps"].hidden == ("region",)


def test_a_hidden_group_is_shown_once_enough_answers_have_come(desk, make_dimension):
    desk.dimensions = {"region": make_dimension(north="Nord", south="Süd", west="West")}
    desk.scores({}, region={"Nord": {9: 40}, "Süd": {9: 30}, "West": {9: 3}})
    desk.refresh()
    desk.scores({}, region={"Nord": {9: 50}, "Süd": {9: 60}, "West": {9: 9}})
    refreshed = desk.refresh(day=4)
    assert set(groups(refreshed)) == {"all", "region.north", "region.south", "region.west"}
    assert refreshed.snapshot.metrics["nps"].hidden == ()


COUNTS = st.integers(0, 40)
NAMES = {"north": "Nord", "south": "Süd", "west": "West"}
REGION = st.fixed_dictionaries(dict.fromkeys((10, 7, 0), COUNTS))


def scores_of(region):
    return [region[10], region[7], region[0]]


@settings(deadline=None)  # files are written
@given(st.lists(st.tuples(REGION, REGION, REGION), min_size=2, max_size=4), st.integers(2, 8))
def test_whatever_is_written_is_nobody_or_many_and_so_is_every_step(
    tmp_path_factory, new_desk, make_dimension, months, k
):
    desk = new_desk(tmp_path_factory.mktemp("desk"), k=k)
    desk.dimensions = {"region": make_dimension(north="Nord", south="Süd", west="West")}
    for day, counts in enumerate(months, start=3):
        regions = dict(zip(("Nord", "Süd", "West"), counts, strict=True))
        desk.scores({}, region=regions)
        if not any(answers for region in counts for answers in region.values()):
            continue
        now = {name: revisions[-1] for name, revisions in groups(desk.refresh(day=day)).items()}
        true = {f"region.{name}": regions[answer] for name, answer in NAMES.items()}
        fresh = [
            name for name, scores in true.items() if name in now and list(now[name].stats.values()) == scores_of(scores)
        ]
        if "all" in now and answers_in(now["all"].stats) == sum(sum(scores.values()) for scores in counts):
            rest = answers_in(remainder(now["all"].stats, (now[name].stats for name in fresh)))
            assert rest == 0 or rest >= k
    if OCTOBER not in desk.snapshots:
        return
    written = desk.snapshots[OCTOBER].metrics["nps"].groups
    for revisions in written.values():
        sizes = [answers_in(revision.stats) for revision in revisions]
        assert all(size == 0 or size >= k for size in sizes)
        moves = [answers_between(before.stats, now.stats) for before, now in itertools.pairwise(revisions)]
        assert all(move == 0 or move >= k for move in moves)


def test_what_is_left_of_all_is_nobody_or_many(desk, make_dimension):
    desk.dimensions = {"region": make_dimension(north="Nord", south="Süd", west="West")}
    for small in range(1, 5):
        desk.snapshots = {}
        desk.scores({}, region={"Nord": {9: 40}, "Süd": {9: 20}, "West": {9: small}})
        written = groups(desk.refresh())
        parts = [revisions[-1].stats for name, revisions in written.items() if name != "all"]
        assert answers_in(remainder(written["all"][-1].stats, parts)) >= 5


def test_a_metric_is_read_only_while_it_is_valid_and_only_from_its_own_source(desk, make_metric):
    desk.metrics = [
        make_metric("old", valid_to=Month(2026, 9)),
        make_metric("new", valid_from=Month(2026, 11)),
        make_metric("elsewhere", source="other"),
        make_metric("nps", valid_from=OCTOBER, valid_to=OCTOBER),
    ]
    desk.scores({9: 10})
    assert list(desk.refresh().snapshot.metrics) == ["nps"]


def test_one_failing_source_leaves_the_month_as_it_was(desk, make_metric):
    desk.metrics = [make_metric(), make_metric("csat", MetricKind.CSAT, scale=(1, 5))]
    desk.export("Score\n" + "9\n" * 10)
    refreshed = desk.try_refresh()
    assert refreshed.snapshot is None
    assert {error.id for error in refreshed.errors} == {"answer-off-scale"}


def test_nothing_to_measure_writes_nothing(desk):
    desk.metrics = []
    desk.source = {"metrics": {}}
    assert desk.try_refresh().snapshot is None


def test_no_respondent_and_no_free_text_reaches_a_snapshot(desk):
    desk.export("Score,Id,Text\n" + "".join(f"9,R_{row},Geheimnis {row}\n" for row in range(20)))
    text = dump_snapshot(desk.refresh().snapshot)
    assert "R_" not in text
    assert "Geheimnis" not in text
    assert json.loads(text)["metrics"]["nps"]["groups"].keys() == {"all"}


def test_answers_that_changed_are_counted_once():
    before = {"promoters": 10, "passives": 10, "detractors": 10}
    assert answers_between(before, {"promoters": 7, "passives": 12, "detractors": 11}) == 3
    assert answers_between({"k": 5, "n": 10}, {"k": 8, "n": 10}) == 3
    assert answers_between({"k": 5, "n": 10}, {"k": 5, "n": 14}) == 4
    assert answers_between(before, before) == 0
