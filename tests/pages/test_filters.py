"""Filters: marks and radio buttons that the style sheet joins."""

from __future__ import annotations

import re

QUOTES = "de/quotes/index.html"


def choices(page, letter: str) -> list[str]:
    return re.findall(rf'<label for="f{letter}-\d+">(.*?)</label>', page.html)


def test_voices_can_be_chosen_by_mood_step_and_need(small):
    first = small.quote("a", mood="joy", step={"de": "Einbau", "en": "Fitting"}, need={"de": "Ruhe", "en": "Peace"})
    second = small.quote("b", step={"de": "Planung", "en": "Planning"}, need={"de": "Zeit", "en": "Time"})
    site = small.render(first, second)
    assert choices(site[QUOTES], "a") == ["alle", "Freude", "Ärger"]
    assert choices(site[QUOTES], "b") == ["alle", "Einbau", "Planung"]
    assert choices(site[QUOTES], "c") == ["alle", "Ruhe", "Zeit"]
    assert choices(site["en/quotes/index.html"], "b") == ["all", "Fitting", "Planning"]
    marks = {each["id"]: (each["data-fa"], each["data-fb"], each["data-fc"]) for each in site[QUOTES].all("li")}
    assert marks == {"a": ("1", "1", "1"), "b": ("2", "2", "2")}


def test_steps_are_offered_in_the_order_of_the_journey(small):
    quotes = [small.quote(step, step={"de": step, "en": step}) for step in ("einbau", "planung", "anderes")]
    journey = (small.step("planning", "planung", "planung"), small.step("fitting", "einbau", "einbau"))
    assert choices(small.render(*quotes, *journey)[QUOTES], "a") == ["alle", "planung", "einbau", "anderes"]


def test_what_leaves_no_choice_is_no_filter(small):
    assert choices(small.render(small.quote())[QUOTES], "a") == []


def test_of_many_choices_the_rarest_share_the_last(small):
    quotes = [small.quote(f"q{n:02d}", step={"de": f"Schritt {n:02d}", "en": f"Step {n}"}) for n in range(20)]
    page = small.render(*quotes)[QUOTES]
    assert len(choices(page, "a")) == 1 + 12
    assert choices(page, "a")[-1] == "weitere"
    assert sum(each.get("data-fa") == "12" for each in page.all("li")) == 9


def test_a_voice_without_a_step_goes_when_one_is_chosen(small):
    steps = [{"de": "Einbau", "en": "Fitting"}, {"de": "Planung", "en": "Planning"}, {}]
    page = small.render(*(small.quote(f"q{n}", step=step) for n, step in enumerate(steps)))[QUOTES]
    assert {each["id"]: each["data-fa"] for each in page.all("li")} == {"q0": "1", "q1": "2", "q2": "0"}


def test_a_withdrawn_voice_cannot_be_chosen_by(small):
    gone = small.quote("gone", basis=small.consent(withdrawn="2026-11-20"), step={"de": "Geheim", "en": "Secret"})
    shown = [small.quote(step, step={"de": step, "en": step}) for step in ("einbau", "planung")]
    assert "Geheim" not in small.render(gone, *shown)[QUOTES].html


def test_studies_that_carry_most_come_first_and_can_be_chosen_by_topic(small):
    first = small.study("a", featured=True, grade="B", topic="nps")
    others = [small.study("b", grade="A", topic="retention", stance="critical"), small.study("c", grade="C")]
    page = small.render(first, *others)["de/studies/index.html"]
    assert page.words.index("Was am meisten trägt") < page.words.index("Weitere, Güte A")
    assert [each["id"] for each in page.all("li") if "data-fa" in each] == ["a", "b", "c"]
    assert "Weiterempfehlung (NPS)" in choices(page, "c")
