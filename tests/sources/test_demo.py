"""The demo company: its exports come from a seed, its snapshots from its exports."""

import shutil
from datetime import date

import pytest
from click.testing import CliRunner

from chefetage.cli.demo import demo
from chefetage.content import read_project
from chefetage.model.month import Month
from chefetage.sources.demo_exports import LATE_MONTHS, demo_export, write_demo_exports
from chefetage.sources.demo_history import live_through
from chefetage.sources.snapshots import dump_snapshot

OCTOBER = Month(2026, 10)


@pytest.fixture(scope="module")
def history(root, tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo")
    project, problems = read_project(root, date(2026, 11, 21))
    assert not [problem for problem in problems if problem.location.path.startswith("metrics/")]
    snapshots, errors = live_through(project, folder, OCTOBER)
    assert errors == ()
    return snapshots


def test_the_snapshots_in_the_repository_come_out_byte_for_byte(root, history):
    committed = {path.stem: path.read_text("utf-8") for path in (root / "metrics" / "snapshots").glob("*.json")}
    assert {str(month): dump_snapshot(snapshot) for month, snapshot in history.items()} == committed


def test_late_answers_revise_a_value_before_it_is_final(history):
    for month in LATE_MONTHS:
        first, last = history[month].metrics["complete"].groups["all"]
        assert first.stats["n"] < last.stats["n"]
        assert (first.status, last.status) == ("provisional", "final")


def test_the_smallest_region_is_hidden_in_some_months_and_another_with_it(history):
    hidden = [month for month, snapshot in history.items() if "region" in snapshot.metrics["nps"].hidden]
    assert 3 < len(hidden) < len(history)
    for month in hidden:
        assert "region.online" not in history[month].metrics["nps"].groups
        assert len([g for g in history[month].metrics["nps"].groups if g.startswith("region.")]) == 2


def test_a_seed_always_gives_the_same_customers():
    assert demo_export(OCTOBER, 7) == demo_export(OCTOBER, 7)
    assert demo_export(OCTOBER, 7) != demo_export(OCTOBER, 8)


def test_a_month_is_the_same_however_many_are_written(tmp_path):
    one = write_demo_exports(tmp_path / "one", OCTOBER, 1)
    three = write_demo_exports(tmp_path / "three", OCTOBER, 3)
    assert [path.stem for path in three] == ["2026-08", "2026-09", "2026-10"]
    assert one[0].read_bytes() == three[2].read_bytes()


@pytest.fixture
def site(root, tmp_path):
    (tmp_path / "metrics").mkdir()
    for file in [root / "mkdocs.yml", root / "brand.yml", *sorted((root / "metrics").glob("*.yml"))]:
        shutil.copy(file, tmp_path / file.relative_to(root))
    return tmp_path


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", "2 Exporte geschrieben, September 2026 bis Oktober 2026"),
        ("en", "2 exports written, September 2026 to October 2026"),
    ],
)
def test_the_command_says_what_it_wrote(site, language, words):
    result = CliRunner().invoke(demo, ["--root", str(site), "--months", "2", "--lang", language])
    assert (result.exit_code, result.stderr) == (0, "")
    assert words in result.stdout
    assert sorted(path.name for path in (site / "metrics/exports").iterdir()) == ["2026-09.csv", "2026-10.csv"]


def test_the_command_can_make_the_snapshots_anew(site):
    arguments = ["--root", str(site), "--months", "2", "--snapshots"]
    assert "2 Monatsstände erzeugt, 2 davon haben sich geändert" in CliRunner().invoke(demo, arguments).stdout
    assert "2 Monatsstände erzeugt, 0 davon haben sich geändert" in CliRunner().invoke(demo, arguments).stdout


def test_real_answers_are_never_overwritten(site):
    real = site / "metrics" / "exports" / "2026-10.csv"
    real.parent.mkdir()
    real.write_text("Score\n9\n")
    result = CliRunner().invoke(demo, ["--root", str(site)])
    assert (result.exit_code, real.read_text()) == (1, "Score\n9\n")
    assert "metrics/exports/2026-10.csv" in result.stderr


def test_definitions_that_do_not_fit_the_exports_are_told(site):
    sources = site / "metrics" / "sources.yml"
    sources.write_text(sources.read_text("utf-8").replace("column: Q1", "column: Q9"), "utf-8")
    result = CliRunner().invoke(demo, ["--root", str(site), "--months", "1", "--snapshots"])
    assert result.exit_code == 1
    assert "[column-missing]" in result.stderr
    assert not (site / "metrics" / "snapshots").exists()


@pytest.mark.parametrize("arguments", [("--months", "30000"), ("--until", "0000-10"), ("--until", "1900-01")])
def test_months_before_1900_are_a_wrong_use(site, arguments):
    result = CliRunner().invoke(demo, ["--root", str(site), *arguments])
    assert (result.exit_code, (site / "metrics" / "exports").exists()) == (2, False)
