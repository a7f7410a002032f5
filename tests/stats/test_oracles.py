"""The expected values of the metric specification, each computed in two independent ways by its authors.

They are given with ten significant digits, so a value may differ from ours by half a unit in the tenth: relative 5e-10.
`near` allows 1e-9. Whole numbers, bootstrap intervals (multiples of 1/n) and visible groups are compared exactly.

Every expected value is compared but those that come from random draws: the permutation test of N4 and the ranges of
money from Beta draws of V2. Where the product shows something else than a case describes – the textbook interval of a
share, ends that are not clipped – its function for comparison is used.
"""

from __future__ import annotations

import math
from collections import Counter
from fractions import Fraction
from itertools import product
from math import comb
from statistics import geometric_mean
from typing import TYPE_CHECKING

import pytest

from chefetage.locales import speak
from chefetage.model.counts import MeanCounts, NpsCounts, RateCounts, ShareCounts, Strata, TimeCounts
from chefetage.model.metric import QuantileRule, Statistic, Unit
from chefetage.stats.bootstrap import bootstrap_interval
from chefetage.stats.bounds import worst_case_bounds
from chefetage.stats.counts import compare, estimate, pooled
from chefetage.stats.difference import (
    chance_of_a_false_alarm,
    critical_value,
    family_alpha,
    normal_difference,
    sidak_alpha,
)
from chefetage.stats.duration import coverage_of, estimate_time, order_statistics, quantile
from chefetage.stats.exposure import Exposed, revenue_at_risk
from chefetage.stats.fisher import fisher_exact
from chefetage.stats.lifetime import expected_lifetime, lifetime_value
from chefetage.stats.mean import compare_means, deviation, estimate_mean, mean
from chefetage.stats.mix import adjust_for_mix
from chefetage.stats.nps import adjusted, compare_nps, estimate_nps, score, standard_error, variance
from chefetage.stats.other_intervals import (
    agresti_coull,
    as_answers,
    clopper_pearson,
    student_score,
    wald_score,
    wald_share,
)
from chefetage.stats.paired import compare_paired
from chefetage.stats.rate import rate_ratio
from chefetage.stats.retention import Move, RetentionModel, claimed_worth, worth_of_a_point
from chefetage.stats.rounding import round_half_away
from chefetage.stats.sample_size import answers_for_margin, answers_to_detect, margin_of_error
from chefetage.stats.share import annualised, compare_shares, estimate_annual, estimate_share, relative_change
from chefetage.stats.sorted_cases import SortedCases
from chefetage.stats.strata import effective_answers_of, stratified
from chefetage.stats.suppression import visible_groups
from chefetage.stats.weighting import finite_population_correction

if TYPE_CHECKING:
    from chefetage.locales import Locale


def near(expected):
    return pytest.approx(expected, rel=1e-9, abs=0)


def ends(interval):
    return near(tuple(interval))


def mean_counts(given) -> MeanCounts:
    return MeanCounts(tuple(sorted((int(answer), count) for answer, count in given.items())))


def share_of(counts: MeanCounts, *answers: int) -> float:
    return estimate_share(
        ShareCounts(sum(count for answer, count in counts.answers if answer in answers), counts.n)
    ).value


def time_counts(given) -> TimeCounts:
    return TimeCounts(tuple(sorted(Counter(int(hours) for hours in given).items())))


def nps_counts(given) -> NpsCounts:
    return NpsCounts(given["promoters"], given["passives"], given["detractors"])


@pytest.mark.parametrize("case", ["N1", "N2", "N3"])
def test_a_score_its_intervals_and_its_bootstrap(oracle, case):
    expect, counts = oracle(case).expect, nps_counts(oracle(case).given)
    found = estimate_nps(counts)
    assert found.value == expect["nps"]
    assert found.n == expect.get("n", counts.n)
    assert (found.low, found.high) == ends(expect["adj_wald95"])
    assert 100 * standard_error(counts) == near(expect["se_points"])
    assert wald_score(counts) == ends(expect["wald95"])
    assert bootstrap_interval(counts) == tuple(expect["bootstrap_exact_percentile95"])


