"""The list of what was sent of an edition."""

from __future__ import annotations

from datetime import date

import pytest

PATH = "briefings/editions/2026-10.sent.yml"
DIGEST = "0123456789abcdef" * 4
LIST = f"""- on: 2026-11-06
  language: de
  file: 2026-10.de.pdf
  to: Geschäftsführung
  sha256: {DIGEST}
  quotes: [fitter]
- {{on: 2026-11-07, language: en, file: 2026-10.en.pdf, to: Board, sha256: {DIGEST}, recalled: 2026-11-09}}
"""


def test_a_list_is_read_with_its_places(site):
    site.write(PATH, LIST)
    assert site.errors() == []
    log = site.read().sent["2026-10"]
    assert [(each.file, each.quotes, each.recalled) for each in log.sent] == [
        ("2026-10.de.pdf", ("fitter",), None),
        ("2026-10.en.pdf", (), date(2026, 11, 9)),
    ]
    assert str(log.at("sent", 0, "quotes", 0)) == f"{PATH}:6:12"
    assert str(log.at("sent", 1)) == f"{PATH}:7:3"


def test_an_empty_list_says_that_nothing_was_sent(site):
    site.write(PATH, "[]\n")
    assert site.errors() == []
    assert site.read().sent["2026-10"].sent == ()


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("  to: Geschäftsführung\n", "", "1:3 missing-field"),
        ("  to: ", "  too: ", "4:3 unknown-key"),
        (f"  sha256: {DIGEST}\n  q", "  sha256: abc\n  q", "5:3 bad-digest"),
        ("2026-11-06", "6.11.2026", "1:3 bad-date"),
        ("language: de", "language: fr", "2:3 unknown-language"),
        ("[fitter]", "fitter", "6:3 not-a-list"),
        ("2026-11-09}", "2026-11-09", "7:3 unclosed-bracket"),
    ],
)
def test_a_mistake_is_found_at_its_place_and_the_list_left_out(site, old, new, found):
    assert old in LIST
    site.write(PATH, LIST.replace(old, new, 1))
    assert site.errors() == [f"{PATH}:{found}"]
    assert site.read().sent == {}


@pytest.mark.parametrize("content", ["on: 2026-11-06\n", "Ein Satz.\n"])
def test_what_is_no_list_is_told_so(site, content):
    site.write(PATH, content)
    assert site.errors() == [f"{PATH}:1:1 not-a-list"]


def test_an_empty_file_is_told_so(site):
    site.write(PATH, "")
    assert site.errors() == [f"{PATH}:1:1 empty-file"]
