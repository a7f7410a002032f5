"""Every kind of metric, from the rows of a file to the counts of a snapshot."""

import random
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from chefetage.model.metric import MetricKind, Statistic, Unit
from chefetage.model.month import Month
from chefetage.model.source import Source
from chefetage.sources import file_source
from chefetage.sources.file_source import FileSource
from chefetage.sources.findings import Findings
from chefetage.sources.tally import answers_between, answers_in

OCTOBER, NOVEMBER = Month(2026, 10), Month(2026, 11)


@pytest.fixture
def fetch(tmp_path, make_metric):
    """Fetches one metric from the text of a CSV file."""

    def fetch_it(text, kind, column, months=(OCTOBER,), today=date(2026, 12, 20), source=None, **facts):
        (tmp_path / "cases.csv").write_text(text, "utf-8")
        wanted = make_metric("it", kind, **facts)
        described = {
            "id": "cases", "file": "cases.csv", "period": "file", "metrics": {"it": column}, **(source or {}),
        }  # fmt: skip
        if "date" in described:
            del described["period"]
        findings = Findings("cases.csv")
        reader = FileSource(
            Source.model_validate(described), [wanted], {}, ZoneInfo("Europe/Berlin"), 5, tmp_path, today
        )
        fetched = reader.fetch(list(months), findings)
        return {month: one.stats["it"]["all"] for month, one in fetched.items()}, findings

    return fetch_it


def csv(header, *rows):
    return "\n".join([header, *rows]) + "\n"


TIMES = {"unit": Unit.HOURS, "clock": {"de": "Kalenderstunden"}, "top": ()}
MONEY = {"unit": Unit.EURO, "top": ()}


def ids(findings):
    return [(problem.id, problem.location.line, problem.location.column) for problem in findings.errors]


def test_a_mean_keeps_how_often_each_answer_was_given(fetch):
    found, _ = fetch(csv("Q,x", "1,", "5,", "5,", ",y"), MetricKind.MEAN, {"column": "Q"}, scale=(1, 5))
    assert found[OCTOBER] == {"answer-1": 1, "answer-2": 0, "answer-3": 0, "answer-4": 0, "answer-5": 2}


def test_school_marks_are_turned_round(fetch):
    found, _ = fetch(csv("Q", "1", "1", "6"), MetricKind.CSAT, {"column": "Q"}, scale=(1, 6), flip=True, top=(6,))
    assert found[OCTOBER] == {"k": 2, "n": 3}


def test_a_half_is_no_answer_even_where_only_whole_numbers_count(fetch):
    _, findings = fetch(csv("Q", "4", "5", "4.5"), MetricKind.SHARE, {"column": "Q"}, top=(4, 5))
    assert ids(findings)[0][1:] == (4, 1)


def test_weights_are_added_up_in_millionths(fetch):
    text = csv("Q,W", "10,0.5", "9,1.25", "0,2", ",-3")
    found, findings = fetch(text, MetricKind.NPS, {"column": "Q", "weight": "W"})
    assert not findings.failed
    assert found[OCTOBER] == {
        "promoters": 2, "passives": 0, "detractors": 1, "weight-promoters": 1_750_000, "weight-passives": 0,
        "weight-detractors": 2_000_000, "squares": 5_812_500,
    }  # fmt: skip
    assert answers_in(found[OCTOBER]) == 3


@pytest.mark.parametrize(
    ("cell", "problem"), [("", "weight-empty"), ("-1", "weight-negative"), ("schwer", "weight-bad"),
     ('"0,5"', "weight-bad")]
)  # fmt: skip
def test_a_weight_that_is_none_is_told_with_row_and_column(fetch, cell, problem):
    _, findings = fetch(csv("Q,W", "10,1", f"9,{cell}"), MetricKind.NPS, {"column": "Q", "weight": "W"})
    assert ids(findings) == [(problem, 3, 2)]


def test_a_weight_may_be_written_with_a_comma(fetch):
    column = {"column": "Q", "weight": "W"}
    found, _ = fetch(csv("Q;W", "10;0,5"), MetricKind.NPS, column, source={"decimal": ","})
    assert found[OCTOBER]["weight-promoters"] == 500_000


def test_the_order_of_rows_is_irrelevant(fetch):
    rows = [f"{n % 11},{n / 7:.9f}" for n in range(200)]
    column = {"column": "Q", "weight": "W"}
    one, _ = fetch(csv("Q,W", *rows), MetricKind.NPS, column)
    random.Random(1).shuffle(rows)
    other, _ = fetch(csv("Q,W", *rows), MetricKind.NPS, column)
    assert one == other


