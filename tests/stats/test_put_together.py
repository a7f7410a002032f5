"""Values put together from groups: weighted, pro forma; and groups that begin, end and merge."""

from __future__ import annotations

from datetime import date

import pytest

from chefetage.model.counts import NpsCounts, Strata
from chefetage.model.estimate import Shown, Trend
from chefetage.model.metric import MetricKind
from chefetage.model.month import Month
from chefetage.model.snapshot import RevisionStatus
from chefetage.stats.figures import breaks_of, change, figure, predecessors, segment_groups, series

OCTOBER = Month(2026, 10)
MERGER = Month(2026, 4)
HOME = {"weight": 0.7}
SHOP = {"weight": 0.3}


@pytest.fixture
def weighted(workshop):
    """Two groups with 70 and 30 per cent of the customers; the smaller one answers far more often."""
    workshop.metric(weighted_by="place").dimension("place", home=HOME, shop=SHOP)
    return (
        workshop.answers("2026-10", 215, 145, 140)
        .answers("2026-10", 35, 10, 5, group="place.home")
        .answers("2026-10", 180, 135, 135, group="place.shop")
    )


class TestWeighted:
    """All customers, put together from groups with stated weights."""

    def test_each_group_counts_with_its_weight_and_not_with_its_answers(self, weighted):
        found = figure(weighted.build(), "nps", OCTOBER)
        assert (found.estimate.value, found.estimate.method, found.n) == (pytest.approx(45), "stratified", 500)
        assert found.counts == Strata(((0.7, NpsCounts(35, 10, 5)), (0.3, NpsCounts(180, 135, 135))))
        assert figure(weighted.build(), "nps", OCTOBER, "place.home").estimate.value == 60

    def test_a_hidden_group_hides_the_value_for_all(self, workshop):
        workshop.metric(weighted_by="place").dimension("place", home=HOME, shop=SHOP)
        workshop.answers("2026-10", 100, 50, 50).answers("2026-10", 98, 50, 50, group="place.home")
        assert figure(workshop.hide("2026-10", "place").build(), "nps", OCTOBER).shown is Shown.HIDDEN

    def test_a_missing_group_leaves_no_value_for_all(self, workshop):
        workshop.metric(weighted_by="place").dimension("place", home=HOME, shop=SHOP)
        workshop.answers("2026-10", 100, 50, 50).answers("2026-10", 98, 50, 50, group="place.home")
        assert figure(workshop.build(), "nps", OCTOBER).shown is Shown.NO_DATA

    @pytest.mark.parametrize("place", [{}, {"home": {}, "shop": {}}])
    def test_without_stated_weights_there_is_no_value_for_all(self, workshop, place):
        workshop.metric(weighted_by="place").dimension("place", **place)
        for group in ("all", "place.home", "place.shop"):
            workshop.answers("2026-10", 100, 50, 50, group=group)
        assert figure(workshop.build(), "nps", OCTOBER).shown is Shown.NO_DATA

    def test_the_value_is_provisional_while_one_of_the_groups_is(self, weighted):
        weighted.answers(
            "2026-10", 181, 135, 135, group="place.shop", status=RevisionStatus.PROVISIONAL, known_on=date(2026, 11, 2)
        )
        found = figure(weighted.build(), "nps", OCTOBER)
        assert (found.status, found.n) == (RevisionStatus.PROVISIONAL, 501)

    def test_a_change_pools_every_group_for_itself(self, workshop):
        workshop.metric(weighted_by="place").dimension("place", home=HOME, shop=SHOP)
        for group in ("all", "place.home", "place.shop"):
            workshop.every_month("2024-11", "2025-10", 60, 25, 15, group=group)
        workshop.every_month("2025-11", "2026-10", 140, 40, 20)
        workshop.every_month("2025-11", "2026-10", 80, 10, 10, group="place.home")
        workshop.every_month("2025-11", "2026-10", 60, 30, 10, group="place.shop")
        found = change(workshop.build(), "nps", OCTOBER)
        assert found.trend is Trend.UP
        assert found.difference == pytest.approx(0.7 * 70 + 0.3 * 50 - 45)
        assert found.estimate_now.n == 2400

    def test_a_group_that_begins_is_a_break_for_all_customers(self, workshop):
        workshop.metric(weighted_by="place")
        workshop.dimension("place", home=HOME, shop={"weight": 0.3, "valid_from": MERGER})
        for group in ("all", "place.home", "place.shop"):
            workshop.every_month("2024-11", "2026-10", 60, 25, 15, group=group)
        project = workshop.build()
        assert figure(project, "nps", MERGER - 1).n == 100
        assert figure(project, "nps", MERGER).n == 200
        assert change(project, "nps", OCTOBER).trend is Trend.BROKEN
        assert breaks_of(project, "nps") == {MERGER}
        assert breaks_of(project, "nps", "place.home") == frozenset()


