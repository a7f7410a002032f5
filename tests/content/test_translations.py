"""Originals and translations: words twice, facts once."""

from __future__ import annotations

import unicodedata

import pytest

from chefetage.content import words_digest
from chefetage.model.base import pick

EDITION = "briefings/editions/2026-10.md"
ENGLISH = "briefings/editions/2026-10.en.md"


def translated(site, of: str | None = None) -> str:
    """Write the English edition and return the digest that its `of:` should have."""
    digest = words_digest(site.read().editions["2026-10"])
    site.write(
        ENGLISH,
        f"---\nheadline: The last part is missing.\nof: {of or digest}\nmessages: [One part, A store]\n"
        "commentary: {nps: A little better.}\nomitted:\n  solved: {why: Moving, by: Head}\n"
        "corrections:\n- {on: 2026-11-10, what: Number corrected.}\n---\n\nThe standfirst.\n",
    )
    return digest


def test_words_are_put_together_with_the_original_first(site):
    translated(site)
    assert site.errors() == []
    assert site.hints() == []
    edition = site.read().editions["2026-10"]
    assert list(edition.headline.items()) == [("de", "Das letzte Teil fehlt."), ("en", "The last part is missing.")]
    assert edition.messages["en"] == ("One part", "A store")
    assert edition.body["en"].text == "The standfirst."
    assert str(edition.body["en"].start) == f"{ENGLISH}:12:1"
    assert str(edition.at("headline", "en")) == f"{ENGLISH}:2:1"
    assert str(edition.at("commentary", "en", "nps")) == f"{ENGLISH}:5:14"
    assert str(edition.at("headline")) == f"{EDITION}:5:1"
    assert edition.stale == frozenset()


def test_a_language_that_is_missing_is_heard_in_the_original(site):
    heard = pick(site.read().editions["2026-10"].headline, "en")
    assert heard is not None
    assert (heard.value, heard.language) == ("Das letzte Teil fehlt.", "de")


def test_a_translation_of_another_state_is_stale(site):
    translated(site, of="0123456789ab")
    assert site.hints() == [f"{ENGLISH}:3:1 stale-translation"]
    edition = site.read().editions["2026-10"]
    assert edition.stale == {"en"}
    assert edition.path == EDITION


def test_a_translation_that_names_no_state_is_stale(site):
    translated(site)
    site.replace(ENGLISH, "of:", "# of:")
    assert site.hints() == [f"{ENGLISH}:1:1 stale-translation"]
    assert site.read().editions["2026-10"].stale == {"en"}


def test_changed_words_make_a_translation_stale_and_changed_facts_do_not(site):
    translated(site)
    site.replace(EDITION, "owner: Anna Beispiel", "owner: Berta Beispiel")
    site.replace(EDITION, "asks: [store]", "asks: []")
    assert site.read().editions["2026-10"].stale == frozenset()
    site.replace(EDITION, "Der Vorspann.", "Ein anderer Vorspann.")
    assert site.read().editions["2026-10"].stale == {"en"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Das letzte Teil fehlt.", "Das erste Teil fehlt."),
        ("Ein Teil fehlt.", "Zwei Teile fehlen."),
        ("Etwas besser.", "Etwas schlechter."),
        ("why: Umstellung", "why: Umzug"),
        ("what: Zahl berichtigt.", "what: Zahlen berichtigt."),
        ("## Hintergrund", "### Hintergrund"),
    ],
)
def test_every_word_counts_in_the_digest(site, old, new):
    before = words_digest(site.read().editions["2026-10"])
    site.replace(EDITION, old, new)
    assert words_digest(site.read().editions["2026-10"]) != before


def test_notation_does_not_count_in_the_digest(site):
    before = words_digest(site.read().editions["2026-10"])
    text = (site.root / EDITION).read_text().replace("owner: Anna Beispiel", 'owner: "Anna Beispiel"')
    text = text.replace("headline: Das letzte Teil fehlt.", "headline: >-\n  Das letzte Teil\n  fehlt.")
    text = unicodedata.normalize("NFD", text).replace("---\n\nDer", "---\n\n\n\nDer") + "\n\n"
    site.write(EDITION, "\ufeff" + text.replace("\n", "\r\n"))
    assert site.errors() == []
    assert words_digest(site.read().editions["2026-10"]) == before


