"""The figures of docs/simulation.md: a few of the trials again, and the same within what chance leaves."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from simulate import COVERAGE_HEAD, EDITIONS_HEAD, PAGES, TRIALS, with_table
from simulated_coverage import CASES, covered
from simulated_editions import METRICS, YEARS, year_of_editions

AGAIN = 400
YEARS_AGAIN = 40
FAR = 4.5
"""Standard errors; with some eighty comparisons even three would be passed now and then."""


def table(language: str, head: str) -> list[list[str]]:
    """The cells of a page's table, its head left out."""
    text = Path(PAGES[language]).read_text(encoding="utf-8")
    rows = text[text.index(head) + len(head) :].strip().partition("\n\n")[0].splitlines()
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


def number(cell: str) -> float | None:
    """A cell of either language; a share from 0 to 1."""
    if cell == "–":
        return None
    value = float(cell.rstrip("%").strip().replace(",", "."))
    return value / 100 if cell.endswith("%") else value


def is_near(found: float, documented: float, trials: int, all_trials: int) -> bool:
    likely = min(max(documented, 0.02), 0.98)
    error = math.sqrt(likely * (1 - likely) * (1 / trials + 1 / all_trials))
    return abs(found - documented) <= FAR * error + 0.0005


@pytest.mark.parametrize("place", range(len(CASES)), ids=[f"{case.names['en']} ({case.n})" for case in CASES])
def test_the_documented_coverage_is_what_comes_out(place):
    case = CASES[place]
    row = table("de", COVERAGE_HEAD["de"])[place]
    assert row[:2] == [case.names["de"], f"{case.n:,}".replace(",", ".")]
    for found, cell in zip(covered(case, AGAIN), row[2:], strict=True):
        documented = number(cell)
        assert (found is None) == (documented is None)
        assert documented is None or is_near(found, documented, AGAIN, TRIALS)


def test_the_documented_year_of_editions_is_what_comes_out():
    rows = [[number(cell) for cell in row[1:]] for row in table("de", EDITIONS_HEAD["de"])]
    quiet, shifted = year_of_editions(0.0, YEARS_AGAIN), year_of_editions(5.0, YEARS_AGAIN)
    for way in range(3):
        reports, quiet_years, first, sixth, twelfth, declines = (row[way] for row in rows)
        assert quiet[way].reports == pytest.approx(reports, abs=1.5)
        assert shifted[way].declines == pytest.approx(declines, abs=1.5)
        assert is_near(quiet[way].quiet_years, quiet_years, YEARS_AGAIN, YEARS)
        for edition, documented in ((0, first), (5, sixth), (11, twelfth)):
            # Two scores and two shares move alike, so that years count and not metrics alone.
            assert is_near(shifted[way].rises[edition], documented, METRICS * YEARS_AGAIN, METRICS * YEARS)


@pytest.mark.parametrize("heads", [COVERAGE_HEAD, EDITIONS_HEAD], ids=["coverage", "editions"])
def test_both_languages_show_the_same_figures(heads):
    german, english = (
        [[number(cell) for cell in row[2:]] for row in table(each, heads[each])] for each in ("de", "en")
    )
    assert german == english


def test_a_new_table_takes_the_place_of_the_old_one():
    page = "before\n\n| a |\n|---|\n| 1 |\n\nafter\n"
    assert with_table(page, "| a |\n|---|\n| 2 |") == "before\n\n| a |\n|---|\n| 2 |\n\nafter\n"
