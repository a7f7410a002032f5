"""A source that cannot be read: the others are written if it may be missed, and what was known is marked."""

import json

import pytest
from click.testing import CliRunner

from chefetage.cli.refresh import refresh
from chefetage.content import read_project

METRIC = """name: {{de: {name}, en: {name}}}
kind: nps
question: {{de: Würden Sie uns empfehlen?, en: Would you recommend us?}}
unit: points
direction: up
cadence: month
owner: {{de: Leitung Kundenerlebnis, en: Head of CX}}
source: {source}
meaning: {{de: Von 100 Kunden …, en: Of 100 customers …}}
"""
SOURCES = """survey:
  name: {{de: Befragung, en: Survey}}
  file: exports/survey-{{month}}.csv
  period: file
  metrics: {{nps: {{column: Score}}}}
shop:
  name: {{de: Filialen, en: Shops}}
  optional: {optional}
  file: exports/shop-{{month}}.csv
  period: file
  metrics: {{shop: {{column: Score}}}}
"""


class Site:
    """Two sources, each with a metric of its own."""

    def __init__(self, root, optional="true"):
        self.root = root
        (root / "metrics" / "exports").mkdir(parents=True)
        (root / "mkdocs.yml").write_text("site_name: x\nextra: {chefetage: {languages: [de, en]}}\n")
        (root / "brand.yml").write_text("company: Lindenried\n")
        (root / "metrics/nps.yml").write_text(METRIC.format(name="Empfehlung", source="survey"))
        (root / "metrics/shop.yml").write_text(METRIC.format(name="Filiale", source="shop"))
        (root / "metrics/sources.yml").write_text(SOURCES.format(optional=optional))
        (root / "metrics/core.yml").write_text("2026: [nps, shop]\n")
        self.export("survey")
        self.export("shop")

    def export(self, source, promoters=40, month="2026-10"):
        (self.root / f"metrics/exports/{source}-{month}.csv").write_text("Score\n" + "9\n" * promoters + "3\n" * 20)

    def lose(self, source, month="2026-10"):
        (self.root / f"metrics/exports/{source}-{month}.csv").unlink()

    def run(self, *arguments, day="2026-11-03", month="2026-10"):
        return CliRunner().invoke(
            refresh, ["--month", month, "--root", str(self.root), "--today", day, *arguments], catch_exceptions=False
        )

    def month(self, month="2026-10"):
        return json.loads((self.root / f"metrics/snapshots/{month}.json").read_text("utf-8"))["metrics"]

    @property
    def snapshots(self):
        return {path.name: path.read_bytes() for path in (self.root / "metrics").glob("snapshots/*")}


@pytest.fixture
def site(tmp_path):
    return Site(tmp_path)


def test_the_others_are_written_and_the_last_known_value_is_marked(site):
    site.run()
    before = site.month()["shop"]["groups"]
    site.lose("shop")
    site.export("survey", 60)
    result = site.run(day="2026-12-07")
    assert result.exit_code == 3
    assert site.month()["shop"] == {**site.month()["shop"], "groups": before, "stale": "2026-12-07"}
    assert site.month()["nps"]["groups"]["all"][-1]["stats"]["promoters"] == 60
    assert "stale" not in site.month()["nps"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "de",
            (
                "Filialen: nicht gelesen, die anderen Quellen schon. "
                "Es gilt weiter der Stand vom 3.\u00a0November\u00a02026 (34 Tage alt)."
            ),
        ),
        (
            "en",
            (
                "Shops: not read, though the other sources were. "
                "What was known on 3\u00a0November\u00a02026 still stands (34 days old)."
            ),
        ),
    ],
)
def test_what_failed_is_told_with_its_age(site, language, words):
    site.run()
    site.lose("shop")
    result = site.run("--lang", language, day="2026-12-07")
    assert words in result.stderr
    assert "metrics/exports/shop-2026-10.csv" in result.stderr


def test_the_value_that_still_stands_is_told(site):
    site.run()
    site.lose("shop")
    assert "Filiale: Quelle nicht lesbar, es bleibt bei 33 (" in site.run(day="2026-11-04").stdout


