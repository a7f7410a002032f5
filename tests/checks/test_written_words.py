"""Advice on words: sentences, readability, words of the trade, tone, activity. Each in both languages."""

from __future__ import annotations

import pytest

from chefetage.locales import available

EDITION = "briefings/editions/2026-10.md"
ENGLISH = "briefings/editions/2026-10.en.md"
LONG = "word " * 30
HARD = {
    "de": "Die Implementierung bereichsübergreifender Prozessoptimierungsmaßnahmen erfordert Abstimmungen. " * 20,
    "en": "The implementation of organisational optimisation initiatives necessitates comprehensive alignment. " * 12,
}
EASY = {
    "de": "Ein Teil fehlte. Der Monteur fuhr zweimal zu der Kundin. Das kostet uns Geld und sie den Tag. " * 6,
    "en": "A part was missing. The fitter went to see her twice. It costs us money, and it cost her the day. " * 6,
}


def write(site, language: str, *, body: str = "Text.", message: str = "", headline: str = "") -> str:
    """Let the edition say something in one language; return the file it stands in."""
    if language == "de":
        site.replace(EDITION, "Der Vorspann.", body)
        site.replace(EDITION, "- Ein Teil fehlt.", f"- {message or 'Ein Teil fehlt.'}")
        site.replace(EDITION, "Das letzte Teil fehlt.", headline or "Das letzte Teil fehlt.")
        return EDITION
    front = f"headline: {headline or 'The last part is missing.'}\nmessages:\n- {message or 'A part is missing.'}\n"
    site.write(ENGLISH, f"---\n{front}---\n\n{body}\n")
    return ENGLISH


def told(site, check_id: str) -> list[str]:
    """Return where such a hint stands."""
    return [str(problem.location) for problem in site.problems() if problem.id == check_id]


@pytest.mark.parametrize("language", available())
def test_a_sentence_of_more_than_thirty_words_is_named_with_its_line(site, language):
    path = write(site, language, body=f"Short.\n\n{LONG}more.")
    line = {"de": 26, "en": 9}[language]
    assert told(site, "long-sentence") == [f"{path}:{line}:1"]


@pytest.mark.parametrize("language", available())
@pytest.mark.parametrize(
    "body",
    [
        f"{LONG}.", f"{LONG[:-5]} {{{{ nps.segment.occasion.planning }}}}.", f"| {LONG} | {LONG} |", f"> {LONG} more.",
        f"```\n{LONG} more\n```", f"{LONG}.\n\n{LONG}.", f"- {LONG}\n- {LONG}", f"„{LONG} more.“",
    ],
)  # fmt: skip
def test_short_sentences_tables_code_and_quotations_are_let_pass(site, language, body):
    write(site, language, body=body)
    assert told(site, "long-sentence") == []


def test_customers_may_speak_as_long_as_they_like(site):
    site.replace("briefings/quotes/fitter.md", "Ein Teil fehlte.", f"{LONG} more und noch ein Touchpoint, Sie müssen.")
    assert site.found() == []


@pytest.mark.parametrize("language", available())
def test_a_hard_text_is_hinted_at_and_an_easy_one_is_not(site, language):
    path = write(site, language, body=HARD[language])
    assert [place.split(":")[0] for place in told(site, "hard-to-read")] == [path]


@pytest.mark.parametrize("language", available())
def test_an_easy_text_is_let_pass_and_so_is_a_short_one(site, language):
    write(site, language, body=EASY[language])
    assert told(site, "hard-to-read") == []
    other = "en" if language == "de" else "de"
    write(site, other, body=HARD[other][:400])
    assert told(site, "hard-to-read") == []


JARGON = [
    ("de", "An jedem Touchpoint warten Kunden."), ("de", "Die Touchpoints sind bekannt."), ("de", "Die CX leidet."),
    ("de", "Der CSAT-Wert zeigt es."), ("en", "At every touchpoint customers wait."),
    ("en", "Our pain points are known."), ("en", "CX suffers."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "body"), JARGON)
