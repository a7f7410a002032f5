"""What has really changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from chefetage.model.core import Core
from chefetage.model.counts import NpsCounts, ShareCounts
from chefetage.model.estimate import Trend
from chefetage.model.metric import Cadence, Comparison, MetricKind
from chefetage.model.month import Month
from chefetage.stats.family import family
from chefetage.stats.figures import change
from chefetage.stats.nps import compare_nps, estimate_nps
from chefetage.stats.periods import Periods, due_blocks, periods_for
from chefetage.stats.share import compare_shares

OCTOBER = Month(2026, 10)
CORE = ("nps", "csat", "complete", "solved")


@pytest.fixture
def risen(workshop):
    """Two years of 400 answers a month: 25 points, then 32."""
    workshop.metric().every_month("2024-11", "2025-10", 180, 140, 80)
    return workshop.every_month("2025-11", "2026-10", 196, 136, 68)


def test_twelve_months_are_compared_with_the_twelve_before(risen):
    found = change(risen.build(), "nps", OCTOBER)
    expected = compare_nps(NpsCounts(2160, 1680, 960), NpsCounts(2352, 1632, 816))
    assert found.trend is Trend.UP
    assert found.is_proven
    assert found.comparison is Comparison.YEAR
    assert found.now == (Month(2025, 11), OCTOBER)
    assert found.before == (Month(2024, 11), Month(2025, 10))
    assert (found.difference, found.low, found.high, found.p) == (
        expected.value,
        expected.low,
        expected.high,
        expected.p,
    )
    assert found.estimate_before == estimate_nps(NpsCounts(2160, 1680, 960))
    assert found.estimate_now == estimate_nps(NpsCounts(2352, 1632, 816))


def test_a_fall_is_a_fall(workshop):
    workshop.metric("complete", MetricKind.SHARE, top=("Ja",))
    workshop.every_month("2024-11", "2025-10", 137, 190, metric="complete")
    project = workshop.every_month("2025-11", "2026-10", 124, 190, metric="complete").build()
    found = change(project, "complete", OCTOBER)
    expected = compare_shares(ShareCounts(1644, 2280), ShareCounts(1488, 2280))
    assert (found.trend, found.low, found.high) == (Trend.DOWN, expected.low, expected.high)


def test_what_could_be_chance_is_not_shown_as_a_change(workshop):
    workshop.metric().every_month("2024-11", "2025-10", 180, 140, 80)
    found = change(workshop.every_month("2025-11", "2026-10", 182, 140, 78).build(), "nps", OCTOBER)
    assert found.trend is Trend.UNPROVEN
    assert found.difference == pytest.approx(1.0)
    assert found.low < 0 < found.high


def test_a_quarter_is_compared_with_the_same_quarter_a_year_ago(workshop):
    workshop.metric(compare=Comparison.QUARTER).every_month("2025-08", "2025-10", 180, 140, 80)
    found = change(workshop.every_month("2026-08", "2026-10", 220, 120, 60).build(), "nps", OCTOBER)
    assert (found.before, found.now) == (
        (Month(2025, 8), Month(2025, 10)),
        (Month(2026, 8), OCTOBER),
    )
    assert (found.trend, found.estimate_now.n) == (Trend.UP, 1200)


def test_a_month_is_compared_with_the_one_before_where_asked_for(workshop):
    workshop.metric(compare=Comparison.MONTH).answers("2026-09", 180, 140, 80)
    found = change(workshop.answers("2026-10", 198, 124, 58).build(), "nps", OCTOBER)
    assert (found.before, found.now) == ((Month(2026, 9),) * 2, (OCTOBER,) * 2)
    assert (found.trend, found.p) == (Trend.UP, pytest.approx(0.0282574572, rel=1e-9))


def test_the_turn_of_the_year_is_no_obstacle():
    assert periods_for(Comparison.QUARTER, Month(2026, 1)) == Periods(
        before=(Month(2024, 11), Month(2025, 1)), now=(Month(2025, 11), Month(2026, 1))
    )


class TestHistory:
    def test_a_missing_month_leaves_nothing_to_compare(self, workshop):
        workshop.metric().every_month("2024-11", "2025-04", 180, 140, 80)
        found = change(workshop.every_month("2025-06", "2026-10", 196, 136, 68).build(), "nps", OCTOBER)
        assert found.trend is Trend.NO_HISTORY
        assert (found.difference, found.low, found.high, found.p, found.estimate_now) == (None,) * 5
        assert found.before == (Month(2024, 11), Month(2025, 10))

    def test_a_month_that_was_not_yet_known_is_missing(self, risen):
        project = risen.build()
        assert change(project, "nps", OCTOBER, known_by=date(2026, 10, 31)).trend is Trend.NO_HISTORY
        assert change(project, "nps", OCTOBER, known_by=date(2026, 11, 1)).trend is Trend.UP

    def test_a_correction_counts_from_the_day_it_was_known(self, risen):
        for month in Month(2025, 11).until(OCTOBER):
            risen.answers(month, 180, 140, 80, known_on=date(2026, 11, 20))
        project = risen.build()
        assert change(project, "nps", OCTOBER, known_by=date(2026, 11, 19)).trend is Trend.UP
        assert change(project, "nps", OCTOBER).trend is Trend.UNPROVEN

    def test_a_month_in_which_nobody_answered_is_there_and_empty(self, workshop):
        workshop.metric().every_month("2024-11", "2026-09", 20, 10, 10).answers("2026-10", 0, 0, 0)
        found = change(workshop.build(), "nps", OCTOBER)
        assert (found.trend, found.estimate_now.n) == (Trend.UNPROVEN, 440)

    def test_a_metric_asked_once_a_quarter_needs_one_month_of_each(self, workshop):
        workshop.metric(cadence=Cadence.QUARTER)
        for month in Month(2024, 12).until(Month(2026, 9))[::3]:
            workshop.answers(month, 180, 140, 80)
        project = workshop.build()
        assert change(project, "nps", OCTOBER).estimate_now.n == 1600
        assert change(project, "nps", Month(2026, 9)).trend is Trend.UNPROVEN
        assert change(project, "nps", Month(2026, 12)).trend is Trend.NO_HISTORY

    def test_stretches_are_counted_back_from_the_end(self):
        span = (Month(2026, 7), OCTOBER)
        assert [len(block) for block in due_blocks(span, Cadence.MONTH)] == [1, 1, 1, 1]
        assert due_blocks(span, Cadence.QUARTER) == ((Month(2026, 8), Month(2026, 9), OCTOBER), (Month(2026, 7),))


class TestFewAnswers:
    def test_below_a_hundred_nothing_is_said(self, workshop):
        workshop.metric(compare=Comparison.MONTH).answers("2026-09", 99, 0, 0).answers("2026-10", 0, 0, 400)
        found = change(workshop.build(), "nps", OCTOBER)
        assert (found.trend, found.difference, found.p) == (Trend.TOO_FEW, None, None)
        assert (found.estimate_before.n, found.estimate_now.n) == (99, 400)

    def test_a_hundred_are_enough(self, workshop):
        workshop.metric(compare=Comparison.MONTH).answers("2026-09", 100, 0, 0).answers("2026-10", 0, 0, 100)
        assert change(workshop.build(), "nps", OCTOBER).trend is Trend.DOWN

    def test_a_handful_is_not_even_estimated(self, workshop):
        workshop.metric(compare=Comparison.MONTH).answers("2026-09", 4, 3, 2).answers("2026-10", 0, 0, 0)
        found = change(workshop.build(), "nps", OCTOBER)
        assert (found.trend, found.estimate_before, found.estimate_now) == (Trend.TOO_FEW, None, None)


class TestBreaks:
    @pytest.mark.parametrize(
        ("day", "trend"),
        [
            (date(2024, 11, 30), Trend.UP),  # the first month of all: everything was measured alike
            (date(2024, 12, 1), Trend.BROKEN),
            (date(2025, 11, 1), Trend.BROKEN),
            (date(2026, 10, 31), Trend.BROKEN),
            (date(2026, 11, 1), Trend.UP),
        ],
    )
    def test_nothing_is_compared_across_a_break(self, risen, day, trend):
        found = change(risen.event(day).build(), "nps", OCTOBER)
        assert found.trend is trend
        assert (found.difference is None) == (trend is Trend.BROKEN)

    def test_a_break_concerns_the_metrics_it_names(self, risen):
        day = date(2025, 12, 1)
        assert change(risen.event(day, metrics=("csat",)).build(), "nps", OCTOBER).trend is Trend.UP
        assert change(risen.event(day, metrics=("csat", "nps")).build(), "nps", OCTOBER).trend is Trend.BROKEN

    def test_an_event_that_breaks_nothing_only_marks_charts(self, risen):
        assert change(risen.event(date(2025, 12, 1), breaks=False).build(), "nps", OCTOBER).trend is Trend.UP

    def test_a_break_between_two_quarters_separates_them(self, workshop):
        workshop.metric(compare=Comparison.QUARTER).every_month("2025-08", "2026-10", 180, 140, 80)
        assert change(workshop.event(date(2026, 2, 1)).build(), "nps", OCTOBER).trend is Trend.BROKEN

    @pytest.mark.parametrize(
        ("valid_from", "trend"),
        [
            (Month(2024, 11), Trend.UP),
            (Month(2024, 12), Trend.BROKEN),
            (OCTOBER, Trend.BROKEN),
            (OCTOBER + 1, Trend.UP),
        ],
    )
    def test_a_definition_that_began_in_between_is_a_break(self, risen, valid_from, trend):
        risen.metric(valid_from=valid_from)
        assert change(risen.build(), "nps", OCTOBER).trend is trend

    @pytest.mark.parametrize(
        ("first", "trend"),
        [
            (Month(2024, 11), Trend.UP),
            (Month(2024, 12), Trend.BROKEN),
            (Month(2025, 11), Trend.BROKEN),
            (OCTOBER, Trend.BROKEN),
            (OCTOBER + 1, Trend.UP),
        ],
    )
    def test_answers_to_two_questions_are_not_compared(self, risen, first, trend):
        """The snapshots themselves say by which definition they were counted."""
        risen.answers("2024-10", 180, 140, 80).answers("2026-11", 196, 136, 68)
        for month in first.until(Month(2026, 11)):
            risen.defined(str(month), "another")
        assert change(risen.build(), "nps", OCTOBER).trend is trend

    def test_nor_is_a_question_with_itself_if_another_was_asked_in_between(self, risen):
        assert change(risen.defined("2026-03", "another").build(), "nps", OCTOBER).trend is Trend.BROKEN

    def test_another_definition_of_another_metric_does_not_matter(self, risen):
        risen.metric("csat", MetricKind.SHARE).every_month("2024-11", "2026-10", 1, 2, metric="csat")
        risen.defined("2026-03", "another", metric="csat")
        assert change(risen.build(), "nps", OCTOBER).trend is Trend.UP

    def test_where_there_is_no_history_a_break_does_not_matter(self, workshop):
        workshop.metric().every_month("2026-01", "2026-10", 180, 140, 80).event(date(2026, 1, 1))
        assert change(workshop.build(), "nps", OCTOBER).trend is Trend.NO_HISTORY


class TestFalseAlarms:
    @pytest.fixture
    def site(self, risen):
        for other in ("csat", "complete", "solved", "wait", "price"):
            risen.metric(other, MetricKind.SHARE)
        return risen

    def test_core_metrics_share_one_chance_of_a_false_alarm(self, site):
        project = site.build(core=CORE)
        assert change(project, "nps", OCTOBER).alpha == 0.0125

    def test_and_so_do_the_others(self, site):
        project = site.build(core=CORE)
        assert change(project, "wait", OCTOBER).alpha == 0.025

    def test_without_a_core_all_metrics_do(self, site):
        assert change(site.build(), "nps", OCTOBER).alpha == pytest.approx(0.05 / 6)

    def test_each_year_has_the_core_it_chose(self, site):
        chosen = Core(years={"2025": ("nps", "csat"), "2027": ("nps", "csat", "complete", "solved")})
        project = replace(site.build(), core=chosen)
        sizes = [family(project, "nps", Month(year, 6)) for year in (2024, 2025, 2026, 2027, 2028)]
        assert sizes == [6, 2, 2, 4, 4]
        assert family(project, "wait", Month(2027, 1)) == 2
        assert change(project, "nps", OCTOBER).alpha == 0.025

    def test_a_change_can_be_too_small_for_company(self, workshop):
        workshop.metric(compare=Comparison.MONTH).answers("2026-09", 180, 140, 80)
        workshop.answers("2026-10", 198, 124, 58)
        assert change(workshop.build(), "nps", OCTOBER).trend is Trend.UP
        for other in ("csat", "complete", "solved"):
            workshop.metric(other, MetricKind.SHARE)
        assert change(workshop.build(), "nps", OCTOBER).trend is Trend.UNPROVEN

    def test_the_interval_is_at_the_level_of_the_test(self, site):
        two, four = (change(site.build(core=each), "nps", OCTOBER) for each in (CORE[:2], CORE))
        assert four.low < two.low < two.high < four.high
        assert four.difference == two.difference


class TestSegments:
    @pytest.fixture
    def regions(self, workshop):
        workshop.metric().every_month("2024-11", "2026-10", 180, 140, 80)
        for group in ("north", "south", "west"):
            workshop.every_month("2024-11", "2025-10", 50, 40, 30, group=f"region.{group}")
        workshop.every_month("2025-11", "2026-10", 70, 30, 20, group="region.north")
        workshop.every_month("2025-11", "2026-10", 50, 40, 30, group="region.south")
        return workshop.every_month("2025-11", "2026-09", 50, 40, 30, group="region.west")

    def test_groups_of_all_dimensions_share_one_chance_of_a_false_alarm(self, regions):
        for group in ("planning", "fitting"):
            regions.every_month("2024-11", "2026-10", 90, 70, 40, group=f"occasion.{group}")
        project = regions.answers("2026-10", 50, 40, 30, group="region.west").build()
        assert {family(project, "nps", OCTOBER, group) for group in ("region.north", "occasion.fitting")} == {5}
        assert family(project, "nps", OCTOBER) == 1

    def test_a_group_that_is_everybody_gets_the_verdict_of_everybody(self, workshop):
        """Otherwise one and the same answers would have fallen in a sentence, and not in the table beside it."""
        for each in CORE:
            workshop.metric(each, MetricKind.SHARE)
        for group in ("all", "occasion.fitting"):
            workshop.every_month("2024-11", "2025-10", 137, 190, metric="complete", group=group)
            workshop.every_month("2025-11", "2026-10", 131, 190, metric="complete", group=group)
        project = workshop.build(core=CORE)
        whole, fitting = (change(project, "complete", OCTOBER, group) for group in ("all", "occasion.fitting"))
        assert whole == fitting
        assert (whole.trend, whole.alpha) == (Trend.UNPROVEN, 0.0125)
        assert whole.p < 0.05

    def test_the_visible_groups_of_a_table_share_one_chance_of_a_false_alarm(self, regions):
        project = regions.hide("2026-10", "region").build()
        north, south = (change(project, "nps", OCTOBER, f"region.{group}") for group in ("north", "south"))
        assert (north.alpha, south.alpha) == (0.025, 0.025)
        assert (north.trend, south.trend) == (Trend.UP, Trend.UNPROVEN)

    def test_a_month_in_which_a_group_was_hidden_is_missing_for_it(self, regions):
        project = regions.hide("2026-10", "region").build()
        assert change(project, "nps", OCTOBER, "region.west").trend is Trend.NO_HISTORY
        assert change(project, "nps", Month(2026, 9), "region.west").trend is Trend.NO_HISTORY

    def test_nor_is_anything_derived_from_a_group_that_is_hidden_only_now(self, regions):
        regions.answers("2026-10", 4, 3, 2, group="region.west")
        project = regions.build(k=10)
        assert change(project, "nps", OCTOBER, "region.west").trend is Trend.NO_HISTORY
        assert change(project, "nps", OCTOBER, "region.north").trend is Trend.NO_HISTORY
        assert change(project, "nps", OCTOBER).trend is Trend.UNPROVEN

    def test_a_group_nobody_knows_has_no_history(self, regions):
        found = change(regions.build(), "nps", OCTOBER, "region.moon")
        assert (found.trend, found.estimate_now) == (Trend.NO_HISTORY, None)
