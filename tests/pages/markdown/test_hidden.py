"""Comments are notes among those who write a text; readers get nothing of them."""

from __future__ import annotations

import pytest

from chefetage.model.base import Prose
from chefetage.model.location import Location
from chefetage.pages.markdown.hidden import without_comments
from chefetage.pages.reading import open_text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a <!-- b --> c", "a  c"),
        ("a\n<!-- b\nc -->\nd", "a\n\n\nd"),
        ("<!-- a --><!-- b -->c", "c"),
        ("`<!-- a -->`", "`<!-- a -->`"),
        ("```\n<!-- a -->\n```\n<!-- b -->", "```\n<!-- a -->\n```\n"),
        ("<!-- ` -->a<!-- ` -->", "a"),
        ("a <!-- b", "a <!-- b"),
        ("a -> b", "a -> b"),
    ],
)
def test_a_comment_is_taken_out_and_code_and_lines_stay(text, left):
    assert without_comments(text) == left


@pytest.mark.parametrize(
    "text", ["Eins.\n\n<!--\nNotiz\n-->\n\nZwei.", "Eins <!-- Notiz --> und\n\n- Zwei <!-- Notiz -->"]
)
def test_a_comment_is_not_even_in_the_source_of_a_page(write, found, text):
    html = write(text)
    assert "Eins" in html
    assert "Zwei" in html
    assert "Notiz" not in html
    assert "<!--" not in html
    assert found() == []


def test_a_token_a_link_and_a_block_in_a_comment_are_nothing(write, found):
    write("Eins.\n\n<!--\n{{ nix }} [x](nirgends.md)\n\n```quote\nniemand\n```\n-->")
    assert found() == []


def test_a_mistake_below_a_comment_has_its_line(write, found):
    write("Eins.\n\n<!--\nNotiz\n-->\n\n{{ nix }}")
    assert [place.split(":")[0] for place in found()] == ["16"]


def test_a_heading_in_a_comment_begins_no_part(context):
    text = "Vorspann.\n\n<!--\n## Alt\n\nNotiz\n-->\n\n## Neu\n\nMehr."
    item = context.project.quotes["leaky"].model_copy(update={"body": {"de": Prose(text, Location("a.md", 1))}})
    opening = open_text(context, item)
    assert "Vorspann" in opening.standfirst
    assert "Notiz" not in opening.standfirst + opening.rest
    assert "Alt" not in opening.rest
    assert "Neu" in opening.rest
