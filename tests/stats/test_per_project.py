"""Results that live as long as their project."""

from __future__ import annotations

import gc
import subprocess
import sys
import weakref
from dataclasses import replace

import pytest

from chefetage.model.estimate import Shown
from chefetage.model.month import Month
from chefetage.stats.changes import change
from chefetage.stats.figures import figure
from chefetage.stats.per_project import per_project

OCTOBER = Month(2026, 10)


def test_a_result_is_computed_once(workshop):
    project = workshop.metric().answers("2026-10", 180, 140, 80).build()
    assert figure(project, "nps", OCTOBER) is figure(project, "nps", OCTOBER)
    assert change(project, "nps", OCTOBER, group="all") is change(project, "nps", OCTOBER, group="all")
    assert change(project, "nps", OCTOBER, group="all") is not change(project, "nps", OCTOBER, group="region.north")


def test_another_project_has_results_of_its_own(workshop):
    project = workshop.metric().answers("2026-10", 180, 140, 80).build()
    assert figure(project, "nps", OCTOBER).shown is Shown.FULL
    assert figure(replace(project, snapshots={}), "nps", OCTOBER).shown is Shown.NO_DATA


def test_nothing_keeps_a_project_alive(workshop):
    project = workshop.metric().answers("2026-10", 180, 140, 80).build()
    figure(project, "nps", OCTOBER)
    change(project, "nps", OCTOBER)
    alive = weakref.ref(project)
    del project
    gc.collect()
    assert alive() is None


def test_a_project_at_the_same_address_inherits_nothing(workshop):
    @per_project
    def label(project, _number):
        return project.settings.k

    for k in range(1, 50):
        assert label(workshop.build(k=k), 1) == k


def test_a_failure_is_not_remembered(workshop):
    attempts = []

    @per_project
    def fail(_project):
        attempts.append(1)
        raise KeyError("no")

    project = workshop.build()
    for _ in range(2):
        with pytest.raises(KeyError):
            fail(project)
    assert len(attempts) == 2


def test_the_decorated_function_keeps_its_name_and_words():
    assert change.__name__ == "change"
    assert "Compare the period" in change.__doc__


def test_no_scientific_library_is_loaded():
    """Start-up time matters: whoever only checks words must not wait for NumPy."""
    code = "import sys, chefetage.stats.figures, chefetage.stats.meaning; print({'numpy', 'scipy'} & set(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "set()"
