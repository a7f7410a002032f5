"""The expected values of the metric specification, each computed in two independent ways by its authors.

They are given with ten significant digits, so a value may differ from ours by half a unit in the tenth: relative 5e-10.
`near` allows 1e-9. Whole numbers, bootstrap intervals (multiples of 1/n) and visible groups are compared exactly.

Not compared, because the product deliberately does not offer them:

- intervals of shares by Clopper-Pearson, Agresti-Coull and Wald (C1 to C4): Wilson's is the one interval shown. That of
  Clopper and Pearson is compared with SciPy's once, to see that the cases are read as they are meant;
- Student's t interval of a score (N1), Welch's test and the permutation test by random numbers (N4);
- means and bottom boxes of a distribution (C6), effort means (E1), rates per 1,000 (P1), times to resolution (T1, T2);
- worst-case bounds (R2), expected lifetime (H1), Šidák's level and the chance of a false alarm (S1);
- ranges of money from random draws (V2). The strings of FMT1 belong to the locales; here only its rounding is compared.
"""

from __future__ import annotations

import math
from itertools import product
from math import comb

import pytest
from scipy.stats import binomtest

from chefetage.model.counts import NpsCounts, ShareCounts
from chefetage.stats.bootstrap import bootstrap_interval
from chefetage.stats.difference import critical_value, family_alpha, normal_difference
from chefetage.stats.exposure import Exposed, revenue_at_risk
from chefetage.stats.fisher import fisher_exact
from chefetage.stats.lifetime import expected_lifetime, lifetime_value
from chefetage.stats.nps import adjusted, compare_nps, estimate_nps, score, standard_error, variance
from chefetage.stats.paired import compare_paired
from chefetage.stats.retention import Move, RetentionModel, claimed_worth, worth_of_a_point
from chefetage.stats.rounding import round_half_away
from chefetage.stats.sample_size import answers_for_margin, answers_to_detect, margin_of_error
from chefetage.stats.share import annualised, compare_shares, estimate_share, relative_change
from chefetage.stats.suppression import visible_groups
from chefetage.stats.weighting import Stratum, finite_population_correction, stratified_score


def near(expected):
    return pytest.approx(expected, rel=1e-9, abs=0)


def ends(interval):
    return near(tuple(interval))


def nps_counts(given) -> NpsCounts:
    return NpsCounts(given["promoters"], given["passives"], given["detractors"])


def textbook_interval(counts: NpsCounts) -> tuple[float, float]:
    margin = critical_value(0.05) * standard_error(counts)
    return 100 * (score(counts) - margin), 100 * (score(counts) + margin)


@pytest.mark.parametrize("case", ["N1", "N2", "N3"])
def test_a_score_its_intervals_and_its_bootstrap(oracle, case):
    expect, counts = oracle(case).expect, nps_counts(oracle(case).given)
    estimate = estimate_nps(counts)
    assert estimate.value == expect["nps"]
    assert estimate.n == expect.get("n", counts.n)
    assert (estimate.low, estimate.high) == ends(expect["adj_wald95"])
    assert 100 * standard_error(counts) == near(expect["se_points"])
    assert textbook_interval(counts) == ends(expect["wald95"])
    assert bootstrap_interval(counts) == tuple(expect["bootstrap_exact_percentile95"])


def test_n1_the_variance_and_the_margin_of_a_score(oracle):
    expect, counts = oracle("N1").expect, nps_counts(oracle("N1").given)
    assert variance(counts) == near(expect["variance_unit"])
    assert margin_of_error(counts.n, variance(counts)) == near(expect["moe95_points"])


def test_n2_the_adjusted_score_and_its_standard_error(oracle):
    expect, counts = oracle("N2").expect, nps_counts(oracle("N2").given)
    assert variance(counts) == near(expect["variance_unit"])
    assert [100 * value for value in adjusted(counts)] == near([expect["adj_wald_centre"], expect["adj_wald_se"]])


def test_n3_the_interval_is_clipped_and_the_score_is_not(oracle):
    expect, counts = oracle("N3").expect, nps_counts(oracle("N3").given)
    centre, error = adjusted(counts)
    margin = critical_value(0.05) * error
    assert 100 * centre == near(expect["adj_wald_centre"])
    assert (100 * (centre - margin), 100 * (centre + margin)) == ends(expect["adj_wald95_unclipped"])
    assert estimate_nps(counts).high == 100


