"""Which pages a proposal changes, told by a real repository."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from chefetage.cli import main

SOUND = Path(__file__).parent.parent / "content" / "sound"
EDITION = "briefings/editions/2026-10.md"


def git(folder, *arguments):
    identity = ("-c", "user.name=Jana", "-c", "user.email=jana@example.org")
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def site(tmp_path):
    """A small site in a repository with one commit."""
    root = tmp_path / "site"
    shutil.copytree(SOUND, root)
    git(root, "init", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-m", "Stand")
    return root


def changed(root, *options):
    command = ["changed", "--base", "main", "--root", str(root), "--today", "2026-11-21", *options]
    return CliRunner().invoke(main, command)


def replace(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_nothing_written_changes_no_page(site):
    done = changed(site)
    assert (done.exit_code, done.output) == (0, "Keine Seite ändert sich.\n")


def test_a_quote_changes_all_pages_that_show_it_in_every_language(site):
    replace(site / "briefings/quotes/fitter.md", "Ein Teil fehlte.", "Zwei Teile fehlten.")
    lines = changed(site).output.splitlines()
    addresses = [line.rpartition(", `")[2].rstrip("`") for line in lines[2:]]
    assert lines[0] == f"{len(addresses)} Seiten ändern sich:"
    assert {"de/quotes/index.html", "en/quotes/index.html", "de/editions/2026-10.html"} <= set(addresses)
    assert "de/method/index.html" not in addresses
    assert all(line.startswith("- geändert: ") for line in lines[2:])


def test_new_and_vanished_pages_are_called_that(site):
    (site / "docs" / "extra.md").write_text("---\ntitle: Mehr\n---\nText.\n", "utf-8")
    assert "- neu: Mehr, `de/extra.html`" in changed(site).output
    git(site, "add", "-A")
    git(site, "commit", "-m", "Mehr")
    (site / "docs" / "extra.md").unlink()
    assert "- entfällt: Mehr, `de/extra.html`" in changed(site).output


def test_a_renamed_page_has_moved(site):
    (site / "docs" / "extra.md").write_text("---\ntitle: Mehr\n---\nText.\n", "utf-8")
    git(site, "add", "-A")
    git(site, "commit", "-m", "Mehr")
    (site / "docs" / "extra.md").unlink()
    (site / "docs" / "more.md").write_text("---\ntitle: Mehr\nwas: [extra]\n---\nText.\n", "utf-8")
    told = changed(site).output
    assert "- umgezogen: Mehr, `de/extra.html`" in told
    assert "- neu: Mehr, `de/more.html`" in told


def test_drafts_count_and_are_called_drafts(site):
    replace(site / EDITION, "status: published", "status: draft")
    assert "(Entwurf), `de/editions/2026-10.html`" in changed(site).output


def test_a_site_below_the_repository_s_root_is_compared_with_itself(tmp_path):
    root = tmp_path / "company" / "site"
    shutil.copytree(SOUND, root)
    git(tmp_path / "company", "init", "-b", "main")
    git(tmp_path / "company", "add", "-A")
    git(tmp_path / "company", "commit", "-m", "Stand")
    assert changed(root).output == "Keine Seite ändert sich.\n"


def test_recordings_lie_outside_git_and_change_nothing(site):
    (site / ".gitignore").write_text("docs/media/\n")
    (site / "docs" / "media").mkdir()
    (site / "docs" / "media" / "anruf.mp3").write_bytes(b"Ton")
    assert changed(site).output == "Keine Seite ändert sich.\n"


def test_words_from_files_stay_words_in_the_summary(site, tmp_path, monkeypatch):
    (site / "docs" / "extra.md").write_text('---\ntitle: "[x](javascript:a) <b> @all"\n---\nText.\n', "utf-8")
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    done = changed(site, "--format", "github")
    assert (done.exit_code, done.output) == (0, "")
    assert r"- neu: x \<b\> \@all, `de/extra.html`" in summary.read_text("utf-8")


def test_without_a_summary_it_is_printed(site, monkeypatch):
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    assert changed(site, "--format", "github", "--lang", "en").output == "No page changes.\n"


@pytest.mark.parametrize("base", ["nowhere", "--help", "HEAD^1", "", "a\0b", "HEAD:briefings"])
def test_a_commit_that_git_does_not_know_is_said_to_be_one(site, base):
    done = CliRunner().invoke(main, ["changed", f"--base={base}", "--root", str(site)])
    assert done.exit_code == 2
    assert "findet git nicht" in done.output


def test_without_a_repository_it_says_so(tmp_path):
    shutil.copytree(SOUND, tmp_path / "site")
    done = changed(tmp_path / "site")
    assert done.exit_code == 2
    assert "findet git nicht" in done.output
