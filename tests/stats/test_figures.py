"""What is shown of one metric in one month."""

from __future__ import annotations

from datetime import date

import pytest

from chefetage.model.counts import NpsCounts
from chefetage.model.estimate import Shown
from chefetage.model.metric import Cadence
from chefetage.model.month import Month
from chefetage.model.snapshot import RevisionStatus
from chefetage.stats import observations
from chefetage.stats.figures import change, figure, is_hidden, segment_groups, series
from chefetage.stats.nps import estimate_nps

OCTOBER = Month(2026, 10)


def test_a_figure_carries_all_that_is_needed_to_trust_it(workshop):
    project = workshop.metric().answers("2026-10", 180, 140, 80, known_on=date(2026, 11, 9)).build()
    found = figure(project, "nps", OCTOBER)
    assert found.metric is project.metrics["nps"]
    assert (found.month, found.group, found.shown, found.n) == (OCTOBER, "all", Shown.FULL, 400)
    assert found.estimate == estimate_nps(NpsCounts(180, 140, 80))
    assert found.counts == NpsCounts(180, 140, 80)
    assert (found.status, found.known_on, found.source) == (RevisionStatus.FINAL, date(2026, 11, 9), "survey")


def test_an_edition_sees_what_was_known_on_its_day(workshop):
    workshop.metric()
    workshop.answers("2026-10", 18, 14, 8, known_on=date(2026, 11, 3), status=RevisionStatus.PROVISIONAL)
    workshop.answers("2026-10", 180, 140, 80, known_on=date(2026, 11, 16))
    project = workshop.build()
    assert figure(project, "nps", OCTOBER, known_by=date(2026, 11, 2)).shown is Shown.NO_DATA
    assert figure(project, "nps", OCTOBER, known_by=date(2026, 11, 3)).status is RevisionStatus.PROVISIONAL
    assert figure(project, "nps", OCTOBER, known_by=date(2026, 11, 15)).n == 40
    assert figure(project, "nps", OCTOBER, known_by=date(2026, 11, 16)).n == 400
    assert figure(project, "nps", OCTOBER).n == 400


@pytest.mark.parametrize(
    ("answers", "shown", "n"),
    [
        ((0, 0, 0), Shown.NO_ANSWERS, 0),
        ((2, 1, 1), Shown.HIDDEN, None),
        ((2, 2, 1), Shown.COUNT_ONLY, 5),
        ((4, 3, 2), Shown.COUNT_ONLY, 9),
        ((4, 3, 3), Shown.WIDE, 10),
        ((10, 10, 9), Shown.WIDE, 29),
        ((10, 10, 10), Shown.FULL, 30),
    ],
)
def test_few_answers_tell_little(workshop, answers, shown, n):
    found = figure(workshop.metric().answers("2026-10", *answers).build(), "nps", OCTOBER)
    assert (found.shown, found.n) == (shown, n)
    has_value = shown in {Shown.FULL, Shown.WIDE}
    assert (found.estimate is not None, found.counts is not None) == (has_value, has_value)


def test_a_month_without_snapshot_has_no_data(workshop):
    project = workshop.metric().metric("other").answers("2026-10", 180, 140, 80).build()
    for missing in (figure(project, "nps", Month(2026, 9)), figure(project, "other", OCTOBER)):
        assert (missing.shown, missing.n, missing.estimate) == (Shown.NO_DATA, None, None)


def test_an_unknown_metric_is_a_mistake_of_the_caller(workshop):
    with pytest.raises(KeyError):
        figure(workshop.metric().build(), "csat", OCTOBER)


def test_a_series_runs_from_old_to_new_with_its_gaps(workshop):
    workshop.metric().answers("2026-07", 50, 30, 20).answers("2026-10", 60, 30, 10)
    found = series(workshop.build(), "nps", OCTOBER, months=4)
    assert [str(each.month) for each in found] == ["2026-07", "2026-08", "2026-09", "2026-10"]
    assert [each.shown for each in found] == [Shown.FULL, Shown.NO_DATA, Shown.NO_DATA, Shown.FULL]


def test_a_series_is_two_years_unless_asked_otherwise(workshop):
    found = series(workshop.metric().build(), "nps", OCTOBER)
    assert (len(found), found[0].month, found[-1].month) == (24, Month(2024, 11), OCTOBER)


@pytest.fixture
def regions(workshop):
    """Four regions, of which the import has withheld two."""
    workshop.metric().answers("2026-10", 180, 140, 80)
    workshop.answers("2026-10", 100, 50, 30, group="region.south").answers("2026-10", 60, 80, 30, group="region.north")
    return workshop.hide("2026-10", "region")


def test_a_group_that_was_withheld_is_hidden_without_a_number(regions):
    found = figure(regions.build(), "nps", OCTOBER, "region.online")
    assert (found.shown, found.n, found.known_on) == (Shown.HIDDEN, None, None)


def test_a_group_beside_it_is_shown(regions):
    assert figure(regions.build(), "nps", OCTOBER, "region.south").n == 180


def test_a_group_of_a_dimension_that_withholds_nothing_has_no_data(regions):
    assert figure(regions.build(), "nps", OCTOBER, "occasion.fitting").shown is Shown.NO_DATA


def test_before_anything_was_known_nothing_was_hidden(regions):
    assert figure(regions.build(), "nps", OCTOBER, "region.online", date(2026, 10, 31)).shown is Shown.NO_DATA


def test_a_month_in_which_hardly_anybody_answered_is_hidden_as_a_whole(workshop):
    project = workshop.metric().hide("2026-10", "all").build()
    assert figure(project, "nps", OCTOBER).shown is Shown.HIDDEN
    assert figure(project, "nps", OCTOBER, known_by=date(2026, 11, 5)).shown is Shown.HIDDEN


