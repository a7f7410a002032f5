"""Two languages: the same pages, and words in another language marked as such."""

from __future__ import annotations

from chefetage.model.base import Prose


def full(small):
    return [
        small.metric(), small.quote(), small.ask(), small.measure(), small.story(), small.study(), small.praise(),
        small.visit(), small.argument(), small.standing("privacy"), small.term("nps", "Wert", "Score"),
        small.edition("2025-12"),
        small.edition(asks=("lager",), quotes=("blende",), measures=("sms",), story="kratzer", study="hult-2017",
                      praise="montage", visits=("kassel",)),
    ]  # fmt: skip


def test_both_languages_have_the_same_pages(small):
    site = small.render(*full(small))
    assert {address[3:] for address in site.pages if address.startswith("de/")} == {
        address[3:] for address in site.pages if address.startswith("en/")
    }


def test_every_page_names_itself_in_every_language(small):
    for page in small.render(*full(small)).site.pages:
        assert page.alternates == {language: f"{language}/{page.address[3:]}" for language in ("de", "en")}
        assert page.alternates[page.language] == page.address


def test_a_missing_translation_shows_the_original_marked_with_its_language(small):
    edition = small.edition(headline={"de": "Nur auf Deutsch."}, messages={"de": ("Ein Satz.",)})
    page = small.render(edition)["en/index.html"]
    assert {"class": "ce-key", "lang": "de"} in page.all("h1")
    assert "Nur auf Deutsch." in page.words
    assert "Original in German" in page.words


def test_a_missing_english_quote_is_marked(small):
    quote = small.quote(body={"de": Prose("Nur auf Deutsch.")}, who={"de": "Ein Paar"})
    page = small.render(quote, small.edition(quotes=("blende",)))["en/index.html"]
    assert {"lang": "de"} in page.all("blockquote")
    assert "Original in German" in page.words


def test_a_late_translation_says_so(small):
    page = small.render(small.edition(stale=frozenset({"en"})))["en/index.html"]
    assert "Translation older than the original" in page.words
    assert "älter als das Original" not in small.render(small.edition())["de/index.html"].words


def test_the_pencil_opens_the_file_of_the_pages_language(small):
    edition = small.placed(small.edition(), "briefings/editions/2026-10.md")
    site = small.render(edition)
    assert site.page("de/editions/2026-10.html").source == "briefings/editions/2026-10.md"
    assert site.page("en/editions/2026-10.html").source == "briefings/editions/2026-10.en.md"


def test_without_a_translation_the_pencil_opens_the_original(small):
    edition = small.edition(headline={"de": "Nur Deutsch."}, messages={"de": ("Satz.",)})
    site = small.render(small.placed(edition, "briefings/editions/2026-10.md"))
    assert site.page("en/editions/2026-10.html").source == "briefings/editions/2026-10.md"


def test_a_metric_is_edited_in_one_file_for_all_languages(small):
    site = small.render(small.placed(small.metric(), "metrics/nps.yml"), small.edition())
    assert site.page("en/metrics/nps.html").source == "metrics/nps.yml"


def test_terms_follow_the_alphabet_of_the_page(small):
    terms = [
        small.term("a", "Zufriedenheit", "Approval"),
        small.term("b", "Ärger", "Trouble"),
        small.term("c", "Anruf", "Call"),
    ]
    site = small.render(*terms, small.edition())
    german, english = site["de/glossary/index.html"].words, site["en/glossary/index.html"].words
    assert german.index("Anruf") < german.index("Ärger") < german.index("Zufriedenheit")
    assert english.index("Approval") < english.index("Call") < english.index("Trouble")
