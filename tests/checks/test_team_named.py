"""Who is praised in a small team cannot be singled out by the team's name."""

from __future__ import annotations

import pytest

PRAISE = "briefings/praise/planners.md"
EDITION = "briefings/editions/2026-10.md"


@pytest.fixture
def small(site):
    """The sound site with a team of four."""
    site.replace(PRAISE, "people: 12", "people: 4")
    assert site.found() == [f"{PRAISE}:3:1 hint small-team"]
    return site


def errors(site):
    return [each for each in site.found() if " error " in each]


@pytest.mark.parametrize(
    ("path", "old", "new", "place"),
    [
        (PRAISE, "Danke!", "Danke!\n\nLiebe planung\nNord, das war gut.", "9:7"),
        (PRAISE, "what: Alle", "what: Planung Nord sah alle", "4:1"),
        (EDITION, "Ein Teil fehlt.", "Dank an die Planung Nord.", "7:3"),
        (EDITION, "Der Vorspann.", "Von der Planung  Nord.", "24:9"),
        (EDITION, "  nps: Etwas besser.", "  nps: Planung Nord", "17:3"),
    ],
)
def test_a_small_teams_name_is_found_wherever_readers_would_see_it(small, path, old, new, place):
    small.replace(path, old, new)
    assert errors(small) == [f"{path}:{place} error small-team-named"]


def test_a_name_counts_in_every_language_of_the_praise(small):
    small.write(
        "briefings/praise/planners.en.md", "---\nteam: Planners North\nwhat: All plans were right.\n---\nThanks!\n"
    )
    small.replace(EDITION, "Der Vorspann.", "Planners North!")
    assert errors(small) == [f"{EDITION}:24:1 error small-team-named"]


@pytest.mark.parametrize("text", ["Planung Norden", "Fehlplanung Nord", "die Planung im Norden"])
def test_parts_of_words_and_other_words_are_no_name(small, text):
    small.replace(EDITION, "Der Vorspann.", f"{text}.")
    assert errors(small) == []


def test_a_team_that_is_large_enough_may_be_named(site):
    site.replace(EDITION, "Der Vorspann.", "Dank an die Planung Nord.")
    assert site.found() == []