def test_the_digest_is_twelve_hex_digits_and_never_changes(site):
    assert words_digest(site.read().standing["method"]) == "feb27fa257c6"


def test_a_digest_of_digits_only_is_read_as_it_is_written(site):
    translated(site, of="012345671234")
    assert site.hints() == [f"{ENGLISH}:3:1 stale-translation"]
    assert site.errors() == []


def test_a_story_keeps_its_digest_whether_a_scene_is_a_sentence_or_a_table(site):
    before = words_digest(site.read().stories["tap"])
    site.replace(
        "briefings/stories/tap.md", "before: Drei Wochen ohne Wasser", "before: {text: Drei Wochen ohne Wasser}"
    )
    assert words_digest(site.read().stories["tap"]) == before


def test_facts_in_a_translation_are_errors(site):
    translated(site)
    site.replace(ENGLISH, "of:", "status: closed\nlanguage: en\nasks: []\nid: x\nhedline: y\nof:")
    assert site.errors() == [
        f"{ENGLISH}:3:1 fact-in-translation",
        f"{ENGLISH}:4:1 fact-in-translation",
        f"{ENGLISH}:5:1 fact-in-translation",
        f"{ENGLISH}:6:1 unknown-key",
        f"{ENGLISH}:7:1 unknown-key",
    ]
    problems = site.problems()
    assert next(p for p in problems if p.id == "fact-in-translation").params["file"] == EDITION
    assert [p.params["nearest"] for p in problems if p.id == "unknown-key"] == [None, "headline"]


def test_mistakes_in_the_words_of_a_translation_are_found_in_its_file(site):
    translated(site)
    site.replace(ENGLISH, "messages: [One part, A store]", "messages: [a, b, c, on]")
    site.replace(ENGLISH, "2026-11-10", "10.11.2026")
    assert site.errors() == [
        f"{ENGLISH}:4:21 ambiguous-value",
        f"{ENGLISH}:9:4 bad-date",
    ]
    site.replace(ENGLISH, "on]", "d]")
    assert f"{ENGLISH}:4:1 too-many" in site.errors()
    assert "2026-10" not in site.read().editions


def test_a_translation_does_not_stand_in_for_words_that_the_original_lacks(site):
    translated(site)
    site.replace(EDITION, "headline: Das letzte Teil fehlt.\n", "")
    assert site.errors() == [f"{EDITION}:1:1 missing-field"]
    site.replace(EDITION, "messages:", "headline:\nmessages:")
    assert site.errors() == [f"{EDITION}:5:1 empty-value"]


def test_a_translation_without_an_original_is_an_error(site):
    site.write("briefings/quotes/fiter.en.md", "---\n---\nText.\n")
    assert site.errors() == ["briefings/quotes/fiter.en.md:1:1 translation-without-original"]
    params = next(p for p in site.problems() if p.id == "translation-without-original").params
    assert params == {"file": "briefings/quotes/fiter.md", "nearest": "fitter"}


def test_a_translation_of_what_could_not_be_read_is_not_blamed(site):
    site.write("briefings/quotes/Fitter2.md", "---\n---\n")
    site.write("briefings/quotes/fitter2.en.md", "---\n---\n")
    assert site.errors() == ["briefings/quotes/Fitter2.md:1:1 bad-id"]


@pytest.mark.parametrize("language", ["fr", "EN", "dee"])
def test_a_language_that_the_site_does_not_have_is_an_error(site, language):
    site.write(f"briefings/quotes/fitter.{language}.md", "---\n---\nText.\n")
    assert site.errors() == [f"briefings/quotes/fitter.{language}.md:1:1 unknown-language"]


def test_the_nearest_language_is_proposed(site):
    site.write("briefings/quotes/fitter.EN.md", "---\n---\nText.\n")
    assert next(p for p in site.problems() if p.id == "unknown-language").params["nearest"] == "en"


