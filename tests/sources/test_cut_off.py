"""When a value is final: by site, by source, and by country."""

from datetime import date, timedelta

import pytest

from chefetage.model.dimension import Dimension, SegmentValue
from chefetage.model.month import Month
from chefetage.sources.cut_off import statuses
from chefetage.sources.revisions import Step

OCTOBER = Month(2026, 10)
END = date(2026, 10, 31)


def dimension(**days):
    """A dimension: id of the group = its own cut-off."""
    return Dimension(
        name={"de": "Land"}, values={one: SegmentValue(name={"de": one}, cut_off_days=own) for one, own in days.items()}
    )


def final_from(desk, group):
    """Return how many days after the month's end a group's value is final."""
    project = desk.project
    source = project.sources["survey"]
    return next(
        days
        for days in range(100)
        if statuses(source, project, OCTOBER, END + timedelta(days=days)).of(group) == "final"
    )


def test_the_sites_days_count_unless_the_source_has_its_own(desk):
    assert final_from(desk, "all") == 15
    desk.source = {"cut_off_days": 3}
    assert final_from(desk, "all") == 4
    desk.source = {"cut_off_days": 0}
    assert final_from(desk, "all") == 1


def test_a_country_with_days_of_its_own_settles_by_itself_and_all_wait_for_the_last(desk):
    desk.dimensions = {"country": dimension(de=7, at=None, ch=40)}
    assert {group: final_from(desk, f"country.{group}") for group in ("de", "at", "ch")} == {
        "de": 8, "at": 15, "ch": 41,
    }  # fmt: skip
    assert final_from(desk, "all") == 41


def test_where_all_countries_settle_early_so_does_the_whole(desk):
    desk.dimensions = {"country": dimension(de=7, at=5)}
    assert final_from(desk, "all") == 8


def test_groups_that_cut_across_countries_wait_for_the_last_of_them(desk):
    desk.dimensions = {"country": dimension(de=7, ch=40), "occasion": dimension(repair=None)}
    assert final_from(desk, "occasion.repair") == 41


def test_two_dimensions_with_days_of_their_own_wait_for_each_other(desk):
    desk.dimensions = {"country": dimension(de=7, ch=40), "brand": dimension(x=60, y=1)}
    days = {group: final_from(desk, group) for group in ("country.de", "country.ch", "brand.x", "brand.y", "all")}
    assert days == {"country.de": 61, "country.ch": 61, "brand.x": 61, "brand.y": 41, "all": 61}


def test_a_country_that_is_no_more_keeps_nobody_waiting(desk):
    gone = SegmentValue(name={"de": "ch"}, cut_off_days=90, valid_to=Month(2026, 9))
    countries = dimension(de=7)
    desk.dimensions = {"country": countries.model_copy(update={"values": {**countries.values, "ch": gone}})}
    assert final_from(desk, "all") == 8


def test_a_country_becomes_final_while_the_whole_is_still_provisional(desk):
    values = {
        "de": SegmentValue(name={"de": "de"}, answers=("DE",), cut_off_days=7),
        "ch": SegmentValue(name={"de": "ch"}, answers=("CH",), cut_off_days=25),
    }
    desk.dimensions = {"country": Dimension(name={"de": "Land"}, values=values)}
    desk.scores({}, country={"DE": {9: 30}, "CH": {9: 30}})
    first = desk.refresh(day=3)
    assert {one.after.status for one in first.differences} == {"provisional"}
    settled = desk.refresh(day=8)
    assert {one.group: one.step for one in settled.differences} == {"country.de": Step.SETTLED}
    assert desk.refresh(day=9).differences == ()
    last = desk.refresh(day=26)
    assert {one.group: one.step for one in last.differences} == {"all": Step.SETTLED, "country.ch": Step.SETTLED}
    assert desk.refresh(day=27).differences == ()


@pytest.mark.parametrize(("day", "step"), [(5, Step.REVISED), (9, Step.RESTATED)])
def test_a_change_after_a_country_is_final_is_a_correction_there_only(desk, day, step):
    values = {
        "de": SegmentValue(name={"de": "de"}, answers=("DE",), cut_off_days=7),
        "ch": SegmentValue(name={"de": "ch"}, answers=("CH",), cut_off_days=25),
    }
    desk.dimensions = {"country": Dimension(name={"de": "Land"}, values=values)}
    desk.scores({}, country={"DE": {9: 30}, "CH": {9: 30}})
    desk.refresh(day=3)
    desk.refresh(day=day - 1)
    desk.scores({}, country={"DE": {9: 50}, "CH": {9: 30}})
    steps = {one.group: one.step for one in desk.refresh(day=day).differences}
    assert steps == {"all": Step.REVISED, "country.de": step}


def test_january_is_final_in_february_of_the_same_year_and_december_in_the_next(desk):
    project = desk.project
    source = project.sources["survey"]
    january, december = Month(2027, 1), Month(2026, 12)
    assert statuses(source, project, january, date(2027, 2, 14)).usual == "provisional"
    assert statuses(source, project, january, date(2027, 2, 15)).usual == "final"
    assert statuses(source, project, december, date(2027, 1, 14)).usual == "provisional"
    assert statuses(source, project, december, date(2027, 1, 15)).usual == "final"
