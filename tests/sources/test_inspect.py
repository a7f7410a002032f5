"""`chefetage inspect`, for people who have never seen the file."""

import json

import pytest
import yaml
from click.testing import CliRunner

from chefetage.cli.inspect import inspect
from chefetage.model.source import Source

SURVEY = """Day;Score;Fitting;Complete;Comment
2026-10-01;10;5 – sehr zufrieden;Ja;Alles bestens, danke an Frau Beispiel
2026-10-02;9;4;Ja;
2026-10-03;3;3;Nein;Es fehlte ein Griff
2026-10-04;0;2;Ja;
"""


@pytest.fixture
def run(tmp_path):
    path = tmp_path / "survey.csv"
    path.write_text(SURVEY, "utf-8")

    def inspect_it(*arguments, file=path):
        return CliRunner().invoke(inspect, [str(file), *arguments])

    return inspect_it


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", ["utf-8, Trennzeichen Semikolon, Kopfzeilen: 1, Antwortende: 4", "ganze Zahlen von 0 bis 10"]),
        ("en", ["utf-8, separated by semicolons, header rows: 1, respondents: 4", "whole numbers from 0 to 10"]),
    ],
)  # fmt: skip
def test_a_first_look_says_what_the_file_and_its_columns_hold(run, language, words):
    result = run("--lang", language)
    assert result.exit_code == 0
    for word in words:
        assert word in result.stdout


def test_a_first_look_suggests_what_columns_could_be(run):
    columns = {column["name"]: column for column in json.loads(run("--json").stdout)["columns"]}
    assert {name: column["suggestion"] for name, column in columns.items()} == {
        "Day": "date",
        "Score": "nps",
        "Fitting": "csat",
        "Complete": "share",
        "Comment": None,
    }
    assert (columns["Complete"]["words"], columns["Complete"]["rare_words"]) == ({}, 2)


@pytest.mark.parametrize(
    ("language", "words"),
    [("de", "„Ja“ (8), „Nein“ (5), 2 seltene, nicht gezeigt"), ("en", "“Ja” (8), “Nein” (5), 2 rare ones, not shown")],
)
def test_a_word_is_shown_once_it_came_five_times(tmp_path, run, language, words):
    path = tmp_path / "words.csv"
    path.write_text("Done,Text\n" + "Ja,a\n" * 8 + "Nein,a\n" * 5 + "Erika Mustermann,a\nMax,a\n")
    result = run("--lang", language, file=path)
    assert words in result.stdout
    assert "Mustermann" not in result.stdout


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_free_text_is_never_shown(run, form):
    assert "Beispiel" not in run(*form).output
    assert "Griff" not in run(*form).output


def test_numbers_that_are_no_scale_are_not_told(tmp_path, run):
    path = tmp_path / "telephone.csv"
    path.write_text("Telephone\n" + "".join(f"0170{number}\n" for number in range(1000, 1200)))
    result = run("--json", file=path)
    (column,) = json.loads(result.stdout)["columns"]
    assert (column["holds"], column["low"], column["high"]) == ("numbers", None, None)
    assert "170" not in run(file=path).stdout
    path.write_text("Telephone,Born\n01701234567,1961\n01707654321,1984\n")
    assert {(column["low"], column["high"]) for column in json.loads(run("--json", file=path).stdout)["columns"]} == {
        (None, None)
    }


@pytest.mark.parametrize(
    ("written", "formats"),
    [
        ("14.10.2026", ["%d.%m.%Y"]),
        ("10/14/2026", ["%m/%d/%Y"]),
        ("10/11/2026", ["%m/%d/%Y", "%d/%m/%Y"]),
        ("10/14/2026 07:40:47 PM", ["%m/%d/%Y %I:%M:%S %p"]),
        ("2026-10-14 07:40:47", [""]),
        ("12/31/1899 09:30:00 AM", []),
    ],
)
def test_days_are_recognised_and_doubt_about_them_is_told(tmp_path, run, written, formats):
    path = tmp_path / "days.csv"
    path.write_text(f"Day,Score\n{written},9\n{written},8\n")
    assert json.loads(run("--json", file=path).stdout)["columns"][0]["date_formats"] == formats


def test_a_column_comes_to_a_value_with_its_interval(run):
    result = run("--column", "Score", "--kind", "nps")
    assert "2 Befürworter (9–10), 0 Unentschiedene (7–8), 2 Kritiker (0–6)" in result.stdout
    assert "0,0 (−65,7 bis 65,7), angepasstes Wald-Verfahren, 95\u00a0%" in result.stdout


def test_the_entry_to_paste_is_one_that_can_be_read(run):
    result = run(
        "--column", "Fitting", "--kind", "csat", "--label", "5 – sehr zufrieden=5", "--missing", "99", "--json"
    )
    ((name, entry),) = yaml.safe_load(json.loads(result.stdout)["entry"]).items()
    source = Source.model_validate({"id": name, **entry})
    assert (source.date, source.file) == ("Day", "exports/{month}.csv")
    assert source.metrics["my-metric"].labels == {"5 – sehr zufrieden": 5}
    assert source.metrics["my-metric"].missing == (99,)


def test_the_lines_for_the_metric_come_along(run):
    result = run("--column", "Complete", "--kind", "share", "--top", "Ja")
    assert result.stdout.endswith("kind: share\ntop: [Ja]\n")


def test_other_scales_can_be_said(run):
    found = json.loads(run("--column", "Score", "--kind", "csat", "--scale", "0-10", "--top", "10", "--json").stdout)
    assert (found["k"], found["n"]) == (1, 4)


@pytest.mark.parametrize(
    "arguments",
    [
        ("--column", "Score"),
        ("--kind", "nps"),
        ("--column", "Complete", "--kind", "share"),
        ("--column", "Score", "--kind", "nps", "--top", "9"),
        ("--column", "Score", "--kind", "csat", "--scale", "5"),
        ("--column", "Score", "--kind", "csat", "--scale", "5-1"),
        ("--label", "no value"),
        ("--only", "=value"),
        ("--delimiter", ";;"),
        ("--header-rows", "4"),
        ("--kind", "mean"),
    ],
)
def test_a_wrong_use_ends_with_2(run, arguments):
    assert run(*arguments).exit_code == 2


def test_a_file_that_cannot_be_read_ends_with_3(run, tmp_path):
    for file in (tmp_path / "nowhere.csv", tmp_path):
        result = run(file=file)
        assert (result.exit_code, result.stdout) == (3, "")
        assert "[file-missing]" in result.stderr


def test_answers_that_cannot_be_end_with_1_and_no_value(run):
    result = run("--column", "Score", "--kind", "csat")
    assert result.exit_code == 1
    assert "survey.csv:2:2: Fehler: „10“" in result.stderr
    assert "%" not in result.stdout


def test_nobody_answering_is_said(tmp_path, run):
    path = tmp_path / "empty.csv"
    path.write_text("Score,Text\n,a\n")
    assert "Niemand hat geantwortet" in run("--column", "Score", "--kind", "nps", file=path).stdout