def test_n4_a_change_that_is_shown_although_the_monthly_intervals_overlap(oracle):
    expect = oracle("N4").expect
    before, now = NpsCounts(*oracle("N4").given["month1"]), NpsCounts(*oracle("N4").given["month2"])
    found = compare_nps(before, now)
    assert found.value == near(expect["diff_points"])
    assert (found.low, found.high) == ends(expect["adj_wald_ci95_diff"])
    assert (found.low + found.high) / 2 == near(expect["adj_wald_diff"])
    assert (found.z, found.p) == (near(expect["adj_wald_z"]), near(expect["adj_wald_p"]))
    assert textbook_interval(before) == ends(expect["ci95_month1"])
    assert textbook_interval(now) == ends(expect["ci95_month2"])
    assert estimate_nps(before).high > estimate_nps(now).low
    assert found.excludes_zero


@pytest.mark.parametrize("case", ["N4", "N5"])
def test_the_unadjusted_test_of_two_periods(oracle, case):
    expect = oracle(case).expect
    before, now = NpsCounts(*oracle(case).given["month1"]), NpsCounts(*oracle(case).given["month2"])
    error = 100 * math.hypot(standard_error(before), standard_error(now))
    found = normal_difference(100 * (score(now) - score(before)), error)
    assert (100 * score(before), 100 * score(now)) == ends([expect["nps1"], expect["nps2"]])
    assert error == near(expect["se_diff_points"])
    assert (found.value, found.z) == ends([expect["diff_points"], expect["z"]])
    assert found.p == near(expect["p_two_sided"])
    assert (found.low, found.high) == ends(expect["ci95_diff"])


def test_n5_half_the_answers_and_the_same_change_is_not_shown(oracle):
    given = oracle("N5").given
    assert not compare_nps(NpsCounts(*given["month1"]), NpsCounts(*given["month2"])).excludes_zero


def test_n6_how_many_answers_are_enough(oracle):
    given, expect = oracle("N6").given, oracle("N6").expect
    typical, worst = given["variance_unit"], given["variance_worst_case"]
    assert answers_for_margin(5, typical) == expect["n_for_moe_5_points"]
    assert answers_for_margin(5, worst) == expect["n_for_moe_5_points_worst_case"]
    assert answers_to_detect(5, typical) == expect["n_per_month_to_detect_5_points_80pct_power"]
    assert answers_to_detect(10, typical) == expect["n_per_month_to_detect_10_points_80pct_power"]
    for n, margin in expect["moe_points_at_n"].items():
        assert margin_of_error(int(n), typical) == near(margin)


def test_n7_one_rounding_from_whole_numbers(oracle):
    expect, counts = oracle("N7").expect, nps_counts(oracle("N7").given)
    assert estimate_nps(counts).value == near(expect["nps_exact"])
    assert round_half_away(estimate_nps(counts).value, 0) == expect["displayed"] != expect["wrong_from_rounded_shares"]
    assert round_half_away(-2.5, 0) == expect["minus_2_5_displayed"] != expect["python_round_minus_2_5"]
    assert round_half_away(2.5, 0) == expect["plus_2_5_displayed"]


def test_n8_groups_count_with_their_share_of_the_customers(oracle):
    given, expect = oracle("N8").given, oracle("N8").expect
    strata = [Stratum(NpsCounts(g["P"], g["N"], g["D"]), g["Npop"]) for g in given.values()]
    found = stratified_score(strata)
    assert 100 * found.value == near(expect["stratified"])
    assert 100 * found.standard_error == near(expect["se_stratified_points"])
    assert found.effective_n == near(expect["kish_effective_n"])
    interval = normal_difference(100 * found.value, 100 * found.standard_error)
    assert (interval.low, interval.high) == ends(expect["ci95"])
    pooled = strata[0].counts + strata[1].counts
    assert (pooled.n, 100 * score(pooled)) == (expect["actual_n"], near(expect["pooled_unweighted"]))


def test_n9_a_small_known_population_shrinks_the_error(oracle):
    given, expect = oracle("N9").given, oracle("N9").expect
    counts = nps_counts(given)
    factor = finite_population_correction(counts.n, given["population"])
    error = 100 * standard_error(counts)
    assert (error, factor, factor * error) == near(
        (expect["se_points_no_fpc"], expect["fpc"], expect["se_points_fpc"]),
    )
    corrected = normal_difference(100 * score(counts), factor * error)
    assert (corrected.low, corrected.high) == ends(expect["ci95_fpc"])


