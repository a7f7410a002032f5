"""A new site gets the workflows, forms and owners of this project, as far as they concern a site."""

from __future__ import annotations

import re

import yaml

from chefetage.sites.create import create
from chefetage.sites.stamp import body_of, stamp_of

from .conftest import TODAY, wishes

TESTS = ".github/workflows/tests.yml"
OWNERS = ".github/CODEOWNERS"


def test_every_workflow_form_and_script_is_there_as_it_is_here_but_the_tests_of_the_package(root, fresh):
    here = {path.relative_to(root).as_posix() for path in (root / ".github").rglob("*") if path.is_file()}
    there = {path.relative_to(fresh).as_posix() for path in (fresh / ".github").rglob("*") if path.is_file()}
    assert TESTS in here
    assert there == here - {TESTS}
    for path in there - {OWNERS}:
        text = (fresh / path).read_text("utf-8")
        assert stamp_of(text) is not None, path
        assert body_of(text) == (root / path).read_text("utf-8")


def test_stamped_workflows_and_forms_are_still_yaml_and_scripts_still_start(root, fresh):
    for path in (fresh / ".github").rglob("*.yml"):
        assert isinstance(yaml.safe_load(path.read_text("utf-8")), dict), path
    for path in (fresh / ".github").rglob("*.sh"):
        ours = (root / path.relative_to(fresh)).read_text("utf-8")
        assert path.read_text("utf-8").startswith("#!") == ours.startswith("#!"), path


def test_the_teams_that_are_asked_are_those_of_the_company(fresh, tmp_path):
    owners = set(re.findall(r"@([\w-]+)/", (fresh / OWNERS).read_text("utf-8")))
    assert owners == {"mueller"}
    create(tmp_path / "site", wishes("de", repository=""), TODAY)
    assert set(re.findall(r"@([\w-]+)/", (tmp_path / "site" / OWNERS).read_text("utf-8"))) == {"company"}


def test_workflows_install_the_version_that_the_site_pins(root, fresh):
    assert "requirements.txt" in (root / ".github/scripts/install.sh").read_text("utf-8")
    assert (fresh / "requirements.txt").exists()
