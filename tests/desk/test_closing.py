"""A closed edition stays as it was closed; what goes on is marked as living."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest

LATER = date(2027, 3, 1)
MONTH = "2026-10"
EDITION = f"briefings/editions/{MONTH}.md"
SEAL = f"briefings/editions/{MONTH}.sealed.json"
QUOTE = "briefings/quotes/fitter.md"
PAGES = [f"{language}/editions/{MONTH}.html" for language in ("de", "en")]
CORRECTION = "- {on: 2026-11-10, what: Zahl berichtigt.}\n"
ANOTHER = f"{CORRECTION}- {{on: 2026-11-24, what: Es waren 12.}}\n"


def still(html: str) -> str:
    """The article without what lives on in it."""
    for tag in ("section", "nav", "ul", "div", "p", "a"):
        html = re.sub(rf"<{tag}\b[^>]* data-live[^>]*>.*?</{tag}>\n?", "", html, flags=re.DOTALL)
    return "\n".join(line for line in html.split("\n") if line.strip())


@pytest.fixture
def closed(desk):
    """A site with one edition closed."""
    result = desk.run("close", MONTH)
    assert result.exit_code == 0, result.output
    return desk


def test_closing_changes_nothing_that_readers_see(demo):
    before = demo.articles()
    for month in ("2025-11", "2026-04", "2026-09", "2026-10"):
        assert demo.run("close", month).exit_code == 0
    assert demo.articles() == before


def test_closing_twice_changes_nothing(closed):
    seal = closed.text(SEAL)
    result = closed.run("close", MONTH, today=LATER)
    assert (result.exit_code, closed.text(SEAL)) == (0, seal)
    assert "already closed" in result.output


def test_whatever_happens_later_a_closed_edition_stays_the_same(demo):
    month = "2026-09"
    pages = [f"{language}/editions/{month}.html" for language in ("de", "en")]
    assert demo.run("close", month).exit_code == 0
    before = {page: still(demo.articles()[page]) for page in pages}
    demo.replace("brand.yml", ("company: Lindenried Küchen GmbH", "company: Küchenwelt AG"))
    demo.replace("mkdocs.yml", ("k: 5", "k: 7"))
    demo.replace("metrics/core.yml", ("2026:", "2026: [csat, solved]\n2027:"))
    for snapshot in sorted((demo.root / "metrics/snapshots").glob("2026-0[1-9].json")):
        table = json.loads(snapshot.read_text("utf-8"))
        table["metrics"].pop("nps", None)
        snapshot.write_text(json.dumps(table), "utf-8")
    demo.replace("metrics/nps.yml", ("de:", "de: Jetzt heißt es anders. #"))
    glossary = re.sub(r"^(    de: ).*$", r"\1Etwas anderes.", demo.text("docs/glossary.yml"), flags=re.MULTILINE)
    (demo.root / "docs/glossary.yml").write_text(glossary, "utf-8")
    for path in (demo.root / "briefings").glob("[msa]*/*.md"):
        if path.parent.name in {"measures", "stories", "asks"}:
            with path.open("a", encoding="utf-8") as file:
                file.write("\nSpäter hinzugefügt.\n")
    after = demo.articles(LATER)
    assert "Küchenwelt AG" in after["de/archive/index.html"] + after["de/asks/index.html"]
    for page in pages:
        assert still(after[page]) == before[page]


def test_the_home_page_of_a_closed_edition_is_written_from_its_seal_too(closed):
    before = still(closed.articles()["de/index.html"])
    closed.replace("metrics/nps.yml", ("name:", "name: {de: Ganz anders, en: Quite different}\nvariant: x #"))
    assert still(closed.articles()["de/index.html"]) == before


def test_what_became_of_its_asks_goes_on(closed):
    closed.replace(
        "briefings/asks/store.md",
        ("status: open", "status: declined\nanswered_on: 2027-02-01\noutcome: Das war zu teuer."),
        ("what: Richten Sie ein Lager ein.", "what: Etwas ganz anderes."),
    )
    page = closed.articles(LATER)[PAGES[0]]
    assert "Das war zu teuer." in page
    assert "Etwas ganz anderes." not in page


def test_a_correction_is_shown_and_changes_nothing_else(closed):
    before = still(closed.articles()[PAGES[0]])
    closed.replace(EDITION, (CORRECTION, ANOTHER))
    after = closed.articles()[PAGES[0]]
    assert "Es waren 12." in after
    assert still(after) == before


def test_a_change_without_a_correction_is_an_error_at_its_field(closed):
    closed.replace(EDITION, ("headline: ", "headline: Doch nicht. "), ("nps: Etwas besser.", "nps: Viel besser."))
    assert closed.errors() == [f"{EDITION}:5:1 closed-edition-changed", f"{EDITION}:16:1 closed-edition-changed"]


def test_a_change_that_is_told_as_a_correction_is_none(closed):
    closed.replace(EDITION, ("headline: ", "headline: Doch nicht. "), (CORRECTION, ANOTHER))
    assert closed.errors() == []


def test_a_correction_cannot_be_taken_back(closed):
    closed.replace(EDITION, (f"\n{CORRECTION}", " []\n"))
    assert closed.errors() == [f"{EDITION}:20:1 correction-taken-back"]


def test_a_seal_that_was_edited_is_an_error(closed):
    closed.replace(SEAL, ('"Das letzte Teil', '"Das erste Teil'))
    assert closed.errors() == [f"{SEAL}:1:1 broken-seal"]


@pytest.mark.parametrize("content", ["", "{", "[]", "null", '{"digest": 3}', '{"digest": "0000000000000000"}'])
def test_a_seal_that_is_none_is_an_error_and_no_fault(closed, content):
    (closed.root / SEAL).write_text(content, "utf-8")
    assert any(error.endswith(("broken-seal", "empty-file")) for error in closed.errors())


def test_opening_a_closed_edition_again_is_an_error(closed):
    closed.replace(EDITION, ("status: closed", "status: published"))
    assert closed.errors() == [f"{EDITION}:3:1 sealed-but-open"]


def test_a_closed_edition_does_not_disappear(closed):
    for path in closed.root.glob(f"briefings/editions/{MONTH}*.md"):
        path.unlink()
    assert any(error.endswith("seal-without-edition") for error in closed.errors())


def test_a_seal_holds_no_words_of_customers(closed):
    seal = closed.text(SEAL)
    assert "Ein Teil fehlte." not in seal
    assert "Kundin, 61" not in seal
    assert list(json.loads(seal)["quotes"]) == ["fitter"]


def test_a_withdrawal_overrides_the_seal_and_is_no_change(closed):
    assert "Ein Teil fehlte." in closed.articles()[PAGES[0]]
    closed.replace(
        QUOTE, ("given:", "withdrawn: 2026-11-20\n    given:"), ("Ein Teil fehlte.\n", ""), ("who: Kundin, 61\n", "")
    )
    page = closed.articles()[PAGES[0]]
    assert "Ein Teil fehlte." not in page
    assert "zurückgezogen" in page


def test_other_words_in_a_quote_of_a_closed_edition_are_an_error(closed):
    closed.replace(QUOTE, ("Ein Teil fehlte.", "Zwei Teile fehlten."))
    assert closed.errors() == [f"{QUOTE}:14:1 closed-quote-changed"]


@pytest.mark.parametrize("lang", ["de", "en"])
def test_a_draft_an_unknown_month_and_an_error_are_told_in_words(desk, lang):
    draft = desk.run("close", "2026-11", lang=lang)
    assert draft.exit_code == 1
    assert "chefetage publish 2026-11" in draft.output
    unknown = desk.run("close", "2024-09", lang=lang)
    assert unknown.exit_code == 1
    desk.replace("briefings/asks/store.md", ("status: open", "status: opened"))
    assert "bad-value" in desk.run("close", MONTH, lang=lang).output
    desk.replace(EDITION, ("status: published", "status: publish"))
    assert "bad-value" in desk.run("close", MONTH, lang=lang).output
    assert not list(desk.root.glob("briefings/editions/*.sealed.json"))


def test_values_that_are_not_final_are_kept_only_where_that_is_wished(desk):
    snapshot = desk.root / "metrics/snapshots/2026-10.json"
    snapshot.write_text(snapshot.read_text("utf-8").replace('"final"', '"provisional"'), "utf-8")
    refused = desk.run("close", MONTH)
    assert refused.exit_code == 1
    assert "--provisional" in refused.output
    assert desk.run("close", MONTH, "--provisional").exit_code == 0


def test_praise_that_a_team_takes_back_can_be_taken_out(closed):
    before = closed.articles()[PAGES[0]]
    closed.replace(EDITION, ("praise: planners\n", ""))
    assert closed.errors() == []
    after = closed.articles()[PAGES[0]]
    assert "s-praise" in before
    assert "s-praise" not in after
    closed.replace(EDITION, ("story: tap\n", ""))
    assert closed.errors() == [f"{EDITION}:1:1 closed-edition-changed"]


def test_an_item_with_a_new_name_is_no_change(closed):
    before = still(closed.articles()[PAGES[0]])
    for kind, old, new in (("quotes", "fitter", "last-part"), ("asks", "store", "stock")):
        text = closed.text(f"briefings/{kind}/{old}.md").replace("---\n", f"---\nwas: [{old}]\n", 1)
        (closed.root / f"briefings/{kind}/{new}.md").write_text(text, "utf-8")
        (closed.root / f"briefings/{kind}/{old}.md").unlink()
        closed.replace(EDITION, (f"[{old}]", f"[{new}]"))
    closed.replace("briefings/stories/tap.md", ("[fitter]", "[last-part]"))
    assert closed.errors() == []
    closed.replace("briefings/asks/stock.md", ("status: open", "status: agreed\nanswered_on: 2026-11-20"))
    page = closed.articles(LATER)[PAGES[0]]
    assert "Ein Teil fehlte." in page
    assert "zugesagt" in page.lower()
    assert still(page) == before
