"""Letters from other alphabets that look like ours."""

from __future__ import annotations

import pytest

from chefetage.locales import speak
from chefetage.locales.scripts import script_of, scripts_of

EDITION = "briefings/editions/2026-10.md"


def errors(site):
    return [each for each in site.found() if "mixed-alphabet" in each]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Die K\u0443che.", ["24:6"]),
        ("Ein Kunde.\nUnd noch ein Kund\u0435, viele Kund\u0435n.", ["25:18", "25:31"]),
        ("\u0391nna", ["24:1"]),
        ("\u041f\u0440\u0438\u0432\u0435\u0442, \u043c\u0438\u0440!", ["24:1"]),
        ("\u03bb\u03cc\u03b3\u03bf\u03c2", ["24:1"]),
        ("\u5ba2\u6236", ["24:1"]),
        ("\U0001d40a\u00fcche", ["24:1"]),
        ("\uff2b\uff55\uff4e\uff44\uff45", ["24:1"]),
    ],
)
def test_strange_letters_are_found_where_they_stand(site, text, places):
    site.replace(EDITION, "Der Vorspann.", text)
    assert errors(site) == [f"{EDITION}:{place} error mixed-alphabet" for place in places]


@pytest.mark.parametrize(
    "text",
    ["Küche, Señora, Łódź, naïve, straße, Đorđe, Việt", "α = 5 %, Δ, Σ und 10 µm", "25 € – „so“ … 😀 ½ ²", "1ª 2º ﬁ"],
)
def test_letters_of_our_languages_and_signs_pass(site, text):
    site.replace(EDITION, "Der Vorspann.", text)
    assert errors(site) == []


def test_facts_and_translations_are_looked_at_too(site):
    site.replace(EDITION, "owner: Anna", "owner: \u0410nna")
    site.write("briefings/editions/2026-10.en.md", "---\nheadline: The last p\u0430rt\n---\n")
    assert errors(site) == [
        "briefings/editions/2026-10.en.md:2:1 error mixed-alphabet",
        f"{EDITION}:4:1 error mixed-alphabet",
    ]


def test_a_study_keeps_the_title_that_it_was_published_under(site):
    site.replace("briefings/studies/kriss-2014.md", "authors: Kriss", "authors: \u041f\u0435\u0442\u0440\u043e\u0432")
    assert errors(site) == []


def test_the_message_names_the_letter_and_its_alphabet(site):
    site.replace(EDITION, "Der Vorspann.", "Die K\u0443che.")
    (problem,) = site.problems()
    assert "„\u0443“ (U+0443), ein kyrillisches Zeichen" in speak("de").problem(problem)
    assert "“\u0443” (U+0443), a Cyrillic character" in speak("en").problem(problem)


def test_a_site_may_speak_a_language_of_another_alphabet():
    assert scripts_of("ru") == {"CYRILLIC"}
    assert scripts_of("de") == scripts_of("en") == {"LATIN"}
    assert scripts_of("xx") is None
    assert script_of("\u00b5") is None
