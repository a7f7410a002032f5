"""Counts as they stand in a snapshot."""

from __future__ import annotations

import pytest

from chefetage.model.counts import MeanCounts, NpsCounts, ShareCounts, Weighted
from chefetage.model.metric import Tally, Telling
from chefetage.stats.counts import compare, counts_from, estimate, pooled
from chefetage.stats.nps import estimate_nps
from chefetage.stats.share import estimate_share


def test_a_score_is_read_from_three_counts():
    stats = {"promoters": 180, "passives": 140, "detractors": 80}
    assert counts_from(stats, Tally.SCORE) == NpsCounts(180, 140, 80)


@pytest.mark.parametrize("kind", [Tally.SHARE])
def test_a_share_is_read_from_two_counts(kind):
    assert counts_from({"n": 240, "k": 198}, kind) == ShareCounts(198, 240)


@pytest.mark.parametrize(
    ("stats", "kind", "said"),
    [
        ({"k": 1, "n": 2}, Tally.SCORE, "needs promoters, passives, detractors; found k, n"),
        ({"promoters": 1, "passives": 1, "detractors": 1}, Tally.SHARE, "needs k, n"),
        ({"k": 1, "n": 2, "m": 3}, Tally.SHARE, "needs k, n; found k, n, m"),
        ({}, Tally.SHARE, "needs k, n"),
        ({"k": 3, "n": 2}, Tally.SHARE, "3 of 2 is not a share"),
        ({"k": -1, "n": 2}, Tally.SHARE, "cannot be negative"),
        ({"promoters": 1, "passives": -1, "detractors": 1}, Tally.SCORE, "cannot be negative"),
    ],
)
def test_impossible_counts_are_refused(stats, kind, said):
    with pytest.raises(ValueError, match=said):
        counts_from(stats, kind)


def test_no_data_is_not_nought():
    assert estimate(NpsCounts(0, 0, 0)) is None
    assert estimate(ShareCounts(0, 0)) is None


def test_each_kind_is_estimated_its_own_way():
    assert estimate(NpsCounts(5, 3, 2), alpha=0.01) == estimate_nps(NpsCounts(5, 3, 2), 0.01)
    assert estimate(ShareCounts(5, 8), alpha=0.01) == estimate_share(ShareCounts(5, 8), 0.01)


def test_months_are_pooled_by_adding_up():
    assert pooled([NpsCounts(1, 2, 3), NpsCounts(10, 20, 30)]) == NpsCounts(11, 22, 33)
    assert pooled([ShareCounts(1, 2), ShareCounts(0, 0), ShareCounts(3, 4)]) == ShareCounts(4, 6)


@pytest.mark.parametrize("parts", [[], [NpsCounts(1, 2, 3), ShareCounts(1, 2)]])
def test_only_counts_of_one_kind_are_pooled(parts):
    with pytest.raises(ValueError, match="one kind"):
        pooled(parts)


def test_a_score_and_a_share_are_not_compared():
    with pytest.raises(TypeError, match="cannot be compared"):
        compare(NpsCounts(1, 2, 3), ShareCounts(1, 2))


ON_FIVE = Telling(scale=(1, 5))


def test_a_mean_of_equal_answers_is_not_taken_for_certain():
    twelve, hundred = (estimate(MeanCounts(((5, n),)), ON_FIVE) for n in (12, 100))
    assert twelve.low == pytest.approx(5 - 4 * (1 - 0.025 ** (1 / 12)))
    assert twelve.low < hundred.low < hundred.value == hundred.high == 5
    middle = estimate(MeanCounts(((3, 12),)), ON_FIVE)
    assert middle.high - 3 == pytest.approx(3 - middle.low)
    assert estimate(MeanCounts(((2, 1),)), ON_FIVE).high > 4


def test_equal_answers_of_all_customers_there_are_leave_no_doubt():
    found = estimate(MeanCounts(((5, 12),)), Telling(scale=(1, 5), population=12))
    assert (found.low, found.high) == (5, 5)


def test_equal_answers_that_weigh_differently_say_less_than_they_are():
    weighted = Weighted(MeanCounts(((5, 12),)), (("answer-5", 12_000_000),), 24_000_000)
    plain = estimate(MeanCounts(((5, 12),)), ON_FIVE)
    assert estimate(weighted, ON_FIVE).low < plain.low
