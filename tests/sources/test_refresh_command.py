"""`chefetage refresh`, at the analyst's desk."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import chefetage
from chefetage.cli.refresh import refresh
from chefetage.model.month import Month
from chefetage.sources.demo_exports import write_demo_exports

SETTINGS = """site_name: Chefetage
hooks: !ENV [HOOKS, []]
extra:
  chefetage:
    languages: [de, en]
"""
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
SOURCES = """survey:
  file: exports/{month}.csv
  period: file
  segments: {region: Region}
  metrics:
    nps: {column: Score}
"""
SEGMENTS = """region:
  name: {de: Region, en: Region}
  values:
    north: {name: {de: Nord, en: North}, answers: [Nord]}
    south: {name: {de: Süd, en: South}, answers: [Süd]}
    west: {name: {de: West, en: West}, answers: [West]}
"""


class Site:
    """A site's folder, and the command run in it."""

    def __init__(self, root):
        self.root = root
        (root / "metrics" / "exports").mkdir(parents=True)
        self.write("mkdocs.yml", SETTINGS)
        self.write("brand.yml", "company: Lindenried\n")
        self.write("metrics/nps.yml", METRIC)
        self.write("metrics/sources.yml", SOURCES)
        self.write("metrics/segments.yml", SEGMENTS)
        self.write("metrics/core.yml", "2026: [nps, nps]\n")
        self.export({"Nord": 40, "Süd": 30, "West": 3})

    def write(self, path, text):
        (self.root / path).write_text(text, "utf-8")

    def export(self, promoters, month="2026-10", score=9):
        rows = [f"{score},{region}" for region, times in promoters.items() for _ in range(times)]
        self.write(f"metrics/exports/{month}.csv", "\n".join(["Score,Region", *rows]) + "\n")

    def run(self, *arguments, day="2026-11-03", months=("2026-10",)):
        chosen = [text for month in months for text in ("--month", month)]
        return CliRunner().invoke(refresh, [*chosen, "--root", str(self.root), "--today", day, *arguments])

    @property
    def snapshots(self):
        folder = self.root / "metrics" / "snapshots"
        return {path.name: path.read_text("utf-8") for path in sorted(folder.glob("*"))} if folder.exists() else {}


@pytest.fixture
def site(tmp_path):
    return Site(tmp_path)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "de",
            (
                "Oktober 2026\n"
                "  Weiterempfehlung: neu, 100 (91 bis 100), 73 Antworten, vorläufig\n"
                "    Region: 1 neu, ein Teil verborgen, weil zu klein\n"
                "Geschrieben: metrics/snapshots/2026-10.json\n"
            ),
        ),
        (
            "en",
            (
                "October 2026\n"
                "  Recommendation: new, 100 (91 to 100) from 73 answers, provisional\n"
                "    Region: 1 new, some hidden, being too small\n"
                "Written: metrics/snapshots/2026-10.json\n"
            ),
        ),
    ],
)
def test_what_is_new_is_told_in_words(site, language, expected):
    result = site.run("--lang", language)
    assert (result.exit_code, result.stdout, result.stderr) == (0, expected, "")


def test_without_a_choice_the_sites_first_language_is_spoken(site):
    assert "Oktober 2026" in site.run().stdout


def test_a_second_run_says_so_and_changes_nothing(site):
    site.run()
    before = site.snapshots
    result = site.run(day="2026-11-04")
    assert result.stdout == "Oktober 2026: nichts Neues.\n"
    assert site.snapshots == before


def test_a_dry_run_shows_everything_and_writes_nothing(site):
    result = site.run("--dry-run")
    assert "neu, 100 (91 bis 100)" in result.stdout
    assert "Nichts geschrieben" in result.stdout
    assert site.snapshots == {}


def test_late_answers_are_told_with_both_values(site):
    site.run()
    site.export({"Nord": 40, "Süd": 50, "West": 3})
    result = site.run(day="2026-11-20")
    assert "100 (91 bis 100) → 100 (93 bis 100), 73 → 93 Antworten, endgültig" in result.stdout


def test_a_correction_is_called_one(site):
    site.run(day="2026-11-20")
    site.export({"Nord": 60, "Süd": 50, "West": 3})
    assert "Korrektur eines endgültigen Werts" in site.run(day="2026-11-21").stdout


def test_a_value_from_few_answers_is_not_told_here_either(site):
    site.export({"Nord": 7})
    assert "neu, zu wenige Antworten (7), 7 Antworten" in site.run().stdout


def test_hidden_answers_are_not_even_counted(site):
    site.export({"Nord": 4})
    result = site.run()
    assert "weniger als 5 Antworten, darum verborgen" in result.stdout
    assert '"groups": {}' in site.snapshots["2026-10.json"]


