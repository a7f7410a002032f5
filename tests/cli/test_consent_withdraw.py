"""`chefetage consent withdraw`: one command, and what is left to do."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from chefetage.cli import main
from chefetage.content import writing
from chefetage.content.writing import write_files

SOUND = Path(__file__).parent.parent / "content" / "sound"
QUOTE = "briefings/quotes/fitter.md"
ENGLISH = "briefings/quotes/fitter.en.md"
EDITION = "briefings/editions/2026-10.md"
WORDS = "Der Monteur kam ohne das letzte Teil."


@pytest.fixture
def root(tmp_path):
    root = tmp_path / "site"
    shutil.copytree(SOUND, root)
    change(root, QUOTE, "Ein Teil fehlte.", WORDS)
    (root / ENGLISH).write_text("---\nwho: Customer\n---\nThe fitter came without the last part.\n", encoding="utf-8")
    return root


def change(root, path, old, new):
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")


def withdraw(root, *options, quote="fitter", code=0, today="2026-11-21"):
    done = CliRunner().invoke(main, ["consent", "withdraw", quote, "--root", str(root), "--today", today, *options])
    assert done.exit_code == code, done.output
    return done.output.replace("\xa0", " ")


def contents(root):
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file() and ".cache" not in path.parts}


def test_the_words_are_gone_in_every_language_and_the_check_is_content(root):
    said = withdraw(root, "--on", "2026-11-02")
    assert "briefings/quotes/fitter.md: Widerruf vom 2. November 2026 eingetragen" in said
    assert not (root / ENGLISH).exists()
    assert (root / QUOTE).read_text(encoding="utf-8") == (
        "---\nsaid_on: 2026-10-14\nchannel: survey\nmood: pain\nbasis:\n  consent:\n    reference: E-12\n"
        "    scope: [site, mail]\n    given: 2026-10-15\n    withdrawn: 2026-11-02\n    until: 2027-10-15\n"
        "metrics: [nps]\n---\n"
    )
    checked = CliRunner().invoke(main, ["check", "--root", str(root), "--today", "2026-11-21", "--all"])
    assert "fitter" not in checked.output
    assert checked.exit_code == 0


def test_the_pages_that_change_are_named_and_no_others(root):
    pages = [line.strip() for line in withdraw(root).splitlines() if line.startswith("  de/")]
    assert "de/editions/2026-10.html" in pages
    assert "de/quotes/index.html" in pages
    assert "de/glossary/index.html" not in pages


def test_sent_files_are_named_until_they_were_recalled(root):
    entry = "- {on: 2026-11-06, language: de, file: %s, to: Leitung, sha256: %s, quotes: [fitter]%s}\n"
    (root / "briefings/editions/2026-10.sent.yml").write_text(
        entry % ("a.pdf", "a" * 64, "") + entry % ("b.pdf", "b" * 64, ", recalled: 2026-11-21"), encoding="utf-8"
    )
    said = withdraw(root)
    assert "a.pdf, am 6. November 2026 an Leitung (briefings/editions/2026-10.sent.yml:1:3)" in said
    assert "b.pdf" not in said


def test_it_is_said_that_no_sent_file_is_known_and_that_git_remembers(root):
    said = withdraw(root, "--lang", "en")
    assert "No file with these words is noted as sent." in said
    assert "git filter-repo" in said


def test_sentences_that_stand_elsewhere_are_pointed_out_and_short_ones_are_not(root):
    change(
        root, EDITION, "Der Vorspann.", "Eine Kundin sagt:\n„der Monteur kam ohne das\nletzte Teil“. Ein Teil fehlte."
    )
    said = withdraw(root)
    assert f"{EDITION}:24:1" in said
    assert said.count(EDITION) == 1


def test_a_recording_in_the_store_is_pointed_out(root):
    change(root, QUOTE, "metrics: [nps]", f"metrics: [nps]\nmedia: {{key: anruf.m4a, sha256: {'a' * 64}}}")
    assert "anruf.m4a" in withdraw(root)


def test_a_second_time_changes_nothing_and_still_says_what_is_left_to_do(root):
    withdraw(root)
    before = contents(root)
    said = withdraw(root)
    assert "Nichts geändert." in said
    assert "git filter-repo" in said
    assert contents(root) == before


def test_a_quote_with_a_mistake_of_its_own_can_be_withdrawn(root):
    change(root, QUOTE, "channel: survey", "channel: telegram")
    withdraw(root)
    assert WORDS not in (root / QUOTE).read_text(encoding="utf-8")


def test_a_file_may_be_named_instead_of_its_id(root):
    withdraw(root, quote=QUOTE)
    assert WORDS not in (root / QUOTE).read_text(encoding="utf-8")


def test_an_unknown_quote_is_told_with_the_nearest(root):
    assert "„fiter“ gibt es nicht. Meinten Sie „fitter“?" in withdraw(root, quote="fiter", code=2)


def test_a_withdrawal_in_the_future_is_refused(root):
    before = contents(root)
    assert "22. November 2026 liegt in der Zukunft" in withdraw(root, "--on", "2026-11-22", code=2)
    assert contents(root) == before


def test_an_anonymised_quote_has_no_consent_to_withdraw(root):
    text = (root / QUOTE).read_text(encoding="utf-8")
    start, end = text.index("  consent:"), text.index("metrics:")
    basis = "  anonymised: {by: Anna Beispiel, on: 2026-10-20}\n"
    (root / QUOTE).write_text(text[:start] + basis + text[end:], encoding="utf-8")
    before = contents(root)
    assert "beruht auf Anonymisierung" in withdraw(root, code=1)
    assert contents(root) == before


@pytest.mark.parametrize("content", [b"\xff\xfe", b"---\nwho: &a x\nneed: *a\n---\n", b"Worte.\n"])
def test_a_file_that_cannot_be_changed_safely_is_left_with_the_way_to_do_it_by_hand(root, content):
    (root / QUOTE).write_bytes(content)
    before = contents(root)
    said = withdraw(root, "--on", "2026-11-02", code=1)
    assert "„withdrawn: 2026-11-02“" in said
    assert contents(root) == before


def test_a_link_that_leads_out_of_the_project_is_not_followed(root, tmp_path):
    outside = tmp_path / "outside.md"
    shutil.move(root / QUOTE, outside)
    (root / QUOTE).symlink_to(outside)
    withdraw(root, code=1)
    assert WORDS in outside.read_text(encoding="utf-8")


def test_if_one_file_cannot_be_removed_all_stay_as_they_were(root, monkeypatch):
    def remove(path):
        if path.name == "fitter.en.md":
            raise PermissionError(13, "Permission denied", str(path))
        path.unlink(missing_ok=True)

    monkeypatch.setattr(writing, "remove_file", remove)
    before = contents(root)
    assert "nichts wurde geändert" in withdraw(root, code=1)
    assert contents(root) == before


def test_files_are_changed_in_order_and_leave_no_drafts(tmp_path):
    first, second = tmp_path / "a", tmp_path / "b"
    first.write_bytes(b"old")
    second.write_bytes(b"old")
    write_files({first: b"", second: None})
    assert first.read_bytes() == b""
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_new_file_that_could_not_stay_alone_is_taken_back(tmp_path, monkeypatch):
    first, second = tmp_path / "new/a", tmp_path / "b"
    second.write_bytes(b"old")

    def remove(path):
        if path == second:
            raise PermissionError(13, "Permission denied", str(path))
        path.unlink(missing_ok=True)

    monkeypatch.setattr(writing, "remove_file", remove)
    with pytest.raises(PermissionError):
        write_files({first: "new", second: None})
    assert (first.exists(), second.read_bytes()) == (False, b"old")
