"""A new file guides through what to write, and knows what the site knows already."""

from __future__ import annotations

from datetime import date

import pytest

from chefetage.content import read_project
from chefetage.desk.new import KINDS, draft, month_to_write
from chefetage.locales import speak

DECEMBER = date(2026, 12, 4)
# What nobody can guess has to be typed as a number, a date or an address; there a placeholder is an error of its own.
NEEDS = {"praise": {"not-a-whole-number", "bad-date"}, "study": {"bad-url"}}


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_reads_well_but_for_what_is_to_be_filled_in(desk, kind, lang):
    result = desk.run("new", kind, "2026-12" if kind == "edition" else "brand-new", today=DECEMBER, lang=lang)
    assert result.exit_code == 0, result.output
    found = {error.split()[1] for error in desk.errors(DECEMBER)}
    assert found == NEEDS.get(kind, set() if kind == "edition" else {"placeholders"})
    path = next(desk.root.glob(f"{KINDS[kind].folder}/{'2026-12' if kind == 'edition' else 'brand-new'}.md"))
    text = path.read_text("utf-8")
    assert "<<" not in text
    assert "<%" not in text
    assert ("language: en" in text) == (lang == "en")
    assert max(len(line) for line in text.split("\n")) <= 240


@pytest.mark.parametrize("lang", ["de", "en"])
def test_an_edition_tells_what_its_month_says_and_what_is_new(demo, lang):
    for path in demo.root.glob("briefings/editions/2026-1[01]*"):
        path.unlink()
    assert demo.run("new", "edition", "2026-10", today=date(2026, 11, 4), lang=lang).exit_code == 0
    text = demo.text("briefings/editions/2026-10.md")
    locale = speak(lang)
    proven = locale.say("values.trend.up")
    assert f"{proven}, +5" in text
    assert locale.say("values.trend.unproven") in text
    assert "campingkocher (" in text
    assert "heiligabend" not in text, "an edition has shown it"
    assert "visits: [2026-11-26-anrufe" in text
    assert "  solved: ‹" in text
    assert "  csat: ‹" not in text, "no change can be shown, so there is nothing to explain"
    assert "owner: " in text


def test_customers_words_are_not_copied_into_an_edition(demo):
    for path in demo.root.glob("briefings/editions/2026-1[01]*"):
        path.unlink()
    project, _ = read_project(demo.root, date(2026, 11, 4), drafts=True)
    text = draft(project, "edition", "2026-10", speak("de"))
    for quote in project.quotes.values():
        for words in (*quote.who.values(), *(prose.text.strip().split("\n")[0] for prose in quote.body.values())):
            assert words not in text


def test_a_short_edition_asks_for_the_least(desk):
    assert desk.run("new", "edition", "--short", "2026-12", today=DECEMBER).exit_code == 0
    text = desk.text("briefings/editions/2026-12.md")
    assert "commentary" not in text
    assert "measures" not in text
    assert text.count("‹") == 1 + 2, "the note on top names the mark too"


def test_without_a_month_the_next_one_is_written(desk):
    project, _ = read_project(desk.root, DECEMBER, drafts=True)
    assert str(month_to_write(project)) == "2026-11", "the last month, as all before it are written"
    january = date(2027, 1, 8)
    assert str(month_to_write(read_project(desk.root, january, drafts=True)[0])) == "2026-12"
    april = date(2027, 4, 8)
    assert str(month_to_write(read_project(desk.root, april, drafts=True)[0])) == "2026-12", "a month was left out"


def test_the_very_first_edition_is_that_of_the_last_month(desk):
    for path in desk.root.glob("briefings/editions/20*"):
        path.unlink()
    result = desk.run("new", "edition", today=date(2027, 1, 8))
    assert "briefings/editions/2026-12.md" in result.output


def test_what_exists_is_never_written_over(desk):
    before = desk.text("briefings/quotes/fitter.md")
    result = desk.run("new", "quote", "fitter")
    assert (result.exit_code, desk.text("briefings/quotes/fitter.md")) == (1, before)
    assert "exists already" in result.output


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("quote",), "late-delivery"), (("quote", "Ärger!"), "aerger"), (("edition", "Oktober"), "2026-10"),
        (("edition", "2026-13"), "2026-10"), (("quote", "x", "--short"), "new edition --short"),
        (("quote", "../../x"), "x"), (("quote", "…"), "name"), (("pony", "x"), "quote"),
    ],
)  # fmt: skip
def test_a_slip_is_told_with_what_would_do(desk, arguments, words):
    result = desk.run("new", *arguments)
    assert result.exit_code == 2
    assert words in result.output
