"""Somebody who has seen every state of a month, of whatever kind of metric, never learns of a few people."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chefetage.model.metric import MetricKind, Unit
from chefetage.model.snapshot import ALL, RevisionStatus
from chefetage.sources.cut_off import Statuses
from chefetage.sources.revisions import Input, Step, revise

K = 5
BEGIN = date(2026, 11, 3)
WORDS = {"de": "Stunden am Tag"}
KINDS = {
    "nps": (MetricKind.NPS, {}, lambda yes, no: {"promoters": yes, "passives": 0, "detractors": no}),
    "share": (MetricKind.SHARE, {}, lambda yes, no: {"k": yes, "n": yes + no}),
    "mean": (
        MetricKind.MEAN, {"scale": (1, 5), "unit": Unit.SCALE}, lambda yes, no: {"answer-1": no, "answer-5": yes},
    ),
    "time": (
        MetricKind.TIME_TO_RESOLUTION, {"clock": WORDS, "unit": Unit.HOURS},
        lambda yes, no: {"closed-3": yes, "open-40": no},
    ),
    "weighted": (
        MetricKind.SHARE, {},
        lambda yes, no: {
            "k": yes, "n": yes + no, "weight-k": 700_000 * yes, "weight-n": 700_000 * yes + 1_300_000 * no,
            "squares": 490_000 * yes + 1_690_000 * no,
        },
    ),
    "money": (MetricKind.MONEY, {"unit": Unit.EURO}, lambda yes, no: {"amount": 50 * yes + 80 * no, "n": yes + no}),
}  # fmt: skip
"""Kind, what its definition needs, and the counts of so many answers of one sort and of the other."""

PILES = st.tuples(st.integers(0, 25), st.integers(0, 12))
CHANGE = st.tuples(st.integers(-7, 7), st.integers(-7, 7)) | st.just((0, 0))


@st.composite
def histories(draw, piles=PILES, change=CHANGE):
    """Three groups and those without one, as they are found one time after another."""
    found = [[draw(piles) for _ in range(3)] + [draw(st.just((0, 0)) | piles)]]
    for _ in range(draw(st.integers(1, 4))):
        moves = [draw(change) for _ in range(4)]
        found.append([(max(a + x, 0), max(b + y, 0)) for (a, b), (x, y) in zip(found[-1], moves, strict=True)])
    return found


def told_of(make_metric, kind, facts, counts, found):
    """Return the month that comes of what was found, and what was found, as counts."""
    metric = make_metric("m", kind, **facts)
    month, states = None, []
    for day, groups in enumerate(found):
        stats = {f"r.{name}": counts(*group) for name, group in zip(["a", "b", "c", ""], groups, strict=True)}
        stats[ALL] = counts(sum(a for a, _ in groups), sum(b for _, b in groups))
        known_on = BEGIN + timedelta(days=day)
        month, _ = revise(metric, month, Input(stats, "s", f"{day}", known_on, Statuses(RevisionStatus.PROVISIONAL)), K)
        states.append(({group: revisions[-1].stats for group, revisions in month.groups.items()}, stats))
    return month, states


def plain(stats):
    """The answers by sort, weights and money apart."""
    sorts = {name: n for name, n in stats.items() if not name.startswith(("weight-", "squares", "amount"))}
    return {**sorts, "n": sorts["n"] - sorts.get("k", 0)} if "n" in sorts else sorts


def size(stats):
    return sum(plain(stats).values())


def step(before, now):
    before, now = plain(before), plain(now)
    moves = [now.get(name, 0) - before.get(name, 0) for name in before.keys() | now.keys()]
    return max(sum(move for move in moves if move > 0), -sum(move for move in moves if move < 0))


def less(total, parts):
    left = dict(total)
    for part in parts:
        for name, n in part.items():
            left[name] = left.get(name, 0) - n
    return left


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=200, deadline=None)
@given(found=histories())
def test_every_group_every_step_and_every_rest_is_nobody_or_many(make_metric, kind, found):
    month, states = told_of(make_metric, *KINDS[kind], found)
    for revisions in month.groups.values():
        assert all(size(revision.stats) not in range(1, K) for revision in revisions)
        for before, now in itertools.pairwise(revisions):
            assert step(before.stats, now.stats) not in range(1, K)
    whole = []
    for told, true in states:
        if told.get(ALL) != true[ALL]:
            continue
        parts = [group for group in told if group != ALL and told[group] == true[group]]
        assert size(less(told[ALL], (told[group] for group in parts))) not in range(1, K)
        if len(parts) == len(told) - 1:
            whole.append(told)
    for before, now in itertools.combinations(whole, 2):
        both = before.keys() & now.keys() - {ALL}
        rests = [less(state[ALL], (state[group] for group in both)) for state in (before, now)]
        assert step(*rests) not in range(1, K)


def rate(events, others):
    """Orders come in hundreds, complaints one by one."""
    return {"k": events, "exposure": events + 100 * others}


EVENTS = st.tuples(st.integers(0, 9), st.integers(0, 6))
MORE = st.tuples(st.integers(-3, 7), st.integers(-2, 4)) | st.just((0, 0))
EXPOSED = {"exposure": {"de": "Bestellungen"}, "unit": Unit.PER_THOUSAND}


@settings(max_examples=600, deadline=None)
@given(found=histories(EVENTS, MORE))
def test_one_complaint_in_a_group_comes_to_light_in_no_way(make_metric, found):
    month, states = told_of(make_metric, MetricKind.COMPLAINT_RATE, EXPOSED, rate, found)
    for group, revisions in month.groups.items():
        names = ("exposure",) if group == ALL else ("k", "exposure")
        for name in names:
            assert all(revision.stats[name] not in range(1, K) for revision in revisions)
        for before, now in itertools.pairwise(revisions):
            assert group == ALL or abs(now.stats["k"] - before.stats["k"]) not in range(1, K)
    for told, true in states:
        parts = [group for group in told if group != ALL and told[group] == true[group]]
        if told.get(ALL) == true[ALL] and parts:
            rest = less(told[ALL], (told[group] for group in parts))
            assert rest["k"] not in range(1, K)
            assert rest["exposure"] not in range(1, K)


def test_a_few_complaints_of_all_customers_are_told_and_in_no_group(make_metric):
    month, _ = told_of(make_metric, MetricKind.COMPLAINT_RATE, EXPOSED, rate, [[(1, 40), (0, 30), (2, 50), (0, 0)]])
    assert month.groups[ALL][0].stats == {"k": 3, "exposure": 12_003}
    assert (set(month.groups), month.hidden) == ({ALL}, ("r",))


def test_a_group_without_complaints_beside_two_with_a_few_hides_neither(make_metric):
    found = [[(0, 40), (3, 30), (4, 50), (0, 0)]]
    month, _ = told_of(make_metric, MetricKind.COMPLAINT_RATE, EXPOSED, rate, found)
    assert set(month.groups) == {ALL, "r.a"}
    assert month.hidden == ("r",)


def test_a_late_complaint_among_many_late_orders_is_told_of_all_and_of_no_group(make_metric):
    found = [[(9, 40), (8, 30), (7, 50), (0, 0)], [(10, 50), (15, 40), (7, 60), (0, 0)]]
    month, _ = told_of(make_metric, MetricKind.COMPLAINT_RATE, EXPOSED, rate, found)
    steps = {group: [revision.stats["k"] for revision in revisions] for group, revisions in month.groups.items()}
    assert steps["r.a"] == [9]
    assert steps["r.b"] in ([8], [8, 15])


def test_weights_that_are_set_anew_are_written_though_nobody_answered_otherwise(make_metric):
    kind, facts, _ = KINDS["weighted"]
    metric = make_metric("m", kind, **facts)
    month = None
    for day, weight in enumerate((1_000_000, 1_100_000)):
        stats = {
            group: {"k": n, "n": n, "weight-k": weight * n, "weight-n": weight * n, "squares": weight * n}
            for group, n in (("r.a", 20), ("r.b", 30), ("r.", 0), (ALL, 50))
        }
        known_on = BEGIN + timedelta(days=day)
        statuses = Statuses(RevisionStatus.PROVISIONAL)
        month, differences = revise(metric, month, Input(stats, "s", f"{day}", known_on, statuses), K)
    assert {one.step for one in differences} == {Step.REVISED}
    assert {group: len(revisions) for group, revisions in month.groups.items()} == {ALL: 2, "r.a": 2, "r.b": 2}
