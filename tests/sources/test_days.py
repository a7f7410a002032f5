"""The month in which somebody answered."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from chefetage.sources.days import day_reader

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2026-10-14", date(2026, 10, 14)),
        (" 2026-10-14\u00a0", date(2026, 10, 14)),
        ("2026-10-31 23:59:59", date(2026, 10, 31)),
        ("2026-10-31T23:30:00+00:00", date(2026, 11, 1)),
        ("2026-10-31T23:30:00Z", date(2026, 11, 1)),
        ("2026-10-01T00:30:00+02:00", date(2026, 10, 1)),
        ("2026-11-01T00:30:00+02:00", date(2026, 10, 31)),  # winter time has begun
        ("14.10.2026", None),
        ("2026-10-32", None),
        ("", None),
        ("0001-01-01T00:00:00+23:00", None),
    ],
)
def test_days_are_iso_and_moments_are_told_in_the_sites_zone(cell, day):
    assert day_reader(BERLIN)(cell) == day


@pytest.mark.parametrize(
    ("form", "cell", "day"),
    [
        ("%d.%m.%Y", "14.10.2026", date(2026, 10, 14)),
        ("%m/%d/%Y %I:%M:%S %p", "10/14/2026 07:40:47 PM", date(2026, 10, 14)),
        ("%m/%d/%Y", "14/10/2026", None),
        ("%Y-%m-%d %H:%M %z", "2026-10-31 23:30 +0000", date(2026, 11, 1)),
    ],
)
def test_other_days_are_read_by_the_declared_format(form, cell, day):
    assert day_reader(BERLIN, form)(cell) == day


def test_the_site_decides_where_a_month_ends(desk):
    desk.source = {"date": "Day", "period": None}
    desk.export("Score,Day\n" + "9,2026-10-31T23:30:00Z\n" * 9 + "8,2026-10-14T12:00:00Z\n" * 9)
    assert desk.refresh().snapshot.metrics["nps"].groups["all"][0].stats == {
        "promoters": 0,
        "passives": 9,
        "detractors": 0,
    }
