"""Files: their bytes, their names, and what is no file."""

from __future__ import annotations

import os

import pytest

from chefetage.content.findings import Findings
from chefetage.content.names import slug
from chefetage.content.text import decode

QUOTE = "briefings/quotes/fitter.md"


def decoded(data: bytes) -> tuple[str | None, list[tuple[int, int, str]]]:
    findings = Findings()
    text = decode(data, "x.md", findings)
    return text, [(p.location.line, p.location.column, p.id) for p in findings.problems]


def test_a_byte_order_mark_and_windows_line_ends_are_accepted_and_places_stay_right(site):
    text = (site.root / QUOTE).read_text().replace("mood: pain", "mood: sad")
    site.write(QUOTE, b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert site.errors() == [f"{QUOTE}:5:1 bad-value"]
    site.write(QUOTE, b"\xef\xbb\xbf" + text.replace("sad", "joy").replace("\n", "\r\n").encode())
    assert site.errors() == []
    assert site.read().quotes["fitter"].body["de"].text == "Ein Teil fehlte."


def test_old_macintosh_line_ends_are_line_ends():
    assert decoded(b"a\rb\r\nc\n") == ("a\nb\nc\n", [])


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"gr\xfc\xdfe", (1, 3)),
        (b"a\nb\n\xc3", (3, 1)),
        ("größer\nK".encode() + b"\xfcche", (2, 2)),
        ("größer K".encode() + b"\xfcche", (1, 11)),
        ("a".encode("utf-16"), (1, 1)),
        (b"\xed\xa0\x80", (1, 1)),
    ],
)
def test_what_is_not_utf_8_is_reported_at_its_line_and_byte(data, place):
    assert decoded(data) == (None, [(*place, "not-utf-8")])


@pytest.mark.parametrize("data", [b"", b"\n", b" \t\r\n", b"\xef\xbb\xbf"])
def test_a_file_without_content_is_empty(data):
    assert decoded(data) == (None, [(1, 1, "empty-file")])


@pytest.mark.parametrize(
    "character", ["\x00", "\x07", "\x0b", "\x0c", "\x7f", "\x85", "\u2028", "\ue000", "\uf8ff", "\ufeff"]
)
def test_characters_that_nobody_sees_are_reported_and_reading_goes_on(character):
    text, found = decoded(f"eins\nzwei{character}drei\n".encode())
    assert text == "eins\nzwei\ufffddrei\n"
    assert found == [(2, 5, "unwanted-character")]


def test_tabs_no_break_spaces_and_emoji_are_wanted():
    text = "a\tb 12 % 👩‍👩‍👧 שלום\n"
    assert decoded(text.encode()) == (text, [])


def test_a_file_full_of_unwanted_characters_is_a_few_findings_not_thousands():
    assert len(decoded("\ue000".encode() * 5000)[1]) == 10


def test_names_are_kept_as_they_are_composed_on_disk(site):
    site.replace(QUOTE, "Ein Teil fehlte.", "Ku\u0308che")
    assert site.read().quotes["fitter"].body["de"].text == "Ku\u0308che"


def test_other_files_and_readmes_and_hidden_files_are_not_read(site):
    site.write("briefings/quotes/README.md", "Wie man eine Stimme einträgt.")
    site.write("briefings/quotes/notes.txt", "…")
    site.write("briefings/quotes/.draft.md", "…")
    site.write("docs/decisions/0001-hooks.md", "# Hooks")
    site.write("docs/.hidden/x.md", "# x")
    assert site.errors() == []
    assert site.hints() == []


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Fitter 2.md", "fitter-2"),
        ("Monteur_ä.md", "monteur-ae"),
        ("2.0-launch.md", "2-0-launch"),
        ("FITTER.MD", "fitter"),
    ],
)
def test_a_file_name_that_is_no_id_is_reported_with_the_id_that_comes_closest(site, name, meant):
    site.write(f"briefings/quotes/{name}", "---\n---\n")
    problem = next(p for p in site.problems() if p.id == "bad-id")
    assert problem.location.path == f"briefings/quotes/{name}"
    assert problem.params["nearest"] == meant


def test_the_same_id_twice_is_an_error_whatever_the_suffix_looks_like(site):
    site.write("briefings/quotes/fitter.MD", (site.root / QUOTE).read_text())
    assert site.errors() == ["briefings/quotes/fitter.md:1:1 duplicate-id"]


