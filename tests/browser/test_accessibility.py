"""WCAG 2.2 AA as far as a machine can see it, on every kind of page, and what a keyboard reaches."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser]

KINDS = (
    "index.html", "editions/2026-09.html", "asks/index.html", "metrics/index.html", "metrics/complete.html",
    "quotes/index.html", "journey/index.html", "stories/index.html", "value/index.html", "value/point.html",
    "why/index.html", "studies/index.html", "method/index.html", "methods.html", "glossary/index.html",
    "archive/index.html", "archive/2026.html", "success.html", "handbook.html", "handbook-publishing.html",
)  # fmt: skip
"""One page of every kind."""

LANGUAGES = [pytest.param(each, marks=pytest.mark.xdist_group(f"site-{each}")) for each in ("de", "en")]

LOOKS = {"light": (1280,), "dark": (390,)}
if os.environ.get("CHEFETAGE_EVERY_LOOK"):
    LOOKS = {"light": (1280, 390), "dark": (1280, 390)}
"""Light on the desk and dark on the phone; `make audit` takes all four."""

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    given = request.node.callspec.params if hasattr(request.node, "callspec") else {}
    context = browser.new_context(
        locale="de-DE",
        color_scheme=given.get("scheme", "light"),
        viewport={"width": given.get("width", 1280), "height": 900},
        reduced_motion="reduce",
        bypass_csp=True,
    )
    yield context.new_page()
    context.close()


def violations(page: Page, axe: str) -> list[str]:
    """What axe finds, a line each: rule, place, reason."""
    page.evaluate(axe)
    found = page.evaluate(
        "standards => axe.run(document, {runOnly: standards, resultTypes: ['violations']}).then(r => r.violations)",
        STANDARDS,
    )
    return [
        f"{rule['id']}: {' '.join(map(str, node['target']))}: {node['failureSummary'].splitlines()[-1].strip()}"
        for rule in found
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_light_or_dark_on_phone_or_desktop(page, axe, server, language, name):
    found = {}
    for scheme, widths in LOOKS.items():
        page.emulate_media(color_scheme=scheme)
        page.goto(f"{server}/{language}/{name}")
        for width in widths:
            page.set_viewport_size({"width": width, "height": 900})
            if lines := violations(page, axe):
                found[scheme, width] = lines
    assert found == {}


@pytest.mark.xdist_group("site-de")
def test_axe_finds_nothing_where_there_is_no_page(page, axe, server):
    page.goto(f"{server}/404.html")
    assert violations(page, axe) == []


@pytest.mark.xdist_group("site-de")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_an_explanation_is_open(page, axe, server, scheme):  # noqa: ARG001
    page.goto(f"{server}/de/editions/2026-10.html")
    page.locator(".ce-term").first.click()
    assert page.locator(".ce-explain:popover-open").is_visible()
    assert violations(page, axe) == []


@pytest.mark.xdist_group("site-en")
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", ["index.html", "metrics/nps.html", "quotes/index.html", "studies/index.html"])
def test_the_keyboard_alone_reaches_everything(page, server, name, width):  # noqa: ARG001
    page.goto(f"{server}/en/{name}")
    wanted = page.evaluate(
        """() => [...document.querySelectorAll('a[href], button, summary, [tabindex="0"], input, audio, video')]
            .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.disabled
                && !(e.type === 'radio' && e.name && !e.checked) && e.tabIndex >= 0
                && !e.closest('[popover], .md-search__output, .md-drawer'))
            .map((e, at) => { e.dataset.stop = at; return at; })"""
    )
    reached: set[int] = set()
    unseen: list[str] = []
    for _ in range(len(wanted) * 2 + 20):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            """() => { const e = document.activeElement; if (!e || e === document.body) return null;
                const style = getComputedStyle(e);
                const label = e.labels && e.labels[0] ? getComputedStyle(e.labels[0]) : style;
                const within = e.matches('audio, video');  // its own controls draw their own rings
                const marked = within || [style, label].some(s => s.outlineStyle !== 'none' || s.boxShadow !== 'none');
                return [e.dataset.stop === undefined ? -1 : +e.dataset.stop, marked, e.outerHTML.slice(0, 120)]; }"""
        )
        if stop is None:
            break
        if stop[0] >= 0:
            reached.add(stop[0])
        if not stop[1]:
            unseen.append(stop[2])
    missing = [
        page.locator(f'[data-stop="{at}"]').evaluate("e => e.outerHTML.slice(0, 160)")
        for at in sorted(set(wanted) - reached)
    ]
    assert missing == []
    assert unseen == []


@pytest.mark.xdist_group("site-en")
def test_a_term_is_explained_by_keyboard_and_the_explanation_closes(page, server):
    page.goto(f"{server}/en/editions/2026-10.html")
    term = page.locator(".ce-term").first
    term.focus()
    page.keyboard.press("Enter")
    explanation = page.locator(".ce-explain:popover-open")
    assert explanation.is_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.ce-explain') !== null")
    page.keyboard.press("Escape")
    assert explanation.count() == 0
    assert page.evaluate("document.activeElement.classList.contains('ce-term')")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [320, 640])
def test_nothing_scrolls_sideways_on_a_small_screen_or_at_double_zoom(page, server, language, width):
    """1280 pixels at 200 % are 640; at 400 % they are 320 (WCAG 1.4.10)."""
    wide = {}
    for name in KINDS:
        page.goto(f"{server}/{language}/{name}")
        if (found := page.evaluate("document.documentElement.scrollWidth")) > width:
            wide[name] = found
    assert wide == {}


@pytest.mark.xdist_group("site-de")
@pytest.mark.parametrize("width", [390])
def test_text_can_be_spaced_out_without_being_cut_off(page, server, width):  # noqa: ARG001
    """WCAG 1.4.12: line height 1.5, paragraphs 2, letters 0.12, words 0.16."""
    for name in ("index.html", "metrics/nps.html", "quotes/index.html", "asks/index.html"):
        page.goto(f"{server}/de/{name}")
        page.add_style_tag(
            content="* { line-height: 1.5 !important; letter-spacing: .12em !important }"
            " * { word-spacing: .16em !important }"
            " p { margin-bottom: 2em !important }"
        )
        cut = page.evaluate(
            """() => [...document.querySelectorAll('.ce :is(p, li, dd, dt, td, h1, h2, h3, blockquote)')]
                .filter(e => getComputedStyle(e).overflow !== 'visible' && e.scrollHeight > e.clientHeight + 2)
                .map(e => e.outerHTML.slice(0, 120))"""
        )
        assert cut == [], name
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, name


def test_every_kind_of_page_is_in_the_list(site: Path):
    """A new kind of page must not escape: whatever the pages of a language are, their kinds are those tested."""
    pages = {path.relative_to(site / "de").as_posix() for path in (site / "de").rglob("*.html")}
    kinds = {name.rpartition("/")[0] or name for name in KINDS}
    tested_alone = {
        "privacy.html",
        "simulation.html",
        "charter.html",
        "accessibility.html",
    }  # standing pages, as methods.html is
    chapters = {name for name in pages if name.startswith("handbook-")}  # one stands for all
    assert {name.rpartition("/")[0] or name for name in pages - chapters} - tested_alone == kinds - chapters
