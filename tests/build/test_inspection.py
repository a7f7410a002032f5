"""`chefetage check` does not write pages in which nothing can be wrong, and finds what writing them would."""

from __future__ import annotations

import shutil
from datetime import date
from itertools import cycle

import pytest

from chefetage import build
from chefetage.build import assemble, assets_of, inspect_content
from chefetage.content import read_project
from chefetage.drawing import Drawings
from chefetage.pages.proof import proofread

TODAY = date(2026, 11, 21)
EDITION = "briefings/editions/2026-10.md"
DRAFT = "---\nmonth: 2026-11\nstatus: draft\nowner: x\nheadline: x\nmessages: [x]\nasks: []\n---\n"
FILES = (EDITION, "briefings/editions/2026-11.md", "briefings/stories/tap.md", "docs/method.md")
TEXTS = [
    "{{ npss }}", "{{ nps.segment.occasion.fiting }}", "{{ nps", "<b>{{ nps }}</b>", "[x](../quotes/fiter.md)",
    "[x](2026-11.md)", "[x](#hintergrund)", "[x](#hintergund)", "## Neu\n\n[x](#neu)", "[x](javascript:alert(1))",
    "[x](../../docs/method.md#nps)", "[x](../../docs/method.md#nsp)", "[x]()", "[x](www.example.org)",
    "<script>alert(1)</script>", "```quote\nfiter\n```", "```quote\nfitter\n```", "```qoute\nfitter\n```",
    "```chart\nmetric: nps\nmonths: 0\n```", "```chart\nmetric: npss\n```", "```metrics\nnps, nsp\n```",
    "```vega-lite\nmark: bar\n```", "```vega-lite\n{\n```", "![x](missing.png)", "Harmlos.", "Neu\n---\n\n[x](#neu)",
    "[x](../stories/tap.md#tap)", "[x](../stories/tap.md#tab)", "&#123;{ nps }}",
]  # fmt: skip


@pytest.fixture
def site(root, tmp_path):
    """A small site with a draft."""
    target = tmp_path / "site"
    shutil.copytree(root / "tests/content/sound", target)
    (target / "briefings/editions/2026-11.md").write_text(DRAFT, "utf-8")
    return target


def found(problems):
    return sorted({f"{each.location} {each.severity} {each.id}" for each in problems})


@pytest.mark.parametrize(("text", "file"), list(zip(TEXTS, cycle(FILES), strict=False)))
def test_it_finds_what_writing_the_pages_would_find(site, text, file):
    with (site / file).open("a", encoding="utf-8") as stream:
        stream.write(f"\n{text}\n")
    written = [problem for drafts in (False, True) for problem in assemble(site, TODAY, drafts=drafts).problems]
    assert found(inspect_content(site, TODAY, drafts=True).problems) == found(written)


def test_without_drafts_it_finds_nothing_in_drafts(site):
    with (site / "briefings/editions/2026-11.md").open("a", encoding="utf-8") as stream:
        stream.write("\n{{ npss }}\n")
    assert "unknown-in-token" not in {each.id for each in inspect_content(site, TODAY).problems}
    assert "unknown-in-token" in {each.id for each in inspect_content(site, TODAY, drafts=True).problems}


def test_the_demo_is_checked_without_writing_its_pages(root, monkeypatch):
    project, _ = read_project(root, TODAY, drafts=True)
    with Drawings(root) as drawings:
        assert proofread(project, assets_of(root), drawings) == []
    monkeypatch.setattr(build, "assemble", None)
    inspect_content(root, TODAY, drafts=True)