def test_n10_the_same_customers_twice(oracle):
    expect = oracle("N10").expect
    moves = {
        (int(before), int(now)): count
        for move, count in oracle("N10").given.items()
        for before, now in [move.split("->")]
    }
    found = compare_paired(moves)
    assert found.value == near(expect["diff_points"])
    assert found.value / found.z == near(expect["se_paired"])
    assert (found.z, found.p) == (near(expect["z_paired"]), near(expect["p_paired"]))

    def as_strangers(side: int) -> NpsCounts:
        return NpsCounts(*(sum(n for move, n in moves.items() if move[side] == stand) for stand in (1, 0, -1)))

    before, now = as_strangers(0), as_strangers(1)
    assert (100 * score(before), 100 * score(now)) == ends([expect["nps1"], expect["nps2"]])
    wrong = normal_difference(found.value, 100 * math.hypot(standard_error(before), standard_error(now)))
    assert (wrong.z, wrong.p) == (
        near(expect["z_if_wrongly_independent"]),
        near(expect["p_if_wrongly_independent"]),
    )


@pytest.mark.parametrize("case", ["C1", "C2", "C3", "C4"])
def test_a_share_and_its_wilson_interval(oracle, case):
    given, expect = oracle(case).given, oracle(case).expect
    estimate = estimate_share(ShareCounts(given["k"], given["n"]))
    assert estimate.value == near(expect["share"])
    assert (estimate.low, estimate.high) == ends(expect["wilson95"])


@pytest.mark.parametrize("case", ["C1", "C2", "C3", "C4"])
def test_the_cases_of_shares_are_read_as_they_are_meant(oracle, case):
    given, expect = oracle(case).given, oracle(case).expect
    exact = binomtest(given["k"], given["n"]).proportion_ci(method="exact")
    assert (100 * exact.low, 100 * exact.high) == pytest.approx(tuple(expect["clopper_pearson95"]), rel=1e-7)


def test_c5_points_are_not_percent(oracle):
    expect = oracle("C5").expect
    before, now = ShareCounts(*oracle("C5").given["month1"]), ShareCounts(*oracle("C5").given["month2"])
    found = compare_shares(before, now)
    assert (estimate_share(before).value, estimate_share(now).value) == (expect["share1"], expect["share2"])
    assert found.value == near(expect["diff_pp"])
    assert relative_change(before, now) == near(expect["relative_change_percent"])
    assert (found.z, found.p) == (near(expect["z_pooled"]), near(expect["p_two_sided"]))
    assert (found.low, found.high) == ends(expect["newcombe95_pp"])
    assert fisher_exact(before, now) == near(expect["fisher_exact_p"])


def test_c6_different_answers_with_the_same_top_two_boxes(oracle):
    given, expect = oracle("C6").given, oracle("C6").expect
    for name, top_two, top in zip(("dist1", "dist2"), expect["t2b"], expect["top_box"], strict=True):
        answers = {int(answer): count for answer, count in given[name].items()}
        n = sum(answers.values())
        assert estimate_share(ShareCounts(answers[4] + answers[5], n)).value == near(top_two)
        assert estimate_share(ShareCounts(answers[5], n)).value == near(top)


def test_e1_the_share_of_customers_who_found_it_easy(oracle):
    given, expect = oracle("E1").given, oracle("E1").expect
    estimate = estimate_share(ShareCounts(given["7"] + given["6"] + given["5"], sum(given.values())))
    assert (estimate.value, estimate.n) == (near(expect["share_5_to_7"]), expect["n"])
    assert (estimate.low, estimate.high) == ends(expect["wilson95"])


def test_r1_a_response_rate_is_taken_of_the_delivered_invitations(oracle):
    given, expect = oracle("R1").given, oracle("R1").expect
    delivered = ShareCounts(given["completed"], given["invited"] - given["bounced"])
    assert estimate_share(delivered).value == near(expect["rr_delivered"])


def test_r2_more_answers_and_what_they_are_worth(oracle):
    expect = oracle("R2").expect
    before, now = ShareCounts(*oracle("R2").given["month1"]), ShareCounts(*oracle("R2").given["month2"])
    found = compare_shares(before, now)
    assert (found.value, relative_change(before, now)) == ends([expect["diff_pp"], expect["relative_percent"]])
    assert (found.z, found.p) == (near(expect["z"]), near(expect["p_two_sided"]))
    assert margin_of_error(before.k) == near(expect["nps_moe_points_at_150"])
    assert margin_of_error(now.k) == near(expect["nps_moe_points_at_210"])