def test_several_months_are_refreshed_oldest_first(site):
    site.export({"Nord": 40}, month="2026-09")
    result = site.run(months=("2026-10", "2026-09", "2026-10"))
    assert [line for line in result.stdout.splitlines() if line.endswith("2026")] == ["September 2026", "Oktober 2026"]
    assert list(site.snapshots) == ["2026-09.json", "2026-10.json"]


def test_one_failing_month_writes_none(site):
    result = site.run(months=("2026-09", "2026-10"))
    assert result.exit_code == 3
    assert (
        "metrics/exports/2026-09.csv:1:1: Fehler: Die Datei metrics/exports/2026-09.csv gibt es nicht." in result.stderr
    )
    assert "Nichts geschrieben." in result.stderr
    assert site.snapshots == {}


def test_hints_go_along_and_stop_nothing(site):
    path = site.root / "metrics/exports/2026-10.csv"
    path.write_bytes("Score;Region\n".encode("cp1252") + "9;Süd\n".encode("cp1252") * 10)
    result = site.run("--lang", "en")
    assert result.exit_code == 0
    assert "hint: Not valid UTF-8, so read as Windows-1252." in result.stderr


def test_a_mistake_in_a_definition_stops_and_one_in_a_briefing_does_not(site):
    (site.root / "briefings" / "quotes").mkdir(parents=True)
    site.write("briefings/quotes/broken.md", "---\nmood: furious\n---\n")
    assert site.run().exit_code == 0
    site.write("metrics/nps.yml", METRIC.replace("kind: nps", "kind: npsi"))
    result = site.run(day="2026-11-05")
    assert result.exit_code == 1
    assert "metrics/nps.yml:2" in result.stderr


def test_a_snapshot_that_cannot_be_read_is_not_replaced(site):
    site.run()
    site.write("metrics/snapshots/2026-10.json", "{ half a file")
    result = site.run(day="2026-11-20")
    assert result.exit_code == 1
    assert site.snapshots == {"2026-10.json": "{ half a file"}


def test_a_folder_that_cannot_be_written_is_told(site, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device", "metrics/snapshots/2026-10.json")

    monkeypatch.setattr(os, "replace", full)
    result = site.run()
    assert result.exit_code == 3
    assert "metrics/snapshots/2026-10.json lässt sich nicht schreiben: No space left on device." in result.stderr
    assert site.snapshots == {}


@pytest.mark.parametrize(
    "arguments",
    [
        ("--month", "2026-13"),
        ("--month", "0000-10"),
        ("--month", "2101-01"),
        ("--month", "October"),
        ("--today", "5.11.2026"),
        ("--lang", "xx"),
    ],
)
def test_a_wrong_use_ends_with_2(site, arguments):
    assert site.run(*arguments).exit_code == 2


def test_without_a_month_nothing_is_done(site):
    assert CliRunner().invoke(refresh, ["--root", str(site.root)]).exit_code == 2


def test_the_day_can_come_from_outside(site, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1793660400")  # 2026-11-03 00:20 in Berlin, the day before elsewhere
    CliRunner().invoke(refresh, ["--month", "2026-10", "--root", str(site.root)])
    assert '"known_on": "2026-11-03"' in site.snapshots["2026-10.json"]


def test_a_demo_export_in_a_strange_shape_is_not_taken(site):
    write_demo_exports(site.root / "metrics" / "exports", until=Month(2026, 10), months=1)
    result = site.run()
    assert result.exit_code == 3
    assert "Es gibt keine Spalte „Score“." in result.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal")
def test_a_terminal_sees_which_source_is_read_and_a_pipe_does_not(site):
    here, there = os.openpty()
    command = [
        sys.executable,
        "-m",
        "chefetage",
        "refresh",
        "--month",
        "2026-10",
        "--root",
        str(site.root),
        "--dry-run",
    ]
    hooks = str(Path(chefetage.__path__[0]).parent)
    environment = {**os.environ, "PYTHONPATH": hooks, "SOURCE_DATE_EPOCH": "1793660400"}
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=there, env=environment, check=True)
    os.close(there)
    seen = os.read(here, 10_000).decode()
    os.close(here)
    assert "survey wird gelesen …" in seen
    assert b"gelesen" not in done.stdout
    assert site.run().stderr == ""


def test_whoever_reads_only_the_beginning_does_not_stop_the_writing(site):
    read, written = os.pipe()
    os.close(read)  # nobody reads at all
    command = [sys.executable, "-m", "chefetage", "refresh", "--month", "2026-10", "--root", str(site.root)]
    hooks = str(Path(chefetage.__path__[0]).parent)
    environment = {**os.environ, "PYTHONPATH": hooks, "SOURCE_DATE_EPOCH": "1793660400"}
    done = subprocess.run(command, stdout=written, stderr=subprocess.PIPE, env=environment, check=False)
    os.close(written)
    assert list(site.snapshots) == ["2026-10.json"]
    assert done.stderr == b""
