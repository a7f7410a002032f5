"""Nothing that leads to a person gets into the files, and what only looks like it is left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.checks.conftest import Site

EDITION = "briefings/editions/2026-10.md"
STORY = "briefings/stories/tap.md"
# All of them made up: from ranges that are kept free for films and examples, or valid by their check digits alone.
PRIVATE = {
    "Schreiben Sie an anna.kundin@kundenwelt.de.": "private-mail",
    "Erreichbar unter 030 23125 014, abends.": "private-phone",
    "Erreichbar unter (030) 23125-014.": "private-phone",
    "Er rief von +49 30 23125014 an.": "private-phone",
    "Mobil 0171 3920014": "private-phone",
    "Wien: 01 5123456": "private-phone",
    "Überweisen Sie an DE89 3704 0044 0532 0130 00.": "private-number",
    "AT611904300234573201": "private-number",
    "Karte 4111 1111 1111 1111": "private-number",
    "Steuernummer 36574261809": "private-number",
    "Herr Beispiel hat angerufen.": "private-name",
    "Wir danken Frau Dr. Muster-Beispiel.": "private-name",
    "die Familie Öztürk": "private-name",
    "von Herrn Prof. Dr. O’Beispiel": "private-name",
}
HARMLESS = [
    "Am 01.10.2026 um 08.15 Uhr und am 03.11.2025.",
    "140.000 € im Jahr, davon 95.000 € für Ware.",
    "0,5 bis 0,75 Punkte bei 0 von 318",
    "Wie wahrscheinlich ist es? (0 bis 10)",
    "Journal of Marketing 71(3), 39–51, doi 10.1509/jmkg.71.3.039",
    "ISBN 978-3-16-148410-0",
    "Auftrag 2026-10-0004711 und Teil 4711-0815",
    "Meine Frau wartet, die Frau am Telefon auch.",
    "eine Frau, Mitte fünfzig",
    "Der Herr im Studio und die Familie aus Kassel",
    "team@example.org, hilfe@shop.example",
    "https://example.org/a/0301234567890",
    "24 Monate: 30, 31, 29, 28, 33, 34, 35, 36",
    "00:00 bis 00:45",
]


@pytest.fixture
def found_in(site: Site):
    """Return what the check finds in an edition's text, on line and column."""

    def found(text: str) -> list[str]:
        path = site.root / EDITION
        lines = path.read_text("utf-8").rstrip("\n").count("\n") + 1
        with path.open("a", encoding="utf-8") as file:
            file.write(f"\n\nZuerst dies:\n{text}\n")
        return [each.replace(f":{lines + 4}:", ":last:") for each in site.found() if "private-" in each]

    return found


@pytest.mark.parametrize(("text", "check"), PRIVATE.items())
def test_what_leads_to_a_person_is_an_error_in_its_own_line(found_in, text, check):
    (only,) = found_in(text)
    assert only.startswith(f"{EDITION}:last:")
    assert only.endswith(f"error {check}")


@pytest.mark.parametrize("text", HARMLESS)
def test_what_only_looks_like_it_is_left_alone(found_in, text):
    assert found_in(text) == []


def test_a_message_does_not_repeat_what_it_found(site):
    site.replace(EDITION, "\n---\n", "\n---\nRuf an: anna.kundin@kundenwelt.de\n")
    (problem,) = [each for each in site.problems() if each.id == "private-mail"]
    assert problem.params["found"] == "ann…"


def test_every_field_of_every_kind_is_looked_at(site):
    site.replace(STORY, "customer: ", "customer: Herr Beispiel, ")
    (found,) = [each for each in site.found() if "private-" in each]
    assert found.startswith(STORY)


def test_the_team_s_own_address_may_stand_anywhere(site):
    with (site.root / "brand.yml").open("a", encoding="utf-8") as file:
        file.write("contact_mail: cx@kuechen.de\n")
    site.replace(EDITION, "\n---\n", "\n---\nSchreiben Sie an CX@kuechen.de.\n")
    assert [each for each in site.found() if "private-" in each] == []


def test_who_agreed_may_be_named_in_the_description_and_nowhere_else(site):
    path = "briefings/quotes/fitter.md"
    text = (site.root / path).read_text("utf-8")
    assert "consent:" in text
    who = next(line for line in text.splitlines() if line.startswith("who:"))
    site.replace(path, who, "who: Herr Beispiel")
    assert [each for each in site.found() if "private-" in each] == []
    with (site.root / path).open("a", encoding="utf-8") as file:
        file.write("\nHerr Beispiel war da.\n")
    assert len([each for each in site.found() if "private-name" in each]) == 1