def test_n1_the_variance_and_the_margin_of_a_score(oracle):
    expect, counts = oracle("N1").expect, nps_counts(oracle("N1").given)
    assert variance(counts) == near(expect["variance_unit"])
    assert margin_of_error(counts.n, variance(counts)) == near(expect["moe95_points"])
    assert student_score(counts) == ends(expect["t_ddof1_95"])


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
    assert wald_score(before) == ends(expect["ci95_month1"])
    assert wald_score(now) == ends(expect["ci95_month2"])
    assert compare_means(as_answers(before), as_answers(now)).p == near(expect["welch_p"])
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
    assert round_half_away(-2.5, 0) == expect["minus_2_5_displayed"]
    assert expect["minus_2_5_displayed"] != round(-2.5) == expect["python_round_minus_2_5"]
    assert expect["js_Math_round_minus_2_5"] == math.floor(-2.5 + 0.5)
    shares = [round_half_away(100 * part / counts.n, 0) for part in (counts.promoters, counts.detractors)]
    assert shares[0] - shares[1] == expect["wrong_from_rounded_shares"]
    assert round_half_away(2.5, 0) == expect["plus_2_5_displayed"]


def test_n8_groups_count_with_their_share_of_the_customers(oracle):
    given, expect = oracle("N8").given, oracle("N8").expect
    groups = [(g["Npop"], NpsCounts(g["P"], g["N"], g["D"])) for g in given.values()]
    strata = Strata(tuple(groups))
    assert stratified(strata) == near((expect["stratified"], expect["se_stratified_points"]))
    assert effective_answers_of(strata) == near(expect["kish_effective_n"])
    found = estimate(strata)
    assert (found.value, found.n) == (near(expect["stratified"]), expect["actual_n"])
    assert (found.low, found.high) == ends(expect["ci95"])
    assert 100 * score(pooled([counts for _, counts in groups])) == near(expect["pooled_unweighted"])
    alike = Strata(tuple((1, counts) for _, counts in groups))
    assert estimate(alike).value == near(expect["simple_mean_of_segments"])


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
    found = estimate_share(ShareCounts(given["k"], given["n"]))
    assert found.value == near(expect["share"])
    assert (found.low, found.high) == ends(expect["wilson95"])


@pytest.mark.parametrize("case", ["C1", "C2", "C3", "C4"])
def test_the_intervals_that_others_show_for_a_share(oracle, case):
    given, expect = oracle(case).given, oracle(case).expect
    counts = ShareCounts(given["k"], given["n"])
    assert clopper_pearson(counts) == ends(expect["clopper_pearson95"])
    assert agresti_coull(counts) == ends(expect["agresti_coull95"])
    assert wald_share(counts) == ends(expect["wald95_do_not_use"])


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
    for place, name in enumerate(("dist1", "dist2")):
        counts = mean_counts(given[name])
        assert share_of(counts, 4, 5) == near(expect["t2b"][place])
        assert share_of(counts, 5) == near(expect["top_box"][place])
        assert share_of(counts, 1, 2) == near(expect["bottom2"][place])
        assert estimate(counts).value == near(expect["mean"][place])


def test_e1_how_easy_customers_found_it(oracle):
    given, expect = oracle("E1").given, oracle("E1").expect
    counts = mean_counts(given)
    found = estimate_mean(counts)
    assert (found.value, found.n) == (near(expect["mean"]), expect["n"])
    assert (found.low, found.high) == ends(expect["t_ci95"])
    assert deviation(counts) == near(expect["sd"])
    assert deviation(counts) / math.sqrt(counts.n) == near(expect["se"])
    easy = estimate_share(ShareCounts(given["7"] + given["6"] + given["5"], counts.n))
    assert easy.value == near(expect["share_5_to_7"])
    assert (easy.low, easy.high) == ends(expect["wilson95"])
    assert quantile(SortedCases(counts.answers), Fraction(1, 2)) == expect["median"]


def test_r1_a_response_rate_is_taken_of_the_delivered_invitations(oracle):
    given, expect = oracle("R1").given, oracle("R1").expect
    delivered = ShareCounts(given["completed"], given["invited"] - given["bounced"])
    assert estimate_share(delivered).value == near(expect["rr_delivered"])
    assert estimate_share(ShareCounts(given["completed"], given["invited"])).value == near(expect["rr_invited"])


