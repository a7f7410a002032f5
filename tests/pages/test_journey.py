"""The customer's journey: who answers for a step, and where nobody looks."""

from __future__ import annotations

PAGE = "de/journey/index.html"


def test_a_step_shows_who_answers_for_it_and_what_is_measured(small):
    metric = small.metric()
    step = small.step(
        "fitting", "Einbau", "Fitting", metrics=("nps",), handover={"de": "Das Protokoll.", "en": "The report."}
    )
    snapshots = small.snapshots({"nps": ({"all": (220, 120, 80)}, {"all": (160, 140, 120)})})
    site = small.render(metric, step, small.edition(), snapshots=snapshots)
    words = site[PAGE].words
    for said in ("Einbau", "Montage", "Das Protokoll.", "Zahl nps", "33"):
        assert said in words
    assert "Nichts. Hier sehen wir nicht hin." not in words
    assert "metrics/nps.html" in " ".join(site[PAGE].links)


def test_a_step_where_nothing_is_measured_is_a_blind_spot(small):
    page = small.render(small.step("waiting", "Warten", "Waiting"))[PAGE]
    assert "Nichts. Hier sehen wir nicht hin." in page.words
    assert "ce-journey__blind" in page.classes()


def test_a_value_of_too_few_answers_stays_hidden(small):
    step = small.step("fitting", "Einbau", "Fitting", metrics=("nps",))
    snapshots = small.snapshots({"nps": ({"all": (2, 1, 0)}, {"all": (2, 1, 0)})})
    words = small.render(small.metric(), step, small.edition(), snapshots=snapshots)[PAGE].words
    assert "67" not in words
    assert "33" not in words


def test_voices_are_counted_at_their_step(small):
    at = {"de": "Einbau", "en": "Fitting"}
    quotes = [small.quote("a", step=at), small.quote("b", step=at, mood="joy")]
    gone = small.quote("c", step=at, basis=small.consent(withdrawn="2026-11-20"))
    words = small.render(*quotes, gone, small.step("fitting", "Einbau", "Fitting"))[PAGE].words
    assert "2 Stimmen: 1 × Freude, 1 × Ärger" in words


def test_without_a_journey_the_page_says_how_to_begin(small):
    assert "docs/journey.yml" in small.render()[PAGE].words
