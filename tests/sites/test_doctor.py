"""What is missing is said in words, each with what to do."""

from __future__ import annotations

import ast
import subprocess
from pathlib import Path

import pytest

from chefetage.locales import available, speak
from chefetage.sites import doctor
from chefetage.sites.doctor import examine
from chefetage.sites.stamp import stamped

from .conftest import TODAY, run

SOURCES = """warehouse:
  table: answers
  connection: WAREHOUSE_URL
  date: answered_at
  metrics:
    nps: {column: recommend}
    csat: {column: satisfaction}
"""


def found(site, **environment):
    return {ailment.id: ailment for ailment in examine(site, TODAY, environment)}


@pytest.fixture
def kept(site):
    """A site in git, without examples that are left to replace."""
    subprocess.run(["git", "init", "--quiet", site], check=True)
    return site


def test_a_new_site_needs_nothing_but_its_own_words(kept):
    assert set(found(kept)) == {"examples"}
    told = run("doctor", "--root", kept, "--today", TODAY)
    assert told.exit_code == 0
    assert "Hinweis: Noch stehen Beispiele auf der Website: " in told.output


def test_a_site_that_is_no_git_project_yet_is_reminded(site):
    assert "no-repository" in found(site)


@pytest.mark.parametrize(
    ("line", "id_"),
    [("chefetage==0.0.1", "older-pin"), ("chefetage==99.0", "newer-pin"), ("mkdocs", "no-pin")],
)
def test_a_version_that_differs_from_the_pin_is_serious(kept, line, id_):
    (kept / "requirements.txt").write_text(f"{line}\n")
    assert found(kept)[id_].is_serious
    assert run("doctor", "--root", kept, "--today", TODAY).exit_code == 1


def test_a_hook_that_is_not_there_is_serious(kept):
    (kept / "hooks/mkdocs_hooks.py").write_text("# nichts\n")
    assert found(kept)["no-hook"].is_serious


def test_copied_files_that_are_old_or_missing_are_counted(kept):
    (kept / "schemas/brand.schema.json").unlink()
    path = "docs/methods.md"
    (kept / path).write_text(stamped(path, "---\ntitle: Alt\n---\nText.\n", "0.0.1"), encoding="utf-8")
    (kept / "docs/methods.en.md").unlink()
    assert found(kept)["stale-copies"].params["count"] == 3


def test_what_an_upgrade_put_beside_changed_files_waits_to_be_looked_at(kept):
    (kept / "schemas/brand.schema.json").write_text("{}\n")
    assert "diverged-copies" in found(kept)
    run("upgrade", "--root", kept)
    assert "diverged-copies" not in found(kept)
    assert found(kept)["waiting-copies"].params["files"] == "schemas/brand.schema.json.new"


def test_answers_and_recordings_that_git_would_keep_are_serious(kept):
    (kept / ".gitignore").write_text(".venv/\n")
    assert found(kept)["exports-kept"].is_serious
    assert found(kept)["recordings-kept"].params["folder"] == "docs/media/"
    assert found(kept)["folders-kept"].params["files"] == "site/, .cache/"


def test_a_language_without_a_text_is_named(kept):
    for path in kept.rglob("*.en.md"):
        path.unlink()
    assert found(kept)["silent-language"].params["language"] == "en"


def test_secrets_are_named_and_never_shown(kept):
    (kept / "metrics/sources.yml").write_text(SOURCES)
    (kept / "metrics/nps.yml").write_text(
        (kept / "metrics/nps.yml").read_text("utf-8").replace(": survey", ": warehouse")
    )
    (kept / "metrics/csat.yml").write_text(
        (kept / "metrics/csat.yml").read_text("utf-8").replace(": survey", ": warehouse")
    )
    assert found(kept)["no-secret"].params == {"source": "warehouse", "names": "WAREHOUSE_URL"}
    assert "no-secret" not in found(kept, WAREHOUSE_URL="postgres://user:hunter2@db/x")


def test_errors_in_files_are_counted_and_left_to_check(kept):
    (kept / "brand.yml").write_text("company: [\n")
    assert found(kept)["errors"].is_serious


def test_a_pale_colour_and_a_missing_pencil_are_reminders(kept):
    brand = (kept / "brand.yml").read_text("utf-8").replace('colour: "#8a1c55"', 'colour: "#ffcc00"')
    (kept / "brand.yml").write_text(brand, encoding="utf-8")
    settings = [
        line for line in (kept / "mkdocs.yml").read_text("utf-8").splitlines(keepends=True) if "edit_uri" not in line
    ]
    (kept / "mkdocs.yml").write_text("".join(settings), encoding="utf-8")
    assert {"pale-colour", "no-pencil"} <= set(found(kept))


def test_a_folder_without_a_site_is_told_where_to_begin(tmp_path):
    told = run("doctor", "--root", tmp_path, "--lang", "en")
    assert told.exit_code == 1
    assert "chefetage init" in told.output


def test_what_is_serious_comes_first(kept):
    (kept / "requirements.txt").write_text("chefetage==0.0.1\n")
    serious = [ailment.is_serious for ailment in examine(kept, TODAY, {})]
    assert serious == sorted(serious, reverse=True)


@pytest.mark.parametrize("language", available())
def test_every_ailment_has_words_and_all_words_have_an_ailment(language):
    named = set()
    for path in Path(doctor.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Ailment":
                named |= {each.value for each in ast.walk(node.args[0]) if isinstance(each, ast.Constant)}
    assert named == set(speak(language).texts("commands.doctor.ailments"))
