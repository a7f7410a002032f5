"""Thousands of strings that try to run as a script, wherever words from outside can stand: none runs.

The content policy is switched off for it: what is tested is that nothing gets that far.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("attacks")]

CHUNK = 480
"""So many strings share a field of which a page shows one, such as a metric's name."""

QUOTE = """---
said_on: 2026-10-12
channel: survey
mood: pain
basis: {{anonymised: {{by: Datenschutz, on: 2026-10-20}}}}
who: {words}
step: {words}
need: Ruhe
transcript: {words}
---
{raw}
"""
STORY = """---
title: {words}
customer: {words}
before: {{text: {words}, when: {words}}}
after: {{text: {words}, when: {words}}}
---
"""
STUDY = """---
authors: {words}
year: 2020
title: {words}
publication: {words}
kind: {words}
topic: {words}
grade: A
stance: mixed
sponsor: {words}
url: https://example.org/
finding: {words}
limits: {words}
---
"""
PAGE = """---
title: {words}
description: {words}
---
```chart
metric: m{number:03d}
```
"""
METRIC = """name: {{de: {words}}}
kind: share
question: {{de: {words}}}
unit: percent
direction: up
cadence: month
owner: {{de: {words}}}
source: survey
top: [5]
meaning: {{de: "Von 100 Kunden {{value}}."}}
so_what: {{de: {{board: {words}}}}}
not_shown: {{de: [{words}]}}
"""

RAN = """
    window.ran = [];
    for (const name of ['alert', 'prompt', 'confirm', 'print', 'open']) {
        window[name] = function (...all) { window.ran.push(name + ': ' + all.join(' ').slice(0, 80)); };
    }
"""
HOSTILE = """() => {
    const inside = document.querySelector('article.ce'), found = [];
    for (const each of inside.querySelectorAll('*')) {
        for (const {name, value} of each.attributes)
            if (name.startsWith('on') || (/^(href|src|action|formaction|xlink:href)$/.test(name)
                && /^\\s*(javascript|vbscript|data):/i.test(value) && each.localName !== 'track'))
                found.push(each.localName + ' ' + name + '=' + value.slice(0, 80));
    }
    const forbidden = 'script, iframe, object, embed, base, meta, link, form, style, math, template, marquee, image';
    return found.concat([...inside.querySelectorAll(forbidden)].map(e => e.outerHTML.slice(0, 80)));
}"""

BROKEN = """() => document.querySelectorAll('h1').length === 1 && document.querySelectorAll('.ce-foot').length === 1
    && document.querySelector('.ce-foot').closest('article') === null ? [] : ['the page is out of joint']"""


WITHOUT_CHECKS = """import chefetage.checks

chefetage.checks.CHECKS = ()  # they would refuse most of it; here the pages are on trial
from chefetage.mkdocs_events import *
"""


def quoted(text: str) -> str:
    """A YAML string that means the text: JSON is YAML.

    What the build refuses for other reasons is made acceptable: braces of tokens, and links to files that do not exist.
    """
    text = re.sub(r"([{}])(?=\1)", r"\1 ", text)
    return json.dumps(re.sub(r"\]\((?!\s*[\w+]+:)", "] (", text), ensure_ascii=False)


