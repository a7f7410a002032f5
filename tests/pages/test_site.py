"""The site as a whole: every page, every link, every redirect."""

from __future__ import annotations

from posixpath import dirname, normpath

import pytest

from chefetage.model.base import Prose
from chefetage.model.dimension import Dimension
from chefetage.model.location import Location
from chefetage.model.settings import Brand
from chefetage.outputs.setup import site_setup

REGION = Dimension.model_validate(
    {
        "name": {"de": "Region", "en": "Region"},
        "values": {name: {"name": {"de": name.title(), "en": name.title()}} for name in ("nord", "sued")},
    }
)
WHOLE = {"all": (240, 120, 60), "region.nord": (120, 60, 30), "region.sued": (120, 60, 30)}


@pytest.fixture
def rich(small):
    """One of everything, with texts whose headings repeat, and all blocks."""
    text = "## Mehr\n\nText.\n\n## Mehr\n\nText."
    blocks = "".join(
        f"\n\n```{kind}\n{item}\n```" for kind, item in (
            ("quote", "blende"), ("story", "kratzer"), ("study", "hult-2017"), ("ask", "lager"), ("measure", "sms"),
            ("praise", "montage"), ("metrics", "nps"), ("chart", "nps"), ("chart", "{metric: nps, segment: region}"),
        )
    )  # fmt: skip
    body = {language: Prose(f"Zuerst.\n\n{text}{blocks}") for language in ("de", "en")}
    items = [
        small.metric(), small.metric("csat", "csat"), small.quote(was=("alt",)), small.ask(was=("frueher",)),
        small.ask("alt", due="2026-10-01"), small.measure(metrics=("nps",), body={"de": Prose(text)}),
        small.measure("video", status="stopped"), small.story(quotes=("blende",), measures=("sms",), metrics=("nps",)),
        small.study(), small.study("temkin-2018", grade="D", stance="critical", sponsor="Ein Anbieter"), small.praise(),
        small.visit(), small.argument(studies=("hult-2017",)), small.standing("privacy", text),
        small.standing("value", "Lead.\n\n" + text), small.standing("method", text), small.standing("why", "Lead."),
        small.term("nps", "Weiterempfehlung", "Recommendation"), small.edition("2024-12"), small.edition("2025-12"),
        small.edition("2026-09", asks=("alt",)),
        small.edition(asks=("lager", "alt"), quotes=("blende",), story="kratzer", measures=("sms",), study="hult-2017",
                      praise="montage", visits=("kassel",), body=body),
        small.edition("2026-11", status="draft"),
    ]  # fmt: skip
    snapshots = small.snapshots({"nps": (WHOLE, WHOLE), "csat": ({"all": (80, 100)}, {"all": (80, 100)})})
    return small.render(*items, snapshots=snapshots, dimensions={"region": REGION}, drafts=True)


def test_writing_everything_finds_no_problem(rich):
    assert rich.problems == []


def test_every_link_leads_to_a_page_and_a_place_on_it(rich):
    for address, document in rich.pages.items():
        for link in document.links:
            if link.startswith(("mailto:", "https:")):
                continue
            path, _, anchor = link.partition("#")
            target = normpath(f"{dirname(address)}/{path}") if path else address
            assert target in rich.pages, (address, link)
            assert not anchor or anchor in rich[target].ids, (address, link)


def test_every_page_has_one_title(rich):
    assert {address: len(page.all("h1")) for address, page in rich.pages.items()} == dict.fromkeys(rich.pages, 1)


def test_ids_are_unique_on_every_page(rich):
    for address, page in rich.pages.items():
        assert len(page.ids) == len(set(page.ids)), address


def test_labels_refer_to_something(rich):
    for address, page in rich.pages.items():
        labels = {attrs["aria-labelledby"] for _, attrs in page.tags if "aria-labelledby" in attrs}
        assert labels <= set(page.ids), address


def test_every_page_is_one_article_without_blank_lines(rich):
    for page in rich.site.pages:
        assert page.html.startswith('<article class="ce ce-')
        assert page.html.endswith("</article>")
        assert "\n\n" not in page.html, page.address


def test_no_page_needs_inline_styles_or_scripts(rich):
    for address, page in rich.pages.items():
        assert not any("style" in attrs or any(name.startswith("on") for name in attrs) for _, attrs in page.tags), (
            address
        )
        assert not page.all("script")


def test_every_page_says_what_it_is(rich):
    for page in rich.site.pages:
        assert page.title
        assert "<" not in page.title + page.description
        assert page.section in {"", *(entry.section for entry in rich.site.navigation[page.language])}


def test_the_navigation_has_nine_entries_that_exist(rich):
    for language, entries in rich.site.navigation.items():
        assert [entry.section for entry in entries] == [
            "home", "asks", "metrics", "quotes", "stories", "value", "why", "method", "archive",
        ]  # fmt: skip
        assert all(f"{language}/{entry.address}" in rich.pages for entry in entries)


