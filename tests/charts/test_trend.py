from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from tests.charts.conftest import OCTOBER, change, event, figure, metric, parse, series

from chefetage.charts import draw_trend
from chefetage.charts.canvas import FLAG
from chefetage.charts.trend_marks import flag_rows
from chefetage.locales import speak
from chefetage.model.estimate import Change, Shown, Trend
from chefetage.model.metric import Comparison, Target
from chefetage.model.month import Month

YEARS = series([30 + index * 0.4 for index in range(24)])


def test_a_trend_is_drawn_wide_and_narrow(locale) -> None:
    drawing = parse(draw_trend(YEARS, locale))
    assert drawing.count("ce-trend--wide") == drawing.count("ce-trend--narrow") == 1
    assert drawing.count("s-line") == drawing.count("s-band") == 2


def test_the_zero_line_is_always_drawn_for_points(german) -> None:
    assert parse(draw_trend(YEARS, german)).count("s-zero") == 2
    assert parse(draw_trend(series([-30, -20]), german)).count("s-zero") == 2


def test_percent_above_zero_has_no_line_that_looks_like_zero(german) -> None:
    assert parse(draw_trend(series([80, 82, 84], of=metric("csat")), german)).count("s-zero") == 0


def test_hidden_months_are_gaps_with_a_cross_and_are_explained(german) -> None:
    markup = draw_trend(series([30, 31, Shown.HIDDEN, Shown.HIDDEN, Shown.HIDDEN, 35, 36]), german)
    drawing = parse(markup)
    assert drawing.count("s-line") == 4
    assert drawing.count("s-gap") == 6
    assert "× zu wenige Antworten, um sie zu zeigen: Juni 2026 bis Aug. 2026" in markup


def test_months_before_the_first_value_are_not_a_gap(german) -> None:
    markup = draw_trend(series([Shown.NO_DATA, Shown.NO_DATA, 31, 32]), german)
    assert parse(markup).count("s-gap") == 0
    assert "ce-gaps" not in markup


def test_a_break_interrupts_greys_and_is_explained(german) -> None:
    markup = draw_trend(YEARS, german, events=[event("2025-05-12", "E-Mail statt Brief", breaks=True)])
    drawing = parse(markup)
    assert drawing.count("s-line--old") == 2
    assert drawing.count("s-break") == 2
    assert "Bruch: E-Mail statt Brief. Davor und danach sind nicht vergleichbar." in markup


def test_the_two_periods_compared_are_drawn_with_their_values(locale) -> None:
    drawing = parse(draw_trend(YEARS, locale, change=change(31, 36)))
    assert drawing.count("s-level") == 4
    assert drawing.count("s-level--py") == 2
    assert any(locale.number(31, 1) in text and "2025" in text for text in drawing.texts())
    assert any(locale.number(36, 1) in text and "2026" in text for text in drawing.texts())
    assert locale.number(36, 1) in drawing.label


@pytest.mark.parametrize("form", ["ce-trend--wide", "ce-trend--narrow"])
def test_the_labels_of_the_two_periods_never_touch(german, form) -> None:
    flat = series([41] * 24, of=metric("complaint-rate", unit="per-thousand", exposure={"de": "Bestellungen"}))
    drawing = parse(draw_trend(flat, german, change=change(41, 41))).all(form)[0]
    labels = [
        node for node in drawing.iter("text") if "je 1.000 bis" in (text := "".join(node.itertext())) or ": 41" in text
    ]
    one, other = ((float(node.get("x", 0)), float(node.get("y", 0))) for node in labels)
    assert abs(other[1] - one[1]) > 14 or abs(other[0] - one[0]) > 280


def test_periods_that_may_not_be_compared_are_not_drawn(german) -> None:
    broken = Change(Trend.BROKEN, Comparison.YEAR, (Month(2025, 11), OCTOBER), (Month(2024, 11), Month(2025, 10)))
    assert parse(draw_trend(YEARS, german, change=broken)).count("s-level") == 0
    assert parse(draw_trend(YEARS, german)).count("s-level") == 0