def test_failing_again_changes_nothing(site):
    site.run()
    site.lose("shop")
    site.run(day="2026-11-04")
    before = site.snapshots
    result = site.run(day="2026-11-05")
    assert (result.exit_code, site.snapshots) == (3, before)
    assert result.stdout == "Oktober 2026: nichts Neues.\n"


def test_a_later_success_takes_the_mark_away(site):
    site.run()
    before = site.snapshots
    site.lose("shop")
    site.run(day="2026-11-04")
    site.export("shop")
    result = site.run(day="2026-11-05")
    assert result.exit_code == 0
    assert "Filiale: Quelle wieder lesbar, unverändert 33 (" in result.stdout
    assert site.snapshots == before


def test_a_later_success_with_other_answers_is_a_revision(site):
    site.run()
    site.lose("shop")
    site.run(day="2026-11-04")
    site.export("shop", 60)
    site.run(day="2026-11-05")
    shop = site.month()["shop"]
    assert [revision["stats"]["promoters"] for revision in shop["groups"]["all"]] == [40, 60]
    assert "stale" not in shop


def test_a_month_that_was_never_read_gets_the_mark_alone(site):
    site.lose("shop")
    result = site.run()
    assert result.exit_code == 3
    assert site.month()["shop"]["groups"] == {}
    assert site.month()["shop"]["stale"] == "2026-11-03"
    assert "Filialen: nicht gelesen, die anderen Quellen schon. Einen früheren Stand gibt es nicht." in result.stderr
    assert "Filiale: Quelle nicht lesbar, noch kein Wert" in result.stdout
    site.export("shop")
    assert "Filiale: neu, 33" in site.run(day="2026-11-04").stdout
    assert "stale" not in site.month()["shop"]


def test_what_is_marked_reads_back_without_a_finding(site):
    site.lose("shop")
    site.run()
    _, problems = read_project(site.root, None)
    assert not [problem for problem in problems if problem.location.path.startswith("metrics/snapshots")]


def test_one_lost_month_of_a_range_marks_all_months_asked_for(site):
    site.export("survey", month="2026-09")
    site.export("shop", month="2026-09")
    site.lose("shop")
    site.run(month="2026-09..2026-10")
    assert [site.month(month)["shop"]["stale"] for month in ("2026-09", "2026-10")] == ["2026-11-03"] * 2


def test_a_source_that_must_not_be_missed_stops_everything(tmp_path):
    site = Site(tmp_path, optional="false")
    site.run()
    before = site.snapshots
    site.lose("shop")
    site.export("survey", 60)
    result = site.run(day="2026-11-04")
    assert (result.exit_code, site.snapshots, result.stdout) == (3, before, "")
    words = "Filialen: nicht gelesen. Es gilt weiter der Stand vom 3.\u00a0November\u00a02026 (einen Tag alt)."
    assert words in result.stderr
    assert "Nichts geschrieben." in result.stderr


def test_a_dry_run_tells_of_the_mark_and_sets_none(site):
    site.run()
    before = site.snapshots
    site.lose("shop")
    result = site.run("--dry-run", day="2026-11-04")
    assert "Quelle nicht lesbar" in result.stdout
    assert (result.exit_code, site.snapshots) == (3, before)


def test_time_does_not_run_backwards_over_a_mark(site):
    site.lose("shop")
    site.run(day="2026-11-20")
    assert site.run(day="2026-11-19").exit_code == 3
    assert "20" in site.run(day="2026-11-19").stderr


def test_a_metric_that_moved_to_another_source_keeps_its_age(site):
    site.run()
    sources = site.root / "metrics/sources.yml"
    sources.write_text(sources.read_text().replace("shop:\n  name", "till:\n  name", 1))
    (site.root / "metrics/shop.yml").write_text(METRIC.format(name="Filiale", source="till"))
    site.lose("shop")
    result = site.run(day="2026-11-05")
    assert result.exit_code == 3
    assert "(2 Tage alt)" in result.stderr
