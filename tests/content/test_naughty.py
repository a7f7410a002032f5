"""Collections of input that breaks software: everything is read to the end, and what is wrong is said."""

from __future__ import annotations

import json
import shutil
import tarfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from chefetage.checks import check_project
from chefetage.content import read_project
from chefetage.locales.report import report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.problem import Problem

TODAY = date(2026, 11, 21)
QUOTE = "briefings/quotes/fitter.md"
HEAD = (Path(__file__).parent / "sound" / QUOTE).read_text(encoding="utf-8").partition("\n---\n")[0] + "\n---\n"


@pytest.fixture
def site(site):
    """A site with its settings and nothing else, so that thousands of runs take seconds."""
    for folder in ("briefings", "metrics", "docs"):
        shutil.rmtree(site.root / folder)
    return site


def errors(site, path: str) -> list[Problem]:
    """Read and check the site, say what is found, and return the errors in one file."""
    project, problems = read_project(site.root, TODAY)
    problems += check_project(project)
    for language in ("de", "en"):
        "\n".join(report(problems, language)).encode()
    return [p for p in problems if p.location.path == path and p.severity == "error"]


def members(archive: Path) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(archive) as opened:
        for member in opened:
            file = opened.extractfile(member) if member.isfile() else None
            if file is not None:
                yield member.name, file.read()


def yaml_suite(fixtures: Path) -> Iterator[tuple[str, str]]:
    """Yield name and text; the suite writes spaces, tabs and line ends as marks."""
    marks = str.maketrans({"␣": " ", "»": "\t", "—": "", "←": "\r", "⇔": "\ufeff", "↵": ""})
    for name, data in members(fixtures / "naughty/yaml-test-suite/yaml-test-suite_src.tar.gz"):
        if name.endswith(".yaml"):
            for index, case in enumerate(yaml.safe_load(data)):
                if "yaml" in case:
                    yield f"{name}-{index}", case["yaml"].translate(marks).replace("∎\n", "")


def test_every_text_of_the_yaml_test_suite_ends_as_front_matter(site, fixtures):
    count = 0
    for name, text in yaml_suite(fixtures):
        site.write(QUOTE, f"---\n{text}\n---\nText.\n")
        assert errors(site, QUOTE), name
        count += 1
    assert count > 350


def test_every_text_of_the_yaml_test_suite_ends_as_a_definition(site, fixtures):
    for name, text in yaml_suite(fixtures):
        site.write("docs/glossary.yml", text)
        site.write("metrics/solved.yml", text)
        assert errors(site, "metrics/solved.yml"), name


@pytest.mark.parametrize(
    "path",
    [
        "metrics/sources.yml",
        "metrics/segments.yml",
        "metrics/events.yml",
        "metrics/core.yml",
        "metrics/worth.yml",
        "brand.yml",
    ],
)
def test_every_text_of_the_yaml_test_suite_ends_where_metrics_are_described(site, fixtures, path):
    for _, text in yaml_suite(fixtures):
        site.write(path, text)
        errors(site, path)


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(20)
)


@pytest.mark.parametrize(
    "path", ["metrics/sources.yml", "metrics/segments.yml", "metrics/core.yml", "metrics/nps.yml", QUOTE]
)
@pytest.mark.parametrize("text", [BOMB, "[" * 5000, "a: " * 500, "&a [*a]", "? " * 3000])
def test_a_document_that_grows_without_end_is_refused(site, path, text):
    site.write(path, f"---\n{text}\n---\nText.\n" if path == QUOTE else text)
    assert errors(site, path)


def json_suite(fixtures: Path) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes; names begin with y for what is JSON, n for what is not, i for what may be."""
    for name, data in members(fixtures / "naughty/json/JSONTestSuite.tar.gz"):
        if name.endswith(".json"):
            yield name.rpartition("/")[2], data


def test_every_text_of_the_json_test_suite_ends_as_a_snapshot(site, fixtures):
    path, count = "metrics/snapshots/2026-10.json", 0
    for name, data in json_suite(fixtures):
        site.write(path, data)
        found = {problem.id for problem in errors(site, path)}
        assert found, name
        if name.startswith("n_"):
            assert found & {"invalid-json", "not-utf-8", "empty-file", "unwanted-character"}, name
        if name.startswith("y_"):
            assert "invalid-json" not in found, name
        count += 1
    assert count > 300


def naughty_strings(fixtures: Path) -> list[str]:
    strings: list[str] = json.loads((fixtures / "naughty/blns/blns.json").read_text(encoding="utf-8"))
    assert len(strings) > 500
    return strings


ASK = "briefings/asks/store.md"
ASK_HEAD = "---\n{what}\nto: Vorstand\ndue: 2026-11-27\nstatus: open\n---\n"


def test_every_naughty_string_is_kept_when_it_is_quoted(site, fixtures):
    for string in naughty_strings(fixtures):
        what = yaml.safe_dump({"what": string}, allow_unicode=True, width=10_000).rstrip("\n")
        site.write(ASK, ASK_HEAD.format(what=what))
        found = {problem.id for problem in errors(site, ASK)}
        if found:
            assert found <= {"unwanted-character", "empty-value", "mixed-alphabet"}, string
        else:
            assert site.read().asks["store"].what["de"] == string


def test_every_naughty_string_ends_when_it_is_not_quoted(site, fixtures):
    for string in naughty_strings(fixtures):
        site.write(ASK, ASK_HEAD.format(what=f"what: {string}") + string)
        if not errors(site, ASK):
            assert site.read().asks["store"].what["de"] in string


def test_every_unicode_file_ends_as_a_body(site, fixtures):
    for file in sorted((fixtures / "naughty/unicode").iterdir()):
        site.write(QUOTE, HEAD.encode() + file.read_bytes())
        found = [problem.id for problem in errors(site, QUOTE) if problem.id != "unknown-reference"]
        assert set(found) <= {"unwanted-character", "not-utf-8"}
        assert len(found) <= 10


@pytest.mark.parametrize("name", ["xss/payloadbox_xss-payload-list.txt", "commonmark/spec.txt"])
def test_hostile_words_are_words(site, fixtures, name):
    site.write(QUOTE, HEAD.encode() + (fixtures / "naughty" / name).read_bytes())
    found = {problem.id for problem in errors(site, QUOTE)}
    assert found <= {"unwanted-character", "unknown-reference", "private-mail", "mixed-alphabet", "missing-alt"}
