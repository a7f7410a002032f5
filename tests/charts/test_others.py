from __future__ import annotations

from dataclasses import replace

import pytest
from tests.charts.conftest import figure, metric, parse

from chefetage.charts import (
    Axis,
    Mark,
    MoneyBar,
    draw_distribution,
    draw_mark,
    draw_money,
    draw_pair,
    draw_segment,
    legend,
)
from chefetage.model.counts import NpsCounts
from chefetage.model.estimate import Shown
from chefetage.model.measure import Evidence
from chefetage.model.money import Money


def test_a_segment_says_nothing_because_its_row_does() -> None:
    drawing = parse(draw_segment(figure(8), Axis(-20, 60)))
    assert drawing.root[0].get("aria-hidden") == "true"
    assert drawing.count("s-zero") == 1
    assert drawing.count("s-ci") == 3


def test_a_hidden_segment_is_an_empty_scale() -> None:
    drawing = parse(draw_segment(figure(None, shown=Shown.HIDDEN), Axis(-20, 60)))
    assert drawing.count("s-ac") == drawing.count("s-ci") == 0
    assert drawing.count("s-axis") == 1


def test_a_pair_names_each_row_and_shares_one_scale(locale) -> None:
    drawing = parse(draw_pair([("Planung", figure(58)), ("Kundendienst", figure(2))], locale))
    assert {"Planung", "Kundendienst", "58", "2"} <= set(drawing.texts())
    assert drawing.count("s-zero") == 1
    assert "Planung: 58" in drawing.label


def test_a_pair_keeps_long_names_inside(german) -> None:
    name = "vollständig am Tag der Montage in allen Studios"
    node = next(n for n in parse(draw_pair([(name, figure(50))], german)).root.iter("text") if n.text == name)
    assert node.get("x") == "0"


def test_a_pair_says_why_a_value_is_missing(german) -> None:
    drawing = parse(draw_pair([("online", figure(None, shown=Shown.HIDDEN))], german))
    assert "online: zu wenige Antworten, um sie zu zeigen" in drawing.texts()


def test_an_empty_pair_is_nothing(german) -> None:
    assert draw_pair([], german) == ""


def test_a_distribution_shows_three_parts_for_a_recommendation(locale) -> None:
    now = replace(figure(41), counts=NpsCounts(57, 27, 16), n=100)
    drawing = parse(draw_distribution(now, replace(now, counts=NpsCounts(51, 27, 22)), locale))
    assert drawing.count("ce-dist") == 2
    assert drawing.count("ce-dist--py") == 1
    assert [node.get("width") for node in drawing.all("d2")] == ["12", "22%", "16%"]


def test_a_distribution_shows_two_parts_for_a_share(german) -> None:
    drawing = parse(draw_distribution(figure(83, of=metric("csat")), None, german))
    assert drawing.count("d2") == 0
    assert "83\u00a0%" in drawing.texts()


def test_a_part_too_small_for_its_number_has_none_but_is_said(german) -> None:
    drawing = parse(draw_distribution(replace(figure(41), counts=NpsCounts(95, 3, 2)), None, german))
    assert drawing.texts() == ["95\u00a0%"]
    assert "2\u00a0% eher nicht (0–6)" in drawing.label


def test_the_distribution_of_a_hidden_month_is_nothing(german) -> None:
    assert draw_distribution(figure(None, shown=Shown.HIDDEN), None, german) == ""


def test_a_hidden_month_is_not_compared(german) -> None:
    drawing = parse(draw_distribution(figure(41), figure(None, shown=Shown.HIDDEN), german))
    assert drawing.count("ce-dist") == 1


def test_money_is_filled_up_to_the_least_and_a_whisker_leads_to_the_most(german) -> None:
    rows = [
        MoneyBar("Lager", Money(low=100_000, high=300_000), Evidence.PLANNED, note="geplant"),
        MoneyBar("SMS", Money(low=12_000, high=12_000), Evidence.CONFIRMED),
    ]
    markup = draw_money(rows, german, prefix="a")
    drawing = parse(markup)
    assert [node.get("x") for node in drawing.root.iter("rect")] == ["0", "0"]
    assert drawing.all("s-fc")[0].get("fill") == "url(#a-hatch)"
    assert drawing.all("s-fc")[0].get("width") == "33.33%"
    whisker = drawing.all("s-ci")
    assert [(node.get("x1"), node.get("x2")) for node in whisker] == [
        ("33.33%", "100%"), ("33.33%", "33.33%"), ("100%", "100%"),
    ]  # fmt: skip
    assert drawing.count("s-zero") == 2
    assert 'id="a-hatch"' in markup


def test_confirmed_measured_and_planned_money_look_different(german) -> None:
    money = Money(low=1, high=2)
    markup = draw_money([MoneyBar(each, money, each) for each in Evidence], german)
    looks = {(n.get("class"), n.get("fill"), n.get("fill-opacity")) for n in parse(markup).root.iter("rect")}
    assert len(looks) == len(Evidence)


def test_measured_money_needs_no_hatching(german) -> None:
    assert "pattern" not in draw_money([MoneyBar("SMS", Money(low=1, high=2), Evidence.MEASURED)], german)
    assert draw_money([], german) == ""


def test_money_of_nothing_does_not_fail(german) -> None:
    assert "s-zero" in draw_money([MoneyBar("nichts", Money(low=0, high=0), Evidence.CONFIRMED)], german)


@pytest.mark.parametrize("mark", list(Mark))
def test_every_mark_can_be_drawn_and_is_hidden_from_screen_readers(mark: Mark) -> None:
    assert parse(draw_mark(mark)).root[0].get("aria-hidden") == "true"


def test_states_differ_in_shape_and_not_only_in_colour() -> None:
    states = [Mark.OPEN, Mark.AGREED, Mark.DECLINED, Mark.DONE, Mark.OVERDUE]
    assert len({draw_mark(mark) for mark in states}) == len(states)
    assert draw_mark(Mark.UP_GOOD).replace("good", "") != draw_mark(Mark.DOWN_GOOD).replace("good", "")


def test_a_legend_names_its_marks() -> None:
    markup = legend([(Mark.ACTUAL, "Oktober <2026>")], "So lesen")
    assert 'aria-label="So lesen"' in markup
    assert "Oktober &lt;2026&gt;" in markup
