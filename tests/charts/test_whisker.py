from __future__ import annotations

from itertools import pairwise

import pytest
from tests.charts.conftest import change, figure, metric, parse

from chefetage.charts import Axis, draw_whisker
from chefetage.locales import speak
from chefetage.model.estimate import Shown


def test_a_whisker_has_value_interval_target_and_the_period_before(locale) -> None:
    drawing = parse(draw_whisker(figure(41), change(), locale, target=45))
    assert drawing.count("s-ac") == 1
    assert drawing.count("s-ci") == 3
    assert drawing.count("s-pl") == 1
    assert drawing.count("s-py") == 1


def test_without_a_change_there_is_no_grey_dot(german) -> None:
    assert parse(draw_whisker(figure(41), None, german)).count("s-py") == 0


def test_it_says_what_it_shows_in_the_page_s_language() -> None:
    german = parse(draw_whisker(figure(41, half=5), change(), speak("de"), target=45)).label
    english = parse(draw_whisker(figure(41, half=5), change(), speak("en"), target=45)).label
    assert german == (
        "41\u00a0Punkte, Intervall 36 bis 46; Ziel 45\u00a0Punkte; November 2024 bis Oktober 2025: 31,0\u00a0Punkte"
    )
    assert english.startswith("41\u00a0points, interval 36 to 46; Target 45\u00a0points; November 2024 to October 2025")


def test_the_interval_is_labelled_in_one_piece(german) -> None:
    texts = parse(draw_whisker(figure(83, of=metric("csat"), half=2.5), None, german)).texts()
    assert "81 bis 86\u00a0%" in texts


def test_both_ends_of_the_scale_are_labelled(german) -> None:
    texts = parse(draw_whisker(figure(83, of=metric("csat")), None, german)).texts()
    assert texts[:2] == ["60\u00a0%", "100\u00a0%"]


@pytest.mark.parametrize("value", [1, 20, 50, 80, 97])
def test_labels_do_not_collide(german, value: float) -> None:
    """In the narrowest column, 250 pixels, labels on one height keep apart."""
    drawing = parse(draw_whisker(figure(value, of=metric("csat"), half=2), None, german, axis=Axis(0, 100)))
    rows: dict[str, list[tuple[float, float]]] = {}
    for node in drawing.root.iter("text"):
        x = float(node.get("x", "0").rstrip("%")) * 2.5
        wide = len("".join(node.itertext())) * 7
        left = {"start": x, "middle": x - wide / 2, "end": x - wide}[node.get("text-anchor", "start")]
        rows.setdefault(node.get("y", ""), []).append((left, left + wide))
    for spans in rows.values():
        spans.sort()
        assert all(first[1] <= second[0] for first, second in pairwise(spans))
        assert spans[0][0] >= -1
        assert spans[-1][1] <= 251


def test_a_target_at_the_end_has_its_label_on_the_inner_side(german) -> None:
    drawing = parse(draw_whisker(figure(41), None, german, target=58, axis=Axis(0, 60)))
    label = next(node for node in drawing.root.iter("text") if node.text == "Ziel 58")
    assert label.get("text-anchor") == "end"


@pytest.mark.parametrize("shown", [Shown.HIDDEN, Shown.COUNT_ONLY, Shown.NO_ANSWERS, Shown.NO_DATA])
def test_what_may_not_be_shown_is_a_word_and_never_a_mark(locale, shown: Shown) -> None:
    hidden = figure(None, shown=shown, n=7)
    drawing = parse(draw_whisker(hidden, change(), locale, target=45))
    assert drawing.count("s-ac") == drawing.count("s-ci") == drawing.count("s-py") == 0
    assert locale.figure(hidden) in drawing.texts()
    assert drawing.label == locale.figure(hidden)


def test_few_answers_are_greyed(german) -> None:
    assert parse(draw_whisker(figure(30, shown=Shown.WIDE, n=20), None, german)).count("s-wide") == 1


def test_zero_inside_the_scale_is_marked(german) -> None:
    assert parse(draw_whisker(figure(2), None, german, axis=Axis(-20, 40))).count("s-zero") == 1


def test_zero_inside_the_scale_is_labelled_where_there_is_room(german) -> None:
    assert "0" in parse(draw_whisker(figure(40), None, german, axis=Axis(-20, 60))).texts()
    assert "0" not in parse(draw_whisker(figure(8), None, german, axis=Axis(-20, 60))).texts()


def test_equal_figures_give_equal_bytes(german) -> None:
    assert draw_whisker(figure(41), change(), german) == draw_whisker(figure(41), change(), german)
    assert "\n" not in draw_whisker(figure(41), change(), german)


def test_an_end_that_the_interval_would_touch_has_no_label_and_the_row_stays(german) -> None:
    drawing = parse(draw_whisker(figure(90, of=metric("csat"), half=6), None, german, axis=Axis(50, 100)))
    assert "50\u00a0%" in drawing.texts()
    assert "100\u00a0%" not in drawing.texts()
    assert drawing.count("ce-whisker--tall") == 0
