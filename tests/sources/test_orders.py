"""What each source is asked: once for all months, as long as it is the same that is asked."""

from datetime import date

import pytest

from chefetage.model.month import Month
from chefetage.sources.fetchers import Surroundings
from chefetage.sources.orders import orders
from chefetage.sources.refresh import refresh

MONTHS = Month(2026, 7).until(Month(2026, 10))


def test_a_source_gets_one_order_for_all_months(desk):
    ((source, (order,)),) = orders(desk.project, MONTHS)
    assert (source.id, order.months) == ("survey", MONTHS)


def test_a_metric_that_begins_in_between_makes_two_orders(desk, make_metric):
    desk.metrics = [make_metric(), make_metric("new", valid_from=Month(2026, 9))]
    ((_, own),) = orders(desk.project, MONTHS)
    assert [([metric.id for metric in order.metrics], order.months) for order in own] == [
        (["nps"], MONTHS[:2]),
        (["nps", "new"], MONTHS[2:]),
    ]


def test_a_source_with_nothing_to_measure_is_not_asked(desk, make_metric):
    desk.metrics = [make_metric(valid_from=Month(2027, 1))]
    assert list(orders(desk.project, MONTHS)) == []


def test_a_file_of_several_months_is_asked_for_all_at_once(desk):
    desk.source = {"period": None, "date": "Day"}
    rows = [f"9,2026-{month.number:02d}-10" for month in MONTHS for _ in range(10 * month.number)]
    desk.export("\n".join(["Score,Day", *rows]))
    asked = []
    refreshed = refresh(desk.project, MONTHS, Surroundings(desk.folder, date(2026, 11, 3)), asked.append)
    assert [source.id for source in asked] == ["survey"]
    counted = [news.snapshot.metrics["nps"].groups["all"][0].stats["promoters"] for news in refreshed.months]
    assert counted == [70, 80, 90, 100]


def test_one_file_cannot_stand_for_two_months(desk):
    desk.scores({9: 10})
    refreshed = refresh(desk.project, MONTHS[2:], Surroundings(desk.folder, date(2026, 11, 3)))
    (failure,) = refreshed.failures
    assert {problem.id for problem in failure.problems} == {"counted-elsewhere"}
    assert refreshed.months == ()


@pytest.mark.parametrize("months", [1, 2])
def test_a_file_that_was_counted_for_another_month_is_not_counted_for_this_one(desk, months):
    desk.scores({9: 10})
    desk.refresh(month=Month(2026, 10) - months)
    assert [error.id for error in desk.try_refresh().errors] == ["counted-elsewhere"]
    desk.scores({9: 20})
    assert desk.try_refresh().errors == ()


def test_two_files_that_hold_the_same_are_a_hint(desk):
    desk.source = {"file": "{month}.csv"}
    for month in MONTHS[2:]:
        desk.export("Score\n" + "9\n" * 10, f"{month}.csv")
    refreshed = refresh(desk.project, MONTHS[2:], Surroundings(desk.folder, date(2026, 11, 3)))
    assert {hint.id for hint in refreshed.hints} == {"same-as-another"}
    assert len(refreshed.months) == 2
