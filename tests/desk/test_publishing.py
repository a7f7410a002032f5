"""A draft becomes an edition that everybody sees."""

from __future__ import annotations

import pytest

DRAFT = "briefings/editions/2026-11.md"
PAGE = "de/editions/2026-11.html"


def test_a_draft_is_published_on_the_day_itself(desk):
    assert PAGE not in desk.articles()
    result = desk.run("publish", "2026-11")
    assert result.exit_code == 0, result.output
    assert "status: published\n" in desk.text(DRAFT)
    assert "published_on: 2026-11-25\n" in desk.text(DRAFT)
    assert PAGE in desk.articles()


def test_everything_else_in_the_file_stays_as_it_is(desk):
    text = desk.text(DRAFT).replace("status: draft", "status: draft   # noch nicht").replace("\n", "\r\n")
    (desk.root / DRAFT).write_bytes(text.encode())
    result = desk.run("publish", "2026-11")
    assert result.exit_code == 0, result.output
    after = (desk.root / DRAFT).read_bytes().decode()
    assert "status: published   # noch nicht\r\n" in after
    assert after.replace("published_on: 2026-11-25\r\n", "").replace("status: published", "status: draft") == text


@pytest.mark.parametrize("lang", ["de", "en"])
def test_publishing_twice_and_what_there_is_not_are_told_in_words(desk, lang):
    assert desk.run("publish", "2026-10", lang=lang).exit_code == 0
    unknown = desk.run("publish", "2027-01", lang=lang)
    assert unknown.exit_code == 1
    assert "chefetage new edition 2027-01" in unknown.output


def test_an_error_anywhere_keeps_a_draft_a_draft(desk):
    desk.replace("briefings/editions/2026-11.md", ("asks: []", "asks: [stoer]"))
    result = desk.run("publish", "2026-11")
    assert result.exit_code == 1
    assert "stoer" in result.output
    assert "status: draft" in desk.text(DRAFT)


def test_a_text_that_waits_to_be_filled_in_keeps_a_draft_a_draft(desk):
    desk.replace(DRAFT, ("headline: Der", "headline: ‹Das Problem in einem Satz› Der"))
    result = desk.run("publish", "2026-11")
    assert result.exit_code == 1
    assert "[placeholder]" in result.output
    assert "status: draft" in desk.text(DRAFT)


def test_what_readers_see_must_be_filled_in(desk):
    desk.replace("briefings/editions/2026-10.md", ("headline: ", "headline: ‹Das Problem in einem Satz› "))
    assert [error.split()[1] for error in desk.errors()] == ["placeholder"]


def test_a_month_must_be_one(desk):
    result = desk.run("publish", "Oktober")
    assert result.exit_code == 2
    assert "2026-10" in result.output
