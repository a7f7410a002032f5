"""How many hints a desk is told at once, and which."""

from __future__ import annotations

from datetime import date

import pytest
from click.testing import CliRunner

from chefetage.build import assemble
from chefetage.checks.budget import MOST, within_budget
from chefetage.checks.ranking import RANKING
from chefetage.cli import main
from chefetage.content import read_project
from chefetage.locales import available, speak
from chefetage.model.location import Location
from chefetage.model.problem import Problem, Severity

TODAY = date(2026, 11, 21)
EDITION = "briefings/editions/2026-10.md"
QUOTE = "briefings/quotes/fitter.md"
LAST = RANKING[-1]
FIRST = RANKING[0]


def hint(path: str, check_id: str = LAST, line: int = 1, **params: object) -> Problem:
    return Problem(Location(path, line), Severity.HINT, check_id, params)


@pytest.fixture
def project(site):
    site.write("briefings/editions/2026-09.md", (site.root / EDITION).read_text().replace("2026-10", "2026-09", 1))
    site.replace("briefings/editions/2026-09.md", "quotes: [fitter]", "quotes: [old, fitter]")
    site.write("briefings/quotes/old.md", (site.root / QUOTE).read_text())
    site.write("briefings/quotes/alone.md", (site.root / QUOTE).read_text())
    site.write("briefings/quotes/inside.md", (site.root / QUOTE).read_text())
    site.replace(EDITION, "Der Vorspann.", "Der Vorspann.\n\n```quote\ninside\n```")
    return read_project(site.root, TODAY)[0]


def test_an_edition_gets_three_hints_and_the_rest_is_counted(project):
    told = within_budget([hint(EDITION, line=line) for line in range(1, 8)], project)
    assert (len(told.problems), told.held_back) == (MOST, 4)


def test_the_most_useful_come_first(project):
    told = within_budget([*(hint(EDITION, line=line) for line in range(1, 4)), hint(EDITION, FIRST, 9)], project)
    assert FIRST in {problem.id for problem in told.problems}
    assert told.held_back == 1


@pytest.mark.parametrize("path", [QUOTE, QUOTE.replace(".md", ".en.md"), "briefings/quotes/inside.md"])
def test_hints_of_items_count_for_the_newest_edition_that_shows_them(project, path):
    told = within_budget([*(hint(EDITION, FIRST, line) for line in (1, 2, 3)), hint(path)], project)
    assert (len(told.problems), told.held_back) == (3, 1)


def test_each_edition_has_its_own_three_and_what_none_shows_shares_three_more(project):
    paths = (EDITION, "briefings/quotes/old.md", "briefings/quotes/alone.md")
    told = within_budget([hint(path, line=line) for path in paths for line in range(1, 6)], project)
    assert (len(told.problems), told.held_back) == (9, 6)


def test_what_a_translation_repeats_comes_after_everything_else(project):
    english = EDITION.replace(".md", ".en.md")
    hints = [hint(english, FIRST), hint(EDITION, FIRST), hint(EDITION, line=2), hint(EDITION, line=3)]
    told = within_budget(hints, project)
    assert {problem.location.path for problem in told.problems} == {EDITION}
    assert {problem.location.path for problem in within_budget(hints[:1], project).problems} == {english}


def test_errors_and_rights_are_always_told_and_count_for_nothing(project):
    errors = [Problem(Location(EDITION, line), Severity.ERROR, "missing-logo", {}) for line in range(1, 9)]
    rights = [hint(EDITION, "expired-consent", line) for line in range(1, 9)]
    hints = [hint(EDITION, line=line) for line in range(1, 4)]
    told = within_budget([*errors, *rights, *hints], project)
    assert (len(told.problems), told.held_back) == (19, 0)


def test_a_closed_edition_gets_no_advice_on_its_words_nor_do_its_quotes(site):
    site.replace(EDITION, "status: published", "status: closed")
    site.replace(EDITION, "- Ein Teil fehlt.", "- " + "Wort " * 21)
    project, _ = read_project(site.root, TODAY)
    hints = [hint(path, each) for path in (EDITION, QUOTE) for each in ("long-message", "small-team")]
    hints += [late(EDITION), late(QUOTE, "stale-translation")]
    assert [problem.id for problem in within_budget(hints, project).problems] == ["small-team"] * 2
    assert "long-message" not in {problem.id for problem in assemble(site.root, TODAY).problems}


def late(path: str, check_id: str = "missing-translation") -> Problem:
    return hint(path, check_id, language="en", **({"field": "who"} if check_id.startswith("inc") else {}))


@pytest.mark.parametrize(
    ("ids", "expected"),
    [
        (["missing-translation", "incomplete-translation"], "missing-translations"),
        (["stale-translation", "stale-translation"], "stale-translations"),
        (["missing-translation", "stale-translation"], "late-translations"),
    ],
)
def test_translations_of_an_edition_are_told_in_one_at_the_file_that_matters_most(project, ids, expected):
    told = within_budget([late(QUOTE, ids[0]), late(EDITION, ids[1])], project)
    assert [(problem.id, problem.location.path) for problem in told.problems] == [(expected, EDITION)]
    assert told.problems[0].params["count"] == 2
    for language in available():
        assert EDITION in speak(language).problem(told.problems[0])
    assert "Englisch" in speak("de").problem(told.problems[0])


def test_one_late_translation_is_told_as_it_is(project):
    assert within_budget([late(EDITION)], project).problems == [late(EDITION)]


def test_each_edition_tells_its_own_translations(project):
    told = within_budget([late(path) for path in (EDITION, QUOTE, "briefings/quotes/old.md")], project)
    assert sorted(problem.id for problem in told.problems) == ["missing-translation", "missing-translations"]


def test_what_is_switched_off_is_not_told_in_one_either(site):
    site.write("checks.yml", "hints: {off: {missing-translation: Englisch kommt im Mai.}}\n")
    project, _ = read_project(site.root, TODAY)
    assert within_budget([late(EDITION), late(QUOTE)], project).problems == []
    site.write("checks.yml", "hints: {off: {missing-translations: Englisch kommt im Mai.}}\n")
    project, _ = read_project(site.root, TODAY)
    assert within_budget([late(EDITION), late(QUOTE)], project).problems == []


def test_the_command_says_how_many_are_left_and_tells_all_to_whoever_asks(site):
    for number in range(6):
        site.write(f"docs/page-{number}.md", f"---\ntitle: {number}\n---\nText.\n")
        site.write(f"docs/table-{number}.xlsx", "x")
    command = ["check", "--root", str(site.root), "--today", "2026-11-21"]
    few = CliRunner().invoke(main, command)
    assert few.output.splitlines()[-1].endswith("weitere Hinweise; mit „--all“ sehen Sie alle.")
    every = CliRunner().invoke(main, [*command, "--all"])
    assert "--all" not in every.output
    assert every.output.count("[unpublished-file]") == 6
    left = int(few.output.splitlines()[-1].split()[0])
    assert left > 3