def test_an_original_may_be_in_any_language_of_the_site(site):
    site.replace("briefings/quotes/fitter.md", "said_on:", "language: en\nsaid_on:")
    site.write("briefings/quotes/fitter.de.md", "---\nwho: Kundin\n---\nEin Teil fehlte.\n")
    assert site.errors() == []
    quote = site.read().quotes["fitter"]
    assert quote.language == "en"
    assert list(quote.body) == ["en", "de"]
    assert list(quote.who.items()) == [("en", "Kundin, 61"), ("de", "Kundin")]


def test_an_original_in_an_unknown_language_is_an_error(site):
    site.replace("briefings/quotes/fitter.md", "said_on:", "language: eng\nsaid_on:")
    assert site.errors() == ["briefings/quotes/fitter.md:2:1 unknown-language"]


def test_a_translation_into_the_original_s_own_language_is_an_error(site):
    site.write("briefings/quotes/fitter.de.md", "---\n---\nText.\n")
    assert site.errors() == ["briefings/quotes/fitter.de.md:1:1 translation-into-itself"]


def test_two_translations_into_one_language_are_an_error(site):
    translated(site)
    site.write(ENGLISH.removesuffix(".md") + ".MD", (site.root / ENGLISH).read_text())
    assert site.errors() == [f"{ENGLISH}:1:1 duplicate-id"]


def test_a_missing_translation_is_one_hint_an_item(site):
    hints = [f"{p.location}" for p in site.problems() if p.id == "missing-translation"]
    assert len(hints) == len(set(hints)) == 9
    assert "briefings/editions/2026-10.md:1:1" in hints


def test_what_has_no_words_needs_no_translation(site):
    site.write(
        "briefings/quotes/gone.md",
        "---\nsaid_on: 2026-10-14\nchannel: call\nmood: joy\nbasis:\n"
        "  consent: {reference: E-1, scope: [site], given: 2026-10-14, withdrawn: 2026-11-01}\n---\n",
    )
    assert not [p for p in site.problems() if p.location.path == "briefings/quotes/gone.md"]


def test_an_incomplete_translation_is_a_hint_that_names_the_fields(site):
    translated(site)
    site.replace(ENGLISH, "\nThe standfirst.\n", "")
    site.replace(ENGLISH, "messages: [One part, A store]\n", "")
    assert site.hints() == [f"{ENGLISH}:1:1 incomplete-translation"]
    assert next(p for p in site.problems() if p.id == "incomplete-translation").params["field"] == "messages, body"


def test_words_in_definitions_are_hinted_at_where_they_stand(site):
    site.replace("metrics/nps.yml", "owner: {de: Leitung Kundenerlebnis, en: Head of CX}", "owner: {de: Leitung}")
    assert site.hints() == ["metrics/nps.yml:7:1 incomplete-translation"]


def test_a_site_of_one_language_misses_none(site):
    site.replace("mkdocs.yml", "languages: [de, en]", "languages: [de]")
    for path in ("docs/method.en.md", "brand.yml"):
        (site.root / path).unlink()
    site.write("brand.yml", "company: Lindenried\n")
    assert {p.id for p in site.problems()} == {"unknown-language"}
    assert {p.location.path for p in site.problems()} == {
        "docs/glossary.yml", "docs/journey.yml", "metrics/events.yml", "metrics/nps.yml", "metrics/segments.yml",
        "metrics/solved.yml",
    }  # fmt: skip


def test_a_third_language_needs_no_code(site, monkeypatch):
    monkeypatch.setattr("chefetage.content.settings.available", lambda: ("de", "en", "fr"))
    site.replace("mkdocs.yml", "languages: [de, en]", "languages: [de, en, fr]")
    site.write("briefings/quotes/fitter.fr.md", "---\nwho: Cliente\n---\nIl manquait une pièce.\n")
    assert site.errors() == []
    assert site.read().quotes["fitter"].body["fr"].text == "Il manquait une pièce."
