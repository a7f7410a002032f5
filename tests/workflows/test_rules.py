"""What holds for every workflow, read from the files: least rights, nothing floating, nobody's words in a script."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

FOLDER = Path(__file__).parent.parent.parent / ".github"
WORKFLOWS = sorted((FOLDER / "workflows").glob("*.yml"))
ACTIONS = sorted((FOLDER / "actions").glob("*/action.yml"))
PINNED = re.compile(r"uses: [\w.-]+/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
OWN = re.compile(r"uses: \$/\.github/actions/(\w+)")

PROPOSES = {"contents": "write", "pull-requests": "write"}
RIGHTS = {
    ("check", "check"): {"contents": "read"},
    ("close", "propose"): PROPOSES,
    ("new", "propose"): PROPOSES,
    ("praise", "propose"): PROPOSES,
    ("publish", "build"): {"contents": "read", "pages": "read"},
    ("publish", "deploy"): {"pages": "write", "id-token": "write"},
    ("publish-edition", "propose"): PROPOSES,
    ("refresh", "failed"): {"contents": "read", "issues": "write"},
    ("refresh", "refresh"): PROPOSES,
    ("tests", "test"): {"contents": "read"},
    ("translated", "propose"): PROPOSES,
    ("withdraw", "propose"): PROPOSES,
}
"""All that each job may do; whoever changes that changes it here too."""
SECRETS = {
    "publish": {"CHEFETAGE_MEDIA_STORE", "CHEFETAGE_MEDIA_TOKEN"},
    "refresh": {"CHEFETAGE_SOURCES"},
}

every_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
every_file = pytest.mark.parametrize("path", [*WORKFLOWS, *ACTIONS], ids=lambda path: path.parent.name + path.stem)


def read(path):
    return yaml.safe_load(path.read_text("utf-8"))


def triggers(path):
    return read(path)[True]  # YAML 1.1 reads `on` as a truth value


def scripts(path):
    content = read(path)
    jobs = content["jobs"].values() if "jobs" in content else [content["runs"]]
    return [step for job in jobs for step in job["steps"] if "run" in step]


@every_file
def test_actions_are_pinned_by_digest_with_the_version_beside_it(path):
    lines = [line.strip().removeprefix("- ") for line in path.read_text("utf-8").splitlines() if "uses:" in line]
    assert [line for line in lines if not PINNED.fullmatch(line) and not OWN.fullmatch(line)] == []


@every_file
def test_an_action_has_one_digest_everywhere(path):
    everywhere = "\n".join(file.read_text("utf-8") for file in [*WORKFLOWS, *ACTIONS])
    for name in re.findall(r"uses: ([\w.-]+/[\w.-]+)@", path.read_text("utf-8")):
        assert len(set(re.findall(rf"{re.escape(name)}@(\S+)", everywhere))) == 1, name


def test_own_actions_exist():
    named = {name for path in WORKFLOWS for name in OWN.findall(path.read_text("utf-8"))}
    assert named == {path.parent.name for path in ACTIONS}


@every_file
def test_no_expression_stands_in_a_script(path):
    assert [step["run"] for step in scripts(path) if "${{" in step["run"]] == []


@every_workflow
def test_jobs_may_do_what_they_need_and_nothing_else(path):
    content = read(path)
    assert content["permissions"] == {}
    for name, job in content["jobs"].items():
        assert job["permissions"] == RIGHTS[path.stem, name], name


def test_no_right_is_listed_for_a_job_that_is_gone():
    assert set(RIGHTS) == {(path.stem, job) for path in WORKFLOWS for job in read(path)["jobs"]}


@every_workflow
def test_secrets_stand_only_where_they_are_needed(path):
    assert set(re.findall(r"secrets\.(\w+)", path.read_text("utf-8"))) == SECRETS.get(path.stem, set())
    assert "secrets: inherit" not in path.read_text("utf-8")


@every_workflow
def test_a_checkout_leaves_no_token_behind(path):
    for job in read(path)["jobs"].values():
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False


@every_workflow
def test_a_job_that_hangs_ends(path):
    assert all(job["timeout-minutes"] <= 60 for job in read(path)["jobs"].values())


@every_workflow
def test_what_forks_propose_never_meets_a_secret_or_a_right_to_write(path):
    assert not {"pull_request_target", "workflow_run"} & set(triggers(path))
    if "pull_request" in triggers(path):
        assert path.stem not in SECRETS
        assert {right for job in read(path)["jobs"].values() for right in job["permissions"].values()} == {"read"}


@every_workflow
def test_nothing_of_what_an_issue_or_a_proposal_says_gets_near_a_script(path):
    assert not re.search(r"github\.(event\.(issue|comment|pull_request)\.(body|title|user)|head_ref)", path.read_text())


@every_workflow
def test_a_button_hands_on_each_of_its_fields(path):
    form = triggers(path).get("workflow_dispatch") if isinstance(triggers(path), dict) else None
    used = {name for step in scripts(path) for value in step.get("env", {}).values()
            for name in re.findall(r"inputs\.(\w+)", str(value))}  # fmt: skip
    assert used == set((form or {}).get("inputs", {}))


@every_workflow
def test_what_people_see_of_a_button_is_in_both_languages(path):
    form = triggers(path).get("workflow_dispatch") if isinstance(triggers(path), dict) else None
    for name, entry in (form or {}).get("inputs", {}).items():
        assert " · " in entry["description"], name
        assert " · " in read(path)["name"]


def test_publishing_waits_for_nobody_to_break_it_off_and_comes_every_night():
    path = FOLDER / "workflows" / "publish.yml"
    assert read(path)["concurrency"]["cancel-in-progress"] is False
    assert {"push", "schedule", "workflow_dispatch"} == set(triggers(path))
    assert triggers(path)["push"] == {"branches": ["main"]}
    assert read(path)["jobs"]["deploy"]["environment"]["name"] == "github-pages"
    build = [step.get("run") or step["uses"].split("@")[0] for step in read(path)["jobs"]["build"]["steps"]]
    assert build[-2].startswith("chefetage guard")
    assert build[-1] == "actions/upload-pages-artifact"


def test_numbers_are_fetched_on_the_third_at_six():
    assert triggers(FOLDER / "workflows" / "refresh.yml")["schedule"] == [{"cron": "0 6 3 * *"}]


def test_a_preview_is_kept_three_days():
    steps = read(FOLDER / "workflows" / "check.yml")["jobs"]["check"]["steps"]
    assert steps[-1]["with"]["retention-days"] == 3


def test_praise_needs_the_label_and_its_form_takes_no_customers_words():
    job = read(FOLDER / "workflows" / "praise.yml")["jobs"]["propose"]
    form = read(FOLDER / "ISSUE_TEMPLATE" / "praise.yml")
    label = re.search(r"label\.name == '([\w-]+)'", job["if"])[1]
    assert f"`{label}`" in form["body"][0]["attributes"]["value"]
    assert label not in form.get("labels", [])
    assert "Worte von Kunden" in form["body"][0]["attributes"]["value"]
    assert any(
        field["type"] == "checkboxes" and field["attributes"]["options"][0]["required"] for field in form["body"]
    )


def test_scripts_are_started_by_name_so_that_a_copy_without_its_mark_runs_too():
    for path in [*WORKFLOWS, *ACTIONS]:
        for step in scripts(path):
            for name in re.findall(r"(\S*\.github/scripts/\S+)", step["run"]):
                assert step["run"].startswith(f"bash {name}")
                assert (FOLDER.parent / name).is_file()
