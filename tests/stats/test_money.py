"""Euros: what a point is worth, what is at risk, what a customer brings."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chefetage.model.counts import ShareCounts
from chefetage.stats.exposure import Exposed, revenue_at_risk
from chefetage.stats.lifetime import expected_lifetime, lifetime_value
from chefetage.stats.retention import (
    MOVED,
    Move,
    RetentionModel,
    claimed_worth,
    range_of_a_point,
    worth_of_a_point,
)

MODEL = RetentionModel(
    customers=100_000,
    revenue=240.0,
    promoters=ShareCounts(80, 1000),
    passives=ShareCounts(96, 800),
    detractors=ShareCounts(80, 400),
)

churns = st.integers(1, 5000).flatmap(lambda n: st.builds(ShareCounts, k=st.integers(0, n), n=st.just(n)))
moves = st.sampled_from(Move)
kappas = st.floats(0, 1)


@given(churns, churns, churns, moves, kappas)
def test_worth_is_proportional_to_kappa_and_margin(promoters, passives, detractors, move, kappa):
    model = RetentionModel(1000, 100.0, promoters, passives, detractors)
    whole = worth_of_a_point(model, move)
    part = worth_of_a_point(replace(model, margin=kappa), move)
    expected = pytest.approx((kappa * whole.value, kappa * whole.low, kappa * whole.high), abs=1e-9)
    assert (part.value, part.low, part.high) == expected
    assert worth_of_a_point(model, move, kappa) == part or kappa * whole.high == pytest.approx(part.high, abs=1e-9)
    assert part.low <= part.value <= part.high


def test_a_point_by_two_ways_is_worth_what_they_are_worth_together():
    """A detractor who becomes a promoter makes both smaller moves; half as many are needed."""
    steps = (
        worth_of_a_point(MODEL, Move.DETRACTOR_TO_PASSIVE).value
        + worth_of_a_point(MODEL, Move.PASSIVE_TO_PROMOTER).value
    )
    assert worth_of_a_point(MODEL, Move.DETRACTOR_TO_PROMOTER).value == pytest.approx(steps / 2)
    assert MOVED[Move.DETRACTOR_TO_PROMOTER] == MOVED[Move.DETRACTOR_TO_PASSIVE] / 2


def test_the_range_over_all_moves_holds_each_of_them():
    low, high = range_of_a_point(MODEL)
    for move in Move:
        worth = worth_of_a_point(MODEL, move, 0.5)
        assert low <= worth.low <= worth.high <= high


def test_groups_that_leave_alike_make_a_point_worth_nothing_that_can_be_shown():
    same = replace(MODEL, passives=MODEL.promoters, detractors=MODEL.promoters)
    worth = worth_of_a_point(same, Move.DETRACTOR_TO_PASSIVE)
    assert worth.value == 0
    assert worth.low < 0 < worth.high


def test_a_rule_of_thumb_knows_neither_margin_nor_churn():
    assert claimed_worth(replace(MODEL, margin=0.1), 1.0) == 240_000


@pytest.mark.parametrize(
    "facts",
    [
        {"customers": -1},
        {"revenue": -0.01},
        {"margin": 1.01},
        {"margin": math.nan},
        {"detractors": ShareCounts(0, 0)},
        {"passives": ShareCounts(3, 2)},
    ],
)
def test_a_model_of_what_cannot_be_is_refused(facts):
    with pytest.raises(ValueError, match=r"."):
        replace(MODEL, **facts)


@pytest.mark.parametrize("kappa", [-0.1, 1.1, math.nan])
def test_kappa_is_a_part(kappa):
    with pytest.raises(ValueError, match="from 0 to 1"):
        worth_of_a_point(MODEL, Move.PASSIVE_TO_PROMOTER, kappa)


@given(st.lists(st.builds(Exposed, st.integers(0, 10**6), churns), min_size=1, max_size=6, unique=True), st.data())
def test_excess_is_what_is_expected_without_what_the_baseline_would_lose(groups, data):
    baseline = data.draw(st.sampled_from(groups))
    found = revenue_at_risk(groups, baseline, 12.0)
    anyway = found.base * baseline.lost.k / baseline.lost.n
    assert found.expected.value == pytest.approx(found.excess.value + anyway, abs=1e-3)
    assert found.expected.low <= found.expected.value <= found.expected.high
    assert found.excess.low <= found.excess.value <= found.excess.high


def test_a_baseline_alone_has_no_excess():
    only = Exposed(500, ShareCounts(10, 100))
    found = revenue_at_risk([only], only, 240.0)
    assert (found.excess.value, found.excess.low, found.excess.high) == (0, 0, 0)


def test_a_baseline_from_elsewhere_is_refused():
    with pytest.raises(ValueError, match="not one of the groups"):
        revenue_at_risk([Exposed(5, ShareCounts(1, 2))], Exposed(6, ShareCounts(1, 2)), 1.0)


def test_a_lifetime_is_a_sum_of_years():
    years = sum(100 * (0.8 / 1.05) ** year for year in range(400))
    assert lifetime_value(100, 0.2, 0.05) == pytest.approx(years)
    assert expected_lifetime(0.2) == 5


@pytest.mark.parametrize(("churn", "discount"), [(0, 0), (1.01, 0), (0.1, -0.01), (math.nan, 0)])
def test_a_lifetime_without_an_end_is_refused(churn, discount):
    with pytest.raises(ValueError, match="not"):
        lifetime_value(1.0, churn, discount)
