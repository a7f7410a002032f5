"""Real publications, dropped into the folder of editions as they are: each mistake is found, none stops reading."""

from __future__ import annotations

import shutil
import tarfile
import time
from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from chefetage.checks import check_project
from chefetage.model.month import Month

if TYPE_CHECKING:
    from pathlib import Path

EDITIONS = "briefings/editions"
CORPORA = {"bitcoinops_newsletters_en": 420, "haskellweekly_newsletter": 538}
"""How many editions each holds."""


@pytest.fixture(params=CORPORA)
def publication(request, fixtures, tmp_path) -> list[Path]:
    """Return the files of one publication, in the order of their names."""
    with tarfile.open(fixtures / "corpora" / f"{request.param}.tar.xz") as archive:
        archive.extractall(tmp_path / "corpus", filter="data")
    files = sorted(file for file in (tmp_path / "corpus").rglob("*") if file.suffix in {".md", ".markdown"})
    assert len(files) == CORPORA[request.param]
    return files


def found_by_file(site) -> dict[str, list[str]]:
    """Read and check the site; return the errors by file, each with its line."""
    project, problems = site.run()
    found = defaultdict(list)
    for problem in [*problems, *check_project(project)]:
        if problem.severity == "error":
            found[problem.location.path].append(f"{problem.location.line} {problem.id}")
    return found


def test_editions_of_others_are_read_as_they_are(site, publication):
    for file in publication:
        shutil.copy(file, site.root / EDITIONS / f"{file.stem}.md")
    start = time.perf_counter()
    found = found_by_file(site)
    print(f"{1000 * (time.perf_counter() - start) / len(publication):.2f} ms a file")  # noqa: T201
    for file in publication:
        has_front_matter = file.read_text(encoding="utf-8").startswith("---\n")
        here = found[f"{EDITIONS}/{file.stem}.md"]
        if has_front_matter:
            assert "1 missing-field" in here
            assert "2 unknown-key" in here
        else:
            assert here == ["1 missing-front-matter"]


def test_editions_of_others_are_read_under_the_names_of_months(site, publication):
    first = Month(1980, 1)
    names = {str(first + index): file for index, file in enumerate(publication)}
    for name, file in names.items():
        shutil.copy(file, site.root / EDITIONS / f"{name}.md")
    found = found_by_file(site)
    assert {path for path in found if path.startswith(EDITIONS)} >= {f"{EDITIONS}/{name}.md" for name in names}
    assert list(site.read().editions) == ["2026-10"]


def test_the_words_of_others_make_good_editions(site, publication):
    """With our front matter in front of their words, everything is read, and the words are theirs."""
    first = Month(1980, 1)
    for index, file in enumerate(publication):
        text = file.read_text(encoding="utf-8")
        body = text.split("\n---\n", 1)[1] if text.startswith("---\n") else text
        month = first + index
        head = f"---\nmonth: {month}\nstatus: published\nowner: A\nheadline: B\nmessages: [C]\nasks: []\n---\n"
        site.write(f"{EDITIONS}/{month}.md", head + body)
    project, problems = site.run()
    found = {problem.id for problem in problems if problem.severity == "error"}
    assert found <= {"unwanted-character"}
    assert len(project.editions) > len(publication) * 0.95
    for edition in project.editions.values():
        lines = (site.root / edition.path).read_text(encoding="utf-8").split("\n")
        body = edition.body["de"]
        assert body.text.startswith(lines[body.start.line - 1])
