"""Exports that git keeps."""

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from chefetage.content import tracked
from chefetage.content.findings import Findings
from chefetage.content.project import read_project
from chefetage.locales import available, speak

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def found(root: Path):
    findings = Findings()
    tracked.note_tracked(root, findings)
    return findings.problems


@pytest.fixture
def repository(tmp_path, monkeypatch):
    """A repository whose site lies in a folder of it, with a tracked export and an ignored one."""
    for variable in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(variable, raising=False)
    exports = tmp_path / "site" / "metrics" / "exports"
    exports.mkdir(parents=True)
    for name in ("2026-10.csv", "Umfrage Süd.csv", ".gitkeep", "ignored.csv"):
        (exports / name).write_text("Score\n9\n")
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    kept = [str(exports / name) for name in ("2026-10.csv", "Umfrage Süd.csv", ".gitkeep")]
    subprocess.run(["git", "-C", str(tmp_path), "add", "--", *kept], check=True)
    return tmp_path / "site"


@needs_git
def test_a_tracked_export_is_an_error_and_an_ignored_one_is_not(repository):
    assert [(str(problem.location), problem.id, problem.severity) for problem in found(repository)] == [
        ("metrics/exports/2026-10.csv:1:1", "tracked-export", "error"),
        ("metrics/exports/Umfrage Süd.csv:1:1", "tracked-export", "error"),
    ]


@needs_git
def test_a_tracked_recording_is_an_error_too(repository):
    recordings = repository / "docs" / "media"
    recordings.mkdir(parents=True)
    (recordings / "anruf.m4a").write_bytes(b"Ton")
    subprocess.run(["git", "-C", str(repository), "add", "--", "docs/media/anruf.m4a"], check=True)
    (problem,) = [problem for problem in found(repository) if problem.id == "tracked-recording"]
    assert str(problem.location) == "docs/media/anruf.m4a:1:1"
    assert problem.params["command"] == "git rm --cached docs/media/anruf.m4a"


@needs_git
def test_the_remedy_can_be_typed_as_it_stands(repository):
    for language in available():
        said = [speak(language).problem(problem) for problem in found(repository)]
        assert "git rm --cached metrics/exports/2026-10.csv" in said[0]
        assert "git rm --cached 'metrics/exports/Umfrage Süd.csv'" in said[1]


@needs_git
def test_a_site_is_read_with_its_tracked_exports(repository):
    _, problems = read_project(repository, date(2026, 11, 3))
    assert sum(problem.id == "tracked-export" for problem in problems) == 2


def test_without_a_repository_git_is_not_even_asked(tmp_path, monkeypatch):
    monkeypatch.setattr(tracked.shutil, "which", lambda _: "/bin/git")
    monkeypatch.setattr(Path, "exists", lambda _: False)
    monkeypatch.setattr(tracked.subprocess, "run", lambda *_, **__: pytest.fail("git was asked"))
    assert found(tmp_path) == []


@pytest.mark.parametrize(
    "failure",
    [
        FileNotFoundError("git"),
        subprocess.TimeoutExpired("git", 5),
        subprocess.CalledProcessError(128, "git"),
    ],
)
def test_a_git_that_does_not_answer_is_passed_over(tmp_path, monkeypatch, failure):
    def fail(*_, **__):
        raise failure

    (tmp_path / ".git").mkdir()
    monkeypatch.setattr(tracked.shutil, "which", lambda _: "/bin/git")
    monkeypatch.setattr(tracked.subprocess, "run", fail)
    assert found(tmp_path) == []


def test_without_git_nothing_is_said(tmp_path, monkeypatch):
    (tmp_path / ".git").mkdir()
    monkeypatch.setattr(tracked.shutil, "which", lambda _: None)
    assert found(tmp_path) == []