CASES = csv("Day,Again", "2026-10-01,Nein", "2026-10-20,Ja", "2026-11-05,Nein", "2026-11-13,Nein", "2026-11-19,Nein")


def test_cases_whose_window_is_open_are_left_out_and_said(fetch):
    found, findings = fetch(
        CASES, MetricKind.FCR, {"column": "Again"}, (OCTOBER, NOVEMBER), date(2026, 11, 20), {"date": "Day"},
        top=("Nein",), window_days=7,
    )  # fmt: skip
    assert found == {OCTOBER: {"k": 1, "n": 2}, NOVEMBER: {"k": 1, "n": 1}}
    assert [(hint.id, hint.params["count"]) for hint in findings.hints] == [("windows-open", 2)]


def test_durations_are_rounded_to_whole_units_half_up(fetch):
    text = csv("H,Status", "2.5,zu", "2.4,zu", "0,zu", "7,offen", ",zu")
    found, _ = fetch(text, MetricKind.TIME_TO_RESOLUTION, {"column": "H", "open_when": {"Status": "offen"}}, **TIMES)
    assert found[OCTOBER] == {"closed-0": 1, "closed-2": 1, "closed-3": 1, "open-7": 1}


@pytest.mark.parametrize(
    ("cell", "problem"), [("-1", "duration-negative"), ("lange", "duration-bad"), ("1e9", "duration-bad"),
     ("1000000000", "duration-impossible")]
)  # fmt: skip
def test_a_duration_that_cannot_be_is_told_with_row_and_column(fetch, cell, problem):
    _, findings = fetch(csv("H", "1", cell), MetricKind.TIME_TO_RESOLUTION, {"column": "H"}, **TIMES)
    assert ids(findings) == [(problem, 3, 1)]


SPANS = {"opened": "Auf", "closed": "Zu"}


def test_open_cases_count_up_to_today_or_the_cut_off(fetch):
    text = csv("Auf,Zu", "2026-10-30 00:00,2026-10-30 05:29", "2026-10-30 00:00,", "2026-10-30 00:00,2026-11-30 00:00")
    found, _ = fetch(text, MetricKind.TIME_TO_RESOLUTION, SPANS, today=date(2026, 11, 1), **TIMES)
    assert found[OCTOBER] == {"closed-5": 1, "open-48": 2}
    found, _ = fetch(
        text, MetricKind.TIME_TO_RESOLUTION, SPANS, source={"cut_off_days": 10}, **TIMES | {"unit": Unit.DAYS}
    )
    assert found[OCTOBER] == {"closed-0": 1, "open-11": 2}


def test_hours_across_the_change_of_the_clock_are_real_hours(fetch):
    text = csv("Auf,Zu", "2026-10-25 00:00,2026-10-25 12:00")
    found, _ = fetch(text, MetricKind.TIME_TO_RESOLUTION, SPANS, **TIMES)
    assert found[OCTOBER] == {"closed-13": 1}


@pytest.mark.parametrize(
    ("row", "problem", "column"),
    [
        ("2026-10-30,2026-10-29", "closed-before-opened", 2),
        ("neulich,2026-10-29", "moment-bad", 1),
        (",2026-10-29", "opened-empty", 1),
        ("2026-10-28,bald", "moment-bad", 2),
    ],
)
def test_a_case_that_cannot_be_is_told_with_row_and_column(fetch, row, problem, column):
    _, findings = fetch(csv("Auf,Zu", row), MetricKind.TIME_TO_RESOLUTION, SPANS, **TIMES)
    assert ids(findings) == [(problem, 2, column)]


def test_rows_are_counted(fetch):
    source = {"only": {"Art": "Beschwerde"}}
    found, _ = fetch(
        csv("Art", "Beschwerde", "Lob", "Beschwerde"), MetricKind.COUNT, {}, source=source, unit=Unit.COUNT
    )
    assert found[OCTOBER] == {"count": 2}


def test_money_is_added_up_exactly_and_rounded_once(fetch):
    text = csv("Betrag", '"1.234,25 €"', '"0,25"', "")
    found, _ = fetch(text, MetricKind.MONEY, {"column": "Betrag"}, source={"decimal": ",", "delimiter": ";"}, **MONEY)
    assert found[OCTOBER] == {"amount": 1235, "n": 2}


