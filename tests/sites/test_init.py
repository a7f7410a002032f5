"""A new site builds at once, without an error, and says that it is an example."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from importlib import import_module

import pytest
import yaml
from click.testing import CliRunner

from chefetage.build import assemble
from chefetage.cli import main
from chefetage.content import read_project
from chefetage.locales import available
from chefetage.model.base import pick
from chefetage.model.problem import Severity
from chefetage.sites.create import create
from chefetage.sites.packed import in_languages

from .conftest import TODAY, run, wishes

SITES = [("de", "en"), ("en", "de"), ("de",), ("en",)]


@pytest.mark.parametrize("languages", SITES, ids="-".join)
def test_a_new_site_has_no_error_and_at_most_three_hints(tmp_path, languages):
    create(tmp_path / "site", wishes(*languages), TODAY)
    problems = assemble(tmp_path / "site", TODAY, drafts=True).problems
    assert [str(problem) for problem in problems if problem.severity is Severity.ERROR] == []
    assert len(problems) <= 3


@pytest.mark.parametrize("languages", SITES, ids="-".join)
def test_every_kind_has_an_example_in_every_language_and_none_is_stale(tmp_path, languages):
    create(tmp_path / "site", wishes(*languages), TODAY)
    project, _ = read_project(tmp_path / "site", TODAY)
    kinds = [
        project.editions, project.quotes, project.stories, project.studies, project.asks, project.measures,
        project.praises, project.visits, project.arguments, project.standing,
    ]  # fmt: skip
    assert all(kinds)
    for kind in kinds:
        for item in kind.values():
            assert item.stale == frozenset()
            if item.body:
                assert set(item.body) == set(languages)
    assert project.settings.languages == languages


def test_a_new_site_is_built_by_mkdocs_as_it_stands(fresh, tmp_path):
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", tmp_path / "built"], cwd=fresh,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert built.returncode == 0, built.stderr
    home = (tmp_path / "built/de/index.html").read_text("utf-8")
    assert "Müller: Söhne &amp; Co. #1" in home
    assert "Alles darauf ist erfunden" in home
    metric = (tmp_path / "built/en/metrics/nps.html").read_text("utf-8")
    assert "recommend Müller: Söhne &amp; Co. #1 to friends" in metric
    assert "github.com/mueller/briefings/edit/main/briefings/editions/2026-10.md" in home


def test_nothing_in_a_new_site_speaks_of_the_demonstration(fresh):
    for path in fresh.rglob("*"):
        if path.is_file() and ".cache" not in path.parts:
            assert not re.search("lindenried|küche|kitchen", path.read_text("utf-8"), re.IGNORECASE), path


def test_examples_tell_those_who_replace_them_what_to_write(fresh):
    for path in fresh.glob("briefings/*/*.md"):
        if not path.stem.endswith(".en"):
            assert path.read_text("utf-8").startswith("---\n# "), path


def test_guidance_speaks_the_language_of_those_who_edit(tmp_path):
    create(tmp_path / "site", wishes("en", "de"), TODAY)
    assert "# One edition a month" in (tmp_path / "site/briefings/editions/2026-10.md").read_text("utf-8")
    assert (tmp_path / "site/briefings/quotes/example.de.md").exists()


def test_a_site_in_one_language_holds_no_words_in_another(tmp_path):
    create(tmp_path / "site", wishes("en"), TODAY)
    terms = yaml.safe_load((tmp_path / "site/docs/glossary.yml").read_text("utf-8"))
    assert {language for term in terms.values() for language in term["explain"]} == {"en"}
    assert not list((tmp_path / "site").rglob("*.de.md"))


def test_words_in_other_languages_are_left_out_whatever_is_indented_below_them():
    text = "nps:\n  term:\n    de: Zahl\n    en: >-\n      Figure\n\n      of\n  abbr: NPS\n"
    assert in_languages(text, ("de",)) == "nps:\n  term:\n    de: Zahl\n  abbr: NPS\n"
    assert yaml.safe_load(in_languages(text, ("en",)))["nps"]["term"] == {"en": "Figure\nof"}


def test_the_package_is_pinned_and_the_hook_is_one_line(fresh):
    assert re.search(r"^chefetage==\d", (fresh / "requirements.txt").read_text("utf-8"), re.MULTILINE)
    assert (fresh / "hooks/mkdocs_hooks.py").read_text("utf-8") == "from chefetage.mkdocs_events import *\n"


def test_the_answers_of_customers_are_ignored_by_git(fresh):
    assert "/metrics/exports/" in (fresh / ".gitignore").read_text("utf-8").splitlines()


def test_schemas_speak_the_languages_of_the_site(tmp_path):
    create(tmp_path / "site", wishes("en"), TODAY)
    schema = json.loads((tmp_path / "site/schemas/metric.schema.json").read_text("utf-8"))
    assert set(schema["properties"]["name"]["properties"]) == {"en"}


def test_the_command_takes_everything_as_options_and_says_what_comes_next(tmp_path):
    made = run("init", tmp_path / "neu", "--company", "Beispiel AG", "--languages", "de", "--colour", "#FFCC00")
    assert made.exit_code == 0, made.output
    assert re.findall(r"^\d\. ", made.output, re.MULTILINE) == ["1. ", "2. ", "3. "]
    assert "#ffcc00 ist auf weißem Grund schwer zu lesen" in made.output
    assert run("check", "--root", tmp_path / "neu").exit_code == 0


def test_nobody_is_asked_where_nobody_can_answer(tmp_path):
    made = run("init", tmp_path / "neu", "--lang", "de")
    assert made.exit_code == 2
    assert "Der Name der Firma fehlt" in made.output
    assert not (tmp_path / "neu").exists()


def test_somebody_who_is_there_is_asked_until_the_answer_can_be_taken(tmp_path, monkeypatch):
    monkeypatch.setattr(import_module("chefetage.cli.init"), "_somebody_is_there", lambda: True)
    answers = "Beispiel AG\n\nde,fr\nde\nblau\n#1e4fa3\n\n\n\n"
    made = CliRunner().invoke(main, ["init", str(tmp_path / "neu"), "--lang", "de"], input=answers)
    assert made.exit_code == 0, made.output
    assert "„fr“ geht als Sprache nicht" in made.output
    assert "„blau“ ist keine Farbe" in made.output
    brand = yaml.safe_load((tmp_path / "neu/brand.yml").read_text("utf-8"))
    assert (brand["company"], brand["short"], brand["colour"]) == ("Beispiel AG", "Beispiel AG", "#1e4fa3")


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--languages", "de,de", "„de“ geht als Sprache nicht"),
        ("--languages", "", "„“ geht als Sprache nicht"),
        ("--colour", "1e4fa3", "„1e4fa3“ ist keine Farbe"),
        ("--mail", "cx", "„cx“ ist keine Mailadresse"),
        ("--repository", "https://github.com/a/b", "ist kein Ort auf GitHub"),
        ("--timezone", "Europe/Berln", "Meinten Sie „Europe/Berlin“?"),
    ],
)
def test_an_answer_that_cannot_be_taken_is_told_with_what_to_write(tmp_path, option, value, said):
    made = run("init", tmp_path / "neu", "--lang", "de", "--company", "X", option, value)
    assert made.exit_code == 2
    assert said in made.output
    assert not (tmp_path / "neu").exists()


def test_a_folder_that_holds_something_is_refused_with_its_name(tmp_path):
    (tmp_path / "thesis.docx").write_text("x")
    made = run("init", tmp_path, "--company", "X", "--lang", "en")
    assert made.exit_code == 1
    assert "thesis.docx" in made.output
    assert sorted(path.name for path in tmp_path.iterdir()) == ["thesis.docx"]


def test_a_fresh_clone_is_taken_and_what_it_holds_stays_unless_github_wrote_it(tmp_path):
    (tmp_path / ".git").mkdir()
    (tmp_path / "LICENSE").write_text("Ours\n")
    (tmp_path / "README.md").write_text("# briefings\n")
    (tmp_path / ".gitignore").write_text("*.tmp\n")
    made = run("init", tmp_path, "--company", "X", "--lang", "en")
    assert made.exit_code == 0
    assert (tmp_path / "LICENSE").read_text() == "Ours\n"
    assert "chefetage doctor" in (tmp_path / "README.md").read_text("utf-8")
    assert (tmp_path / ".gitignore").read_text() == "*.tmp\n"
    assert "stays: .gitignore" in made.output


def test_a_folder_that_cannot_be_written_is_told_in_words(tmp_path):
    (tmp_path / "file").write_text("x")
    made = run("init", tmp_path / "file" / "neu", "--company", "X", "--lang", "de")
    assert made.exit_code == 1
    assert "lässt sich nicht schreiben" in made.output


@pytest.mark.parametrize("language", available())
def test_the_notice_is_there_in_every_language_until_somebody_deletes_it(tmp_path, language):
    create(tmp_path / "site", wishes(language), TODAY)
    project, _ = read_project(tmp_path / "site", TODAY)
    assert pick(project.brand.notice, language).language == language
