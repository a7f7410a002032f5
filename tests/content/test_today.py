"""Which day it is."""

from __future__ import annotations

from datetime import date

import pytest
from click.testing import CliRunner

from chefetage.cli.check import check
from chefetage.clock import EPOCH, today_at


@pytest.mark.parametrize(
    ("zone", "day"),
    [("UTC", date(2026, 11, 20)), ("Europe/Berlin", date(2026, 11, 21)), ("Asia/Tokyo", date(2026, 11, 21))],
)
def test_the_day_is_that_of_the_sites_time_zone(monkeypatch, zone, day):
    monkeypatch.setenv(EPOCH, "1795217400")  # half past eleven in the evening, UTC
    assert today_at(zone) == day


def test_without_the_variable_or_with_an_empty_one_the_clock_says_the_day(monkeypatch):
    monkeypatch.delenv(EPOCH, raising=False)
    assert today_at("UTC") >= date(2026, 1, 1)
    monkeypatch.setenv(EPOCH, "")
    assert today_at("UTC") >= date(2026, 1, 1)


BAD = ["99999999999999", "²", "-1", "12.5", " 5", "tomorrow", "٣", "9" * 5000]


@pytest.mark.parametrize("seconds", BAD, ids=range(len(BAD)))
def test_a_variable_that_is_no_time_is_refused_in_so_many_words(monkeypatch, seconds):
    monkeypatch.setenv(EPOCH, seconds)
    with pytest.raises(ValueError, match="SOURCE_DATE_EPOCH must be a whole number of seconds since 1970"):
        today_at("Europe/Berlin")


def test_the_command_line_calls_it_a_mistake_of_use(monkeypatch, site):
    monkeypatch.setenv(EPOCH, "-1")
    result = CliRunner().invoke(check, ["--root", str(site.root)])
    assert result.exit_code == 2
    assert "SOURCE_DATE_EPOCH must be" in result.output


def test_a_day_that_is_given_makes_the_variable_irrelevant(monkeypatch, site):
    monkeypatch.setenv(EPOCH, "-1")
    assert CliRunner().invoke(check, ["--root", str(site.root), "--today", "2026-11-21"]).exit_code == 0


def test_a_time_zone_with_a_slip_is_a_finding_and_no_traceback(monkeypatch, site):
    monkeypatch.setenv(EPOCH, "1795217400")
    site.replace("mkdocs.yml", "Europe/Berlin", "Europe/Berln")
    result = CliRunner().invoke(check, ["--root", str(site.root)])
    assert result.exit_code == 1
    assert "[unknown-timezone]" in result.output
