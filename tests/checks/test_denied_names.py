"""Names that must not stand anywhere."""

from __future__ import annotations

import time
import unicodedata
from datetime import date

import pytest

from chefetage.build import assemble
from chefetage.checks import check_project
from chefetage.checks import denied_names as denied_names_check
from chefetage.content import read_project
from chefetage.denied import VARIABLE, denied_names
from chefetage.model.rules import Denied

TODAY = date(2026, 11, 21)
EDITION = "briefings/editions/2026-10.md"


def denying(site, *names: str) -> None:
    site.write("checks.yml", f"names: {{deny: [{', '.join(names)}]}}\n")


def denied(site) -> list[str]:
    return [each.removesuffix(" error denied-name") for each in site.found() if each.endswith("denied-name")]


@pytest.mark.parametrize(
    "text",
    [
        "Erika Beispiel rief an.", "ERIKA BEISPIEL rief an.", "In Erika Beispiels Küche.", "It is Erika Beispiel's.",
        "Beispiel, Erika: rief an.", "Erika\nBeispiel rief an.", "(Erika Beispiel)", "Frau Müller rief an.",
        "Frau Mueller rief an.", "Frau Muellers Küche.", "Herr Strauß kam.", "Herr Strauss kam.", "STRAUSS kam.",
        "Herr Jørgensen kam.", "Herr Joergensen kam.", "Renée kam.", "Renee kam.", "Frau Müller-Beispiel.",
        "Herr O’Neill kam.", "O'Neill kam.",
    ],
)  # fmt: skip
def test_a_denied_name_is_found_in_every_spelling(site, text):
    denying(site, "Erika Beispiel", "Mueller", "Strauß", "Jørgensen", "Renée", "O'Neill")
    site.replace(EDITION, "Der Vorspann.", text)
    assert len(denied(site)) == 1


@pytest.mark.parametrize(
    "text", ["Erika Musterfrau rief an.", "Die Beispiele.", "Erika", "Eine Muellerei.", "Strauße.", "Ein Obermueller."]
)
def test_other_words_are_left_alone(site, text):
    denying(site, "Erika Beispiel", "Mueller", "Strauß")
    site.replace(EDITION, "Der Vorspann.", text)
    assert denied(site) == []


def test_it_is_found_where_it_stands(site):
    denying(site, "Anna Beispiel", "Vorspann")
    assert denied(site) == [f"{EDITION}:4:1", f"{EDITION}:24:5"]


def test_letters_put_together_from_two_are_the_same_letters(site):
    denying(site, "Müller")
    site.replace(EDITION, "Der Vorspann.", unicodedata.normalize("NFD", "Frau Müller"))
    assert denied(site) == [f"{EDITION}:24:1"]


def test_ids_and_the_brand_name_nobody_either(site):
    denying(site, "Lindenried", "Kriss")
    assert "brand.yml:1:1" in denied(site)
    assert "briefings/studies/kriss-2014.md:1:1" in denied(site)


def test_the_message_does_not_repeat_the_name(site):
    denying(site, "Anna Beispiel")
    (problem,) = site.problems()
    assert problem.params["found"] == "An…"


def test_names_kept_elsewhere_are_looked_for_too(site, tmp_path, monkeypatch):
    names = tmp_path / "names.txt"
    names.write_text("# from the works council\nAnna Beispiel\n\n  Erika Muster  \n", encoding="utf-8-sig")
    monkeypatch.setenv(VARIABLE, str(names))
    assert denied_names() == Denied(("Anna Beispiel", "Erika Muster"))
    found = assemble(site.root, TODAY, denied=denied_names()).errors
    assert [(str(problem.location), problem.id) for problem in found] == [(f"{EDITION}:4:1", "denied-name")]


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_a_list_that_cannot_be_read_stops_the_build(site, tmp_path, monkeypatch, content):
    names = tmp_path / "names.txt"
    if content is not None:
        names.write_bytes(content)
    monkeypatch.setenv(VARIABLE, str(names))
    project, _ = read_project(site.root, TODAY, denied=denied_names())
    assert [problem.id for problem in check_project(project)] == ["unread-names"]


def test_without_the_variable_nobody_is_denied(monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)
    assert denied_names() == Denied()


def test_a_list_of_thousands_of_names_takes_no_time(site):
    denying(site, *(f"Vorname{number} Nachname{number}" for number in range(20_000)), "Anna Beispiel")
    project = site.read()
    start = time.perf_counter()
    assert [problem.id for problem in denied_names_check.check(project)] == ["denied-name"]
    assert time.perf_counter() - start < 5
