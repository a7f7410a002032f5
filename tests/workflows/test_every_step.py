"""No step is left out: each script of each workflow stands in a test."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.workflows.conftest import WORKFLOWS, steps

TESTS = (Path(__file__).parent / "test_steps.py").read_text("utf-8")


@pytest.mark.parametrize("name", sorted(path.stem for path in WORKFLOWS.glob("*.yml") if path.stem != "tests"))
def test_each_step_of_a_workflow_is_run_by_a_test(name):
    tested = re.findall(rf'\.run\(\s*"{name}", "([^"]+)"', TESTS)
    missing = [step for _, step in steps(name) if not any(step.startswith(start) for start in tested)]
    assert missing == []


def test_each_script_belongs_to_a_step_or_to_another_script():
    folder = WORKFLOWS.parent / "scripts"
    everywhere = "\n".join(path.read_text("utf-8") for path in [*WORKFLOWS.parent.rglob("*.yml"), *folder.glob("*.sh")])
    assert [path.name for path in folder.glob("*.sh") if f"scripts/{path.name}" not in everywhere] == []
