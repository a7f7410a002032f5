"""Bootstrap, weights and sample sizes, worked by hand."""

from __future__ import annotations

import random
from itertools import product
from statistics import quantiles

import pytest

from chefetage.model.counts import NpsCounts, ShareCounts, Strata
from chefetage.stats.bootstrap import bootstrap_interval, net_weights
from chefetage.stats.sample_size import answers_for_margin, answers_to_detect, margin_of_error, power_to_detect
from chefetage.stats.strata import estimate_strata, stratified
from chefetage.stats.weighting import effective_n, finite_population_correction


@pytest.mark.parametrize(
    "counts", [(1, 1, 1), (2, 1, 1), (3, 0, 1), (0, 2, 2), (2, 2, 0), (3, 0, 0), (0, 0, 3), (0, 3, 0)]
)
def test_the_bootstrap_counts_every_possible_resample(counts):
    """All nⁿ ways to draw n answers from themselves, one by one."""
    answers = [1] * counts[0] + [0] * counts[1] + [-1] * counts[2]
    n = len(answers)
    weights = [0] * (2 * n + 1)
    for drawn in product(answers, repeat=n):
        weights[sum(drawn) + n] += 1
    found = net_weights(NpsCounts(*counts))
    assert found + [0] * (2 * n + 1 - len(found)) == weights


def test_the_bootstrap_by_hand():
    """Two answers, one promoter and one passive: 0, 50 or 100 points with weights 1, 2, 1 of 4."""
    assert net_weights(NpsCounts(1, 1, 0)) == [0, 0, 1, 2, 1]
    assert bootstrap_interval(NpsCounts(1, 1, 0)) == (0, 100)
    assert bootstrap_interval(NpsCounts(1, 1, 0), alpha=0.6) == (50, 50)


def test_the_bootstrap_agrees_with_drawing_by_chance():
    counts = NpsCounts(60, 25, 15)
    answers = [1] * 60 + [0] * 25 + [-1] * 15
    chance = random.Random(1)
    drawn = [float(sum(chance.choices(answers, k=100))) for _ in range(4000)]
    cuts = quantiles(drawn, n=40)
    assert bootstrap_interval(counts) == pytest.approx((cuts[0], cuts[-1]), abs=1.5)


def test_nothing_can_be_resampled_from_nothing():
    with pytest.raises(ValueError, match="without answers"):
        bootstrap_interval(NpsCounts(0, 0, 0))


def test_a_group_that_answers_eagerly_does_not_drown_the_others():
    """7,000 customers at 60 points, 3,000 at 10: together 45, however many of each answered."""
    some, many = NpsCounts(35, 10, 5), NpsCounts(180, 135, 135)
    by_number, by_share = Strata(((7000, some), (3000, many))), Strata(((0.7, some), (0.3, many)))
    assert stratified(by_number)[0] == pytest.approx(45, rel=1e-12)
    assert stratified(by_share) == pytest.approx(stratified(by_number))


def test_groups_that_agree_with_themselves_do_not_know_everything():
    unanimous = Strata(((1, NpsCounts(10, 0, 0)), (1, NpsCounts(10, 0, 0))))
    found = estimate_strata(unanimous)
    assert found.value == found.high == 100
    assert found.low < 90
    shares = estimate_strata(Strata(((1, ShareCounts(0, 10)), (3, ShareCounts(0, 10)))))
    assert (shares.value, shares.low) == (0, 0)
    assert shares.high > 5


def test_weights_cost_answers():
    assert effective_n([(1.0, 500)]) == 500
    assert effective_n([(0.5, 500)]) == 500
    assert effective_n([(3.0, 1), (1.0, 1)]) == pytest.approx(1.6)


def test_groups_without_answers_or_customers_cannot_be_weighted():
    with pytest.raises(ValueError, match="without answers"):
        stratified(Strata(((10, NpsCounts(0, 0, 0)),)))
    with pytest.raises(ValueError, match="without groups"):
        stratified(Strata(()))


def test_when_everybody_answered_nothing_is_left_to_chance():
    assert finite_population_correction(80, 80) == 0
    assert finite_population_correction(1, 1) == 0
    assert finite_population_correction(1, 1000) == 1
    assert finite_population_correction(60, 80) == pytest.approx((20 / 79) ** 0.5, rel=1e-12)


@pytest.mark.parametrize(("n", "population"), [(0, 10), (11, 10)])
def test_no_more_can_answer_than_there_are(n, population):
    with pytest.raises(ValueError, match="cannot have answered"):
        finite_population_correction(n, population)


def test_400_answers_leave_eight_points_to_chance():
    assert margin_of_error(400) == pytest.approx(8.199, abs=0.0005)
    assert margin_of_error(answers_for_margin(5)) <= 5 < margin_of_error(answers_for_margin(5) - 1)


def test_the_number_of_answers_to_detect_a_change_is_the_smallest_that_does():
    needed = answers_to_detect(5)
    assert power_to_detect(5, needed) >= 0.80 > power_to_detect(5, needed - 1)


def test_months_alone_rarely_prove_anything():
    """The reason for comparing twelve months with twelve."""
    assert power_to_detect(5, 400) == pytest.approx(0.13, abs=0.006)
    assert power_to_detect(5, 12 * 400) == pytest.approx(0.83, abs=0.006)
    assert power_to_detect(0, 400) == pytest.approx(0.05, rel=1e-9)
