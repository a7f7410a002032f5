"""The Net Promoter Score, worked by hand."""

from __future__ import annotations

import math

import pytest

from chefetage.model.counts import NpsCounts
from chefetage.stats.difference import critical_value, family_alpha, normal_difference, two_sided_p
from chefetage.stats.nps import adjusted, compare_nps, estimate_nps, score, standard_error, variance
from chefetage.stats.paired import compare_paired


@pytest.mark.parametrize(
    ("counts", "expected_score", "expected_variance"),
    [
        ((1, 0, 1), 0, 1),  # the worst case: half promoters, half detractors
        ((1, 1, 0), 1 / 2, 1 / 4),
        ((1, 1, 1), 0, 2 / 3),
        ((0, 7, 0), 0, 0),
        ((0, 0, 3), -1, 0),
        ((162, 108, 54), 1 / 3, 5 / 9),
        ((50, 30, 20), 0.3, 0.61),  # 0.5 + 0.2 − 0.3²
    ],
)
def test_score_and_variance_by_hand(counts, expected_score, expected_variance):
    assert score(NpsCounts(*counts)) == pytest.approx(expected_score, rel=1e-15)
    assert variance(NpsCounts(*counts)) == pytest.approx(expected_variance, rel=1e-15)


def test_the_variance_is_that_of_rows_of_plus_one_nought_and_minus_one():
    counts = NpsCounts(12, 5, 3)
    rows = [1] * 12 + [0] * 5 + [-1] * 3
    mean = sum(rows) / 20
    assert variance(counts) == pytest.approx(sum((row - mean) ** 2 for row in rows) / 20, rel=1e-12)
    assert standard_error(counts) == pytest.approx(math.sqrt(0.5475 / 20), rel=1e-12)


def test_three_answers_are_added_for_the_interval():
    """12, 5, 3 become 12.75, 6.5, 3.75 of 23: score 9/23, variance 16.5/23 − 81/529."""
    centre, error = adjusted(NpsCounts(12, 5, 3))
    assert centre == pytest.approx(9 / 23, rel=1e-15)
    assert error == pytest.approx(math.sqrt((16.5 / 23 - 81 / 529) / 23), rel=1e-15)


@pytest.mark.parametrize(
    ("counts", "value", "low", "high"),
    [
        ((180, 140, 80), 25.0, 17.33, 32.30),
        ((12, 5, 3), 45.0, 8.43, 69.83),
        ((10, 0, 0), 100.0, 47.50, 100.0),
        ((0, 0, 10), -100.0, -100.0, -47.50),
        ((93, 32, 9), 62.69, 51.00, 71.63),  # Data Carpentry's long-term survey of 2020
    ],
)
def test_published_estimates(counts, value, low, high):
    found = estimate_nps(NpsCounts(*counts))
    assert (found.value, found.low, found.high) == pytest.approx((value, low, high), abs=0.005)
    assert (found.n, found.method) == (sum(counts), "adjusted-wald")


@pytest.mark.parametrize(
    ("counts", "published"),
    [((1436, 968, 342), 39.840), ((35, 5, 4), 70.45)],  # San Francisco airport 2017; CNCF ambassadors 2021
)
def test_published_scores(counts, published):
    assert estimate_nps(NpsCounts(*counts)).value == pytest.approx(published, abs=0.005)


def test_a_stricter_level_makes_a_wider_interval():
    counts = NpsCounts(180, 140, 80)
    usual, strict = estimate_nps(counts), estimate_nps(counts, alpha=0.0125)
    assert strict.low < usual.low < usual.high < strict.high


def test_the_difference_shown_is_what_a_reader_gets_by_subtracting():
    before, now = NpsCounts(180, 140, 80), NpsCounts(198, 124, 58)
    found = compare_nps(before, now)
    assert found.value == pytest.approx(100 * (140 / 380 - 100 / 400), rel=1e-15)
    assert found.value > (found.low + found.high) / 2


def test_a_tie_in_the_difference_stays_a_tie():
    assert compare_nps(NpsCounts(40, 100, 60), NpsCounts(41, 80, 79)).value == -9.0
    assert compare_nps(NpsCounts(0, 200, 0), NpsCounts(15, 185, 0)).value == 7.5


@pytest.mark.parametrize("function", [score, variance, standard_error, estimate_nps])
def test_without_answers_there_is_no_score(function):
    with pytest.raises(ValueError, match="without answers"):
        function(NpsCounts(0, 0, 0))


@pytest.mark.parametrize("periods", [((0, 0, 0), (5, 5, 5)), ((5, 5, 5), (0, 0, 0))])
def test_without_answers_in_a_period_there_is_no_change(periods):
    before, now = periods
    with pytest.raises(ValueError, match="without answers"):
        compare_nps(NpsCounts(*before), NpsCounts(*now))


def test_the_interval_of_a_difference_stays_on_the_scale():
    found = compare_nps(NpsCounts(0, 0, 3), NpsCounts(3, 0, 0))
    assert found.value == 200
    assert found.high <= 200


def test_the_same_customers_prove_more_than_strangers():
    """Each of 100 customers moves up one stand, or stays: nobody else can see that in two monthly scores."""
    found = compare_paired({(0, 1): 10, (1, 1): 50, (-1, -1): 40})
    assert found.value == 10
    assert found.z == pytest.approx(0.10 / math.sqrt(0.09 / 100), rel=1e-12)
    assert not compare_nps(NpsCounts(50, 10, 40), NpsCounts(60, 0, 40)).excludes_zero


@pytest.mark.parametrize(("customers", "p"), [(1, 1.0), (2, 0.5), (5, 2 / 32), (6, 2 / 64), (10, 2 / 1024)])
def test_a_change_that_all_customers_share_proves_as_much_as_there_are_customers(customers, p):
    for found in (compare_paired({(0, 1): customers}), compare_paired({(1, 0): customers})):
        assert abs(found.value) == 100
        assert (found.p, found.z) == (pytest.approx(p, rel=1e-12), None)
        assert found.low <= found.value <= found.high
        assert found.excludes_zero is (found.p < 0.05)


def test_customers_who_all_stay_show_no_change():
    unmoved = compare_paired({(1, 1): 10})
    assert (unmoved.value, unmoved.z, unmoved.p) == (0, 0, 1)


def test_without_customers_nothing_can_be_paired():
    with pytest.raises(ValueError, match="without customers"):
        compare_paired({})


def test_the_critical_value_is_that_of_the_tables():
    assert critical_value(0.05) == pytest.approx(1.959963984540054, rel=1e-14)
    assert critical_value(0.05 / 4) == pytest.approx(2.497705474412374, rel=1e-12)
    with pytest.raises(ValueError, match="p must be in the range"):
        critical_value(0)


def test_a_p_value_far_in_the_tail_is_not_nought():
    assert two_sided_p(1.959963984540054) == pytest.approx(0.05, rel=1e-12)
    assert two_sided_p(-10) == pytest.approx(1.523970604832105e-23, rel=1e-9)


def test_false_alarms_are_shared_out():
    assert family_alpha(4) == 0.0125
    assert family_alpha(0) == family_alpha(1) == 0.05


def test_an_interval_that_touches_nought_proves_nothing():
    assert not normal_difference(0.0, 1.0).excludes_zero
    assert normal_difference(-2.0, 1.0).excludes_zero
    assert normal_difference(2.0, 1.0).excludes_zero
    assert not normal_difference(2.0, 1.0, alpha=0.0125).excludes_zero
