"""Costs and benefits: always ranges, and never beside a change that is not proven."""

from __future__ import annotations

from chefetage.locales import speak
from chefetage.model.money import Money

BENEFIT = {"quantity": {"low": 400, "high": 800}, "rate": {"low": 50, "high": 50}, "evidence": "measured"}
SAME = {"nps": ({"all": (200, 120, 100)}, {"all": (200, 120, 100)})}
UP = {"nps": ({"all": (240, 120, 60)}, {"all": (160, 140, 120)})}


def test_a_benefit_is_shown_with_how_it_was_reckoned(small):
    measure = small.measure(benefit=BENEFIT, benefit_note={"de": "vermiedene Anfahrten"})
    words = small.render(measure, small.edition(measures=("sms",)))["de/index.html"].words
    assert "20.000 bis 40.000 €" in words
    assert "400 bis 800 vermiedene Anfahrten zu je 50 €" in words
    assert "gemessen" in words


def test_a_change_that_is_not_proven_does_not_stand_beside_money(small):
    measure = small.measure(since="2025-11-03", benefit=BENEFIT, metrics=("nps",))
    items = [measure, small.metric(), small.edition(measures=("sms",))]
    unproven = small.render(*items, snapshots=small.snapshots(SAME))["de/index.html"].part("ce-measures", "ul")
    proven = small.render(*items, snapshots=small.snapshots(UP))["de/index.html"].part("ce-measures", "ul")
    assert "Zahl nps" in unproven
    assert "nachweisbar" not in unproven
    assert "wirklich gestiegen" in proven


def test_sums_never_mix_what_is_known_equally_far(small):
    measures = [small.measure(name, benefit=BENEFIT) for name in ("a", "b")]
    planned = small.measure("c", benefit=BENEFIT | {"evidence": "planned"})
    words = small.render(*measures, planned, small.edition())["de/value/index.html"].words
    assert "Zusammen gemessen: 40.000 bis 80.000 € im Jahr" in words
    assert "120.000" not in words


def test_who_confirmed_a_benefit_is_told(small):
    measure = small.measure(benefit=BENEFIT | {"evidence": "confirmed", "confirmed_by": "Controlling"})
    assert "bestätigt von Controlling" in small.render(measure, small.edition())["de/value/index.html"].words


def test_a_stopped_measure_brings_nothing_but_its_lesson(small):
    measure = small.measure(status="stopped", benefit=BENEFIT, outcome={"de": "Das Video wackelt."})
    site = small.render(measure, small.edition())
    assert "Wir haben es versucht, es hat nicht funktioniert" in site["de/stories/index.html"].words
    assert "Das Video wackelt." in site["de/stories/index.html"].words
    assert "40.000" not in site["de/value/index.html"].words


def test_a_measure_without_an_amount_is_not_forgotten(small):
    words = small.render(small.measure(), small.edition())["de/value/index.html"].words
    assert "Ohne Betrag Maßnahme sms." in words


def test_a_measure_younger_than_the_period_compared_is_too_new_to_judge(small):
    measure = small.measure(since="2025-12-01", metrics=("nps",))
    items = [measure, small.metric(), small.edition(measures=("sms",))]
    words = small.render(*items, snapshots=small.snapshots(UP))["de/index.html"].part("ce-measures", "ul")
    assert "zu neu für ein Urteil" in words
    assert "wirklich gestiegen" not in words


def test_a_range_of_money_carries_its_sign_at_both_ends_in_english():
    money = Money(low=90000, high=195000)
    assert speak("en").money(money) == "€90,000 to €195,000"
    assert speak("de").money(money) == "90.000 bis 195.000\u00a0€"
