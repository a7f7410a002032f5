"""What holds for any answers whatsoever."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chefetage.model.counts import NpsCounts, ShareCounts
from chefetage.stats.bootstrap import bootstrap_interval
from chefetage.stats.counts import compare, estimate, pooled
from chefetage.stats.nps import variance

scores = st.tuples(*[st.integers(0, 3000)] * 3).filter(any).map(lambda parts: NpsCounts(*parts))
shares = st.integers(1, 9000).flatmap(lambda n: st.builds(ShareCounts, k=st.integers(0, n), n=st.just(n)))
levels = st.sampled_from([0.05, 0.0125, 0.01, 0.0025])


def swapped(counts):
    if isinstance(counts, NpsCounts):
        return NpsCounts(counts.detractors, counts.passives, counts.promoters)
    return ShareCounts(counts.n - counts.k, counts.n)


def times(counts, factor):
    if isinstance(counts, NpsCounts):
        return NpsCounts(counts.promoters * factor, counts.passives * factor, counts.detractors * factor)
    return ShareCounts(counts.k * factor, counts.n * factor)


@given(scores, levels)
def test_a_score_and_its_interval_stay_on_the_scale(counts, alpha):
    found = estimate(counts, alpha=alpha)
    assert -100 <= found.low < found.high <= 100
    assert -100 <= found.value <= 100


@given(scores.filter(lambda counts: counts.n > 1), levels)
def test_the_interval_holds_the_score_from_two_answers_on(counts, alpha):
    found = estimate(counts, alpha=alpha)
    assert found.low <= found.value <= found.high


@given(shares, levels)
def test_a_share_stays_between_nobody_and_everybody(counts, alpha):
    found = estimate(counts, alpha=alpha)
    assert 0 <= found.low <= found.value <= found.high <= 100
    assert found.low < found.high


@given(scores)
def test_the_variance_of_an_answer_is_at_most_one(counts):
    assert 0 <= variance(counts) <= 1


@given(scores)
def test_promoters_and_detractors_are_treated_alike(counts):
    found, mirrored = estimate(counts), estimate(swapped(counts))
    assert (mirrored.value, mirrored.low, mirrored.high) == (-found.value, -found.high, -found.low)


@given(shares)
def test_what_counts_and_what_does_not_are_treated_alike(counts):
    found, mirrored = estimate(counts), estimate(swapped(counts))
    assert (mirrored.value, mirrored.low, mirrored.high) == pytest.approx(
        (100 - found.value, 100 - found.high, 100 - found.low), rel=1e-12, abs=1e-10
    )


@given(st.one_of(scores, shares), st.integers(2, 12))
def test_more_answers_of_the_same_kind_make_a_narrower_interval(counts, factor):
    few, many = estimate(counts), estimate(times(counts, factor))
    assert many.value == few.value
    assert many.high - many.low < few.high - few.low


@given(st.one_of(st.tuples(scores, scores), st.tuples(shares, shares)), levels)
def test_seen_from_the_other_side_a_change_is_its_opposite(pair, alpha):
    there, back = compare(*pair, alpha=alpha), compare(*reversed(pair), alpha=alpha)
    assert (there.value, there.low, there.high) == pytest.approx((-back.value, -back.high, -back.low), abs=1e-9)
    assert there.p == pytest.approx(back.p, rel=1e-9)


@given(st.one_of(st.tuples(scores, scores), st.tuples(shares, shares)), levels)
def test_a_change_is_the_difference_of_the_values(pair, alpha):
    before, now = pair
    found = compare(before, now, alpha=alpha)
    assert found.value == pytest.approx(estimate(now).value - estimate(before).value, abs=1e-9)
    assert found.low <= found.high
    assert 0 <= found.p <= 1


@given(st.one_of(scores, shares), levels)
def test_nothing_has_changed_from_a_period_to_itself(counts, alpha):
    found = compare(counts, counts, alpha=alpha)
    assert (found.value, found.excludes_zero, found.p) == (0, False, 1)


@given(st.tuples(scores, scores), levels)
def test_interval_and_p_value_of_a_score_agree(pair, alpha):
    found = compare(*pair, alpha=alpha)
    if abs(found.p - alpha) > 1e-9 and found.low > -200 and found.high < 200:
        assert found.excludes_zero == (found.p < alpha)


@given(st.one_of(st.tuples(scores, scores), st.tuples(shares, shares)))
def test_a_stricter_level_never_proves_more(pair):
    if compare(*pair, alpha=0.0125).excludes_zero:
        assert compare(*pair, alpha=0.05).excludes_zero


@given(st.lists(scores, min_size=1, max_size=12))
def test_pooling_loses_no_answer(months):
    assert pooled(months).n == sum(month.n for month in months)


@given(st.tuples(*[st.integers(0, 25)] * 3).filter(any).map(lambda parts: NpsCounts(*parts)))
def test_the_bootstrap_treats_both_ends_alike(counts):
    low, high = bootstrap_interval(counts)
    assert bootstrap_interval(swapped(counts)) == (-high, -low)
    assert -100 <= low <= estimate(counts).value <= high <= 100
