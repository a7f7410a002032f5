"""Findings for programs and for pull requests."""

from __future__ import annotations

import json
import re

import pytest
from click.testing import CliRunner

from chefetage.checks.budget import Told
from chefetage.cli import main
from chefetage.cli.check_formats import ANNOTATIONS, as_annotations, as_json, as_summary
from chefetage.cli.summary import ROWS
from chefetage.locales import speak
from chefetage.model.location import Location
from chefetage.model.problem import Problem, Severity

HOSTILE = "100 % | `x` <script>alert(1)</script>\n::error::evil, [a](javascript:b) @all"


def finding(found: str = "nps", path: str = "briefings/asks/a.md", severity: Severity = Severity.ERROR) -> Problem:
    return Problem(Location(path, 3, 5), severity, "missing-logo", {"found": found})


@pytest.mark.parametrize("language", ["de", "en"])
def test_json_says_what_the_terminal_says(language):
    locale = speak(language)
    told = json.loads(as_json(Told([finding(), finding(severity=Severity.HINT)], 2), locale))
    assert (told["errors"], told["hints"], told["held_back"]) == (1, 1, 2)
    assert told["findings"][0] == {
        "check": "missing-logo", "severity": "error", "file": "briefings/asks/a.md", "line": 3, "column": 5,
        "message": locale.problem(finding()),
    }  # fmt: skip


def test_no_finding_is_an_empty_list_and_an_empty_table_says_so():
    assert json.loads(as_json(Told([]), speak("de"))) == {"errors": 0, "hints": 0, "held_back": 0, "findings": []}
    assert as_summary(Told([]), speak("de")) == "Nichts gefunden, alles in Ordnung.\n"
    assert as_annotations([], speak("de")) == []


def test_an_annotation_names_file_line_column_and_check():
    (line,) = as_annotations([finding()], speak("de"))
    start = "::error file=briefings/asks/a.md,line=3,col=5,title=Fehler [missing-logo]::"
    assert line == start + speak("de").problem(finding())


def test_a_hint_is_a_notice():
    (line,) = as_annotations([finding(severity=Severity.HINT)], speak("en"))
    assert line.startswith("::notice ")


def test_words_from_files_start_no_command_of_their_own():
    (line,) = as_annotations([finding(HOSTILE, "docs/a,b:c\n::error::.md")], speak("en"))
    assert "\n" not in line
    assert line.split("::")[1].startswith("error file=docs/a%2Cb%3Ac%0A%3A%3Aerror%3A%3A.md,line=3,")
    assert "100 %25 |" in line


def test_words_from_files_stay_words_in_the_summary():
    text = as_summary(Told([finding(HOSTILE)]), speak("en"))
    rows = text.splitlines()
    assert len(rows) == 3
    assert len(re.findall(r"(?<!\\)\|", rows[2])) == 4
    assert "<script" not in text.replace("\\<script", "")
    assert "](" not in text


def test_github_gets_ten_annotations_and_the_summary_all_up_to_its_limit():
    many = [finding(str(number)) for number in range(ROWS + 20)]
    assert len(as_annotations(many, speak("de"))) == ANNOTATIONS
    text = as_summary(Told(many, 17), speak("de"))
    assert text.count("missing-logo") == ROWS
    assert "Weitere 20 Befunde" in text
    assert text.endswith("17 weitere Hinweise; mit „--all“ sehen Sie alle.\n")


@pytest.fixture
def project(tmp_path):
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nextra: {chefetage: {languages: [de]}}\n")
    (tmp_path / "brand.yml").write_text("company: [\n")
    return tmp_path


def test_the_command_writes_the_summary_where_github_wants_it(project, monkeypatch, tmp_path):
    summary = tmp_path / "summary.md"
    summary.write_text("before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    done = CliRunner().invoke(main, ["check", "--root", str(project), "--format", "github"])
    assert done.exit_code == 1
    assert done.output.startswith("::error file=brand.yml,line=")
    assert summary.read_text("utf-8").startswith(
        "before\n| Wie wichtig | Wo | Was zu tun ist |\n|---|---|---|\n| Fehler | `brand.yml:"
    )


def test_without_a_summary_all_is_printed(project, monkeypatch):
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    done = CliRunner().invoke(main, ["check", "--root", str(project), "--format", "github", "--lang", "en"])
    assert re.search(r"^brand\.yml:\d+:\d+: error: ", done.output, re.MULTILINE)


def test_the_command_prints_json_and_nothing_else(project):
    done = CliRunner().invoke(main, ["check", "--root", str(project), "--format", "json"])
    assert done.exit_code == 1
    assert json.loads(done.output)["findings"][0]["file"] == "brand.yml"
