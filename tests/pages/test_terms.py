"""Words of the trade, explained where a page first uses them."""

from __future__ import annotations

import pytest

from chefetage.model.base import Prose
from chefetage.model.settings import Settings
from chefetage.pages.site import render_site

PAGE = "de/regeln.html"


def rendered(small, text: str, *terms, **given):
    terms = terms or (small.term("baseline", "Baseline", "Baseline"),)
    return small.render(small.standing("regeln", text), *terms, **given)


def explained(page) -> list[str]:
    return [button["popovertarget"].removeprefix("term-") for button in page.all("button") if "popovertarget" in button]


def test_a_term_is_explained_once_where_it_first_stands(small):
    page = rendered(small, "Vor der Baseline war nichts.\n\nDie Baseline bleibt.")[PAGE]
    assert explained(page) == ["baseline"]
    assert page.words.index("ein Wort") < page.words.index("bleibt")
    assert "glossary/index.html#baseline" in page.links


def test_each_language_explains_its_own_words(small):
    term = small.term("churn", "Abwanderung", "Churn")
    body = {"de": Prose("Die Abwanderung, kurz Churn."), "en": Prose("Churn, not Abwanderung.")}
    site = small.render(small.standing("regeln", body=body), term)
    assert 'popovertarget="term-churn">Abwanderung</button>' in site[PAGE].html
    assert 'popovertarget="term-churn">Churn</button>' in site["en/regeln.html"].html


@pytest.mark.parametrize(
    "text",
    [
        "## Baseline", "`Baseline`", "[Baseline](regeln.md)", "> Die Baseline", "Baselinewert", "Soll-Baseline",
        "```\nBaseline\n```",
    ],
)  # fmt: skip
def test_headings_links_code_quotations_and_parts_of_words_are_left_alone(small, text):
    assert explained(rendered(small, text)[PAGE]) == []


def test_customers_words_are_theirs(small):
    quote = small.quote(words="Die Baseline fehlt.")
    site = small.render(quote, small.edition(quotes=("blende",)), small.term("baseline", "Baseline", "Baseline"))
    assert all(explained(page) == [] for page in site.pages.values())


def test_an_abbreviation_is_found_in_capitals_only(small):
    term = small.term("ci", "Konfidenzintervall", "Confidence interval", abbr="CI")
    assert explained(rendered(small, "Das ci und das Ci.", term)[PAGE]) == []
    assert explained(rendered(small, "Das CI.", term)[PAGE]) == ["ci"]


def test_a_single_letter_is_never_explained(small):
    term = small.term("sample-size", "Stichprobengröße", "Sample size", abbr="n")
    assert explained(rendered(small, "Hier ist n groß.", term)[PAGE]) == []


def test_the_longer_term_is_meant(small):
    terms = (small.term("journey", "Journey", "Journey"), small.term("journey-map", "Journey Map", "Journey map"))
    assert explained(rendered(small, "Die Journey Map hängt. Die Journey nicht.", *terms)[PAGE]) == [
        "journey-map", "journey",
    ]  # fmt: skip


def test_readers_who_know_the_words_do_without(small):
    term = small.term("baseline", "Baseline", "Baseline")
    assert explained(small.render(small.standing("regeln", "Baseline", explain=False), term)[PAGE]) == []
    site = small.project(small.standing("regeln", "Baseline"), term, settings=Settings(explain=False))
    assert 'popovertarget="' not in "".join(page.html for page in render_site(site)[0].pages)


def test_the_glossary_does_not_explain_itself(small):
    assert explained(rendered(small, "Die Baseline.")["de/glossary/index.html"]) == []


def test_what_is_explained_is_escaped(small):
    term = small.term("ab", "A&B <Test>", "A&B <test>", explain={"de": "<script>alert(1)</script>", "en": "x"})
    page = rendered(small, "Ein A&B &lt;Test&gt; läuft.", term)[PAGE]
    assert explained(page) == ["ab"]
    assert "<script>" not in page.html