def test_r2_more_answers_and_what_they_are_worth(oracle):
    expect = oracle("R2").expect
    before, now = ShareCounts(*oracle("R2").given["month1"]), ShareCounts(*oracle("R2").given["month2"])
    found = compare_shares(before, now)
    assert (found.value, relative_change(before, now)) == ends([expect["diff_pp"], expect["relative_percent"]])
    assert (found.z, found.p) == (near(expect["z"]), near(expect["p_two_sided"]))
    assert margin_of_error(before.k) == near(expect["nps_moe_points_at_150"])
    assert margin_of_error(now.k) == near(expect["nps_moe_points_at_210"])
    assert 10 * found.value == near(expect["extra_voices_per_1000"])
    for response, name in ((before, "15pct"), (now, "21pct")):
        bounds = worst_case_bounds(0.825, response.k / response.n)
        assert bounds == ends(expect[f"worst_case_bounds_t2b_82_5_at_{name}"])


def test_h1_a_month_of_churn_and_a_year_of_it(oracle):
    given, expect = oracle("H1").given, oracle("H1").expect
    lost = estimate_share(ShareCounts(given["lost_of_starters"], given["customers_start"]))
    stayed = estimate_share(ShareCounts(given["customers_start"] - given["lost_of_starters"], given["customers_start"]))
    assert (lost.value, stayed.value) == ends([expect["monthly_churn"], expect["retention"]])
    assert (lost.low, lost.high) == ends(expect["wilson95"])
    assert 100 * annualised(lost.value / 100) == near(expect["annual_churn"])
    assert (100 * annualised(lost.low / 100), 100 * annualised(lost.high / 100)) == ends(expect["ci_annual"])
    year = estimate_annual(ShareCounts(given["lost_of_starters"], given["customers_start"]))
    assert (year.value, (year.low, year.high)) == (near(expect["annual_churn"]), ends(expect["ci_annual"]))
    assert expected_lifetime(lost.value / 100) == near(expect["expected_lifetime_months"])
    mixed_up = ShareCounts(given["lost_of_starters"] + given["lost_of_new"], given["customers_start"])
    assert estimate_share(mixed_up).value == near(expect["wrong_churn_including_new_losses"]) != near(lost.value)
    assert 12 * lost.value == near(expect["wrong_annual_times_12"]) != near(year.value)


def test_f1_cases_whose_window_is_open_do_not_count(oracle):
    given, expect = oracle("F1").given, oracle("F1").expect
    closed = given["cases"] - given["window_still_open"]
    found = estimate_share(ShareCounts(closed - given["repeat_contact_within_7d"], closed))
    assert (found.value, found.n) == (near(expect["fcr"]), expect["n"])
    assert (found.low, found.high) == ends(expect["wilson95"])


def test_p1_complaints_per_thousand_orders(oracle):
    expect = oracle("P1").expect
    before, now = RateCounts(*oracle("P1").given["month1"]), RateCounts(*oracle("P1").given["month2"])
    found = estimate(before)
    assert (found.value, (found.low, found.high)) == (near(expect["rate1_per_1000"]), ends(expect["exact_ci95_1"]))
    assert estimate(now).value == near(expect["rate2_per_1000"])
    ratio = rate_ratio(before, now)
    assert (ratio.value, ratio.p) == (near(expect["rate_ratio"]), near(expect["exact_conditional_p"]))
    assert (ratio.low, ratio.high) == ends(expect["rate_ratio_exact_ci95"])
    assert not compare(before, now).excludes_zero


def test_t1_median_and_ninetieth_percentile_and_never_the_mean(oracle):
    given, expect = oracle("T1").given, oracle("T1").expect
    counts = time_counts(given)
    found = estimate_time(counts)
    assert (found.value, found.low, found.high) == (expect["median"], *expect["median_ci_order_stats"])
    half = Fraction(1, 2)
    covered = coverage_of(counts.n, order_statistics(counts.n, half), half)
    assert 100 * covered == near(expect["median_ci_exact_coverage"])
    for rule, name in {
        QuantileRule.TYPE_7: "type7_excel_PERCENTILE_INC",
        QuantileRule.TYPE_6: "type6_PERCENTILE_EXC",
        QuantileRule.INVERTED_CDF: "inverted_cdf",
    }.items():
        assert estimate_time(counts, Statistic.P90, rule).value == near(expect[f"p90_{name}"])
    assert mean(MeanCounts(counts.closed)) == near(expect["mean"])
    assert geometric_mean(given) == near(expect["geometric_mean"])


def test_t2_cases_still_open_count_as_at_least_so_long(oracle):
    given, expect = oracle("T2").given, oracle("T2").expect
    closed = time_counts(given["closed"])
    still_open = time_counts(given["open_so_far"]).closed
    assert estimate_time(TimeCounts(closed.closed, still_open)).value == expect["km_median"]
    assert estimate_time(closed).value == expect["median_of_closed_only"]
    pretending = closed + TimeCounts(still_open)
    assert estimate_time(pretending).value == expect["median_pretending_open_are_closed"]