def test_the_label_of_a_target_keeps_clear_of_the_course(german) -> None:
    target = Target(by=date(2026, 12, 31), value=40)
    drawing = parse(draw_trend(series([40] * 24), german, target=target)).all("ce-trend--wide")[0]
    band = next(node for node in drawing.iter("path") if node.get("class") == "s-band")
    heights = [float(pair.split()[1]) for pair in band.get("d", "").strip("Mz").split("L")]
    label = next(node for node in drawing.iter("text") if (node.text or "").startswith("Ziel"))
    assert not min(heights) < float(label.get("y", "0")) < max(heights)


def test_events_are_numbered_and_explained_in_order(german) -> None:
    later, earlier = event("2026-06-01", "SMS"), event("2025-11-03", "Rückruf")
    drawing = parse(draw_trend(YEARS, german, events=[later, earlier]))
    items = ["".join(node.itertext()) for node in drawing.root.iter("li")]
    assert items == ["Nov. 2025 Rückruf", "Juni 2026 SMS"]
    assert drawing.count("s-flag") == 4


def test_events_outside_the_months_are_left_out(german) -> None:
    assert parse(draw_trend(YEARS, german, events=[event("2020-01-01")])).count("s-flag") == 0


@pytest.mark.parametrize("step", [13.0, 35.2])
def test_flags_never_overlap(step: float) -> None:
    events = [event(day) for day in ("2026-01-03", "2026-01-20", "2026-02-01", "2026-02-10", "2026-05-01")]
    placed: list[tuple[float, int]] = []
    for item, row in zip(events, flag_rows(events, Month(2024, 11), step), strict=True):
        x = ((item.date.year - 2024) * 12 + item.date.month - 11) * step
        assert all(abs(x - other) > 2 * FLAG for other, at in placed if at == row)
        placed.append((x, row))


def test_a_target_is_hollow_and_says_when_it_is_due(locale) -> None:
    drawing = parse(draw_trend(YEARS, locale, target=Target(by=date(2026, 12, 31), value=45)))
    assert drawing.count("s-pl") == 2
    assert "45" in drawing.label


def test_the_latest_value_keeps_away_from_the_target_s_line(german) -> None:
    near = Target(by=date(2026, 12, 31), value=41)
    drawing = parse(draw_trend(series([40] * 24), german, target=near))
    bar, number = drawing.all("s-pl")[0], drawing.all("t-val")[0]
    assert float(number.get("y", "0")) > float(bar.get("y", "0")) + 20


def test_a_target_far_ahead_does_not_squeeze_the_months(german) -> None:
    far = Target(by=date(2031, 12, 31), value=45)
    drawing = parse(draw_trend(YEARS, german, target=far))
    assert len(drawing.all("ce-trend--wide")[0].findall("text[@class='t-note']")) < 45


def test_everything_stays_inside_the_drawing(locale) -> None:
    for months in (2, 5, 13, 24):
        for wide in parse(draw_trend(YEARS[-months:], locale)).all("ce-trend"):
            width = float(wide.get("viewBox", "").split()[2])
            assert all(0 <= float(dot.get("cx", "0")) <= width for dot in wide.iter("circle"))


def test_years_below_the_narrow_drawing_do_not_collide(german) -> None:
    far = Target(by=date(2027, 6, 30), value=45)
    narrow = parse(draw_trend(YEARS, german, target=far)).all("ce-trend--narrow")[0]
    starts = sorted(float(n.get("x", "0")) for n in narrow.iter("text") if (n.text or "").startswith("Jan."))
    assert all(second - first > 62 for first, second in pairwise(starts))


def test_nothing_to_draw_is_said(locale) -> None:
    for nothing in ((), (figure(None), figure(None, shown=Shown.HIDDEN))):
        assert locale.say("charts.nothing") in draw_trend(nothing, locale)


def test_titles_of_events_are_escaped_and_keep_their_language() -> None:
    markup = draw_trend(YEARS, speak("en"), events=[event("2026-01-02", "<script>")])
    assert "<script>" not in markup
    assert '<span lang="de">' in markup


def test_no_colour_and_no_blank_line_in_the_drawing(german) -> None:
    markup = draw_trend(YEARS, german, target=Target(by=date(2026, 12, 31), value=45), events=[event("2026-01-02")])
    assert "#" not in markup
    assert "style=" not in markup
    assert "\n" not in markup