def test_a_word_of_the_trade_that_nobody_explains_is_hinted_at_once(site, language, body):
    path = write(site, language, body=f"{body}\n\n{body}")
    line = {"de": 24, "en": 7}[language]
    assert told(site, "jargon") == [f"{path}:{line}:1"]


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("de", "An jedem Kontaktpunkt warten Kunden."), ("de", "Ein Obertouchpointer."), ("de", "Der Touchpointer."),
        ("de", "„Touchpoint“, sagt die Agentur."), ("de", "Im Wort `Touchpoint`."), ("de", "Die cx-Taste."),
        ("en", "At every point of contact customers wait."), ("en", "“Touchpoint”, says the agency."),
    ],
)  # fmt: skip
def test_plain_words_and_quotations_are_let_pass(site, language, body):
    write(site, language, body=body)
    assert told(site, "jargon") == []


TERM = """
touchpoint:
  term: {de: Touchpoint, en: Touchpoint}
  plain: {de: Kontakt, en: contact}
  explain: {de: Ein Kontakt., en: A contact.}
"""


def test_what_the_glossary_explains_is_a_hint_only_where_no_page_explains_it(site):
    site.write("docs/glossary.yml", TERM)
    write(site, "de", body="Jeder Touchpoint.", message="Jeder Touchpoint zählt.", headline="Jeder Touchpoint zählt.")
    assert told(site, "jargon") == [f"{EDITION}:5:1"]
    (problem,) = (each for each in site.problems() if each.id == "jargon")
    assert problem.params == {"found": "Touchpoint", "plain": "Kontakt"}


@pytest.mark.parametrize("file", ["mkdocs.yml", EDITION])
def test_without_explanations_every_word_of_the_glossary_is_one_to_replace(site, file):
    site.write("docs/glossary.yml", TERM)
    write(site, "de", body="Jeder Touchpoint.")
    assert told(site, "jargon") == []
    old, new = (
        ("    k: 5", "    k: 5\n    explain: false") if file == "mkdocs.yml" else ("owner:", "explain: false\nowner:")
    )
    site.replace(file, old, new)
    assert len(told(site, "jargon")) == 1


LECTURES = [
    ("de", "Der Vorstand muss endlich handeln."), ("de", "Dafür müssen Sie Zeit einplanen."),
    ("de", "Sie sollten das wissen."),
    ("de", "Bekanntlich zahlt sich das aus."), ("de", "Das muss jedem klar sein."), ("en", "You must act now."),
    ("en", "The board should understand this."), ("en", "Everyone knows that."), ("en", "You need to listen."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentence"), LECTURES)
def test_a_lecture_is_hinted_at_in_headline_message_and_text(site, language, sentence):
    path = write(site, language, body=sentence, message=sentence, headline=sentence)
    places = told(site, "lecturing")
    assert len(places) == 3
    assert {place.split(":")[0] for place in places} == {path}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Kunden müssen dreimal anrufen."), ("de", "Ein Monteur muss zweimal fahren."),
        ("de", "Sie warten lange."),
        ("de", "Er schrieb „Sie müssen das ändern.“"), ("de", "Wir müssen das Lager mieten."),
        ("de", "Die Kunden warten. Sie müssen noch einmal anrufen."), ("de", "Dafür müssen sie wiederkommen."),
        ("en", "Customers must ring three times."), ("en", "A fitter has to go twice."),
        ("en", "They should have waited."),
        ("en", "She wrote “You must change this.”"),
    ],
)  # fmt: skip
def test_what_customers_must_do_is_no_lecture(site, language, sentence):
    write(site, language, body=sentence, message=sentence, headline="x")
    assert told(site, "lecturing") == []


def test_a_decision_asked_for_is_no_lecture(site):
    site.replace("briefings/asks/store.md", "what: ", "what: Das müssen Sie entscheiden. ")
    assert told(site, "lecturing") == []


@pytest.mark.parametrize(
    ("language", "message", "is_hint"),
    [
        ("de", "Wir haben einen Rückruf eingeführt.", True), ("de", "Die Schulung wurde durchgeführt.", True),
        ("de", "Wir haben den Rückruf eingeführt, seitdem wartet niemand.", False), ("de", "Ein Teil fehlt.", False),
        ("de", "Wir haben 12 Filialen geschult.", False), ("de", "Eingeführt ist er, gelöst sind {{ solved }}.", False),
        ("en", "We launched a call-back service.", True), ("en", "Training was carried out.", True),
        ("en", "We launched a call-back, so that nobody waits.", False), ("en", "A part is missing.", False),
        ("en", "We trained 12 branches.", False),
    ],
)  # fmt: skip
def test_a_message_tells_an_outcome_and_not_an_activity(site, language, message, is_hint):
    write(site, language, message=f'"{message}"')
    assert bool(told(site, "message-without-outcome")) == is_hint
