"""Shares and their changes, worked by hand and compared with SciPy."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats as scipy_stats

from chefetage.model.counts import ShareCounts
from chefetage.stats.fisher import fisher_exact
from chefetage.stats.share import annualised, compare_shares, estimate_share, pooled_z, relative_change, wilson


@pytest.mark.parametrize(
    ("k", "n", "value", "low", "high"),
    [
        (198, 240, 82.5, 77.19, 86.78),
        (8, 8, 100.0, 67.56, 100.0),
        (0, 12, 0.0, 0.0, 24.25),
        (7, 9, 77.78, 45.26, 93.68),
        (912, 1200, 76.0, 73.50, 78.33),
        (298, 401, 74.31, 69.82, 78.35),  # Carpentries 2017: "74 % have recommended"
    ],
)
def test_estimates_by_hand(k, n, value, low, high):
    found = estimate_share(ShareCounts(k, n))
    assert (found.value, found.low, found.high) == pytest.approx((value, low, high), abs=0.005)
    assert (found.n, found.method) == (n, "wilson")


@pytest.mark.parametrize("n", [1, 2, 3, 7, 12, 49, 1000, 4799, 123456])
def test_nobody_and_everybody_end_exactly_at_the_edge(n):
    assert wilson(ShareCounts(0, n))[0] == 0.0
    assert wilson(ShareCounts(n, n))[1] == 1.0


shares = st.integers(1, 5000).flatmap(lambda n: st.builds(ShareCounts, k=st.integers(0, n), n=st.just(n)))
small_shares = st.integers(1, 60).flatmap(lambda n: st.builds(ShareCounts, k=st.integers(0, n), n=st.just(n)))


@given(shares, st.sampled_from([0.05, 0.0125, 0.0025]))
def test_wilson_agrees_with_scipy(counts, alpha):
    expected = scipy_stats.binomtest(counts.k, counts.n).proportion_ci(1 - alpha, method="wilson")
    assert wilson(counts, alpha) == pytest.approx((expected.low, expected.high), rel=1e-9, abs=1e-12)


@given(small_shares, small_shares)
def test_fisher_agrees_with_scipy(before, now):
    table = [[before.k, before.n - before.k], [now.k, now.n - now.k]]
    assert fisher_exact(before, now) == pytest.approx(scipy_stats.fisher_exact(table).pvalue, rel=1e-9)


def test_fisher_by_hand():
    """The lady tasting tea: 3 of 4 right. Tables as likely or less likely: 2·(1 + 16) of 70."""
    assert fisher_exact(ShareCounts(3, 4), ShareCounts(1, 4)) == 34 / 70
    assert fisher_exact(ShareCounts(4, 4), ShareCounts(0, 4)) == 2 / 70


def test_fisher_copes_with_thousands_of_answers():
    before, now = ShareCounts(2, 4000), ShareCounts(9, 5000)
    expected = scipy_stats.fisher_exact([[2, 3998], [9, 4991]]).pvalue
    assert compare_shares(before, now).p == pytest.approx(expected, rel=1e-9)
    assert compare_shares(before, now).z is None


def test_the_exact_test_is_used_where_an_expected_cell_is_below_five():
    """Of 400 answers, 10 count: exactly five expected in each half – still enough."""
    enough = compare_shares(ShareCounts(2, 200), ShareCounts(8, 200))
    assert enough.z == pytest.approx(pooled_z(ShareCounts(2, 200), ShareCounts(8, 200)))
    too_few = compare_shares(ShareCounts(1, 200), ShareCounts(8, 200))
    assert too_few.z is None
    assert too_few.p == fisher_exact(ShareCounts(1, 200), ShareCounts(8, 200))


def test_a_change_by_hand():
    """150 and 210 of 1,000: z = 0.06 / √(0.18 · 0.82 · 2 / 1,000)."""
    found = compare_shares(ShareCounts(150, 1000), ShareCounts(210, 1000))
    assert found.value == 6.0
    assert found.z == pytest.approx(0.06 / (0.18 * 0.82 * 2 / 1000) ** 0.5, rel=1e-12)
    assert found.excludes_zero


def test_the_same_answer_from_everybody_is_no_change():
    found = compare_shares(ShareCounts(120, 120), ShareCounts(150, 150))
    assert (found.value, found.p) == (0, 1)
    assert found.low < 0 < found.high


def test_a_change_in_percent_is_not_one_in_points():
    assert relative_change(ShareCounts(150, 1000), ShareCounts(210, 1000)) == 40.0
    assert relative_change(ShareCounts(198, 240), ShareCounts(171, 225)) == pytest.approx(-7.878787879, rel=1e-9)


def test_a_change_in_percent_of_nothing_is_refused():
    with pytest.raises(ValueError, match="of nothing"):
        relative_change(ShareCounts(0, 10), ShareCounts(5, 10))


@pytest.mark.parametrize("counts", [ShareCounts(0, 0), ShareCounts(5, 4), ShareCounts(-1, 4)])
def test_impossible_shares_are_refused(counts):
    possible = ShareCounts(1, 2)
    for refused in (
        lambda: estimate_share(counts),
        lambda: compare_shares(counts, possible),
        lambda: compare_shares(possible, counts),
        lambda: relative_change(counts, possible),
        lambda: relative_change(possible, counts),
    ):
        with pytest.raises(ValueError, match=r"without answers|is not a share"):
            refused()


def test_churn_is_annualised_by_powers():
    left = 1.0
    for _ in range(12):
        left *= 1 - 0.035
    assert annualised(0.035) == pytest.approx(1 - left, rel=1e-12)
    assert annualised(0.1, periods=4) == pytest.approx(1 - 0.9**4, rel=1e-12)
    assert (annualised(0), annualised(1)) == (0, 1)


@pytest.mark.parametrize("churn", [-0.01, 1.01, 3.5])
def test_churn_is_a_share(churn):
    with pytest.raises(ValueError, match="not a share"):
        annualised(churn)