@pytest.mark.parametrize(
    ("cell", "problem"), [("-5", "amount-negative"), ('"1,5"', "amount-bad"), ("viel", "amount-bad")]
)
def test_an_amount_that_cannot_be_is_told_with_row_and_column(fetch, cell, problem):
    _, findings = fetch(csv("Betrag", "1.5", cell), MetricKind.MONEY, {"column": "Betrag"}, **MONEY)
    assert ids(findings) == [(problem, 3, 1)]


TOTALS = {"layout": "totals", "date": "Monat"}


def test_totals_are_added_up_by_month(fetch):
    text = csv("Monat,Weg,Da", "2026-10-01,10,200", "2026-10-02,5,100", "2026-11-01,7,310")
    found, _ = fetch(
        text, MetricKind.CHURN, {"counts": {"k": "Weg", "n": "Da"}}, (OCTOBER, NOVEMBER), source=TOTALS, top=()
    )
    assert found == {OCTOBER: {"k": 15, "n": 300}, NOVEMBER: {"k": 7, "n": 310}}


def test_a_rate_has_its_exposure(fetch):
    facts = {"unit": Unit.PER_THOUSAND, "exposure": {"de": "Bestellungen"}, "top": ()}
    found, _ = fetch(
        csv("Monat,B,O", "2026-10-01,37,12400"), MetricKind.COMPLAINT_RATE,
        {"counts": {"k": "B", "exposure": "O"}}, source=TOTALS, **facts,
    )  # fmt: skip
    assert found[OCTOBER] == {"k": 37, "exposure": 12400}


@pytest.mark.parametrize(
    ("row", "problem"),
    [("-1,5", "total-negative"), ("1.5,5", "total-broken"), ("x,5", "total-bad"), (",5", "total-empty"),
     ("6,5", "total-more-than-all")],
)  # fmt: skip
def test_a_total_that_cannot_be_is_told_with_row_and_column(fetch, row, problem):
    text = csv("Monat,Weg,Da", f"2026-10-01,{row}")
    _, findings = fetch(text, MetricKind.CHURN, {"counts": {"k": "Weg", "n": "Da"}}, source=TOTALS, top=())
    assert ids(findings) == [(problem, 2, 2)]


def test_counts_that_a_total_lacks_are_named(fetch):
    _, findings = fetch(
        csv("Monat,Weg", "2026-10-01,1"), MetricKind.CHURN, {"counts": {"k": "Weg"}}, source=TOTALS, top=()
    )
    assert [problem.id for problem in findings.errors] == ["total-counts"]


def test_a_metric_may_keep_rows_of_its_own(fetch):
    text = csv("Q,Kanal", "10,Mail", "0,Telefon", "9,Mail")
    found, _ = fetch(text, MetricKind.NPS, {"column": "Q", "only": {"Kanal": "Mail"}})
    assert found[OCTOBER]["promoters"] == 2
    _, findings = fetch(text, MetricKind.NPS, {"column": "Q", "only": {"Kanal": "mail"}})
    assert [problem.id for problem in findings.errors] == ["nobody-kept"]


def test_a_file_without_a_month_in_its_name_is_read_once_for_all_months(fetch, monkeypatch):
    opened = []
    real = file_source.read_table
    monkeypatch.setattr(file_source, "read_table", lambda *how, **more: opened.append(1) or real(*how, **more))
    text = csv("Day,Q", "2026-10-02,10", "2026-11-02,0")
    found, findings = fetch(text, MetricKind.NPS, {"column": "Q"}, (OCTOBER, NOVEMBER), source={"date": "Day"})
    assert (len(opened), found[OCTOBER]["promoters"], found[NOVEMBER]["detractors"]) == (1, 1, 1)
    assert not findings.hints


def test_answers_between_two_states_ignore_weights_and_notice_euros():
    assert answers_between({"k": 1, "n": 9, "squares": 5}, {"k": 2, "n": 9, "squares": 9}) == 1
    assert answers_between({"k": 1, "exposure": 100}, {"k": 1, "exposure": 107}) == 7
    assert answers_between({"amount": 100, "n": 9}, {"amount": 101, "n": 9}) == 1


def test_a_mean_may_be_told_of_satisfaction_too(fetch):
    found, _ = fetch(csv("Q", "4"), MetricKind.CSAT, {"column": "Q"}, scale=(1, 5), statistic=Statistic.MEAN)
    assert found[OCTOBER]["answer-4"] == 1
