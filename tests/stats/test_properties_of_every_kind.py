"""What holds for estimates and comparisons of every kind, whatever the counts."""

from __future__ import annotations

import math

from hypothesis import assume, example, given
from hypothesis import strategies as st

from chefetage.model.counts import MeanCounts, NpsCounts, RateCounts, ShareCounts, TimeCounts, Total, Weighted
from chefetage.model.metric import Telling
from chefetage.stats.counts import compare, estimate, pooled

MILLION = 1_000_000
FEW = st.integers(0, 400)
SCALE = (1, 7)

scores = st.builds(NpsCounts, FEW, FEW, FEW)
shares = st.tuples(FEW, FEW).map(lambda pair: ShareCounts(pair[0], sum(pair)))
means = st.lists(FEW, min_size=7, max_size=7).map(
    lambda times: MeanCounts(tuple((answer, n) for answer, n in enumerate(times, start=1) if n))
)
rates = st.builds(RateCounts, FEW, st.integers(1, 5000))
times = st.dictionaries(st.integers(0, 300), st.integers(1, 40), min_size=1, max_size=12).map(
    lambda cases: TimeCounts(tuple(sorted(cases.items())))
)
totals = st.integers(0, 5000).map(lambda n: Total(n, n))
answered = st.one_of(scores, shares, means).filter(lambda counts: counts.n > 0)
counted = st.one_of(answered, rates, times, totals)

TELLING = {MeanCounts: Telling(scale=SCALE)}
BOUNDS = {
    NpsCounts: (-100, 100), ShareCounts: (0, 100), MeanCounts: SCALE, RateCounts: (0, math.inf),
    TimeCounts: (0, 300), Total: (0, math.inf),
}  # fmt: skip


def told(counts, alpha=0.05):
    kind = type(counts.counts) if isinstance(counts, Weighted) else type(counts)
    return estimate(counts, TELLING.get(kind, Telling()), alpha)


def by_name(counts):
    match counts:
        case NpsCounts():
            return {"promoters": counts.promoters, "passives": counts.passives, "detractors": counts.detractors}
        case ShareCounts():
            return {"k": counts.k, "n": counts.n}
        case MeanCounts():
            return {f"answer-{answer}": n for answer, n in counts.answers}
    raise AssertionError


def times_over(counts, factor):
    return pooled([counts] * factor)


@given(counted, st.sampled_from([0.01, 0.05, 0.2]))
@example(NpsCounts(1, 0, 0), 0.05)
@example(NpsCounts(0, 0, 2), 0.2)
def test_a_value_and_its_interval_stay_where_values_can_be(counts, alpha):
    found = told(counts, alpha)
    low, high = BOUNDS[type(counts)]
    assert low <= found.low <= found.value + 1e-9
    assert found.value - 1e-9 <= found.high <= high
    assert found.n == counts.n


@given(answered)
def test_weights_of_one_change_nothing(counts):
    assume(counts.n > 1)
    weights = tuple(sorted((name, n * MILLION) for name, n in by_name(counts).items()))
    plain, weighted = told(counts), told(Weighted(counts, weights, counts.n * MILLION))
    for one, other in ((plain.value, weighted.value), (plain.low, weighted.low), (plain.high, weighted.high)):
        assert math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)
    assert weighted.n == plain.n


@given(answered, st.integers(2, 9))
def test_weights_of_another_size_change_nothing_either(counts, size):
    assume(counts.n > 1)
    weights = tuple(sorted((name, n * size * MILLION) for name, n in by_name(counts).items()))
    plain, weighted = told(counts), told(Weighted(counts, weights, counts.n * size * size * MILLION))
    assert math.isclose(plain.value, weighted.value, rel_tol=1e-9, abs_tol=1e-9)
    assert math.isclose(plain.low, weighted.low, rel_tol=1e-9, abs_tol=1e-9)


@given(st.one_of(answered, rates), st.integers(2, 6))
def test_more_of_the_same_makes_a_narrower_interval(counts, factor):
    assume(counts.n > 1)
    narrow, wide = told(times_over(counts, factor)), told(counts)
    assert narrow.high - narrow.low <= wide.high - wide.low + 1e-9
    assert math.isclose(narrow.value, wide.value, rel_tol=1e-9, abs_tol=1e-9)


@given(answered, st.integers(1, 300))
def test_whoever_knows_nearly_all_customers_is_surer(counts, others):
    assume(counts.n > 1)
    telling = TELLING.get(type(counts), Telling())
    few = Telling(scale=telling.scale, population=counts.n + others)
    found, plain = estimate(counts, few), estimate(counts, telling)
    assert found.high - found.low <= plain.high - plain.low + 1e-9


KINDS = st.sampled_from([scores, shares, means, rates, times, totals])


@given(KINDS.flatmap(lambda kind: st.tuples(kind, kind)))
def test_seen_from_the_other_side_a_change_is_its_opposite(pair):
    before, now = pair
    assume(min(before.n, now.n) > 1)
    there, back = compare(before, now), compare(now, before)
    assume(there is not None)
    assert math.isclose(there.value, -back.value, rel_tol=1e-9, abs_tol=1e-9)
    if there.p is not None:
        assert math.isclose(there.p, back.p, rel_tol=1e-6, abs_tol=1e-9)


@given(KINDS.flatmap(lambda kind: st.lists(kind, min_size=1, max_size=5)), st.randoms())
def test_the_order_of_months_does_not_matter(months, chance):
    shuffled = list(months)
    chance.shuffle(shuffled)
    assert pooled(months) == pooled(shuffled)
