from __future__ import annotations

from tests.charts.conftest import event, figure, metric, parse, series

from chefetage.charts import draw_spark
from chefetage.model.estimate import Shown


def test_a_spark_is_one_line_with_one_band(german) -> None:
    drawing = parse(draw_spark(series(range(30, 54)), german))
    assert drawing.count("s-line") == drawing.count("s-band") == 1
    assert drawing.count("s-ac") == 1


def test_first_and_last_month_stand_below(german) -> None:
    assert "Nov. 2024" in draw_spark(series(range(30, 54)), german)
    assert "Okt. 2026" in draw_spark(series(range(30, 54)), german)


def test_a_missing_month_interrupts_the_line(german) -> None:
    drawing = parse(draw_spark(series([30, 31, Shown.NO_DATA, 33, 34]), german))
    assert drawing.count("s-line") == 2
    assert drawing.count("s-gap") == 0


def test_a_hidden_month_is_a_gap_with_a_mark_and_never_zero(german) -> None:
    drawing = parse(draw_spark(series([30, 31, Shown.HIDDEN, 33, 34]), german))
    assert drawing.count("s-gap") == 1
    assert "ohne Wert: Aug. 2026" in drawing.label


def test_a_break_interrupts_the_line_and_greys_what_came_before(german) -> None:
    drawing = parse(draw_spark(series(range(30, 40)), german, [event("2026-05-12", breaks=True)]))
    assert drawing.count("s-line") == 2
    assert drawing.count("s-line--old") == 1
    assert "Bruch in der Reihe: Mai 2026" in drawing.label


def test_a_break_of_another_metric_does_not_matter(german) -> None:
    cut = event("2026-05-12", breaks=True, metrics=("csat",))
    assert parse(draw_spark(series(range(30, 40)), german, [cut])).count("s-line") == 1


def test_a_month_that_stands_alone_is_a_dot(german) -> None:
    drawing = parse(draw_spark(series([30, Shown.HIDDEN, 33]), german))
    assert drawing.count("s-line--dot") == 2


def test_no_value_at_the_end_has_no_dot(german) -> None:
    assert parse(draw_spark(series([30, 31, Shown.HIDDEN]), german)).count("s-ac") == 0


def test_the_sentence_names_ends_and_extremes_without_judging(locale) -> None:
    label = parse(draw_spark(series([31, 28, 44, 41]), locale)).label
    for value in ("31", "28", "44", "41"):
        assert value in label


def test_equal_steps_look_equal_whatever_the_metric(german) -> None:
    def height(markup: str) -> float:
        points = parse(markup).all("s-line")[0].get("d", "")[1:].split("L")
        return float(points[0].split()[1]) - float(points[-1].split()[1])

    nps, csat = series([30, 40]), series([70, 80], of=metric("csat"))
    assert abs(height(draw_spark(nps, german)) - height(draw_spark(csat, german))) < 0.5


def test_an_empty_series_is_nothing_and_one_without_values_is_empty(locale) -> None:
    assert draw_spark((), locale) == ""
    drawing = parse(draw_spark((figure(None), figure(None)), locale))
    assert drawing.count("s-line") == 0