def test_h1_a_month_of_churn_and_a_year_of_it(oracle):
    given, expect = oracle("H1").given, oracle("H1").expect
    lost = estimate_share(ShareCounts(given["lost_of_starters"], given["customers_start"]))
    stayed = estimate_share(ShareCounts(given["customers_start"] - given["lost_of_starters"], given["customers_start"]))
    assert (lost.value, stayed.value) == ends([expect["monthly_churn"], expect["retention"]])
    assert (lost.low, lost.high) == ends(expect["wilson95"])
    assert 100 * annualised(lost.value / 100) == near(expect["annual_churn"])
    assert (100 * annualised(lost.low / 100), 100 * annualised(lost.high / 100)) == ends(expect["ci_annual"])


def test_f1_cases_whose_window_is_open_do_not_count(oracle):
    given, expect = oracle("F1").given, oracle("F1").expect
    closed = given["cases"] - given["window_still_open"]
    estimate = estimate_share(ShareCounts(closed - given["repeat_contact_within_7d"], closed))
    assert (estimate.value, estimate.n) == (near(expect["fcr"]), expect["n"])
    assert (estimate.low, estimate.high) == ends(expect["wilson95"])


def test_v1_revenue_at_risk_is_not_the_revenue_of_all_detractors(oracle):
    given, expect = oracle("V1").given, oracle("V1").expect
    groups = [Exposed(customers, ShareCounts(round(1000 * churn), 1000)) for _, customers, churn in given["segments"]]
    [baseline] = [group for group in groups if group.lost.k == 1000 * given["baseline"]]
    found = revenue_at_risk(groups, baseline, given["arpu_eur"])
    assert (found.base, found.expected.value, found.excess.value) == near(
        (expect["revenue_base"], expect["expected_lost_revenue"], expect["excess_lost_revenue"])
    )
    assert groups[2].customers * given["arpu_eur"] == expect["naive_all_detractor_revenue"]


def test_v2_what_one_point_is_worth(oracle):
    given, expect = oracle("V2").given, oracle("V2").expect
    lost = {
        group: ShareCounts(round(n * given["churn12"][group]), n) for group, n in given["linked_respondents"].items()
    }
    model = RetentionModel(given["customers"], given["arpu_eur"], lost["P"], lost["N"], lost["D"])
    assert model.base == expect["revenue_base"]
    for move, path in zip(Move, expect["by_path"].values(), strict=True):
        whole = worth_of_a_point(model, move)
        assert whole.value == near(path["full"])
        assert (whole.low, whole.high) == ends(path["ci95"])
        for kappa, name in ((0.25, "kappa_0_25"), (0.5, "kappa_0_5"), (1.0, "kappa_1")):
            assert worth_of_a_point(model, move, kappa).value == near(path[name])
    assert claimed_worth(model, 0.147) == near(expect["naive_marsden_0_147_percent"])
    assert claimed_worth(model, 1.0) == near(expect["naive_1_percent"])


def test_v3_half_the_churn_is_twice_the_lifetime_only_without_interest(oracle):
    given, expect = oracle("V3").given, oracle("V3").expect
    before, after = given["churn_before"], given["churn_after"]
    assert expected_lifetime(before) == near(expect["lifetime_before_years"])
    assert expected_lifetime(after) == near(expect["lifetime_after_years"])
    for discount, name in ((0.0, "clv_undiscounted_change_percent"), (0.1, "clv_change_percent_at_10pct_discount")):
        gain = lifetime_value(1.0, after, discount) / lifetime_value(1.0, before, discount) - 1
        assert 100 * gain == near(expect[name])
    lost = ShareCounts(10, 100), ShareCounts(5, 100)
    assert -compare_shares(*lost).value == near(expect["retention_change_pp"])
    assert relative_change(*lost) == near(expect["churn_change_percent"])


def test_k1_small_groups_are_hidden_and_cannot_be_worked_out(oracle):
    for case in oracle("K1").given:
        assert visible_groups(case["groups"], 5) == frozenset(case["visible"])


def test_s1_twenty_segments_share_one_chance_of_a_false_alarm(oracle):
    given, expect = oracle("S1").given, oracle("S1").expect
    assert family_alpha(given["segments"], given["alpha"]) == near(expect["bonferroni_alpha"])


def test_x1_scores_at_the_mix_of_the_earlier_month(oracle):
    given, expect = oracle("X1").given, oracle("X1").expect
    before = {channel: NpsCounts(*counts) for channel, counts in given["month1"].items()}
    now = {channel: NpsCounts(*counts) for channel, counts in given["month2"].items()}
    standardised = stratified_score([Stratum(now[channel], before[channel].n) for channel in now])
    assert 100 * standardised.value == near(expect["month2_standardised_to_month1_mix"])


