from __future__ import annotations

import pytest
from tests.charts.conftest import change, figure, metric

from chefetage.charts.scales import Axis, axis_for, groups_axis, metric_axis
from chefetage.model.metric import Unit


def test_points_always_include_zero() -> None:
    assert axis_for([figure(41), 45.0], Unit.POINTS) == Axis(0, 60)
    assert axis_for([figure(-30)], Unit.POINTS) == Axis(-40, 0)


def test_percent_may_start_above_zero_because_ends_are_labelled() -> None:
    assert axis_for([figure(83, of=metric("csat")), 87.0], Unit.PERCENT) == Axis(60, 100)


def test_bars_start_at_zero() -> None:
    assert axis_for([83.0], Unit.PERCENT, zero=True).low == 0


def test_percent_never_leaves_zero_to_a_hundred() -> None:
    assert axis_for([figure(99, of=metric("csat"))], Unit.PERCENT).high == 100
    assert axis_for([figure(1, of=metric("csat"))], Unit.PERCENT).low == 0


def test_the_period_before_fits_on_the_scale() -> None:
    assert axis_for([figure(41), change(before=-12)], Unit.POINTS).low <= -12


def test_a_small_change_looks_small() -> None:
    axis = axis_for([50.0, 51.0], Unit.PERCENT)
    assert axis.high - axis.low >= 40


def test_nothing_to_show_still_has_a_scale() -> None:
    assert axis_for([], Unit.PERCENT) == Axis(0, 100)
    assert axis_for([None, figure(None)], Unit.POINTS).high == 40


def test_a_metric_may_ask_for_its_own_scale() -> None:
    assert metric_axis(metric(axis=(-20, 80)), [figure(41)]) == Axis(-20, 80)
    assert metric_axis(metric(), [figure(41)]) == Axis(0, 60)


def test_what_lies_outside_stands_at_the_end() -> None:
    assert Axis(0, 60).at(75) == 100
    assert Axis(0, 60).at(-5) == 0


@pytest.mark.parametrize("axis", [Axis(0, 60), Axis(-100, 100), Axis(40, 100), Axis(-40, 20), Axis(0, 8)])
def test_a_scale_has_few_labels_and_both_ends(axis: Axis) -> None:
    ticks = axis.ticks()
    assert ticks[0] == axis.low
    assert ticks[-1] == axis.high
    assert 2 <= len(ticks) <= 8


def test_groups_have_the_scale_of_their_metric_unless_one_lies_outside() -> None:
    csat = metric("csat", axis=(50, 100))
    assert groups_axis(csat, [figure(80, of=csat), figure(70, of=csat)]) == Axis(50, 100)
    assert groups_axis(csat, [figure(80, of=csat), figure(30, of=csat)]).low <= 20
