"""Pictures in Markdown have words for those who cannot see them."""

from __future__ import annotations

import pytest

EDITION = "briefings/editions/2026-10.md"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("![](a.png)", ["24:1"]),
        ("Text ![ ](a.png) und\nmehr ![](b.png)", ["24:6", "25:6"]),
        ("![][bild]\n\n[bild]: a.png", ["24:1"]),
        ("![kueche-1.JPG](a.png)", ["24:1"]),
        ('<img src="a.png">', ["24:1"]),
        ('<IMG src="a.png" alt="">', ["24:1"]),
        ("[![](a.png)](b.md)", ["24:2"]),
    ],
)
def test_a_picture_without_words_is_found(site, text, places):
    site.replace(EDITION, "Der Vorspann.", text)
    assert site.found() == [f"{EDITION}:{place} error missing-alt" for place in places]


@pytest.mark.parametrize(
    "text",
    [
        "![Die Küche](a.png)",
        "![Die [neue\\] Küche](a.png)",
        '<img src="a.png" alt="Die Küche">',
        "`![](a.png)` und ``![](b.png)``",
        "```\n![](a.png)\n```",
        "<!-- ![](a.png) -->",
        "\\![](a.png)",
        "Ein Ausruf![1] [](a.png)",
    ],
)
def test_a_picture_with_words_and_what_is_none_pass(site, text):
    site.replace(EDITION, "Der Vorspann.", text)
    assert site.found() == []


def test_a_translation_needs_words_of_its_own(site):
    site.write("briefings/editions/2026-10.en.md", "---\n---\n![](a.png)\n")
    assert site.found() == ["briefings/editions/2026-10.en.md:3:1 error missing-alt"]


def test_a_tag_in_a_headline_is_text(site):
    site.replace(EDITION, "headline: Das letzte Teil fehlt.", 'headline: "<img src=x> fehlt."')
    assert site.found() == []
