"""The catalogue of mistakes: each is found at its place, and nothing else is; each message says what to do."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner
from mistakes import ALL
from mistakes.elsewhere import ELSEWHERE
from mistakes.messages import TO_DO, flaws

from chefetage.cli import main
from chefetage.locales import available
from chefetage.locales.catalogue import catalogue
from chefetage.locales.problems import problem_ids

from .conftest import TODAY, place

ROOT = Path(__file__).parent.parent.parent
GAP = "missing-translation"
"""The sound site is written in one language and read in two, so that this is said of most of its files."""
FOUND = {each.split()[-1] for mistake in ALL for each in mistake.found}


def name(mistake) -> str:
    change = mistake.changes[0]
    new = change.new.decode("latin-1") if isinstance(change.new, bytes) else change.new
    ids = "+".join(dict.fromkeys(each.split()[-1] for each in mistake.found))
    return f"{ids} in {change.path}: {(new or 'removed')[:30]!r}"


def test_the_sound_site_lacks_translations_and_nothing_else(site):
    assert {problem.id for problem in site.findings()} == {GAP}


@pytest.mark.parametrize("mistake", ALL, ids=name)
def test_a_mistake_is_found_at_its_place_and_nothing_else_is(site, mistake):
    site.make(mistake)
    found = [problem for problem in site.findings() if problem.id != GAP]
    assert sorted({place(problem) for problem in found}) == mistake.places
    assert [flaw for problem in found for flaw in flaws(problem)] == []


@pytest.mark.parametrize("language", available())
@pytest.mark.parametrize("mistake", ALL[::50], ids=name)
def test_the_command_names_file_line_and_check_in_both_languages(site, mistake, language):
    site.make(mistake)
    options = ["--root", str(site.root), "--today", TODAY.isoformat(), "--lang", language, "--all"]
    done = CliRunner().invoke(main, ["check", *options])
    lines = done.output.splitlines()
    for found in mistake.places:
        where, *_, check_id = found.split()
        assert [line for line in lines if line.startswith(f"{where}: ") and line.endswith(f" [{check_id}]")]
    assert done.exit_code == (0 if all(" hint " in each for each in mistake.places) else 1)


def test_every_finding_is_in_the_catalogue_or_has_a_reason_and_a_test_elsewhere():
    assert sorted(problem_ids() - FOUND - {GAP}) == sorted(ELSEWHERE)
    for check_id, (reason, test) in ELSEWHERE.items():
        path, _, function = test.partition("::")
        text = (ROOT / path).read_text("utf-8")
        assert f"def {function}(" in text, reason
        assert check_id in text, reason


@pytest.mark.parametrize("language", available())
def test_every_message_says_what_to_do_or_what_is_possible(language):
    messages = {each: catalogue(language)[f"problems.{each}"] for each in problem_ids()}
    assert [each for each, message in sorted(messages.items()) if not TO_DO[language].search(message)] == []


@pytest.mark.parametrize("language", available())
def test_a_message_is_one_of_plain_sentences(language):
    for check_id in problem_ids():
        message = catalogue(language)[f"problems.{check_id}"]
        assert not re.search(r"  |!(?!\[)|\bbitte\b|\bplease\b|\bsorry\b|\bleider\b", message, re.IGNORECASE), message


def test_there_are_a_hundred_and_fifty_mistakes_at_least():
    assert len(ALL) >= 150


def test_no_mistake_is_told_twice():
    counts = Counter(mistake.changes for mistake in ALL)
    assert [changes for changes, count in counts.items() if count > 1] == []