def test_groups_stand_in_the_order_of_their_definition(regions):
    regions.answers("2026-10", 10, 10, 10, group="region.former")
    project = regions.build(dimensions={"region": ("north", "south", "west", "online")})
    assert segment_groups(project, "nps", OCTOBER, "region") == ("region.north", "region.south", "region.former")
    assert is_hidden(project, "nps", OCTOBER, "region")


def test_a_dimension_does_not_swallow_one_with_a_longer_name(workshop):
    workshop.metric().answers("2026-10", 90, 50, 30, group="region.north")
    project = workshop.answers("2026-10", 90, 50, 30, group="region-old.north").build()
    assert segment_groups(project, "nps", OCTOBER, "region") == ("region.north",)
    assert not is_hidden(project, "nps", OCTOBER, "region")


def test_a_month_without_snapshot_has_no_groups_and_hides_none(workshop):
    project = workshop.metric().build()
    assert segment_groups(project, "nps", OCTOBER, "region") == ()
    assert not is_hidden(project, "nps", OCTOBER, "region")


class TestOnceAQuarter:
    @pytest.fixture
    def quarterly(self, workshop):
        workshop.metric(cadence=Cadence.QUARTER).answers("2026-06", 150, 150, 100).answers("2026-09", 180, 140, 80)
        return workshop.answers("2026-09", 60, 40, 30, group="region.north").hide("2026-09", "region")

    def test_a_value_stands_until_the_next_is_due_and_says_its_month(self, quarterly):
        project = quarterly.build()
        found = [figure(project, "nps", month) for month in Month(2026, 8).until(Month(2026, 12))]
        assert [str(each.month) for each in found] == ["2026-06", "2026-09", "2026-09", "2026-09", "2026-12"]
        assert found[-1].shown is Shown.NO_DATA

    def test_so_do_its_groups(self, quarterly):
        project = quarterly.build()
        assert segment_groups(project, "nps", OCTOBER, "region") == ("region.north",)
        assert is_hidden(project, "nps", OCTOBER, "region")
        assert figure(project, "nps", OCTOBER, "region.north").n == 130
        assert figure(project, "nps", OCTOBER, "region.south").shown is Shown.HIDDEN

    def test_what_was_not_yet_known_leaves_the_value_before(self, quarterly):
        found = figure(quarterly.build(), "nps", Month(2026, 8), known_by=date(2026, 7, 1))
        assert (found.month, found.n) == (Month(2026, 6), 400)
        assert figure(quarterly.build(), "nps", OCTOBER, known_by=date(2026, 9, 30)).shown is Shown.NO_DATA

    def test_a_course_holds_each_value_once(self, quarterly):
        found = series(quarterly.build(), "nps", OCTOBER, months=5)
        assert [each.shown for each in found] == [Shown.FULL, *[Shown.NO_DATA] * 2, Shown.FULL, Shown.NO_DATA]

    def test_a_metric_of_every_month_has_none_without_answers(self, workshop):
        project = workshop.metric().answers("2026-09", 180, 140, 80).build()
        assert figure(project, "nps", OCTOBER).shown is Shown.NO_DATA


class TestRaisingK:
    """A snapshot written when k was smaller must not give anybody away."""

    @pytest.fixture
    def written(self, workshop):
        workshop.metric().answers("2026-10", 50, 30, 30)
        for group, counts in {"online": (3, 2, 2), "west": (10, 5, 5), "south": (37, 23, 23)}.items():
            workshop.answers("2026-10", *counts, group=f"region.{group}")
        return workshop

    def test_with_the_old_k_everything_is_shown(self, written):
        project = written.build(k=5)
        assert segment_groups(project, "nps", OCTOBER, "region") == ("region.online", "region.south", "region.west")
        assert figure(project, "nps", OCTOBER, "region.online").shown is Shown.COUNT_ONLY

    def test_the_small_group_and_the_next_smallest_disappear(self, written):
        project = written.build(k=10)
        assert figure(project, "nps", OCTOBER, "region.online").shown is Shown.HIDDEN
        assert figure(project, "nps", OCTOBER, "region.west").shown is Shown.HIDDEN
        assert figure(project, "nps", OCTOBER, "region.south").shown is Shown.FULL
        assert segment_groups(project, "nps", OCTOBER, "region") == ("region.south",)
        assert is_hidden(project, "nps", OCTOBER, "region")

    def test_what_the_file_withholds_helps_to_hide(self, workshop):
        """Of 110 answers 98 stand in the file; the 12 that do not are the next smallest, so west may stay."""
        workshop.metric().answers("2026-10", 60, 30, 20).answers("2026-10", 3, 2, 2, group="region.online")
        workshop.answers("2026-10", 50, 30, 11, group="region.west").hide("2026-10", "region")
        project = workshop.build(k=10)
        assert segment_groups(project, "nps", OCTOBER, "region") == ("region.west",)


def test_numbers_are_read_once_however_often_they_are_shown(workshop, monkeypatch):
    """Otherwise a site of a thousand editions would take a thousand times a thousand steps."""
    calls = []
    read = observations.counts_from
    monkeypatch.setattr(observations, "counts_from", lambda stats, kind: calls.append(1) or read(stats, kind))
    project = workshop.metric().every_month("2017-01", "2026-10", 180, 140, 80).build()
    for month in project.snapshots:
        series(project, "nps", month)
        change(project, "nps", month, known_by=month.last_day)
    assert len(calls) == len(project.snapshots) == 118
