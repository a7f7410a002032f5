"""Two refreshes at once, one that is killed, a disk that is full: nothing is torn, nothing gets lost."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import chefetage
from chefetage.cli.refresh import refresh
from chefetage.content import read_project
from chefetage.locales import speak
from chefetage.model.snapshot import JOURNAL
from chefetage.sources import lock

METRIC = """name: {de: Weiterempfehlung, en: Recommendation}
kind: nps
question: {de: Würden Sie uns empfehlen?, en: Would you recommend us?}
unit: points
direction: up
cadence: month
owner: {de: Leitung Kundenerlebnis, en: Head of CX}
source: survey
meaning: {de: Von 100 Kunden …, en: Of 100 customers …}
"""
SOURCES = "survey: {file: 'exports/{month}.csv', period: file, metrics: {nps: {column: Score}}}\n"
MONTHS = ("2026-08", "2026-09", "2026-10")
HOOKS = str(Path(chefetage.__path__[0]).parent)
COMMAND = "from chefetage.cli import main; main()"


@pytest.fixture
def site(tmp_path):
    (tmp_path / "metrics" / "exports").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nextra: {chefetage: {languages: [de, en]}}\n")
    (tmp_path / "brand.yml").write_text("company: Lindenried\n")
    (tmp_path / "metrics/nps.yml").write_text(METRIC)
    (tmp_path / "metrics/sources.yml").write_text(SOURCES)
    (tmp_path / "metrics/core.yml").write_text("2026: [nps, nps]\n")
    for at, month in enumerate(MONTHS):
        export(tmp_path, month, 30 + at)
    return tmp_path


def export(site, month, promoters):
    (site / f"metrics/exports/{month}.csv").write_text("Score\n" + "9\n" * promoters)


def arguments(site, *months, day="2026-11-03"):
    return [*(text for month in months for text in ("--month", month)), "--root", str(site), "--today", day]


def start(site, *months, code=COMMAND, day="2026-11-03"):
    command = [sys.executable, "-c", code, "refresh", *arguments(site, *months, day=day)]
    return subprocess.Popen(
        command, env={**os.environ, "PYTHONPATH": HOOKS}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def end(process):
    """Wait for a process; return its exit code and what it printed."""
    printed, told = process.communicate(timeout=120)
    assert "Traceback" not in told
    return process.returncode, printed


def run(site, *months, day="2026-11-03"):
    return CliRunner().invoke(refresh, arguments(site, *months, day=day))


def promoters(site):
    files = sorted((site / "metrics/snapshots").glob("[!.]*.json"))
    told = {path.stem: json.loads(path.read_text())["metrics"]["nps"]["groups"]["all"] for path in files}
    return {month: [revision["stats"]["promoters"] for revision in revisions] for month, revisions in told.items()}


def problems_of(site):
    _, problems = read_project(site, None)
    return {problem.id for problem in problems if problem.location.path.startswith("metrics/snapshots")}


def test_two_at_once_lose_nothing_of_each_other(site):
    running = [start(site, month) for month in MONTHS]
    assert [end(one)[0] for one in running] == [0, 0, 0]
    assert promoters(site) == {"2026-08": [30], "2026-09": [31], "2026-10": [32]}


def test_two_at_once_over_the_same_month_append_once(site):
    running = [start(site, "2026-10") for _ in range(3)]
    ended = [end(one) for one in running]
    assert [code for code, _ in ended] == [0, 0, 0]
    assert sorted("Geschrieben" in printed for _, printed in ended) == [False, False, True]
    assert promoters(site) == {"2026-10": [32]}


def test_whoever_has_to_wait_is_told_and_in_the_end_sent_away(site, monkeypatch):
    monkeypatch.setattr(lock, "PATIENCE", 0.1)
    with lock.only_one(site, lambda: None):
        result = run(site, "2026-10")
    assert result.exit_code == 3
    assert result.stderr.splitlines() == [
        "Eine andere Aktualisierung läuft noch; ich warte, bis sie fertig ist.",
        speak("de").say("commands.refresh.busy"),
    ]
    assert promoters(site) == {}
    assert run(site, "2026-10").exit_code == 0


def test_a_dry_run_waits_for_nobody(site):
    with lock.only_one(site, lambda: None):
        assert CliRunner().invoke(refresh, [*arguments(site, "2026-10"), "--dry-run"]).exit_code == 0


KILLED = f"""
import os, signal
left = [int(os.environ["STEPS"])]
def wrapped(effect):
    def step(*arguments):
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        left[0] -= 1
        return effect(*arguments)
    return step
os.replace = wrapped(os.replace)
{COMMAND}
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs processes that can be killed")
@pytest.mark.parametrize("steps", range(5))
def test_killed_in_the_middle_the_next_refresh_finishes_and_readers_are_warned(site, steps, monkeypatch):
    assert run(site, *MONTHS).exit_code == 0
    before = promoters(site)
    for month in MONTHS:
        export(site, month, 50)
    monkeypatch.setenv("STEPS", str(steps))
    killed, _ = end(start(site, *MONTHS, code=KILLED, day="2026-11-04"))
    assert killed == (-signal.SIGKILL if steps < 4 else 0)
    after = {month: [*counts, 50] for month, counts in before.items()}
    assert problems_of(site) == ({"unfinished-refresh"} if 0 < steps < 4 else set())
    result = run(site, *MONTHS, day="2026-11-04")
    assert result.exit_code == 0
    assert ("war unterbrochen worden" in result.stderr) == (steps < 4)
    assert promoters(site) == after
    assert problems_of(site) == set()


