"""Words from outside."""

from __future__ import annotations

import pytest

from chefetage.pages.markdown.verbatim import VerbatimWriter


def test_paragraphs_and_emphasis_are_kept():
    assert VerbatimWriter().write("Ich *liebe* sie.\n\nWirklich.") == "<p>Ich <em>liebe</em> sie.</p>\n<p>Wirklich.</p>"


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[klick](javascript:alert(1))",
        "<javascript:alert(1)>",
        "![x](https://example.org/x.png)",
        "**a**{onclick=alert(1)}",
        "[x][1]\n\n[1]: javascript:alert(1)",
        "`<b>`",
    ],
)
def test_nothing_in_them_can_act(text):
    html = str(VerbatimWriter().write(text))
    assert "<script" not in html
    assert "<img" not in html
    assert "<a" not in html
    assert "href" not in html.replace("href=", "")


def test_what_looks_like_a_token_or_a_list_stays_as_it_was_said():
    assert VerbatimWriter().write("# 1 {{ nps }}") == "<p># 1 {{ nps }}</p>"
    assert VerbatimWriter().write("- gut\n- schlecht") == "<p>- gut\n- schlecht</p>"