def test_briefings_in_unknown_folders_are_hinted_at(site):
    site.write("briefings/quote/x.md", "---\n---\n")
    site.write("briefings/quotes/2026/x.md", "---\n---\n")
    site.write("briefings/quotes/photos/x.jpg", "")
    assert site.hints() == ["briefings/quote:1:1 unread-folder", "briefings/quotes/2026:1:1 unread-folder"]
    assert next(p for p in site.problems() if p.id == "unread-folder").params["nearest"] == "quotes"


def test_pages_in_folders_below_docs_are_hinted_at(site):
    site.write("docs/guide/part/x.md", "# x")
    site.write("docs/guide/part/y.md", "# y")
    site.write("docs/plans/x.pdf", "")
    site.write("docs/_draft/x.md", "# x")
    assert site.errors() == []
    assert site.hints() == ["docs/guide:1:1 unread-pages"]


def test_a_folder_that_leads_back_to_itself_is_not_walked_for_ever(site):
    site.write("docs/guide/x.txt", "")
    (site.root / "docs/guide/again").symlink_to(site.root / "docs/guide")
    assert site.hints() == []


def test_a_definition_with_the_other_suffix_is_hinted_at(site):
    site.write("metrics/csat.yaml", "x: 1")
    assert site.hints() == ["metrics/csat.yaml:1:1 unread-file"]


def test_a_folder_named_like_a_file_is_no_file(site):
    (site.root / "briefings/quotes/folder.md").mkdir()
    (site.root / "metrics/folder.yml").mkdir()
    (site.root / "metrics/snapshots/2026-09.json").mkdir()
    assert site.errors() == [
        "briefings/quotes/folder.md:1:1 unreadable-file",
        "metrics/folder.yml:1:1 unreadable-file",
        "metrics/snapshots/2026-09.json:1:1 unreadable-file",
    ]


def test_links_that_loop_or_lead_nowhere_are_no_files(site):
    (site.root / "briefings/quotes/loop.md").symlink_to("loop.md")
    (site.root / "briefings/quotes/nowhere.md").symlink_to("missing.md")
    (site.root / "briefings/quotes/deep").symlink_to(site.root / "briefings")
    (site.root / "metrics/loop.yml").symlink_to("loop.yml")
    assert site.errors() == [
        "briefings/quotes/loop.md:1:1 unreadable-file",
        "briefings/quotes/nowhere.md:1:1 unreadable-file",
        "metrics/loop.yml:1:1 unreadable-file",
    ]


def test_a_link_that_leaves_the_project_is_not_followed(site, tmp_path):
    secret = tmp_path / "secret.md"
    secret.write_text("---\n---\nGeheim.\n")
    (site.root / "briefings/quotes/secret.md").symlink_to(secret)
    assert site.errors() == ["briefings/quotes/secret.md:1:1 outside-project"]


def test_a_folder_that_leaves_the_project_is_not_followed_either(site, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "secret.md").write_text("---\n---\nGeheim.\n")
    (site.root / "briefings/visits/bahnhof.md").unlink()
    (site.root / "briefings/visits").rmdir()
    (site.root / "briefings/visits").symlink_to(tmp_path / "elsewhere")
    assert site.errors() == ["briefings/visits:1:1 outside-project"]


def test_a_link_within_the_project_is_followed(site):
    (site.root / "briefings/quotes/again.md").symlink_to("fitter.md")
    assert site.errors() == []
    assert set(site.read().quotes) == {"again", "fitter"}


def test_a_pipe_is_not_waited_for(site):
    os.mkfifo(site.root / "briefings/quotes/pipe.md")
    assert site.errors() == ["briefings/quotes/pipe.md:1:1 unreadable-file"]


def test_a_file_in_place_of_a_folder_is_reported(site):
    site.write("briefings/visits/bahnhof.md", "---\n---\n").unlink()
    (site.root / "briefings/visits").rmdir()
    site.write("briefings/visits", "")
    assert site.errors() == ["briefings/visits:1:1 unreadable-file"]


def test_a_name_that_is_no_text_is_shown_printable(site):
    folder = os.fsencode(site.root / "briefings/quotes")
    with open(folder + b"/\xff\n.md", "wb") as file:  # noqa: PTH123  (a name in bytes)
        file.write(b"---\n---\n")
    assert site.errors() == ["briefings/quotes/??.md:1:1 bad-id"]


@pytest.mark.parametrize(
    ("text", "expected"), [("Größe 2.0", "groesse-2-0"), ("  Čas ", "cas"), ("漢字", ""), ("*", "*")]
)
def test_a_slug_is_made_of_what_ids_are_made_of(text, expected):
    assert slug(text) == expected
