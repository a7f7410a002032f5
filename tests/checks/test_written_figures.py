"""Figures in texts: where they come from, and whether both languages have the same."""

from __future__ import annotations

import pytest

from chefetage.content.translation import Confirmed, confirm_translation

EDITION = "briefings/editions/2026-10.md"
ENGLISH = "briefings/editions/2026-10.en.md"
MESSAGE = "- Ein Teil fehlt."


def told(site, check_id: str) -> list[str]:
    return [str(problem.location) for problem in site.problems() if problem.id == check_id]


@pytest.mark.parametrize(
    "claim",
    [
        "80 % verzeihen einen Fehler.", "80% verzeihen.", "80 Prozent verzeihen.", "Das kostet uns 2 Mio. € im Jahr.",
        "Es kostet 40.000 €.", "Es kostet 1.500 Euro.", "Sie kaufen 5-mal so viel.", "Das ist 3-fach belegt.",
    ],
)  # fmt: skip
@pytest.mark.parametrize(("old", "line"), [("Das letzte Teil fehlt.", 5), (MESSAGE, 7), ("Der Vorspann.", 24)])
def test_a_figure_that_nobody_can_look_up_is_hinted_at(site, claim, old, line):
    site.replace(EDITION, old, f'- "{claim}"' if old == MESSAGE else claim)
    assert [place.split(":")[1] for place in told(site, "unsourced-figure")] == [str(line)]


@pytest.mark.parametrize(
    "claim",
    [
        "80% forgive a mistake.",
        "It costs us €2 million.",
        "It costs £40,000.",
        "80 percent forgive.",
        "5 times as many.",
    ],
)
def test_it_is_found_in_english_too(site, claim):
    site.write(ENGLISH, f"---\nheadline: x\n---\n\n{claim}\n")
    assert told(site, "unsourced-figure") == [f"{ENGLISH}:5:1"]


@pytest.mark.parametrize(
    "text",
    [
        "Gelöst wurden {{ solved }}, also über 80 %.", "80 % ([Kriss 2014](../studies/kriss-2014.md)).",
        "80 % verzeihen.\n\n```study\nkriss-2014\n```", "Wir haben 870-mal gemessen.", "Es kostet 84 €.",
        "Im Jahr 2026.", "„80 % verzeihen“, sagt er.", "`80 %`", "80 Küchen.",
    ],
)  # fmt: skip
def test_a_figure_with_a_source_a_price_and_a_count_are_let_pass(site, text):
    site.replace(EDITION, "Der Vorspann.", text)
    assert told(site, "unsourced-figure") == []


def test_a_figure_of_what_the_edition_shows_needs_no_other_source(site):
    site.replace(EDITION, MESSAGE, "- Ein Lager kostet 95.000 €.")
    assert told(site, "unsourced-figure") == [f"{EDITION}:7:3"]
    site.replace("briefings/measures/callback.md", "what: ", "what: Für 95.000 € im Jahr. ")
    assert told(site, "unsourced-figure") == []


def test_comments_stories_and_visits_speak_of_what_they_saw(site):
    site.replace(EDITION, "nps: Etwas besser.", "nps: 80 % sind es.")
    site.replace("briefings/stories/tap.md", "before: ", "before: 80 % der Fliesen fehlten. ")
    assert told(site, "unsourced-figure") == []


def translated(site, german: str, english: str) -> None:
    """Give the edition's text in both languages, the translation confirmed."""
    site.replace(EDITION, "Der Vorspann.", german)
    front = "headline: The last part is missing.\nmessages: [A part is missing., We propose a store.]\n"
    site.write(ENGLISH, f"---\n{front}---\n\n{english}\n")
    assert confirm_translation(site.root, site.root / ENGLISH) is Confirmed.CONFIRMED


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("1.400 statt 600 Fronten.", "1,500 fronts instead of 600."), ("Es sind 2,5 Punkte.", "It is 25 points."),
        ("Am 14. Tag.", "On the day."), ("Es sind viele.", "There are 318."), ("1.400 Fronten", "1.400 fronts"),
        ("Nach 3 Tagen.", "After four days."),
    ],
)  # fmt: skip
def test_a_number_that_one_language_lacks_is_hinted_at(site, german, english):
    translated(site, german, english)
    assert told(site, "differing-figures") == [f"{ENGLISH}:7:{11 if '318' in english else 1}"]


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("1.400 statt 600 Fronten.", "1,400 fronts instead of 600."), ("Es sind 2,5 Punkte.", "It is 2.5 points."),
        ("Nach 12 Monaten.", "After twelve months."), ("Nach zwölf Monaten.", "After 12 months."),
        ("Um 16 Uhr.", "At 4 pm."), ("Um 16:30 Uhr.", "At 4.30 pm."), ("r = 0,52", "r = .52"), ("WCAG 2.2", "WCAG 2.2"),
        ("Am 27.11.2026.", "On 27 November."), ("2-mal", "twice"), ("95.000 €", "€95,000"),
        ("28 bis 38 %", "28 to 38%"),
        ("```chart\nmetric: nps\nmonths: 24\n```", "```chart\nmetric: nps\nmonths: 12\n```"),
        ("[Hier](../../docs/method.md#1).", "[Here](../../docs/method.md#2)."),
    ],
)  # fmt: skip
def test_the_same_number_in_another_notation_is_let_pass(site, german, english):
    translated(site, german, english)
    assert told(site, "differing-figures") == []


def test_a_token_that_one_language_lacks_is_hinted_at(site):
    translated(site, "Es sind {{ nps }}.", "It is {{ nps.n }}.")
    (problem,) = (each for each in site.problems() if each.id.startswith("differing"))
    assert (problem.id, problem.params) == ("differing-tokens", {"found": "nps", "in_language": "en"})


def test_tokens_in_another_order_and_spacing_are_the_same(site):
    translated(site, "{{ nps }} von {{ nps.n }}.", "Of {{nps.n}}, {{ nps }}, {{ nps }}.")
    assert not [each for each in site.problems() if each.id.startswith("differing")]


def test_a_translation_that_is_out_of_date_is_not_blamed_twice(site):
    translated(site, "Es sind 318.", "There are 318.")
    site.replace(EDITION, "Es sind 318.", "Es sind 412.")
    assert not [each for each in site.problems() if each.id.startswith("differing")]
