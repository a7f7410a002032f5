"""What follows „ #“ is not read, and that is said where it may have been meant."""

from __future__ import annotations

import pytest

from chefetage.content.findings import Findings
from chefetage.content.tree import read_tree


def found(text: str) -> list[str]:
    findings = Findings()
    read_tree(text, "x.yml", findings)
    return [f"{problem.location.line}:{problem.location.column} {problem.id}" for problem in findings.problems]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("headline: Unsere # Küchen sind schön.\n", "1:11"),
        ("headline: Unsere Küchen # sind schön.\n", "1:11"),
        ("messages:\n  - Platz 1 # und Platz 2\n", "2:5"),
        ("colour: #1e4fa3\n", "1:8"),
    ],
)
def test_a_sentence_that_a_comment_cuts_short_is_hinted_at(text, place):
    assert found(text) == [f"{place} text-cut"]


@pytest.mark.parametrize(
    "text",
    [
        "status: draft   # draft or published\n",
        "# eine Bemerkung\nheadline: Ein ganzer Satz.\n",
        "headline: Ein ganzer Satz.\n# danach\n",
        'headline: "Unsere # Küchen sind schön."\n',
        "headline: Nr.#1 ist da\n",
        "headline: >-\n  Ein Satz # mit Zeichen\n",
        "asks:   # noch keine\n",
    ],
)
def test_comments_that_are_meant_stay_in_peace(text):
    assert found(text) == []
