"""What lapses without anybody noticing: values, promises, outcomes, studies, and one side of the story."""

from __future__ import annotations

from datetime import date

import pytest

EDITION = "briefings/editions/2026-10.md"
ASK = "briefings/asks/store.md"
MEASURE = "briefings/measures/callback.md"
QUOTE = "briefings/quotes/fitter.md"
STUDY = "briefings/studies/kriss-2014.md"


def told(site, *ids: str, today: date = date(2026, 11, 21)) -> list[str]:
    return [f"{problem.location} {problem.id}" for problem in site.problems(today=today) if problem.id in ids]


def status_of(site, status: str, since: str, more: str = "") -> None:
    text = (site.root / MEASURE).read_text("utf-8")
    lines = [
        line for line in text.splitlines() if not line.startswith(("status:", "since:", "outcome:", "benefit", " "))
    ]
    site.write(
        MEASURE,
        "\n".join([lines[0], f"since: {since}", f"status: {status}", *([more] if more else []), *lines[1:]]) + "\n",
    )


@pytest.mark.parametrize(
    ("status", "since", "more", "is_hint"),
    [
        ("done", "2026-09-01", "", True), ("stopped", "2026-09-01", "", True), ("running", "2025-11-01", "", True),
        ("running", "2026-01-01", "", False), ("planned", "2025-01-01", "", False),
        ("done", "2026-09-01", "outcome: Es ruft niemand mehr zweimal an.", False),
        ("running", "2025-01-01", "benefit: {quantity: 3, rate: 4, evidence: measured}", False),
        ("running", "2025-01-01", "benefit: {quantity: 3, rate: 4, evidence: planned}", True),
    ],
)  # fmt: skip
def test_what_has_come_of_a_measure_is_said_once_it_could_be_known(site, status, since, more, is_hint):
    status_of(site, status, since, more)
    assert told(site, "measure-without-outcome") == ([f"{MEASURE}:3:1 measure-without-outcome"] if is_hint else [])


def with_moods(site, *moods: str) -> None:
    text = (site.root / QUOTE).read_text("utf-8")
    old = next(line for line in text.splitlines() if line.startswith("mood:"))
    for number, mood in enumerate(moods):
        site.write(f"briefings/quotes/q{number}.md", text.replace(old, f"mood: {mood}"))
    site.replace(EDITION, "quotes: [fitter]", f"quotes: [{', '.join(f'q{number}' for number in range(len(moods)))}]")


@pytest.mark.parametrize(
    ("moods", "found"),
    [
        (("pain", "pain"), "no-joy"), (("joy", "joy", "joy"), "no-pain"), (("joy", "pain"), None),
        (("mixed", "mixed"), None), (("pain", "mixed"), None), (("pain",), None), (("joy",), None),
    ],
)  # fmt: skip
def test_an_edition_hears_both_sides(site, moods, found):
    with_moods(site, *moods)
    assert told(site, "no-joy", "no-pain") == ([f"{EDITION}:10:1 {found}"] if found else [])


def test_a_voice_that_must_not_be_shown_counts_for_nothing(site):
    with_moods(site, "pain", "pain", "joy")
    assert told(site, "no-joy") == []
    site.replace("briefings/quotes/q2.md", "until: 2027-10-15", "until: 2026-11-20")
    assert told(site, "no-joy") == [f"{EDITION}:10:1 no-joy"]


def test_an_ask_may_be_overdue_for_two_editions_and_no_longer(site):
    assert told(site, "overdue-ask", today=date(2027, 1, 26)) == []
    assert told(site, "overdue-ask", today=date(2027, 1, 27)) == [f"{ASK}:4:1 overdue-ask"]
    site.replace(ASK, "status: open", "status: open\noutcome: Vertagt bis zur Klausur.")
    assert told(site, "overdue-ask", today=date(2027, 1, 27)) == []


def test_a_promise_of_long_ago_is_done_or_spoken_of(site):
    site.replace(ASK, "status: open", "status: agreed\nanswered_on: 2026-11-10")
    assert told(site, "undone-promise", today=date(2027, 5, 9)) == []
    assert told(site, "undone-promise", today=date(2027, 5, 10)) == [f"{ASK}:7:1 undone-promise"]
    site.replace(ASK, "status: agreed", "outcome: Der Mietvertrag liegt vor.\nstatus: agreed")
    assert told(site, "undone-promise", today=date(2027, 5, 10)) == []


@pytest.mark.parametrize(
    ("grade", "year", "stance", "is_hint"),
    [
        ("C", 2013, "supports", True), ("D", 2005, "mixed", True), ("C", 2014, "supports", False),
        ("B", 2004, "supports", False), ("A", 1994, "supports", False), ("C", 2010, "critical", False),
    ],
)  # fmt: skip
def test_an_old_survey_of_the_market_is_not_put_forward(site, grade, year, stance, is_hint):
    site.replace(STUDY, "grade: C", f"grade: {grade}\nfeatured: true")
    site.replace(STUDY, "year: 2014", f"year: {year}")
    site.replace(STUDY, "stance: supports", f"stance: {stance}")
    assert bool(told(site, "expired-study")) == is_hint


def test_an_old_survey_in_the_list_or_in_a_published_edition_is_let_be_and_in_a_draft_it_is_not(site):
    site.replace(STUDY, "year: 2014", "year: 2012")
    assert told(site, "expired-study") == []
    site.replace(EDITION, "status: published", "status: draft")
    assert told(site, "expired-study") == [f"{EDITION}:13:1 expired-study"]


def test_a_core_metric_without_a_value_of_the_month_is_hinted_at_with_the_last_one(site):
    site.write("briefings/editions/2026-11.md", (site.root / EDITION).read_text().replace("2026-10", "2026-11", 1))
    assert told(site, "stale-metric", today=date(2026, 11, 30)) == []  # the month is not over
    assert told(site, "stale-metric", today=date(2026, 12, 1)) == ["briefings/editions/2026-11.md:2:1 stale-metric"]
    (problem,) = (each for each in site.problems(today=date(2026, 12, 1)) if each.id == "stale-metric")
    assert (str(problem.params["month"]), str(problem.params["last"])) == ("2026-11", "2026-10")


def test_a_quarterly_metric_is_due_once_a_quarter(site):
    site.replace("metrics/nps.yml", "cadence: month", "cadence: quarter")
    for month, found in (("2026-12", []), ("2027-01", ["briefings/editions/2027-01.md:2:1 stale-metric"])):
        site.write(f"briefings/editions/{month}.md", (site.root / EDITION).read_text().replace("2026-10", month, 1))
        assert told(site, "stale-metric", today=date(2027, 2, 1)) == found


def test_a_metric_that_never_had_a_value_says_so_unless_it_is_left_out(site):
    assert told(site, "metric-without-value") == []
    site.replace(EDITION, "omitted:\n  solved: {why: Umstellung, by: Leitung}\n", "")
    assert told(site, "metric-without-value") == [f"{EDITION}:2:1 metric-without-value"]


def test_a_site_that_has_read_nothing_in_yet_is_not_told_so_metric_by_metric(site):
    site.replace(EDITION, "omitted:\n  solved: {why: Umstellung, by: Leitung}\n", "")
    (site.root / "metrics/snapshots/2026-10.json").unlink()
    assert told(site, "metric-without-value", "stale-metric") == []


def test_a_metric_that_is_not_measured_any_more_is_not_due(site):
    site.replace(EDITION, "omitted:\n  solved: {why: Umstellung, by: Leitung}\n", "")
    site.replace("metrics/solved.yml", "unit:", "valid_to: 2026-09\nunit:")
    assert told(site, "metric-without-value") == []