@pytest.fixture
def merged(workshop):
    """Two brands of which one became part of the other in April 2026."""
    workshop.metric().dimension("brand", north={"valid_to": MERGER - 1, "successor": "lind"}, lind={}, south={})
    workshop.every_month("2024-11", "2026-10", 200, 100, 100)
    workshop.every_month("2024-11", "2026-03", 20, 20, 10, group="brand.north")
    workshop.every_month("2024-11", "2026-03", 60, 20, 20, group="brand.lind")
    workshop.every_month("2026-04", "2026-10", 100, 40, 30, group="brand.lind")
    return workshop.every_month("2024-11", "2026-10", 80, 20, 20, group="brand.south")


class TestMergers:
    """Groups that became one."""

    def test_a_group_that_ended_has_no_more_values(self, merged):
        merged.answers("2026-04", 20, 20, 10, group="brand.north")
        project = merged.build()
        shown = {figure.month: figure.shown for figure in series(project, "nps", OCTOBER, group="brand.north")}
        assert shown[MERGER - 1] is Shown.FULL
        assert shown[MERGER] is Shown.NO_DATA
        assert segment_groups(project, "nps", MERGER - 1, "brand") == ("brand.north", "brand.lind", "brand.south")
        assert segment_groups(project, "nps", MERGER, "brand") == ("brand.lind", "brand.south")

    def test_the_group_that_took_over_is_not_compared_across_the_merger(self, merged):
        project = merged.build()
        assert change(project, "nps", OCTOBER, "brand.lind").trend is Trend.BROKEN
        assert breaks_of(project, "nps", "brand.lind") == {MERGER}
        assert change(project, "nps", OCTOBER, "brand.south").trend is Trend.UNPROVEN
        assert breaks_of(project, "nps", "brand.south") == frozenset()

    def test_pro_forma_it_always_held_its_predecessors(self, merged):
        project = merged.build()
        course = series(project, "nps", OCTOBER, group="brand.lind", pro_forma=True)
        assert [figure.n for figure in course] == [150] * 17 + [170] * 7
        assert course[0].counts == NpsCounts(80, 40, 30)
        found = change(project, "nps", OCTOBER, "brand.lind", pro_forma=True)
        assert found.trend is Trend.UNPROVEN
        assert found.difference == pytest.approx(100 * ((5 * 50 + 7 * 70) / (5 * 150 + 7 * 170) - 50 / 150))
        assert breaks_of(project, "nps", "brand.lind", pro_forma=True) == frozenset()

    def test_a_new_group_without_a_past_is_a_break_and_not_a_gap(self, workshop):
        workshop.metric().dimension(
            "brand",
            north={"valid_to": MERGER - 1, "successor": "both"},
            south={"valid_to": MERGER - 1, "successor": "both"},
            both={"valid_from": MERGER},
        )
        workshop.every_month("2024-11", "2026-10", 200, 100, 100)
        for group in ("brand.north", "brand.south"):
            workshop.every_month("2024-11", "2026-03", 20, 20, 10, group=group)
        project = workshop.every_month("2026-04", "2026-10", 40, 40, 20, group="brand.both").build()
        assert change(project, "nps", OCTOBER, "brand.both").trend is Trend.BROKEN
        assert [f.n for f in series(project, "nps", OCTOBER, group="brand.both", pro_forma=True)] == [100] * 24
        assert change(project, "nps", OCTOBER, "brand.both", pro_forma=True).difference == 0

    def test_a_hidden_predecessor_hides_the_pro_forma_value(self, workshop):
        workshop.metric().dimension("brand", north={"valid_to": MERGER - 1, "successor": "lind"}, lind={})
        workshop.answers("2026-03", 50, 30, 23).answers("2026-03", 50, 30, 20, group="brand.lind")
        workshop.hide("2026-03", "brand")
        [found] = series(workshop.build(), "nps", MERGER - 1, 1, group="brand.lind", pro_forma=True)
        assert found.shown is Shown.HIDDEN

    def test_predecessors_of_predecessors_count_and_circles_end(self, workshop):
        workshop.metric().dimension("brand", a={"successor": "b"}, b={"successor": "c"}, c={"successor": "a"}, d={})
        project = workshop.build()
        assert predecessors(project, "brand.c") == ("brand.a", "brand.b")
        assert predecessors(project, "brand.d") == ()
        assert predecessors(project, "all") == ()


SINCE = date(2026, 11, 3)


