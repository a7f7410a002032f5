"""How long cases take, open ones included."""

from __future__ import annotations

from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chefetage.model.counts import TimeCounts
from chefetage.model.metric import QuantileRule, Statistic
from chefetage.stats.duration import compare_times, estimate_time, order_statistics, quantile
from chefetage.stats.sorted_cases import SortedCases
from chefetage.stats.survival import survival

piles = st.dictionaries(st.integers(0, 300), st.integers(1, 40), min_size=1, max_size=30).map(
    lambda found: tuple(sorted(found.items()))
)
rules = st.sampled_from(QuantileRule)
statistics = st.sampled_from([Statistic.MEDIAN, Statistic.P90])


@given(piles, st.data())
def test_piles_read_like_the_list_of_all_cases(counts, data):
    everything = [time for time, count in counts for _ in range(count)]
    cases = SortedCases(counts)
    assert len(cases) == len(everything)
    place = data.draw(st.integers(-len(everything), len(everything) - 1))
    assert cases[place] == everything[place]
    assert cases[place : place + 3] == everything[place : place + 3]
    with pytest.raises(IndexError):
        cases[len(everything)]


@given(piles, statistics, rules)
def test_value_and_interval_are_times_between_the_shortest_and_the_longest(closed, statistic, rule):
    found = estimate_time(TimeCounts(closed), statistic, rule)
    assert closed[0][0] <= found.low <= found.value <= found.high <= closed[-1][0]


@given(piles, piles, statistics)
def test_open_cases_never_make_it_shorter(closed, still_open, statistic):
    without = estimate_time(TimeCounts(closed), statistic, QuantileRule.INVERTED_CDF)
    with_them = estimate_time(TimeCounts(closed, still_open), statistic)
    if with_them is not None:
        assert without.value <= with_them.value
        assert with_them.low <= with_them.value <= with_them.high


@given(piles)
def test_the_curve_comes_down_to_nothing_where_no_case_is_open(closed):
    curve = survival(TimeCounts(closed))
    n = TimeCounts(closed).n
    later = [sum(count for time, count in closed if time > step.time) / n for step in curve]
    assert [step.survival for step in curve] == pytest.approx(later, abs=1e-12)
    assert curve[-1].survival == 0


def test_a_half_that_nobody_can_know_yet_has_no_number():
    assert estimate_time(TimeCounts(((3, 10),), ((5, 30),))) is None
    assert estimate_time(TimeCounts(((3, 40),), ((5, 30),)), Statistic.P90) is None
    assert compare_times(TimeCounts(((3, 10),)), TimeCounts(((3, 10),), ((5, 30),))) is None


@given(st.integers(1, 60), st.integers(1, 30))
def test_exactly_half_left_is_the_median(half, pile):
    """One case more that is closed, or stays open, and the median is where it was, or out of reach."""
    closed = tuple((time, pile) for time in range(1, half + 1))
    assert estimate_time(TimeCounts(closed, ((1000, half * pile),))).value == half
    assert estimate_time(TimeCounts(closed, ((1000, half * pile + 1),))) is None


def test_tens_of_thousands_of_different_times_take_no_time():
    counts = TimeCounts(
        tuple((2 * time, 1) for time in range(20_000)), tuple((2 * t + 1, 1) for t in range(0, 20_000, 4))
    )
    assert 20_000 < estimate_time(counts).value < 30_000


def test_a_curve_that_jumps_over_the_level_has_finite_ends():
    found = estimate_time(TimeCounts(((5, 40), (9, 160)), ((20, 1),)))
    assert (found.low, found.value, found.high) == (9, 9, 9)


def test_an_end_that_is_not_reached_is_the_longest_time_known():
    found = estimate_time(TimeCounts(((2, 6), (4, 6)), ((7, 10),)))
    assert (found.value, found.high) == (4, 7)


def test_one_case_and_cases_all_alike_have_a_median():
    assert estimate_time(TimeCounts(((7, 1),))).value == 7
    assert estimate_time(TimeCounts(((7, 1),), ((3, 1),))).value == 7
    found = estimate_time(TimeCounts(((7, 500),)))
    assert (found.low, found.high) == (7, 7)


def test_without_cases_there_is_no_time():
    with pytest.raises(ValueError, match="without cases"):
        estimate_time(TimeCounts(()))


@given(st.integers(6, 200), st.sampled_from([0.05, 0.01]), st.sampled_from([Fraction(1, 2), Fraction(9, 10)]))
def test_order_statistics_leave_out_at_most_half_of_alpha_on_each_side(n, alpha, part):
    low, high = order_statistics(n, part, alpha)
    chances = [comb(n, k) * part**k * (1 - part) ** (n - k) for k in range(n + 1)]
    if low > 0:
        assert sum(chances[: low + 1]) <= alpha / 2 < sum(chances[: low + 2])
    if high < n - 1:
        assert sum(chances[high + 1 :]) <= alpha / 2 < sum(chances[high:])


def test_ten_million_cases_are_not_written_down():
    counts = TimeCounts(tuple((time, 100_000) for time in range(100)))
    found = estimate_time(counts)
    assert (found.value, found.n) == (49.5, 10_000_000)
    assert found.low in {49, 50}


@given(piles, piles, statistics)
def test_the_other_way_round_a_change_is_its_opposite(one, other, statistic):
    there, back = (compare_times(TimeCounts(a), TimeCounts(b), statistic) for a, b in ((one, other), (other, one)))
    assert (there.value, there.low, there.high) == (-back.value, -back.high, -back.low)
    assert there.low <= there.value <= there.high
    assert 0 <= there.p <= 1


def test_the_types_of_quantiles_differ_as_they_should():
    times = [1, 2, 3, 10]
    part = Fraction(9, 10)
    assert quantile(times, part, QuantileRule.TYPE_7) == Fraction(79, 10)
    assert quantile(times, part, QuantileRule.TYPE_6) == 10
    assert quantile(times, part, QuantileRule.INVERTED_CDF) == 10
