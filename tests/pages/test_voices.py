"""Customers' words: shown only with the right to, and a gap where that has ended."""

from __future__ import annotations

import pytest

from chefetage.model.base import Prose
from chefetage.pages.site import render_site

WORDS = "Ihr Mitarbeiter isst vermutlich zu Hause"


def everywhere(small, quote):
    """A quote in an edition, in its text, in a story and on the page of quotes."""
    body = {"de": Prose("Vorab.\n\n## Mehr\n\n```quote\nblende\n```\n"), "en": Prose("First.")}
    story = small.story(quotes=("blende",))
    return small.render(quote, story, small.edition(quotes=("blende",), story="kratzer", body=body))


def test_words_stand_in_the_edition_and_on_the_page_of_quotes(small):
    site = everywhere(small, small.quote(words=WORDS))
    assert WORDS in site["de/index.html"].words
    assert WORDS in site["de/quotes/index.html"].words
    assert WORDS in site["de/stories/index.html"].words


@pytest.mark.parametrize("basis", [{"withdrawn": "2026-11-20"}, {"until": "2026-11-20"}, {"scope": ("mail",)}], ids=str)
def test_words_that_may_not_be_shown_stand_nowhere(small, basis):
    site = everywhere(small, small.quote(words=WORDS, basis=small.consent(**basis)))
    assert WORDS not in site.html
    assert "Paar aus Wolfsburg" not in site.html


def test_a_withdrawn_quote_leaves_a_gap(small):
    quote = small.quote(basis=small.consent(withdrawn="2026-11-20"))
    site = everywhere(small, quote)
    for address in ("de/index.html", "de/editions/2026-10.html", "de/quotes/index.html"):
        assert "Diese Stimme wurde zurückgezogen." in site[address].words


def test_a_gap_keeps_its_address(small):
    site = everywhere(small, small.quote(basis=small.consent(withdrawn="2026-11-20")))
    assert "blende" in site["de/quotes/index.html"].ids


def test_a_withdrawn_quote_without_words_breaks_nothing(small):
    quote = small.quote(basis=small.consent(withdrawn="2026-11-20"), who={}, body={})
    assert everywhere(small, quote).problems == []


def test_expired_consent_says_so(small):
    site = everywhere(small, small.quote(basis=small.consent(until="2026-11-20")))
    assert "Einwilligung zu dieser Stimme ist abgelaufen" in site["de/index.html"].words


def test_pain_comes_first_and_joy_follows(small):
    joy = small.quote("freude", "Wunderbar.", mood="joy")
    pain = small.quote("aerger", "Ärgerlich.", mood="pain")
    page = small.render(joy, pain, small.edition(quotes=("freude", "aerger")))["de/index.html"]
    assert page.words.index("Ärgerlich.") < page.words.index("Wunderbar.")
    assert page.words.count("Ärgerlich.") == 1


def test_words_stand_in_the_marks_of_their_own_language(small):
    quote = small.quote(body={"de": Prose("Eine Blende fehlt.")})
    page = small.render(quote, small.edition(quotes=("blende",)))["en/index.html"]
    assert "„Eine Blende fehlt.“" in page.words


def test_a_paraphrase_is_no_quotation(small):
    page = small.render(small.quote(paraphrased=True), small.edition(quotes=("blende",)))["de/index.html"]
    assert "„Eine Blende" not in page.words
    assert "sinngemäß" in page.words


def test_a_recording_is_played_only_if_the_site_has_it(small):
    quote = small.quote(media={"key": "anruf.opus", "sha256": "0" * 64}, transcript={"de": "Wortlaut."})
    project = small.project(quote, small.edition(quotes=("blende",)))
    without, _ = render_site(project)
    having, _ = render_site(project, frozenset({"docs/media/anruf.opus"}))
    silent, heard = (
        next(page.html for page in site.pages if page.address == "de/editions/2026-10.html")
        for site in (without, having)
    )
    assert "<audio" not in silent
    assert 'src="../media/anruf.opus"' in heard
    assert "Wortlaut." in silent


def test_quotes_are_grouped_by_what_customers_were_after(small):
    need = {"de": "kochen können", "en": "to cook"}
    quotes = [small.quote("a", need=need), small.quote("b", need=need), small.quote("c", need={"de": "Ruhe"})]
    page = small.render(*quotes, small.edition())["de/quotes/index.html"]
    headings = page.words
    assert headings.index("kochen können") < headings.index("Weitere Bedürfnisse")
    assert "Bedürfnis: Ruhe" in headings


def test_what_only_a_draft_names_is_not_shown_yet(small):
    draft = small.edition("2026-11", status="draft", quotes=("neu",))
    site = small.render(small.quote("neu", "Noch geheim."), draft, small.edition())
    assert "Noch geheim." not in site.html


def recorded(small, key: str = "anruf.m4a", **given):
    quote = small.quote(media={"key": key, "sha256": "a" * 64}, **given)
    project = small.project(quote, small.edition(quotes=("blende",)))
    site, _ = render_site(project, frozenset({f"docs/media/{key}"}))
    return next(page.html for page in site.pages if page.address == "de/quotes/index.html")


def test_a_recording_can_be_heard_and_read(small):
    html = recorded(small, transcript={"de": "Sieben Wochen nichts.", "en": "Nothing for seven weeks."})
    assert '<audio controls preload="none"' in html
    assert 'src="../media/anruf.m4a"' in html
    assert "Sieben Wochen nichts." in html


def test_captions_come_in_every_language_and_without_another_file(small):
    cue = "00:00.300 --> 00:04.300\n"
    html = recorded(small, captions={"de": f"{cue}Hallo", "en": f"{cue}Hello & <b>"})
    assert html.count("<track ") == 2
    assert 'srclang="de" label="DE" src="data:text/vtt;charset=utf-8,WEBVTT%0A%0A00%3A00.300' in html
    assert html.count(" default>") == 1
    assert "Hello%20%26%20%3Cb%3E" in html


def test_a_film_is_shown_as_one(small):
    assert "<video controls" in recorded(small, "besuch.mp4")


@pytest.mark.parametrize(
    ("end", "said"),
    [({"withdrawn": "2026-11-20"}, "zurückgezogen"), ({"withdrawn": "2026-11-22"}, "zurückgezogen"),
     ({"until": "2026-11-20"}, "abgelaufen")],
)  # fmt: skip
def test_a_stub_leaves_a_gap_wherever_it_was_shown(small, end, said):
    quote = small.quote(basis=small.consent(**end), who={}, body={}, metrics=("nps",))
    story = small.story(quotes=("blende",))
    edition = small.edition(quotes=("blende",), story="kratzer", body={"de": Prose("Text.\n\n```quote\nblende\n```\n")})
    site = small.render(quote, story, small.metric(), edition)
    assert site.problems == []
    for address in ("de/index.html", "de/editions/2026-10.html", "de/stories/index.html", "de/quotes/index.html"):
        assert said in site[address].words, address


def test_a_withdrawn_recording_leaves_nothing(small):
    basis = small.consent(withdrawn="2026-11-20")
    html = recorded(small, basis=basis, captions={"de": "00:00.300 --> 00:04.300\nHallo"}, transcript={"de": "Nichts."})
    assert "<audio" not in html
    assert "data:text/vtt" not in html
    assert "Nichts." not in html