class TestStale:
    """A source that cannot be read."""

    def test_the_last_value_stands_and_says_so(self, workshop):
        project = workshop.metric().answers("2026-08", 50, 30, 20).stale("2026-10", SINCE).build()
        found = figure(project, "nps", OCTOBER)
        assert (found.month, found.n, found.stale_since) == (Month(2026, 8), 100, SINCE)

    def test_a_month_that_has_a_value_keeps_it_and_says_so(self, workshop):
        workshop.metric().answers("2026-09", 50, 30, 20).answers("2026-10", 60, 30, 20).stale("2026-10", SINCE)
        found = figure(workshop.build(), "nps", OCTOBER)
        assert (found.month, found.n, found.stale_since) == (OCTOBER, 110, SINCE)
        assert figure(workshop.build(), "nps", OCTOBER - 1).stale_since is None

    def test_in_a_series_nothing_stands_for_another_month(self, workshop):
        project = workshop.metric().answers("2026-09", 50, 30, 20).stale("2026-10", SINCE).build()
        _, last = series(project, "nps", OCTOBER, 2)
        assert (last.month, last.shown, last.stale_since) == (OCTOBER, Shown.NO_DATA, SINCE)
        assert change(project, "nps", OCTOBER).trend is Trend.NO_HISTORY

    def test_an_edition_does_not_know_what_failed_after_its_day(self, workshop):
        project = workshop.metric().answers("2026-09", 50, 30, 20).stale("2026-10", SINCE).build()
        found = figure(project, "nps", OCTOBER, known_by=date(2026, 11, 2))
        assert (found.shown, found.stale_since) == (Shown.NO_DATA, None)

    def test_without_any_value_there_is_none_to_stand(self, workshop):
        found = figure(workshop.metric().stale("2026-10", SINCE).build(), "nps", OCTOBER)
        assert (found.month, found.shown, found.stale_since) == (OCTOBER, Shown.NO_DATA, SINCE)


class TestFacts:
    """What was counted in full, and what cannot be known yet."""

    @pytest.mark.parametrize(
        ("stats", "shown"),
        [
            ({"count": 12}, Shown.FULL),
            ({"count": 5}, Shown.FULL),
            ({"count": 4}, Shown.HIDDEN),
            ({"count": 0}, Shown.FULL),
        ],
    )
    def test_a_number_is_one_from_k_on_and_nothing_is_a_number_too(self, workshop, stats, shown):
        project = workshop.metric("any", MetricKind.COUNT, unit="count").stats("2026-10", stats, metric="any").build()
        assert figure(project, "any", OCTOBER).shown is shown

    def test_a_response_rate_needs_no_thirty_invitations(self, workshop):
        project = workshop.metric("any", MetricKind.RESPONSE_RATE).answers("2026-10", 3, 12, metric="any").build()
        found = figure(project, "any", OCTOBER)
        assert (found.shown, found.estimate.low, found.estimate.high) == (Shown.FULL, 25, 25)

    def test_few_events_are_compared_exactly(self, workshop):
        workshop.metric("any", MetricKind.COUNT, unit="count", compare="month")
        workshop.stats("2026-09", {"count": 8}, metric="any").stats("2026-10", {"count": 40}, metric="any")
        found = change(workshop.build(), "any", OCTOBER)
        assert (found.trend, found.difference) == (Trend.UP, 32)

    def test_money_is_shown_and_never_tested(self, workshop):
        workshop.metric("any", MetricKind.MONEY, unit="euro", compare="month")
        workshop.stats("2026-09", {"amount": 80, "n": 8}, metric="any")
        workshop.stats("2026-10", {"amount": 99_000, "n": 40}, metric="any")
        found = change(workshop.build(), "any", OCTOBER)
        assert (found.trend, found.difference, found.estimate_now.value) == (Trend.UNTESTED, None, 99_000)

    def test_a_time_that_open_cases_keep_out_of_reach_is_said_to_be_open(self, workshop):
        facts = {"unit": "hours", "clock": {"de": "Kalenderstunden"}}
        workshop.metric("any", MetricKind.TIME_TO_RESOLUTION, **facts)
        project = workshop.stats("2026-10", {"closed-3": 10, "open-5": 30}, metric="any").build()
        found = figure(project, "any", OCTOBER)
        assert (found.shown, found.n, found.estimate) == (Shown.OPEN, 40, None)

    def test_more_answers_than_customers_are_no_finite_population(self, workshop):
        workshop.metric(population=80)
        workshop.answers("2026-10", 33, 15, 12).every_month("2024-11", "2026-09", 33, 15, 12)
        project = workshop.build()
        assert figure(project, "nps", OCTOBER).estimate.method == "finite-population"
        found = change(project, "nps", OCTOBER)
        assert (found.trend, found.estimate_now.method) == (Trend.UNPROVEN, "adjusted-wald")

    def test_answers_that_got_weights_are_not_compared_with_those_before(self, workshop):
        workshop.metric("any", MetricKind.CSAT, compare="month").answers("2026-09", 90, 120, metric="any")
        stats = {"k": 90, "n": 120, "weight-k": 90_000_000, "weight-n": 120_000_000, "squares": 120_000_000}
        project = workshop.stats("2026-10", stats, metric="any").build()
        assert change(project, "any", OCTOBER).trend is Trend.BROKEN
        now, before = figure(project, "any", OCTOBER).estimate, figure(project, "any", OCTOBER - 1).estimate
        assert (now.value, now.low, now.high) == pytest.approx((before.value, before.low, before.high))

    def test_weights_that_are_all_nothing_leave_a_number_of_answers_only(self, workshop):
        stats = {"k": 9, "n": 12, "weight-k": 0, "weight-n": 0, "squares": 0}
        project = workshop.metric("any", MetricKind.CSAT).stats("2026-10", stats, metric="any").build()
        found = figure(project, "any", OCTOBER)
        assert (found.shown, found.n) == (Shown.COUNT_ONLY, 12)