def test_fmt1_numbers_are_rounded_half_away_from_zero(oracle):
    for case in oracle("FMT1").expect:
        digits = "".join(character for character in case["en"] if character.isdigit() or character == ".").rstrip(".")
        assert f"{abs(round_half_away(case['value'], case['dec'])):f}" == digits


def exact_coverage(n: int, promoters: float, detractors: float) -> tuple[float, float]:
    """How often the textbook and the adjusted interval hold the true score, in percent, over all possible answers."""
    true = 100 * (promoters - detractors)
    textbook = rocks = 0.0
    for p, d in product(range(n + 1), repeat=2):
        if p + d > n:
            continue
        counts = NpsCounts(p, n - p - d, d)
        ways = comb(n, p) * comb(n - p, d)
        chance = ways * promoters**p * detractors**d * (1 - promoters - detractors) ** (n - p - d)
        low, high = textbook_interval(counts)
        textbook += chance * (low <= true <= high)
        estimate = estimate_nps(counts)
        rocks += chance * (estimate.low <= true <= estimate.high)
    return 100 * textbook, 100 * rocks


@pytest.mark.parametrize("place", range(15))
def test_cov1_the_adjusted_interval_keeps_its_promise(oracle, place):
    expect = oracle("COV1").expect[place]
    textbook, rocks = exact_coverage(expect["n"], expect["p"], expect["d"])
    assert rocks == near(expect["adj_wald"])
    assert textbook == near(expect["wald"])


class TestCasesFromOtherProjects:
    """Pairs from other projects' test suites; three digits where they publish three.

    Those that are wrong are marked there: an empty survey is no score of 0, and a dismissed question is no answer.
    Means of ratings and the GOV.UK satisfaction index (a mean put on a scale of 100) are not offered; of the latter
    only its "nothing out of nothing" is compared.
    """

    @staticmethod
    def classified(answers: list[object]) -> NpsCounts:
        valid = [answer for answer in answers if isinstance(answer, int)]
        promoters = sum(answer >= 9 for answer in valid)
        detractors = sum(answer <= 6 for answer in valid)
        return NpsCounts(promoters, len(valid) - promoters - detractors, detractors)

    def counts(self, case) -> NpsCounts:
        if "counts" in case:
            return NpsCounts(case["counts"]["p"], case["counts"]["pa"], case["counts"]["d"])
        return self.classified(case["scores"])

    def test_scores(self, oracle_cases):
        for case in oracle_cases["nps"]:
            counts = self.counts(case)
            if counts.n == 0:
                continue
            found = estimate_nps(counts)
            expected = case.get("nps", case.get("nps_valid_only"))
            digits = 1e-9 if "promoters_pct" not in case else 1e-3
            assert found.value == pytest.approx(expected, rel=digits), case["src"]
            assert found.n == case.get("n", counts.n)
            if "published_rounded" in case:
                assert round_half_away(estimate_nps(counts).value, 0) == case["published_rounded"]
            if "var" in case:
                assert variance(counts) == pytest.approx(case["var"], rel=1e-9)
            if "se" in case:
                assert standard_error(counts) == pytest.approx(case["se"], abs=5e-4)

    def test_a_dismissed_question_is_no_answer(self, oracle_cases):
        [case] = [case for case in oracle_cases["nps"] if "nps_valid_only" in case]
        found = estimate_nps(self.counts(case))
        assert (found.value, found.n) == (100, 1)
        assert found.value != case["nps_formbricks"]

    def test_an_empty_survey_has_no_score(self, oracle_cases):
        [case] = [case for case in oracle_cases["nps"] if case.get("scores") == []]
        assert case["ours"] == "no data, never 0"
        with pytest.raises(ValueError, match="without answers"):
            estimate_nps(self.counts(case))

    def test_top_two_boxes(self, oracle_cases):
        for case in oracle_cases["csat"]:
            if "ratings" not in case:
                continue
            valid = [rating for rating in case["ratings"] if rating is not None]
            counts = ShareCounts(sum(rating >= 4 for rating in valid), len(valid))
            assert estimate_share(counts).value == case["top2_pct"]
            assert counts.n == case.get("n", counts.n)

    def test_no_ratings_are_no_share(self, oracle_cases):
        [case] = [
            case for case in oracle_cases["csat"] if "rating_counts" in case and not any(case["rating_counts"].values())
        ]
        assert case["govuk_satisfaction_pct"] is None
        with pytest.raises(ValueError, match="without answers"):
            estimate_share(ShareCounts(0, sum(case["rating_counts"].values())))
