"""Jobs at once give what the same jobs give one after the other, whatever becomes of a copy."""

from __future__ import annotations

import os
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from chefetage.content import read_project
from chefetage.drawing import Drawings
from chefetage.pages.site import render_site
from chefetage.parallel import at_once

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 21)


def square(number: int) -> int:
    return number * number


@pytest.mark.parametrize("workers", [1, 2, 3, 8])
def test_results_come_in_the_order_of_the_jobs(workers: int) -> None:
    jobs = [partial(square, number) for number in range(5)]
    assert at_once(jobs, workers) == [0, 1, 4, 9, 16]


def test_no_job_is_no_work() -> None:
    assert at_once([], 4) == []


def test_the_last_jobs_are_done_in_other_processes() -> None:
    here, first, second = at_once([os.getpid] * 3, 3)
    assert here == os.getpid()
    assert len({here, first, second}) == 3


def test_an_error_in_a_copy_is_raised_here_as_it_was() -> None:
    def fail() -> int:
        message = "no such month"
        raise LookupError(message)

    with pytest.raises(LookupError, match="no such month"):
        at_once([partial(square, 2), fail], 2)


def test_the_job_of_a_copy_that_is_lost_is_done_here() -> None:
    here = os.getpid()

    def lost_elsewhere() -> int:
        if os.getpid() != here:
            os._exit(3)
        return 7

    assert at_once([partial(square, 2), lost_elsewhere], 2) == [4, 7]


def test_a_result_that_cannot_be_handed_over_is_made_here() -> None:
    first, second = at_once([lambda: square, lambda: lambda: 5], 2)
    assert (first(3), second()) == (9, 5)


def test_a_site_is_the_same_whether_its_languages_are_written_at_once_or_not() -> None:
    project, _ = read_project(ROOT, TODAY)
    with Drawings(ROOT) as drawings:
        alone = render_site(project, plotter=drawings)
        together = render_site(project, frozenset(), drawings, partial(at_once, workers=2))
    assert together == alone
