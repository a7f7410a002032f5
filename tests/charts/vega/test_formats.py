"""Numbers and dates in charts follow each language, a third one too."""

from __future__ import annotations

import pytest
from babel import Locale

from chefetage.locales import available, speak
from chefetage.locales.d3 import number_format, time_format


def test_german_and_english_numbers():
    german, english = number_format(Locale("de", "DE")), number_format(Locale("en", "GB"))
    assert (german["decimal"], german["thousands"], german["percent"], german["currency"]) == (
        ",", ".", "\N{NO-BREAK SPACE}%", ["", "\N{NO-BREAK SPACE}€"],
    )  # fmt: skip
    assert (english["decimal"], english["thousands"], english["percent"], english["currency"]) == (
        ".",
        ",",
        "%",
        ["€", ""],
    )
    assert german["minus"] == english["minus"] == "−"


def test_months_and_days_are_named_and_the_week_begins_on_sunday_as_d3_counts():
    german = time_format(Locale("de", "DE"))
    assert (german["months"][2], german["shortMonths"][9], german["days"][0]) == ("März", "Okt.", "Sonntag")
    assert german["date"] == "%d.%m.%Y"


@pytest.mark.parametrize("language", ["fr", "ja", "ar", "hi", "fi", "pl"])
def test_a_third_language_needs_no_code(language):
    numbers, dates = number_format(Locale(language)), time_format(Locale(language))
    assert numbers["decimal"]
    assert (len(dates["months"]), len(dates["shortDays"]), len(dates["periods"])) == (12, 7, 2)
    assert "'" not in dates["date"]


@pytest.mark.parametrize("language", available())
def test_every_language_of_the_site_knows_its_formats(language):
    assert speak(language).d3_numbers["grouping"][0] == 3
    assert len(speak(language).d3_dates["months"]) == 12