def test_what_can_no_longer_be_finished_is_told_with_the_remedy(site):
    run(site, *MONTHS)
    (site / "metrics/snapshots" / JOURNAL).write_text("{")
    before = promoters(site)
    result = run(site, *MONTHS)
    assert result.exit_code == 1
    assert "aus der Versionsgeschichte" in result.stderr
    assert f"metrics/snapshots/{JOURNAL}" in result.stderr
    assert promoters(site) == before


def test_a_dry_run_finishes_nothing_and_says_why_it_cannot_go_on(site):
    run(site, *MONTHS)
    (site / "metrics/snapshots" / JOURNAL).write_text("{}")
    result = CliRunner().invoke(refresh, [*arguments(site, "2026-10"), "--dry-run"])
    assert result.exit_code == 1
    assert "unfinished-refresh" in result.stderr
    assert (site / "metrics/snapshots" / JOURNAL).exists()


def full(*_):
    raise OSError(28, "No space left on device", "metrics/snapshots/.2026-08.json.draft")


def test_a_full_disk_leaves_everything_as_it_was(site, monkeypatch):
    run(site, *MONTHS)
    before = promoters(site)
    export(site, "2026-08", 50)
    monkeypatch.setattr(os, "write", full)
    result = run(site, *MONTHS, day="2026-11-04")
    monkeypatch.undo()
    assert result.exit_code == 3
    assert "No space left on device. Der bisherige Stand ist noch da." in result.stderr
    assert (promoters(site), problems_of(site)) == (before, set())


def test_a_disk_that_fails_half_way_says_that_the_next_run_goes_on(site, monkeypatch):
    run(site, *MONTHS)
    for month in MONTHS:
        export(site, month, 50)
    replace, calls = os.replace, []

    def half(*paths):
        calls.append(paths)
        return full() if len(calls) > 2 else replace(*paths)

    monkeypatch.setattr(os, "replace", half)
    result = run(site, *MONTHS, day="2026-11-04")
    monkeypatch.undo()
    assert result.exit_code == 3
    assert "nur zum Teil geschrieben" in result.stderr
    assert problems_of(site) == {"unfinished-refresh"}
    assert run(site, *MONTHS, day="2026-11-04").exit_code == 0
    assert {counts[-1] for counts in promoters(site).values()} == {50}


def test_one_month_of_a_range_that_fails_writes_none(site):
    (site / "metrics/exports/2026-09.csv").unlink()
    result = run(site, "2026-08..2026-10")
    assert result.exit_code == 3
    assert promoters(site) == {}


@pytest.mark.parametrize(
    ("options", "months"),
    [
        (["--month", "2026-08..2026-10"], MONTHS),
        (["--month", "2026-10", "--month", "2026-08"], ("2026-08", "2026-10")),
        (["--from", "2026-08", "--to", "2026-09"], MONTHS[:2]),
        (["--from", "2026-08"], MONTHS),
        (["--from", "2026-09", "--to", "2026-09", "--month", "2026-10"], MONTHS[1:]),
    ],
)
def test_months_can_be_asked_for_in_several_ways(site, options, months):
    result = CliRunner().invoke(refresh, [*options, "--root", str(site), "--today", "2026-11-03"])
    assert result.exit_code == 0
    assert tuple(promoters(site)) == months


@pytest.mark.parametrize(
    "options",
    [
        [], ["--to", "2026-10"], ["--month", "2026-10..2026-08"], ["--month", "2026-08.."], ["--month", "..2026-08"],
        ["--month", "2026-08...2026-10"], ["--from", "2026-11"], ["--from", "x"], ["--from", "2026-08", "--to", "x"],
    ],
)  # fmt: skip
def test_months_that_are_none_are_a_wrong_use(site, options):
    result = CliRunner().invoke(refresh, [*options, "--root", str(site), "--today", "2026-11-03"])
    assert result.exit_code == 2
    assert promoters(site) == {}


def test_nothing_but_snapshots_and_the_lock_is_left_in_the_project(site):
    before = {path for path in site.rglob("*") if path.is_file()}
    run(site, "2026-10")
    new = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()} - {
        path.relative_to(site).as_posix() for path in before
    }
    assert new <= {"metrics/snapshots/2026-10.json", ".cache/chefetage/refresh.lock"}


def test_what_cannot_be_written_is_named_from_the_project_on(site, monkeypatch):
    run(site, "2026-10")
    export(site, "2026-10", 50)
    monkeypatch.setattr(os, "replace", lambda source, _: open(f"{source}/x"))  # noqa: PTH123, SIM115 - fails
    result = run(site, "2026-10", day="2026-11-04")
    assert result.exit_code == 3
    assert result.stderr.startswith("metrics/snapshots")
    assert str(site) not in result.stderr
