"""Numbers, dates and changes as a reader sees them."""

from __future__ import annotations

from datetime import date

import pytest

from chefetage.locales import speak
from chefetage.locales.report import report
from chefetage.model.estimate import Change, Estimate, Trend
from chefetage.model.location import Location
from chefetage.model.metric import Comparison, Metric, Unit
from chefetage.model.money import Money, Span
from chefetage.model.month import Month
from chefetage.model.problem import Problem, Severity

DE, EN = speak("de"), speak("en")


@pytest.mark.parametrize(
    ("value", "decimals", "german", "english"),
    [
        (1234567.5, 1, "1.234.567,5", "1,234,567.5"),
        (-2.5, 0, "−3", "−3"),
        (2.5, 0, "3", "3"),
        (-0.4, 0, "0", "0"),
        (0, 0, "0", "0"),
    ],
)
def test_numbers_are_rounded_half_away_from_zero_and_grouped(value, decimals, german, english):
    assert DE.number(value, decimals) == german
    assert EN.number(value, decimals) == english


def test_percent_has_a_no_break_space_in_german_and_none_in_english():
    assert DE.value(82.5, Unit.PERCENT, 1) == "82,5\u00a0%"
    assert EN.value(82.5, Unit.PERCENT, 1) == "82.5%"
    assert DE.value(41, Unit.POINTS) == "41"


def test_a_difference_of_shares_is_in_percentage_points():
    assert DE.difference(-6.5, Unit.PERCENT, 1) == "−6,5\u00a0PP"
    assert EN.difference(-6.5, Unit.PERCENT, 1) == "−6.5\u00a0pp"
    assert DE.difference(12, Unit.POINTS) == "+12\u00a0Punkte"
    assert DE.difference(1, Unit.POINTS) == "+1\u00a0Punkt"


def test_intervals_come_in_words():
    assert DE.interval(79.6, 85.2, Unit.PERCENT) == "80 bis 85\u00a0%"
    assert EN.interval(79.6, 85.2, Unit.PERCENT) == "80 to 85%"
    assert DE.signed_interval(-5, 11) == "−5 bis +11"


@pytest.mark.parametrize(
    ("value", "unit", "german", "english"),
    [
        (5.75, Unit.SCALE, "5,8", "5.8"),
        (2.98, Unit.PER_THOUSAND, "3,0 je 1.000", "3.0 per 1,000"),
        (0.844, Unit.PER_THOUSAND, "0,84 je 1.000", "0.84 per 1,000"),
        (6, Unit.HOURS, "6,0\u00a0Stunden", "6.0\u00a0hours"),
        (33, Unit.DAYS, "33\u00a0Tage", "33\u00a0days"),
        (1234, Unit.COUNT, "1.234", "1,234"),
        (19234, Unit.EURO, "19.000\u00a0€", "€19,000"),
        (-19234, Unit.EURO, "−19.000\u00a0€", "−€19,000"),
    ],
)
def test_an_estimate_is_rounded_as_its_unit_deserves(value, unit, german, english):
    estimate = Estimate(value, value, value, 100, "test")
    assert DE.estimate(estimate, unit) == german
    assert EN.estimate(estimate, unit) == english


def test_one_of_a_unit_is_said_in_the_singular():
    assert (DE.value(1, Unit.HOURS), EN.value(1, Unit.DAYS)) == ("1\u00a0Stunde", "1\u00a0day")
    assert DE.difference(-1, Unit.DAYS) == "−1\u00a0Tag"
    assert DE.difference(0.3, Unit.SCALE, 1) == "+0,3\u00a0Skalenpunkte"
    assert EN.difference(1200, Unit.EURO) == "+€1,200"


def test_an_interval_names_its_unit_once_and_its_currency_twice():
    assert EN.interval(3, 15, Unit.HOURS) == "3 to 15\u00a0hours"
    assert EN.interval(100, 250, Unit.EURO) == "€100 to €250"
    assert DE.interval(100, 250, Unit.EURO) == "100 bis 250\u00a0€"


def test_a_target_is_as_exact_as_it_was_set():
    assert [DE.stated(value, Unit.SCALE) for value in (6, 5.5, 5.25)] == ["6", "5,5", "5,25"]


def test_points_are_named_aloud():
    assert (DE.spoken(41, Unit.POINTS), DE.spoken(-1, Unit.POINTS)) == ("41\u00a0Punkte", "−1\u00a0Punkt")
    assert EN.spoken(83, Unit.PERCENT) == "83%"


def test_money_is_an_amount_or_a_range():
    assert DE.money(Money(low=85000, high=85000)) == "85.000\u00a0€"
    assert DE.money(Money(low=12000, high=20000)) == "12.000 bis 20.000\u00a0€"
    assert EN.money(Money(low=19200, high=19200)) == "€19,200"
    assert DE.span(Span(low=4, high=7.5)) == "4 bis 7,5"


def test_dates_follow_the_language():
    day = date(2026, 11, 5)
    assert DE.day(day) == "5.\u00a0November\u00a02026"
    assert EN.day(day) == "5\u00a0November\u00a02026"
    assert DE.month(Month(2026, 3)) == "März 2026"
    assert EN.month_short(Month(2026, 10)) == "Oct 2026"
    assert DE.weekday_day(date(2026, 11, 20)) == "Freitag, 20.\u00a0November"


def test_quotation_marks_follow_the_language():
    assert DE.quoted("Gut.") == "„Gut.“"
    assert EN.quoted("Good.") == "“Good.”"


def test_an_unknown_text_is_a_bug_and_says_so():
    with pytest.raises(KeyError):
        DE.say("site.there.is.no.such.text")


def test_findings_are_lines_with_place_severity_message_and_check():
    problems = [
        Problem(Location("a.md", 3, 5), Severity.ERROR, "malformed-token", {"token": "{{ x"}),
        Problem(Location("a.md", 9), Severity.HINT, "malformed-token", {"token": "{{ y"}),
    ]
    first, second, total = report(problems, "de")
    assert first.startswith("a.md:3:5: Fehler: ")
    assert first.endswith(" [malformed-token]")
    assert second.startswith("a.md:9:1: Hinweis: ")
    assert total == "1 Fehler, 1 Hinweis."
    assert report([], "de") == []


def test_a_proven_change_has_no_zero_in_its_interval_when_rounded():
    months = (Month(2025, 11), Month(2026, 10))
    nps = Metric.model_validate(
        {"id": "nps", "name": {"de": "Zahl"}, "kind": "nps", "unit": "points", "question": {"de": "Wie?"},
         "direction": "up", "cadence": "month", "owner": {"de": "Team"}, "source": "survey", "meaning": {"de": "Viel."}}
    )  # fmt: skip
    now = Estimate(36, 34, 38, 5000, "test")
    proven = Change(
        Trend.UP, Comparison.YEAR, months, (months[0] - 12, months[1] - 12), 3.9, 0.02, 7.78, estimate_now=now
    )
    unproven = Change(
        Trend.UNPROVEN, Comparison.YEAR, months, (months[0] - 12, months[1] - 12), 3.9, -0.02, 7.78, estimate_now=now
    )
    assert DE.change(proven, nps) == "+3,9\u00a0Punkte (+0,02 bis +7,78)"
    assert DE.change(unproven, nps) == "+3,9\u00a0Punkte (0,0 bis +7,8)"
