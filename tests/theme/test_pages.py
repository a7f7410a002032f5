"""What every page has, whichever engine builds it."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow


class Page(HTMLParser):
    """Elements with their attributes, and the text of the title."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.title = ""
        self._in_title = False
        self.html = file.read_text("utf-8")
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._in_title = tag == "title"

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self._in_title = False

    def all(self, tag: str, **wanted: str) -> list[dict[str, str | None]]:
        return [a for name, a in self.elements if name == tag and all(a.get(k) == v for k, v in wanted.items())]

    def links_to(self, end: str) -> list[dict[str, str | None]]:
        return [a for a in self.all("a") if (a.get("href") or "").endswith(end)]


@pytest.fixture
def page(site: Path) -> Page:
    return Page(site / "metrics" / "nps.html")


def test_the_language_is_the_page_s_own(site: Path) -> None:
    assert Page(site / "metrics" / "nps.html").all("html")[0]["lang"] == "de"
    assert Page(site / "metrics" / "english.html").all("html")[0]["lang"] == "en"


def test_search_engines_are_kept_out(page: Page) -> None:
    assert page.all("meta", name="robots", content="noindex")


def test_titles_and_descriptions_are_escaped(page: Page) -> None:
    assert page.title == 'Wie wir "messen" </title><script>alert(1)</script> – Chefetage, Lindenried & Söhne <GmbH>'
    assert page.all("meta", name="description")[0]["content"] == 'Ein "Satz" & mehr'
    assert "alert(1)</script>" not in page.html


def test_all_nine_entries_stand_in_tabs_drawer_and_foot(page: Page) -> None:
    for section in ("asks", "metrics", "quotes", "stories", "value", "why", "method", "archive"):
        assert len(page.links_to(f"../{section}/index.html")) == 3


def test_links_are_relative_to_the_page(site: Path) -> None:
    assert Page(site / "index.html").links_to("metrics/index.html")[0]["href"] == "metrics/index.html"


def test_the_present_entry_is_marked(page: Page) -> None:
    current = [a["href"] for a in page.all("a") if a.get("aria-current") and not a.get("hreflang")]
    assert current == ["../metrics/index.html"] * 3


def test_the_other_language_is_a_plain_link(page: Page) -> None:
    other = page.all("a", hreflang="en")
    assert other[0]["href"] == "../../en/metrics/nps.html"
    assert other[0]["lang"] == "en"
    assert page.all("a", hreflang="de")[0]["aria-current"] == "true"


def test_the_pencil_stands_in_header_and_foot_and_not_without_an_address(site: Path, page: Page) -> None:
    assert len(page.links_to("edit/docs/method.md")) == 2
    assert "ce-pencil" not in Page(site / "index.html").html


def test_a_draft_says_so(site: Path, page: Page) -> None:
    assert "Entwurf – noch nicht veröffentlicht" in Page(site / "index.html").html
    assert "ce-draft" not in page.html


def test_contact_and_notice_stand_at_the_foot(page: Page) -> None:
    assert page.all("a", href="mailto:team@example.org")
    assert "Alles &lt;erfunden&gt;" in page.html


def test_pages_outside_the_sections_are_linked_at_the_foot(page: Page) -> None:
    assert [a["href"] for a in page.links_to("privacy.html")] == ["../privacy.html"]
    assert "Schutz &amp; Daten" in page.html


def test_paper_says_where_an_answer_goes(page: Page) -> None:
    assert "Antwort an team@example.org" in page.html


def test_there_is_a_way_past_the_header(page: Page) -> None:
    assert page.all("a", href="#content")
    assert page.all("div", id="content")


def test_no_script_stands_in_the_page(page: Page) -> None:
    inline = [a for a in page.all("script") if not a.get("src")]
    assert [a.get("type") for a in inline] == ["application/json"]
    assert not [name for _, a in page.elements for name in a if name.startswith("on")]


def test_the_page_asks_no_other_host_for_anything(page: Page) -> None:
    asked = [
        a.get("src") or a.get("href") or "" for tag, a in page.elements if tag in {"script", "link", "img", "source"}
    ]
    assert not [url for url in asked if "//" in url]


def test_the_company_s_colours_are_set_once(page: Page) -> None:
    assert ":root{--ce-brand:#1f4fa8;--ce-brand-dark:#9db8f2}" in page.html


def test_material_speaks_our_words(page: Page) -> None:
    assert "Nichts gefunden" in page.html
    assert re.search(r"search\.(placeholder|result)(?!\.|\")", page.html.split("<script")[0]) is None


def test_neither_sidebar_nor_contents_nor_material_s_footer_are_there(page: Page) -> None:
    assert "md-footer" not in page.html
    assert 'data-md-type="toc"' not in page.html


def test_a_page_that_does_not_exist_stands_alone_and_speaks_every_language(site: Path) -> None:
    lost = Page(site / "404.html")
    assert not [a for a in lost.all("script") if a.get("src")]
    assert not [a for a in lost.all("link") if a.get("rel") == "stylesheet"]
    assert [a["lang"] for a in lost.all("section")] == ["de", "en"]
    assert [a["href"] for a in lost.all("a")] == ["/de/index.html", "/en/index.html"]
