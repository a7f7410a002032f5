"""Every kind of metric stands rightly wherever a figure is shown."""

from __future__ import annotations

from typing import Any

import pytest

from chefetage.model.event import Event

FACTS: dict[str, dict[str, Any]] = {
    "csat": {"statistic": "mean", "unit": "scale", "scale": (1, 5)},
    "ces": {"unit": "scale", "scale": (1, 7), "flip": True},
    "mean": {"unit": "scale", "scale": (0, 10)},
    "response-rate": {},
    "churn": {"direction": "down"},
    "retention": {},
    "fcr": {"window_days": 7, "top": ("solved",)},
    "complaint-rate": {
        "unit": "per-thousand", "direction": "down", "exposure": {"de": "Bestellungen", "en": "orders"},
    },
    "time-to-resolution": {
        "unit": "hours", "direction": "down", "clock": {"de": "Geschäftsstunden", "en": "business hours"},
    },
    "count": {"unit": "count"},
    "money": {"unit": "euro"},
}  # fmt: skip
COUNTS: dict[str, tuple[dict[str, int], dict[str, int]]] = {
    "csat": ({f"answer-{n}": 20 * n for n in range(1, 6)}, {f"answer-{n}": 20 for n in range(1, 6)}),
    "ces": ({"answer-7": 62, "answer-6": 41, "answer-1": 3}, {"answer-7": 42, "answer-1": 43}),
    "mean": ({"answer-10": 300, "answer-0": 100}, {"answer-10": 300, "answer-0": 100}),
    "response-rate": ({"k": 239, "n": 1140}, {"k": 220, "n": 1140}),
    "churn": ({"k": 175, "n": 5000}, {"k": 150, "n": 5000}),
    "retention": ({"k": 4825, "n": 5000}, {"k": 4850, "n": 5000}),
    "fcr": ({"k": 912, "n": 1200}, {"k": 800, "n": 1200}),
    "complaint-rate": ({"k": 37, "exposure": 12400}, {"k": 58, "exposure": 12900}),
    "time-to-resolution": (
        {f"closed-{hours}": 4 for hours in range(1, 21)} | {"open-10": 3},
        {f"closed-{hours}": 4 for hours in range(3, 23)},
    ),
    "count": ({"count": 1240}, {"count": 1100}),
    "money": ({"amount": 1234567, "n": 80}, {"amount": 1100000, "n": 80}),
}
"""The later and the earlier half of two years, the same in each month."""
ADDRESSES = ("metrics/{}.html", "metrics/index.html", "editions/2026-10.html", "index.html")


def site_with(small, kind: str, *items, **facts: Any):
    metric = small.metric("zahl", kind, **({"top": ()} | FACTS[kind] | facts))
    now, before = COUNTS[kind]
    edition = small.edition(
        messages={"de": ("Es sind {{ zahl }}, {{ zahl.change }}, {{ zahl.interval }}.",), "en": ("{{ zahl }}",)}
    )
    return small.render(
        metric, edition, *items, snapshots=small.snapshots({"zahl": ({"all": now}, {"all": before})}),
    )  # fmt: skip


@pytest.mark.parametrize("kind", FACTS)
def test_every_page_of_every_kind_is_written_without_a_finding(small, kind):
    site = site_with(small, kind)
    assert site.problems == []
    for language in ("de", "en"):
        for address in ADDRESSES:
            assert "{{" not in site[f"{language}/{address.format('zahl')}"].words


@pytest.mark.parametrize(
    ("kind", "german", "english"),
    [
        ("csat", "3,7 von\u00a05", "3.7 out of\u00a05"),
        ("complaint-rate", "3,0 je 1.000", "3.0 per 1,000"),
        ("time-to-resolution", "11\u00a0Stunden", "11\u00a0hours"),
        ("count", "1.240", "1,240"),
        ("money", "1.200.000\u00a0€", "€1,200,000"),
        ("churn", "3,5\u00a0%", "3.5%"),
    ],
)
def test_a_value_has_its_unit_in_both_languages(small, kind, german, english):
    site = site_with(small, kind)
    assert german in site["de/metrics/zahl.html"].html
    assert english in site["en/metrics/zahl.html"].html


@pytest.mark.parametrize("kind", ["response-rate", "count", "money"])
def test_what_was_counted_in_full_says_so_and_has_no_interval(small, kind):
    page = site_with(small, kind)["de/metrics/zahl.html"]
    assert "vollständig gezählt" in page.words
    assert "s-ci" not in page.html
    assert "s-band" not in page.html
    assert "95" not in page.part("ce-chart", "figure")


def test_money_claims_no_change(small):
    page = site_with(small, "money")["de/editions/2026-10.html"]
    assert "Veränderung nicht geprüft" in page.words
    assert "gestiegen" not in page.words


def test_the_sum_of_twelve_months_is_not_drawn_beside_a_month(small):
    assert "s-py" not in site_with(small, "count")["de/metrics/zahl.html"].html


def test_how_open_cases_were_counted_is_said(small):
    words = site_with(small, "time-to-resolution")["de/metrics/zahl.html"].words
    assert "83 Fälle, offene Fälle eingerechnet, Stand" in words
    assert "die Hälfte der Fälle gelöst (Median)" in words
    assert "QUANTIL.INKL" in words
    assert "Geschäftsstunden" in words


def test_nine_cases_in_ten_are_not_taken_for_the_median(small):
    words = site_with(small, "time-to-resolution", statistic="p90")["de/metrics/zahl.html"].words
    assert "neun von zehn Fällen" in words
    assert "Median" not in words


def test_a_rate_says_of_what_a_thousand_are_meant(small):
    words = site_with(small, "complaint-rate")["de/metrics/zahl.html"].words
    assert "Beschwerden je 1.000 Bestellungen" in words
    assert "12.400 Bestellungen, Stand" in words


def test_a_window_a_flipped_scale_and_a_population_are_part_of_the_definition(small):
    assert "innerhalb von 7 Tagen" in site_with(small, "fcr")["de/metrics/zahl.html"].words
    assert "umgedrehten Skala" in site_with(small, "ces")["de/metrics/zahl.html"].words
    assert "5.000 Kunden insgesamt" in site_with(small, "csat", population=5000)["de/metrics/zahl.html"].words


def test_a_mean_shows_how_its_answers_spread_and_a_rate_nothing_of_the_kind(small):
    mean = site_with(small, "ces")["de/metrics/zahl.html"]
    assert "ce-answers" in mean.html
    assert "58 %" in mean.words
    rate = site_with(small, "complaint-rate")["de/metrics/zahl.html"]
    assert "Verteilung" not in rate.words


def test_what_happened_stands_in_the_table_too(small):
    event = Event.model_validate(
        {"id": "umzug", "date": "2026-03-02", "title": {"de": "Umzug des Lagers", "en": "Move"}}
    )
    page = site_with(small, "fcr", event)["de/metrics/zahl.html"]
    assert "2. März: Umzug des Lagers" in page.part("ce-table ce-data", "table")