def test_a_former_address_leads_to_the_present_one(small):
    site = small.render(small.metric(was=("score",)), small.edition())
    assert site.site.redirects["de/metrics/score.html"] == "de/metrics/nps.html"
    assert site.site.redirects["en/metrics/score.html"] == "en/metrics/nps.html"


def test_a_former_address_that_is_in_use_again_stays_with_its_page(small):
    site = small.render(small.metric(was=("csat",)), small.metric("csat", "csat"), small.edition())
    assert "de/metrics/csat.html" not in site.site.redirects


def test_a_former_anchor_stays_on_the_shared_page(rich):
    assert "frueher" in rich["de/asks/index.html"].ids
    assert "alt" in rich["de/quotes/index.html"].ids


def test_a_link_to_a_missing_place_is_reported_with_the_nearest(small):
    text = Prose("## Das letzte Teil\n\n[mehr](#das-letzte-tiel)", Location("docs/page.md", 4))
    site = small.render(small.standing("page", body={"de": text}), small.edition())
    (problem, _) = site.problems
    assert (problem.id, problem.location.line, problem.params["nearest"]) == ("broken-anchor", 6, "das-letzte-teil")


def test_an_empty_project_has_every_page_and_says_kindly_what_will_come(small):
    site = small.render()
    assert site.problems == []
    for language in ("de", "en"):
        for entry in site.site.navigation[language]:
            assert f"{language}/{entry.address}" in site.pages
    assert "Hier erscheint die erste Ausgabe." in site["de/index.html"].words
    for page in ("asks", "metrics", "quotes", "stories", "value", "why", "studies", "method", "glossary", "archive"):
        assert site[f"de/{page}/index.html"].words.count("Noch") >= 1, page


def test_an_introduction_stands_on_its_page_and_not_on_one_of_its_own(small):
    site = small.render(small.standing("value", "So rechnen wir.\n\n## Genauer\n\nSo."), small.edition())
    words = site["de/value/index.html"].words
    assert words.index("So rechnen wir.") < words.index("Noch keine Maßnahmen") < words.index("Genauer")
    assert "de/value.html" not in site.pages


def test_the_archive_lists_two_years_and_links_the_others(small):
    editions = [small.edition(f"{year}-10") for year in (2023, 2024, 2025, 2026)]
    site = small.render(*editions)
    links = set(site["de/archive/index.html"].links)
    assert {"2026.html", "2025.html", "2024.html", "2023.html", "../editions/2025-10.html"} <= links
    assert "../editions/2024-10.html" not in links
    assert "../editions/2024-10.html" in site["de/archive/2024.html"].links


def test_the_archive_tells_what_became_of_each_ask(small):
    ask = small.ask("alt", due="2026-10-01")
    site = small.render(ask, small.edition("2026-09", asks=("alt",)))
    assert "überfällig" in site["de/archive/index.html"].words


def test_studies_stand_by_grade_with_their_limits_and_who_paid(small):
    weak = small.study("temkin-2018", grade="D", sponsor="Ein Anbieter")
    words = small.render(weak, small.study(), small.edition())["de/studies/index.html"].words
    assert words.index("Güte B") < words.index("Güte D")
    assert "nicht unabhängig: Ein Anbieter" in words
    assert words.count("Grenze: Nur USA.") == 2
    assert "Hult G. T. M. u. a. (2017)" in words


def test_an_argument_stands_beside_its_counter_argument(small):
    words = small.render(small.argument(), small.edition())["de/why/index.html"].words
    assert "Dafür Wer hingeht, weiß mehr. Dagegen Einzelfälle." in words


def test_plain_text_is_escaped(small):
    brand = Brand(company='Meier & "Söhne" <GmbH>', contact_mail="a@example.org")
    source = {"authors": "A & B", "title": "<b>1 < 2</b>", "publication": 'The "Journal"'}
    site = small.render(
        small.study(**source), small.metric(variant="<i>"), small.edition(study="hult-2017"), brand=brand
    )
    assert "Meier &amp; &#34;Söhne&#34; &lt;GmbH&gt;" in site.html
    assert "<b>1" not in site.html
    assert "<i>" not in site.html


def test_a_customers_words_cannot_act(small):
    quote = small.quote(words="<script>alert(1)</script> [hier](https://example.org/)")
    site = small.render(quote, small.edition(quotes=("blende",)))
    assert "<script" not in site.html
    assert "https://example.org/" not in {link for page in site.pages.values() for link in page.links}


def test_a_page_that_no_entry_leads_to_stands_in_the_foot(small):
    items = [small.standing("privacy"), small.standing("method"), small.edition()]
    setup = site_setup(small.project(*items), small.render(*items).site)
    assert setup["de"]["pages"] == [{"title": "Seite privacy", "href": "privacy.html"}]
    assert setup["en"]["pages"] == [{"title": "Page privacy", "href": "privacy.html"}]
