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
    assert "Veränderung nicht nachweisbar" not in unproven
    assert "40.000" not in unproven
    assert "wirklich gestiegen" in proven


def test_no_amount_is_told_on_a_change_that_is_not_proven(small):
    measure = small.measure(since="2025-11-03", cost=10000, benefit=BENEFIT, metrics=("nps",))
    items = [measure, small.metric(), small.edition(measures=("sms",))]
    unproven = small.render(*items, snapshots=small.snapshots(SAME))
    for address in ("de/index.html", "de/value/index.html", "de/stories/index.html"):
        assert "Kein Betrag, solange keine Veränderung nachweisbar ist" in unproven[address].words
        assert "40.000" not in unproven[address].words
        assert "Zurückverdient" not in unproven[address].words
    assert "20.000 bis 40.000 €" in small.render(*items, snapshots=small.snapshots(UP))["de/value/index.html"].words


def test_a_change_for_the_worse_backs_no_benefit(small):
    measure = small.measure(since="2025-11-03", benefit=BENEFIT, metrics=("nps",))
    items = [measure, small.metric(direction="down"), small.edition(measures=("sms",))]
    assert "40.000" not in small.render(*items, snapshots=small.snapshots(UP))["de/value/index.html"].words


def test_a_planned_benefit_waits_for_no_proof(small):
    measure = small.measure(benefit=BENEFIT | {"evidence": "planned"}, metrics=("nps",))
    site = small.render(measure, small.metric(), small.edition(), snapshots=small.snapshots(SAME))
    assert "20.000 bis 40.000 €" in site["de/value/index.html"].words


def test_a_single_cost_comes_back_after_so_many_months(small):
    words = small.render(small.measure(cost=10000, benefit=BENEFIT), small.edition())["de/value/index.html"].words
    assert "Zurückverdient in 3 bis 6 Monaten" in words
    stated = small.measure(cost=10000, benefit=BENEFIT, payback_months=9)
    assert "Zurückverdient in 9 Monaten" in small.render(stated, small.edition())["de/value/index.html"].words


def test_what_may_bring_nothing_may_never_come_back(small):
    benefit = BENEFIT | {"quantity": {"low": 0, "high": 800}}
    words = small.render(small.measure(cost=10000, benefit=benefit), small.edition())["de/value/index.html"].words
    assert "frühestens 3 Monaten, vielleicht nie" in words


def test_of_a_cost_due_every_year_stands_what_is_left_over(small):
    measure = small.measure(cost=30000, recurring=True, benefit=BENEFIT)
    words = small.render(measure, small.edition())["de/value/index.html"].words
    assert "Bleibt im Jahr −10.000 bis 10.000 €" in words
    assert "Zurückverdient" not in words


def test_of_revenue_only_the_contribution_is_a_benefit(small):
    words = small.render(small.measure(benefit=BENEFIT | {"margin": 0.25}), small.edition())[
        "de/value/index.html"
    ].words
    assert "5.000 bis 10.000 €" in words
    assert "davon 25 % Deckungsbeitrag" in words


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
