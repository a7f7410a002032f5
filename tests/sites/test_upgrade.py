"""Copied files are brought up to date, and no change of the site is ever lost."""

from __future__ import annotations

import pytest

from chefetage.sites import pin as pins
from chefetage.sites.drift import Drift, drifted
from chefetage.sites.stamp import body_of, stamp_of, stamped

from .conftest import run

SCHEMA = "schemas/brand.schema.json"
PAGE = "docs/methods.md"
LANGUAGES = ("de", "en")


def state(site, path):
    return next((each.drift for each in drifted(site, LANGUAGES) if each.path == path), None)


def upgrade(site):
    return run("upgrade", "--root", site)


def older(site, path):
    """Put an older version of a file in place of the one that is there."""
    (site / path).write_text(stamped(path, "---\ntitle: Alt\n---\nText.\n", "0.0.1"), encoding="utf-8")


def test_a_new_site_is_up_to_date(site):
    assert {each.drift for each in drifted(site, LANGUAGES)} == {Drift.CURRENT}
    done = upgrade(site)
    assert done.exit_code == 0
    assert done.output.startswith("Alles ist auf dem Stand von Chefetage ")


def test_an_untouched_file_of_an_older_version_is_written_anew(site):
    older(site, PAGE)
    assert state(site, PAGE) is Drift.OLD
    done = upgrade(site)
    assert done.exit_code == 0
    assert f"{PAGE}: auf neuem Stand." in done.output
    assert "Die Rechenwege" in (site / PAGE).read_text("utf-8")
    assert state(site, PAGE) is Drift.CURRENT


def test_a_missing_file_is_written(site):
    (site / SCHEMA).unlink()
    assert f"{SCHEMA}: neu." in upgrade(site).output
    assert state(site, SCHEMA) is Drift.CURRENT


def test_a_file_that_the_site_has_changed_stays_and_the_newer_one_is_put_beside_it(site):
    older(site, PAGE)
    mine = (site / PAGE).read_text("utf-8") + "Unser Satz.\n"
    (site / PAGE).write_text(mine, encoding="utf-8")
    done = upgrade(site)
    assert done.exit_code == 1
    assert (site / PAGE).read_text("utf-8") == mine
    assert "Die Rechenwege" in (site / f"{PAGE}.new").read_text("utf-8")
    assert f"{PAGE}.new" in done.output


def test_a_file_of_the_sites_own_under_the_same_name_stays(site):
    (site / SCHEMA).write_text("{}\n", encoding="utf-8")
    assert upgrade(site).exit_code == 1
    assert (site / SCHEMA).read_text("utf-8") == "{}\n"


def test_once_the_newer_line_is_taken_over_the_change_is_settled(site):
    older(site, PAGE)
    (site / PAGE).write_text((site / PAGE).read_text("utf-8") + "Unser Satz.\n", encoding="utf-8")
    upgrade(site)
    newer = (site / f"{PAGE}.new").read_text("utf-8")
    (site / PAGE).write_text(newer + "Unser Satz.\n", encoding="utf-8")
    (site / f"{PAGE}.new").unlink()
    assert state(site, PAGE) is Drift.OWN
    assert upgrade(site).exit_code == 0
    assert (site / PAGE).read_text("utf-8").endswith("Unser Satz.\n")
    assert not (site / f"{PAGE}.new").exists()


def test_a_copied_file_that_nobody_needs_any_more_is_removed_unless_it_was_changed(site):
    for name in ("gone", "kept"):
        path = f".github/workflows/{name}.yml"
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(stamped(path, "name: x\n", "0.0.1"), encoding="utf-8")
    kept = site / ".github/workflows/kept.yml"
    kept.write_text(kept.read_text("utf-8") + "on: push\n", encoding="utf-8")
    (site / ".github/workflows/ours.yml").write_text("name: ours\n", encoding="utf-8")
    upgrade(site)
    assert not (site / ".github/workflows/gone.yml").exists()
    assert kept.exists()
    assert (site / ".github/workflows/ours.yml").exists()


def test_line_ends_that_git_has_changed_are_no_change(site):
    path = site / PAGE
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert state(site, PAGE) is Drift.CURRENT


def test_the_pin_moves_and_what_stands_beside_it_stays(site):
    (site / "requirements.txt").write_text("# Kommentar\nchefetage[sources]==0.0.1  # fest\nmkdocs-macros==1.0\n")
    done = upgrade(site)
    assert "requirements.txt: gebaut wird jetzt mit Chefetage" in done.output
    text = (site / "requirements.txt").read_text()
    assert text == f"# Kommentar\nchefetage[sources]=={pins.__version__}  # fest\nmkdocs-macros==1.0\n"


def test_an_older_chefetage_touches_nothing(site):
    (site / "requirements.txt").write_text("chefetage==99.0\n")
    (site / SCHEMA).unlink()
    done = upgrade(site)
    assert done.exit_code == 1
    assert "pip install -r requirements.txt" in done.output
    assert not (site / SCHEMA).exists()


def test_the_project_itself_has_nothing_to_bring_up_to_date(root):
    done = upgrade(root)
    assert (done.exit_code, done.output) == (0, "Das ist Chefetage selbst; hier gibt es nichts nachzuführen.\n")


def test_a_second_run_changes_nothing(site):
    older(site, PAGE)
    upgrade(site)
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    upgrade(site)
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("path", [SCHEMA, PAGE])
def test_a_copy_knows_what_it_was(site, path):
    text = (site / path).read_text("utf-8")
    assert stamp_of(text).version == pins.__version__
    assert body_of(text) != text


def test_a_link_in_place_of_a_file_is_replaced_and_nothing_is_written_where_it_leads(site, tmp_path):
    elsewhere = tmp_path / "elsewhere.txt"
    elsewhere.write_text("Ihres\n", encoding="utf-8")
    older(site, PAGE)
    (site / PAGE).write_text((site / PAGE).read_text("utf-8") + "Unser Satz.\n", encoding="utf-8")
    (site / f"{PAGE}.new").symlink_to(elsewhere)
    upgrade(site)
    assert elsewhere.read_text("utf-8") == "Ihres\n"
    assert "Die Rechenwege" in (site / f"{PAGE}.new").read_text("utf-8")


def test_where_one_file_cannot_be_written_all_stay_as_they_were(site):
    older(site, PAGE)
    before = (site / PAGE).read_bytes()
    (site / SCHEMA).unlink()
    (site / "schemas" / ".brand.schema.json.part").mkdir()
    done = upgrade(site)
    assert done.exit_code == 1
    assert "lässt sich nicht schreiben" in done.output
    assert (site / PAGE).read_bytes() == before