def make_project(root: Path, strings: list[str]) -> None:
    """Write a project that holds every string as quote, name, title, description, metric's name and chart's title."""
    for folder in ("quotes", "stories", "studies"):
        (root / "briefings" / folder).mkdir(parents=True)
    for folder in ("docs", "metrics", "hooks"):
        (root / folder).mkdir()
    (root / "hooks" / "mkdocs_hooks.py").write_text(WITHOUT_CHECKS)
    (root / "mkdocs.yml").write_text(
        'site_name: x\nsite_url: ""\nuse_directory_urls: false\ntheme: {name: material, language: de, font: false}\n'
        "hooks: [hooks/mkdocs_hooks.py]\nextra: {chefetage: {languages: [de]}}\n"
    )
    (root / "brand.yml").write_text(f"company: {quoted(' '.join(strings[:300]))}\n")
    for number, text in enumerate(strings):
        words = quoted(text)
        # Half of them as Markdown that somebody pasted, all of them as they are.
        (root / f"briefings/quotes/q{number}.md").write_text(QUOTE.format(words=words, raw=text), "utf-8")
        (root / f"briefings/stories/s{number}.md").write_text(STORY.format(words=words), "utf-8")
    for number, start in enumerate(range(0, len(strings), CHUNK)):
        words = quoted(" ".join(strings[start : start + CHUNK]))
        (root / f"docs/p{number:03d}.md").write_text(PAGE.format(words=words, number=number), "utf-8")
        (root / f"metrics/m{number:03d}.yml").write_text(METRIC.format(words=words), "utf-8")
        (root / f"briefings/studies/u{number}.md").write_text(STUDY.format(words=words), "utf-8")
    columns = "".join(f"    m{number:03d}: {{column: a}}\n" for number in range(-(-len(strings) // CHUNK)))
    (root / "metrics" / "sources.yml").write_text(f"survey:\n  file: x.csv\n  date: d\n  metrics:\n{columns}")


@pytest.fixture(scope="session")
def strings(fixtures: Path) -> list[str]:
    """Every payload, and after them every naughty string."""
    payloads = (fixtures / "naughty/xss/payloadbox_xss-payload-list.txt").read_text(encoding="utf-8").split("\n")
    naughty = json.loads((fixtures / "naughty/blns/blns.json").read_text(encoding="utf-8"))
    found = [line for line in payloads if line.strip()]
    assert len(found) == 6613
    # What cannot be seen is refused when it is read; tests/content/test_naughty.py has it.
    shown = ("".join(char for char in text if char.isprintable() or char == "\n") for text in naughty)
    return found + [text for text in shown if text.strip()]


def build(root: Path, target: Path) -> None:
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1795219200", "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", target]
    done = subprocess.run(command, cwd=root, check=False, capture_output=True, text=True, env=environment)
    assert done.returncode == 0, (done.stdout + done.stderr)[-3000:]


@pytest.fixture(scope="session")
def attacked(strings: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("attacked")
    make_project(root, strings)
    build(root, root / "site")
    return root / "site"


def test_no_payload_runs_wherever_it_stands(browser, attacked, strings):
    context = browser.new_context(bypass_csp=True)
    context.add_init_script(RAN)
    page = context.new_page()
    asked: list[str] = []
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: asked.append(request.url))
    addresses = sorted(attacked.rglob("*.html"))
    assert len(addresses) > 2 * len(strings) / CHUNK
    bad: dict[str, object] = {}
    for path in addresses:
        page.goto(path.as_uri(), wait_until="load", timeout=120_000)
        if (path.name == "index.html" and path.parent == attacked) or path.name == "404.html":
            continue
        found = page.evaluate("window.ran") + page.evaluate(HOSTILE) + page.evaluate(BROKEN)
        if found:
            bad[path.relative_to(attacked).as_posix()] = found[:5]
    context.close()
    assert bad == {}
    assert dialogs == []
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:", "about:"))] == []


def test_what_would_run_would_be_noticed(browser, tmp_path):
    page = browser.new_page()
    page.add_init_script(RAN)
    html = '<article class="ce"><h1>x</h1><img src="x:" onerror="alert(1)"><a href="javascript:0">y</a></article>'
    (tmp_path / "page.html").write_text(html, encoding="utf-8")
    page.goto((tmp_path / "page.html").as_uri())
    page.wait_for_function("window.ran.length")
    assert page.evaluate("window.ran") == ["alert: 1"]
    assert page.evaluate(HOSTILE) == ["img onerror=alert(1)", "a href=javascript:0"]
    assert page.evaluate(BROKEN) == ["the page is out of joint"]


@pytest.mark.parametrize("name", ["quotes", "stories"])
def test_every_payload_is_there_to_read(attacked, strings, name):
    """Sanitising must not be throwing away: what was written can be read, but for tags."""
    text = (attacked / "de" / name / "index.html").read_text(encoding="utf-8")
    prefix = {"quotes": "q", "stories": "s"}[name]
    assert len(set(re.findall(rf"id=\"{prefix}(\d+)\"", text))) == len(strings)
