"""What a reader does, on a server and from a folder."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("site")]

PAGES = (
    "index.html", "editions/2026-10.html", "asks/index.html", "metrics/index.html", "metrics/nps.html",
    "quotes/index.html", "stories/index.html", "value/index.html", "why/index.html", "studies/index.html",
    "method/index.html", "glossary/index.html", "archive/index.html", "archive/2026.html",
)  # fmt: skip


@pytest.mark.parametrize("language", ["de", "en"])
def test_no_page_asks_another_host_or_complains(visit, start, language):
    for name in PAGES:
        visit.page.goto(f"{start}/{language}/{name}")
        assert visit.page.locator("html").get_attribute("lang") == language
        assert visit.page.locator("h1").count() == 1, name
    own = start.rsplit("/briefings", 1)[0]
    assert [url for url in visit.requests if not url.startswith((own, "data:", "blob:", "about:"))] == []
    assert visit.errors == []


def test_the_root_leads_to_the_newest_edition_in_the_first_language(visit, start):
    visit.page.goto(f"{start}/index.html")
    visit.page.wait_for_url("**/de/index.html")
    assert "Oktober 2026" in visit.page.locator(".ce-mast").inner_text()


@pytest.mark.parametrize("name", ["index.html", "editions/2026-08.html", "metrics/complete.html"])
def test_the_language_switch_stays_on_the_page(visit, start, name):
    visit.page.set_viewport_size({"width": 1280, "height": 800})
    visit.page.goto(f"{start}/de/{name}")
    visit.page.locator('a[hreflang="en"]').first.click()
    visit.page.wait_for_url(f"**/en/{name}")
    visit.page.locator('a[hreflang="de"]').first.click()
    visit.page.wait_for_url(f"**/de/{name}")


@pytest.mark.parametrize(
    ("language", "word", "found"), [("de", "Montagetag", "Montagetag"), ("en", "fitting day", "fitting")]
)
def test_search_finds_words_of_the_pages_language(visit, start, language, word, found):
    visit.page.set_viewport_size({"width": 1280, "height": 800})
    visit.page.goto(f"{start}/{language}/index.html")
    visit.page.locator("input[name=query]").click()
    visit.page.locator("input[name=query]").press_sequentially(word, delay=20)
    results = visit.page.locator(".md-search-result__item a")
    expect(results.first).to_be_visible(timeout=10_000)
    expect(visit.page.locator(".md-search-result__list")).to_contain_text(re.compile(found, re.IGNORECASE))
    for link in results.all():
        assert f"/{language}/" in link.evaluate("a => a.href")
    assert visit.errors == []


def test_the_pencil_opens_the_right_file(visit, start):
    for address, source in {
        "de/index.html": "briefings/editions/2026-10.md",
        "en/editions/2026-10.html": "briefings/editions/2026-10.en.md",
        "de/metrics/nps.html": "metrics/nps.yml",
        "en/method/index.html": "docs/method.en.md",
    }.items():
        visit.page.goto(f"{start}/{address}")
        pencil = visit.page.locator(f'a[href$="/edit/main/{source}"]')
        assert pencil.count() >= 1, address


def test_dark_mode_can_be_switched_on_and_is_remembered(visit, start):
    visit.page.set_viewport_size({"width": 1280, "height": 800})
    visit.page.goto(f"{start}/de/index.html")
    paper = "getComputedStyle(document.body).backgroundColor"
    light = visit.page.evaluate(paper)
    visit.page.get_by_role("button", name="dunklen Ansicht").click()
    expect(visit.page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert visit.page.evaluate(paper) != light
    if start.startswith("http"):
        visit.page.goto(f"{start}/de/metrics/nps.html")
        expect(visit.page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_the_large_script_waits_until_somebody_touches_the_page(visit, start):
    visit.page.set_viewport_size({"width": 390, "height": 844})
    visit.page.goto(f"{start}/de/index.html", wait_until="networkidle")
    bundle = visit.page.locator("script[src*='/bundle.']")
    assert bundle.count() == 0
    visit.page.get_by_role("button", name="Suche", exact=True).click()
    expect(bundle).to_have_count(1)
    visit.page.locator("input[name=query]").press_sequentially("Montagetag", delay=20)
    expect(visit.page.locator(".md-search-result__item a").first).to_be_visible(timeout=10_000)
    assert visit.errors == []


@pytest.mark.context(color_scheme="dark")
def test_a_reader_who_prefers_dark_gets_dark_at_once(visit, start):
    visit.page.goto(f"{start}/de/index.html")
    expect(visit.page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


@pytest.mark.context(java_script_enabled=False)
def test_everything_can_be_read_and_reached_without_javascript(visit, start):
    visit.page.goto(f"{start}/de/editions/2026-10.html")
    assert visit.page.locator("h1").is_visible()
    assert visit.page.locator(".ce-figure svg").first.is_visible()
    links = visit.page.locator(".ce-foot a")
    addresses = {link.evaluate("a => a.href") for link in links.all()}
    assert sum("/de/" in address for address in addresses) >= 9
    visit.page.locator('a[hreflang="en"]:visible').first.click()
    assert visit.page.url.endswith("/en/editions/2026-10.html")


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", ["index.html", "metrics/nps.html", "studies/index.html", "asks/index.html"])
@pytest.mark.context(viewport={"width": 320, "height": 700})
def test_nothing_scrolls_sideways_on_the_smallest_phone(visit, server, language, name):
    visit.page.goto(f"{server}/{language}/{name}")
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_page_that_does_not_exist_leads_home_below_any_path(visit, server, site):
    text = (site / "404.html").read_text(encoding="utf-8")
    visit.page.route(
        "**/gibt-es-nicht.html", lambda route: route.fulfill(status=404, body=text, content_type="text/html")
    )
    visit.page.goto(f"{server}/en/metrics/gibt-es-nicht.html")
    visit.page.locator('section[lang="en"] a').click()
    visit.page.wait_for_url(f"{server}/en/index.html")
