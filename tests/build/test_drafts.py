"""A build to look at: drafts are on show, and nobody can take it for the published site."""

from __future__ import annotations

import re

import pytest

pytestmark = [pytest.mark.slow]

WATERMARK = re.compile(r'class="ce-watermark" data-word="(Entwurf|Draft)" aria-hidden="true"')


def build(process, folder, monkeypatch, drafts):
    monkeypatch.setenv("CHEFETAGE_DRAFTS", drafts)
    done = process("mkdocs", "build", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder / "site"


def test_drafts_are_shown_on_demand_and_marked_on_their_pages_and_for_the_guard(demo, process, monkeypatch):
    site = build(process, demo, monkeypatch, "1")
    for language, word in (("de", "Entwurf"), ("en", "Draft")):
        page = (site / language / "editions" / "2026-11.html").read_text("utf-8")
        assert WATERMARK.search(page)[1] == word
        assert '<p class="ce-draft" role="note">' in page
        assert not WATERMARK.search((site / language / "editions" / "2026-10.html").read_text("utf-8"))
    told = (site / "DRAFTS.txt").read_text("utf-8").splitlines()
    assert [line.split()[0] for line in told] == ["Diese", "This"]


def test_the_next_build_without_drafts_leaves_nothing_of_them(demo, process, monkeypatch):
    build(process, demo, monkeypatch, "1")
    site = build(process, demo, monkeypatch, "")
    assert not (site / "DRAFTS.txt").exists()
    assert not (site / "de" / "editions" / "2026-11.html").exists()
