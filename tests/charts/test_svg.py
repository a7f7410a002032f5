from __future__ import annotations

from markupsafe import Markup

from chefetage.charts.svg import element, number, path, words


def test_what_is_drawn_is_escaped() -> None:
    drawn = words('<b>"Ärger" & Freude</b>', 0, 0)
    assert "<b>" not in drawn
    assert "&lt;b&gt;" in drawn
    assert "&amp;" in drawn


def test_attributes_are_escaped() -> None:
    assert element("svg", aria_label='a"b<c') == '<svg aria-label="a&#34;b&lt;c"/>'


def test_markup_inside_an_element_stays_markup() -> None:
    assert element("g", Markup("<a/>"), "<b/>") == "<g><a/>&lt;b/&gt;</g>"


def test_numbers_have_at_most_two_decimals_and_no_negative_zero() -> None:
    assert [number(value) for value in (1 / 3, 12.5, 100, -0.001, -2.346)] == ["0.33", "12.5", "100", "0", "-2.35"]


def test_an_attribute_can_be_left_out_or_have_no_value() -> None:
    assert element("a", href=None, hidden="") == "<a hidden/>"


def test_a_single_point_is_a_dot() -> None:
    assert 'd="M1 2h0"' in path("s-line", [(1, 2)])
