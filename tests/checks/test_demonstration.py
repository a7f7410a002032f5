"""What the checks say to the demonstration, on the day it was written for: they are quiet where nothing is wrong."""

from __future__ import annotations

from datetime import date

from chefetage.build import assemble
from chefetage.checks.budget import MOST

TODAY = date(2026, 11, 21)


def test_the_demonstration_has_no_error_and_at_most_three_hints_with_none_switched_off(root):
    assembled = assemble(root, TODAY, drafts=True)
    assert assembled.project.rules.hints.off == {}
    assert [str(problem.location) for problem in assembled.errors] == []
    assert len(assembled.problems) <= MOST