def test_t2_exactly_half_left_is_the_median_by_our_rule(oracle):
    """The note of T2: with a fifth open case of 30 hours, programs differ; we take the first time with at most half."""
    given = oracle("T2").given
    still_open = time_counts([*given["open_so_far"], 30]).closed
    assert estimate_time(TimeCounts(time_counts(given["closed"]).closed, still_open)).value == 9


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
    assert sidak_alpha(given["segments"], given["alpha"]) == near(expect["sidak_alpha"])
    assert 100 * chance_of_a_false_alarm(given["segments"], given["alpha"]) == near(expect["prob_any"])
    assert given["segments"] * given["alpha"] == near(expect["expected_false"])


def test_x1_scores_at_the_mix_of_the_earlier_month(oracle):
    given, expect = oracle("X1").given, oracle("X1").expect
    before = {channel: NpsCounts(*counts) for channel, counts in given["month1"].items()}
    now = {channel: NpsCounts(*counts) for channel, counts in given["month2"].items()}
    found = adjust_for_mix(before, now)
    assert found.now == near(expect["month2_standardised_to_month1_mix"])
    assert found.difference.value == near(expect["change_mix_adjusted"])
    assert found.matters
    for channels, total in ((before, "total1"), (now, "total2")):
        assert 100 * score(pooled(list(channels.values()))) == near(expect[total])
    for channel in given["month1"]:
        assert (100 * score(before[channel]), 100 * score(now[channel])) == ends(expect[channel])
    assert found.before == near(expect["total1"])


def test_fmt1_numbers_are_rounded_half_away_from_zero(oracle):
    for case in oracle("FMT1").expect:
        digits = "".join(character for character in case["en"] if character.isdigit() or character == ".").rstrip(".")
        assert f"{abs(round_half_away(case['value'], case['dec'])):f}" == digits


def test_fmt1_numbers_are_written_as_readers_of_either_language_do(oracle):
    for case in oracle("FMT1").expect:
        for language in ("de", "en"):
            assert written(speak(language), case) == case[language]


def written(locale: Locale, case) -> str:
    value, decimals = case["value"], case["dec"]
    match case["kind"]:
        case "num":
            return locale.number(value, decimals, signed=case["sign"])
        case "pct":
            return locale.value(value, Unit.PERCENT, decimals)
        case "eur":
            return locale.value(value, Unit.EURO, decimals)
        case "pp":
            return locale.difference(value, Unit.PERCENT, decimals)
        case _:
            return locale.difference(value, Unit.POINTS, decimals)


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
        low, high = wald_score(counts)
        textbook += chance * (low <= true <= high)
        found = estimate_nps(counts)
        rocks += chance * (found.low <= true <= found.high)
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
    The GOV.UK satisfaction index is the mean of a scale from 1 to 5, put on one from 0 to 100.
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

    def test_mean_ratings(self, oracle_cases):
        for case in (*oracle_cases["csat"], *oracle_cases["ces"]):
            if "mean" in case:
                counts = MeanCounts(tuple(sorted(Counter(case["ratings"]).items())))
                assert round_half_away(estimate(counts).value, 2) == round_half_away(case["mean"], 2)

    def test_satisfaction_as_gov_uk_counts_it(self, oracle_cases):
        cases = [case for case in oracle_cases["csat"] if case.get("govuk_satisfaction_pct") is not None]
        months = [mean_counts(case["rating_counts"]) for case in cases if "rating_counts" in case]
        [period] = [case for case in cases if "pooled_of_the_three" in case]
        expected = [case["govuk_satisfaction_pct"] for case in cases if "rating_counts" in case]
        assert [25 * (mean(counts) - 1) for counts in months] == expected
        assert 25 * (mean(pooled(months)) - 1) == period["govuk_satisfaction_pct"]

    def test_no_ratings_are_no_share(self, oracle_cases):
        [case] = [
            case for case in oracle_cases["csat"] if "rating_counts" in case and not any(case["rating_counts"].values())
        ]
        assert case["govuk_satisfaction_pct"] is None
        with pytest.raises(ValueError, match="without answers"):
            estimate_share(ShareCounts(0, sum(case["rating_counts"].values())))
