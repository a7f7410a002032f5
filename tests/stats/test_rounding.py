"""Half away from zero, once, at the end."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chefetage.model.counts import NpsCounts, ShareCounts
from chefetage.model.metric import Unit
from chefetage.stats.counts import compare, estimate
from chefetage.stats.rounding import decimals_for, round_half_away


@pytest.mark.parametrize(
    ("value", "decimals", "rounded"),
    [
        (2.5, 0, "3"),
        (-2.5, 0, "-3"),
        (1.005, 2, "1.01"),
        (-0.04, 1, "0.0"),
        (0.0, 1, "0.0"),
        (-0.0, 0, "0"),
        (2.983870968, 2, "2.98"),
        (1234567.5, 1, "1234567.5"),
        (1e22, 0, "10000000000000000000000"),
        (1e-7, 3, "0.000"),
        (19234, -3, "19000"),
        (-19500, -3, "-20000"),
        (400, -3, "0"),
        (7, 2, "7.00"),
        (Fraction(-5, 2), 0, "-3"),
        (Fraction(1, 3), 4, "0.3333"),
        (Decimal("0.125"), 2, "0.13"),
    ],
)
def test_rounding_by_hand(value, decimals, rounded):
    found = round_half_away(value, decimals)
    assert str(found) == rounded
    assert not (found == 0 and found.is_signed())


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_what_is_not_finite_is_refused(value):
    with pytest.raises(ValueError, match=r"nan|inf"):
        round_half_away(value, 0)


@given(st.decimals(-1000, 1000, places=4), st.integers(0, 3))
def test_it_is_what_decimal_arithmetic_calls_half_up(value, decimals):
    assert round_half_away(value, decimals) == value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


@pytest.mark.parametrize(
    ("counts", "decimals", "shown"),
    [
        (NpsCounts(137, 102, 61), 0, "25"),  # from rounded shares it would be 26
        (NpsCounts(1, 0, 39), 0, "-95"),
        (NpsCounts(1, 38, 1), 0, "0"),
        (NpsCounts(0, 39, 1), 0, "-3"),  # −2.5
        (NpsCounts(1, 39, 0), 0, "3"),  # +2.5
        (ShareCounts(33, 40), 0, "83"),  # 82.5
        (ShareCounts(198, 240), 1, "82.5"),
        (ShareCounts(2, 3), 1, "66.7"),
    ],
)
def test_what_is_displayed_comes_from_whole_numbers(counts, decimals, shown):
    assert str(round_half_away(estimate(counts).value, decimals)) == shown


triples = st.tuples(*[st.integers(0, 3000)] * 3).filter(any).map(lambda parts: NpsCounts(*parts))


@given(triples, st.integers(0, 2))
def test_rounding_an_estimate_gives_what_is_displayed(counts, decimals):
    """A `float` from one division rounds like the fraction it stands for, ties included."""
    exact = Fraction(100 * (counts.promoters - counts.detractors), counts.n)
    assert round_half_away(estimate(counts).value, decimals) == round_half_away(exact, decimals)


@given(triples, triples)
def test_rounding_a_difference_is_exact_too(before, now):
    exact = Fraction(100 * (now.promoters - now.detractors), now.n)
    exact -= Fraction(100 * (before.promoters - before.detractors), before.n)
    assert round_half_away(compare(before, now).value, 1) == round_half_away(exact, 1)


def test_a_decimal_is_earned_by_a_thousand_answers():
    for unit in (Unit.POINTS, Unit.PERCENT):
        assert [decimals_for(unit, n, 25.0) for n in (10, 999, 1000, 5040)] == [0, 0, 1, 1]


@pytest.mark.parametrize(
    ("unit", "value", "shown"),
    [
        (Unit.SCALE, 5.7533, "5.8"),
        (Unit.PER_THOUSAND, 2.98387, "3.0"),
        (Unit.PER_THOUSAND, 0.8449, "0.84"),
        (Unit.HOURS, 9.04, "9.0"),
        (Unit.DAYS, 32.8, "33"),
        (Unit.MINUTES, 6.0, "6.0"),
        (Unit.COUNT, 1234.0, "1234"),
        (Unit.EURO, 19_234.0, "19000"),
        (Unit.EURO, -19_500.0, "-20000"),
        (Unit.EURO, 1_036_800.0, "1000000"),
        (Unit.EURO, 84.4, "84"),
        (Unit.EURO, 4.4, "4"),
        (Unit.EURO, 0.0, "0"),
    ],
)
def test_each_unit_has_the_decimals_that_tell_something(unit, value, shown):
    assert str(round_half_away(value, decimals_for(unit, 100, value))) == shown
