"""What is asked once a quarter has nothing to tell in most months."""

from datetime import date

import pytest

from chefetage.model.metric import Cadence
from chefetage.model.month import Month
from chefetage.sources.fetchers import Surroundings
from chefetage.sources.refresh import refresh

MONTHS = Month(2026, 5).until(Month(2026, 10))


@pytest.fixture
def quarterly(desk, make_metric):
    desk.metrics = [make_metric(cadence=Cadence.QUARTER)]
    desk.source = {"file": "{month}.csv"}
    for month in (Month(2026, 6), Month(2026, 9)):
        desk.export("Score\n" + "9\n" * (20 + month.number), f"{month}.csv")
    return desk


def run(desk, *months):
    return refresh(desk.project, months, Surroundings(desk.folder, date(2026, 11, 3)))


def test_a_range_is_written_with_the_months_that_have_answers(quarterly):
    refreshed = run(quarterly, *MONTHS)
    assert refreshed.failures == ()
    assert [news.month.number for news in refreshed.months if news.snapshot is not None] == [6, 9]
    assert [(hint.id, hint.params["month"].number) for hint in refreshed.hints] == [
        ("not-due", 5), ("not-due", 7), ("not-due", 8), ("not-due", 10),
    ]  # fmt: skip


def test_a_month_after_one_that_is_known_is_not_missed(quarterly):
    quarterly.refresh(month=Month(2026, 9))
    assert run(quarterly, Month(2026, 10)).failures == ()
    assert run(quarterly, Month(2026, 11)).failures == ()


def test_a_quarter_without_any_answers_is_missed(quarterly):
    (failure,) = run(quarterly, Month(2026, 10)).failures
    assert {problem.id for problem in failure.problems} == {"file-missing"}


def test_a_file_that_was_there_and_is_gone_is_missed(quarterly):
    quarterly.refresh(month=Month(2026, 9))
    (quarterly.folder / "2026-09.csv").unlink()
    assert len(run(quarterly, Month(2026, 9)).failures) == 1


def test_any_other_mistake_still_counts(quarterly):
    quarterly.export("Other\n9\n", "2026-10.csv")
    (failure,) = run(quarterly, *MONTHS).failures
    assert "column-missing" in {problem.id for problem in failure.problems}


def test_a_monthly_metric_in_the_same_source_makes_every_month_due(quarterly, make_metric):
    quarterly.metrics = [*quarterly.metrics, make_metric("monthly")]
    assert len(run(quarterly, *MONTHS).failures) == 1
