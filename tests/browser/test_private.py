"""What a page loads, and what it keeps to itself."""

from __future__ import annotations

import gzip
import re
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("site")]

COMPRESSED = {".html", ".css", ".js", ".json", ".svg"}


def choose(page: Page, words: str) -> None:
    """Take a choice of a filter, by its label as a reader does."""
    page.locator(".ce-filter").get_by_text(words, exact=True).click()


def html_of(site: Path) -> dict[str, str]:
    return {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")}


def test_every_page_keeps_search_engines_out_and_has_a_content_policy(site):
    for name, html in html_of(site).items():
        assert '<meta name="robots" content="noindex">' in html, name
        policy = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">', html)
        assert policy, name
        rules = dict(rule.strip().partition(" ")[::2] for rule in unescape(policy[1]).split(";"))
        assert rules["default-src"] == "'none'", name
        assert "unsafe" not in rules.get("script-src", ""), name
        assert "http" not in policy[1], name
        assert "*" not in policy[1], name


def test_no_page_holds_a_script_of_its_own_but_the_one_that_its_policy_names(site):
    for name, html in html_of(site).items():
        inline = re.findall(r"<script(?![^>]*\ssrc=)(?![^>]*application/json)[^>]*>", html)
        assert len(inline) == (name == "404.html"), name
        assert not re.search(r"<[^>]+\son[a-z]+=", re.sub(r"<script.*?</script>", "", html, flags=re.DOTALL)), name


@pytest.mark.context(viewport={"width": 390, "height": 844})
@pytest.mark.parametrize("name", ["de/index.html", "en/editions/2026-10.html"])
def test_the_first_view_of_an_edition_is_light(visit, server, site, name):
    """At most 250 kB, as compressed as GitHub Pages sends it, the index of the search included."""
    visit.page.goto(f"{server}/{name}", wait_until="networkidle")
    loaded = {}
    for url in visit.requests:
        path = site / unquote(urlsplit(url).path).removeprefix("/briefings/")
        content = path.read_bytes()
        loaded[path.name] = len(gzip.compress(content, 6)) if path.suffix in COMPRESSED else len(content)
    assert sum(loaded.values()) <= 250_000, loaded
    assert not any(name.endswith(".m4a") for name in loaded)


@pytest.mark.context(java_script_enabled=False)
def test_filters_work_without_javascript(visit, start):
    visit.page.goto(f"{start}/de/quotes/index.html")
    shown = visit.page.locator("li[data-fa]:visible")
    everything = shown.count()
    choose(visit.page, "Freude")
    joys = shown.count()
    assert 0 < joys < everything
    choose(visit.page, "Einbau")
    assert 0 < shown.count() < joys
    for voice in shown.all():
        assert voice.locator(".ce-label").inner_text() == "Freude"
        assert "Einbau" in voice.locator("figcaption").inner_text()


def test_a_filter_says_how_many_it_leaves_and_takes_empty_sections_away(visit, start):
    visit.page.goto(f"{start}/en/studies/index.html")
    choose(visit.page, "contradicts")
    choose(visit.page, "D")
    assert visit.page.locator("li[data-fa]:visible").count() == 0
    assert visit.page.locator(".ce-topic:visible").count() == 0
    assert visit.page.locator(".ce-filter__count").inner_text() == "0 of 49"
    choose(visit.page, "C")
    assert visit.page.locator(".ce-topic:visible").count() == 1


@pytest.mark.context(java_script_enabled=False)
def test_terms_are_explained_without_javascript(visit, start):
    visit.page.goto(f"{start}/de/editions/2026-10.html")
    visit.page.locator(".ce-term").first.click()
    assert visit.page.locator(".ce-explain:popover-open").is_visible()


def test_a_reader_can_switch_explanations_off(visit, server):
    visit.page.goto(f"{server}/de/glossary/index.html")
    visit.page.get_by_label("Fachwörter auf den Seiten erklären").uncheck()
    visit.page.goto(f"{server}/de/editions/2026-10.html")
    assert visit.page.locator(".ce-term").count() == 0
    visit.page.goto(f"{server}/de/glossary/index.html")
    visit.page.get_by_label("Fachwörter auf den Seiten erklären").check()
    visit.page.goto(f"{server}/de/editions/2026-10.html")
    assert visit.page.locator(".ce-term").count() > 0


@pytest.mark.context(permissions=["clipboard-read", "clipboard-write"])
def test_the_sentences_to_repeat_can_be_copied(visit, server):
    visit.page.goto(f"{server}/en/editions/2026-10.html")
    visit.page.get_by_role("button", name="Copy the sentences").click()
    copied = visit.page.evaluate("navigator.clipboard.readText()")
    assert "Customers like us best before we deliver." in copied
    visit.page.get_by_text("As a text for a chat or a town hall").click()
    visit.page.locator(".ce-spread").get_by_role("button", name="Copy the text").click()
    copied = visit.page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith("/en/editions/2026-10.html")


MONTHS = [f"2025-{number}" for number in (11, 12)] + [f"2026-{number:02d}" for number in range(1, 11)]


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("month", MONTHS)
def test_an_edition_fits_on_two_sides_of_paper(visit, server, language, month):
    visit.page.goto(f"{server}/{language}/editions/{month}.html", wait_until="networkidle")
    paper = visit.page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) <= 2
