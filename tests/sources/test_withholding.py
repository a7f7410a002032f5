"""What can be worked out from all states of a month: nobody, or many."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chefetage.model.metric import MetricKind
from chefetage.model.snapshot import RevisionStatus
from chefetage.sources.cut_off import Statuses
from chefetage.sources.revisions import Input, Step, revise
from chefetage.sources.states import states_of
from chefetage.sources.tally import answers_between, answers_in, remainder

K = 5
BEGIN = date(2026, 11, 3)


def counted(*groups, dimension="r"):
    """Counts of groups a, b, c … and, last, of respondents without one; each as (those that count, all)."""
    names = [*(f"{dimension}.{name}" for name in "abcdefgh"[: len(groups) - 1]), f"{dimension}."]
    stats = {name: {"k": k, "n": n} for name, (k, n) in zip(names, groups, strict=True)}
    return {"all": {"k": sum(k for k, _ in groups), "n": sum(n for _, n in groups)}, **stats}


@pytest.fixture(scope="session")
def run(make_metric):
    """Takes in one count of a share."""
    metric = make_metric("solved", MetricKind.SHARE)

    def take_in(earlier, stats, day=0, digest=None, status=RevisionStatus.PROVISIONAL):
        known_on = BEGIN + timedelta(days=day)
        statuses = status if isinstance(status, Statuses) else Statuses(status)
        return revise(metric, earlier, Input(stats, "survey", digest or f"file {day}", known_on, statuses), K)

    return take_in


def told(month):
    return {group: revisions[-1].stats for group, revisions in month.groups.items()}


@pytest.mark.parametrize("days", [(0, 17, 18), (0, 0, 0), (0, 1, 1)])
def test_the_same_export_counted_again_does_not_give_one_person_away(run, days):
    later = counted((12, 12), (17, 23), (12, 12), (0, 1))
    month, _ = run(None, counted((12, 12), (20, 20), (12, 12), (0, 0)), days[0], "first")
    month, differences = run(month, later, days[1], "second")
    assert {one.step for one in differences} == {Step.HELD_BACK, Step.HIDDEN}
    again, _ = run(month, later, days[2], "second")
    assert again == month
    assert {group: stats["n"] for group, stats in told(again).items()} == {"all": 44, "r.a": 12, "r.b": 20, "r.c": 12}


def test_a_group_that_was_held_back_for_the_sake_of_others_stays_so_in_the_next_run(run):
    """All, a and c are told: with b as well, one person too many would be left, as there were twenty before."""
    later = counted((32, 32), (17, 27), (12, 12), (21, 21))
    month, _ = run(None, counted((12, 12), (20, 20), (12, 12), (20, 20)))
    month, differences = run(month, later, 17)
    assert {one.group: one.step for one in differences} == {
        "all": Step.REVISED, "r.a": Step.REVISED, "r.b": Step.HELD_BACK,
    }  # fmt: skip
    assert run(month, later, 17)[0] == run(month, later, 18)[0] == month


def test_while_the_value_for_all_is_held_back_no_group_is_told(run):
    """One answer more in all, six more in one group and five fewer in another: the groups would tell of the one."""
    month, _ = run(None, counted((20, 20), (20, 20), (20, 20), (0, 0)))
    again, differences = run(month, counted((26, 26), (15, 15), (20, 20), (0, 0)), 1)
    assert again == month
    assert {one.step for one in differences} == {Step.HELD_BACK}


def test_groups_that_were_sorted_wrongly_are_corrected_though_all_stays(run):
    month, _ = run(None, counted((20, 20), (30, 30), (0, 0)))
    month, differences = run(month, counted((30, 30), (20, 20), (0, 0)), 1)
    assert {one.group: one.step for one in differences} == {"r.a": Step.REVISED, "r.b": Step.REVISED}


def test_a_dimension_can_be_added_to_a_month_that_is_known(run):
    stats = counted((20, 20), (30, 30), (0, 0))
    month, _ = run(None, {"all": stats["all"]})
    assert told(run(month, stats, 1)[0]).keys() == {"all", "r.a", "r.b"}


def test_a_small_step_in_one_dimension_leaves_another_alone(run):
    def both(*groups):
        return counted(*groups) | {"o.x": {"k": 20, "n": 30}, "o.": {"k": 0, "n": sum(n for _, n in groups) - 30}}

    month, _ = run(None, both((20, 20), (20, 20), (20, 20), (0, 0)))
    month, _ = run(month, both((40, 40), (28, 28), (22, 22), (0, 0)), 1)
    assert {group: stats["n"] for group, stats in told(month).items()} == {
        "all": 90, "r.a": 40, "r.b": 20, "r.c": 20, "o.x": 30,
    }  # fmt: skip


def test_what_was_told_together_is_put_together_again_though_of_one_day(run):
    month, _ = run(None, counted((20, 20), (20, 20), (0, 0)), 0, "first")
    month, _ = run(month, counted((40, 40), (20, 20), (0, 0)), 0, "second")
    month, _ = run(month, counted((40, 40), (40, 40), (0, 0)), 0, "third")
    sizes = [{group: stats["n"] for group, stats in state.items()} for state in states_of(month.groups)]
    assert sizes == [
        {"all": 40, "r.a": 20, "r.b": 20},
        {"all": 60, "r.a": 40, "r.b": 20},
        {"all": 80, "r.a": 40, "r.b": 40},
    ]


PILES = st.tuples(st.integers(0, 25), st.integers(0, 12))
CHANGE = st.tuples(st.integers(-7, 7), st.integers(-7, 7)) | st.just((0, 0))
SIZE = 4
"""Three groups, and those without one."""


@st.composite
def histories(draw):
    """Counts as they follow one another: a few answers come, go, change and move."""
    groups = [draw(PILES) for _ in range(SIZE - 1)] + [draw(st.just((0, 0)) | PILES)]
    found = [groups]
    for _ in range(draw(st.integers(1, 4))):
        groups = [
            (max(yes + more, 0), max(no + less, 0))
            for (yes, no), (more, less) in zip(groups, [draw(CHANGE) for _ in range(SIZE)], strict=True)
        ]
        found.append(groups)
    return [counted(*((yes, yes + no) for yes, no in groups)) for groups in found]


@settings(max_examples=2000)
@given(histories(), st.booleans(), st.integers(0, 1))
def test_a_second_run_over_the_same_export_never_changes_anything(run, found, final, pause):
    month = None
    status = RevisionStatus.FINAL if final else RevisionStatus.PROVISIONAL
    for day, stats in enumerate(found):
        month, _ = run(month, stats, 2 * day, status=status)
        again, _ = run(month, stats, 2 * day + pause, f"file {2 * day}", status)
        assert again == month
        month = again


@settings(max_examples=1000)
@given(histories(), st.tuples(*[st.integers(0, 6)] * 3), st.integers(0, 6))
def test_groups_that_settle_on_days_of_their_own_change_nothing_in_a_second_run_nor_any_count(run, found, days, last):
    month = plain = None
    for day, stats in enumerate(found):
        settled = {f"r.{name}": on for name, on in zip("abc", days, strict=True)}
        statuses = Statuses(
            RevisionStatus.FINAL if day >= max(last, *days) else RevisionStatus.PROVISIONAL,
            {group: RevisionStatus.FINAL if day >= on else RevisionStatus.PROVISIONAL for group, on in settled.items()},
        )
        month, _ = run(month, stats, day, status=statuses)
        assert run(month, stats, day, status=statuses)[0] == month
        plain, _ = run(plain, stats, day)
        assert told(month) == told(plain)


@settings(max_examples=2000)
@given(histories())
def test_what_is_left_of_all_is_nobody_or_many_and_has_moved_by_nobody_or_many(run, found):
    month, seen = None, []
    for day, stats in enumerate(found):
        for again in (0, 1):
            month, _ = run(month, stats, 2 * day + again, f"file {2 * day}")
            now = told(month)
            if now.get("all") != stats["all"]:
                continue
            parts = [group for group in now if group != "all"]
            true = [group for group in parts if now[group] == stats[group]]
            for known in (parts, true):
                assert answers_in(remainder(now["all"], (now[group] for group in known))) not in range(1, K)
            if true == parts:
                seen.append(now)
    for before, now in itertools.combinations(seen, 2):
        known = before.keys() & now.keys() - {"all"}
        rest = [remainder(state["all"], (state[group] for group in known)) for state in (before, now)]
        assert answers_between(*rest) not in range(1, K)


@settings(max_examples=1000)
@given(histories())
def test_every_step_of_every_group_is_nobody_or_many(run, found):
    month = None
    for day, stats in enumerate(found):
        month, _ = run(month, stats, day)
    for revisions in month.groups.values():
        assert all(answers_in(revision.stats) not in range(1, K) for revision in revisions)
        for before, now in itertools.pairwise(revisions):
            assert answers_between(before.stats, now.stats) not in range(1, K)
