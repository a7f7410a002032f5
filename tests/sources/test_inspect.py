"""`chefetage inspect`, for people who have never seen the file."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

import chefetage
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
        (
            "de",
            [
                "von keinem bekannten Umfragewerkzeug; CSV in utf-8, Trennzeichen Semikolon; Kopfzeilen: 1",
                "Zeilen unter dem Kopf: 4, davon zählen 4. Spalten: 5",
                "ganze Zahlen von 0 bis 10 → vielleicht eine Weiterempfehlung (--kind nps)",
                "--column Score --kind nps",
            ],
        ),
        (
            "en",
            [
                "from no survey tool that is known; CSV in utf-8, separated by semicolons; header rows: 1",
                "Rows below the header: 4, 4 of them count. Columns: 5",
                "whole numbers from 0 to 10 → perhaps a recommendation (--kind nps)",
                "Next, for example:",
            ],
        ),
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
    assert "Frau" not in run(*form).output
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
    assert result.stdout.endswith("kind: share\ntop: [Ja]\nunit: percent\n")


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
        ("--kind", "mean", "--total", "k=Score"),
        ("--kind", "response-rate", "--total", "k=Score"),
        ("--kind", "time-to-resolution", "--opened", "Day"),
        ("--kind", "nps", "--column", "Score", "--opened", "Day", "--closed", "Day"),
        ("--kind", "nps", "--column", "Score", "--statistic", "mean"),
        ("--kind", "mean", "--column", "Score", "--flip"),
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


def told(run, *arguments, file=None):
    result = run(*arguments, "--json", **({} if file is None else {"file": file}))
    return json.loads(result.stdout)


def test_a_mean_takes_the_scale_that_its_answers_are_on_and_says_so(run):
    found = told(run, "--column", "Fitting", "--kind", "mean", "--label", "5 – sehr zufrieden=5")
    assert (found["mean"], found["n"], found["answer-5"], found["of_maximum"]) == (3.5, 4, 1, 70.0)
    assert [problem["id"] for problem in found["problems"]] == ["scale-assumed"]
    assert yaml.safe_load(found["metric"])["scale"] == [1, 5]


def test_a_scale_that_nobody_can_guess_is_asked_for(tmp_path, run):
    path = tmp_path / "far.csv"
    path.write_text("Far\n" + "50\n-50\n" * 20)
    result = run("--column", "Far", "--kind", "mean", file=path)
    assert result.exit_code == 1
    assert "--scale 1-5" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "counts", "value"),
    [
        (("--kind", "csat", "--scale", "1-6", "--flip"), {"k": 60, "n": 90}, 66.667),
        (("--kind", "csat", "--scale", "1-6", "--flip", "--statistic", "mean"), {"answer-6": 30, "answer-5": 30}, 5.0),
        (("--kind", "csat", "--scale", "1-6", "--top", "1,2"), {"k": 60, "n": 90}, 66.667),
        (("--kind", "ces", "--scale", "1-7"), {"answer-7": 0, "answer-1": 30}, 2.0),
    ],
)
def test_school_marks_and_other_scales_are_read_as_they_are_meant(tmp_path, run, arguments, counts, value):
    path = tmp_path / "marks.csv"
    path.write_text("Mark\n" + "1\n2\n3\n" * 30)
    found = told(run, "--column", "Mark", *arguments, file=path)
    assert {name: found[name] for name in counts} == counts
    assert found["value"] == pytest.approx(value, abs=5e-4)
    assert found["low"] < found["value"] < found["high"]


def test_weights_are_reckoned_with_and_weights_of_one_change_nothing(tmp_path, run):
    path = tmp_path / "weighted.csv"
    path.write_text("Score;Weight;One\n10;0,5;1\n9;1,5;1\n0;3;1\n7;1;1\n")
    asked = ("--column", "Score", "--kind", "nps", "--decimal", ",")
    plain = told(run, *asked, file=path)
    weighted, ones = (told(run, *asked, "--weight", name, file=path) for name in ("Weight", "One"))
    assert weighted["value"] == pytest.approx(100 * (2 - 3) / 6)
    assert (weighted["n"], weighted["method"]) == (4, "kish")
    assert weighted["effective_n"] == pytest.approx(36 / 12.5)
    assert [ones[name] for name in ("value", "low", "high")] == pytest.approx(
        [plain[n] for n in ("value", "low", "high")]
    )


def test_rows_that_are_already_counted_are_added_up(tmp_path, run):
    path = tmp_path / "totals.csv"
    path.write_text("Month,Sent,Back\n2026-09,1000,210\n2026-10,1000,190\n")
    found = told(run, "--kind", "response-rate", "--total", "k=Back", "--total", "n=Sent", file=path)
    assert (found["value"], found["low"], found["method"]) == (20.0, 20.0, "counted")
    ((_, entry),) = yaml.safe_load(found["entry"]).items()
    assert (entry["layout"], entry["metrics"]["my-metric"]["counts"]) == ("totals", {"k": "Back", "n": "Sent"})
    found = told(run, "--kind", "complaint-rate", "--total", "k=Back", "--total", "exposure=Sent", file=path)
    assert (found["value"], found["unit"]) == (200.0, "per-thousand")


def test_times_amounts_and_counts_are_read(tmp_path, run):
    path = tmp_path / "cases.csv"
    path.write_text(
        "Opened,Closed,Hours,Euro,State\n"
        + "".join(f"2026-10-0{day} 08:00,2026-10-0{day} 1{day}:00,{day + 2},10.5,closed\n" for day in range(1, 8))
        + "2026-10-08 08:00,,5,10.5,open\n"
    )
    for how in (("--opened", "Opened", "--closed", "Closed"), ("--column", "Hours", "--open-when", "State=open")):
        found = told(run, "--kind", "time-to-resolution", *how, file=path)
        assert (found["unit"], found["n"], found["method"]) == ("hours", 8, "kaplan-meier")
    assert told(run, "--kind", "money", "--column", "Euro", file=path)["value"] == 84
    assert told(run, "--kind", "count", file=path)["value"] == 8
    assert told(run, "--kind", "count", "--only", "State=closed", file=path)["value"] == 7


def test_rows_that_are_left_out_are_told_with_the_reason(tmp_path, run):
    path = tmp_path / "gaps.csv"
    path.write_text("Score,Status\n" + "9,complete\n" * 6 + ",\n,\n" + "3,partial\n" * 3)
    found = told(run, "--column", "Score", "--kind", "nps", "--only", "Status=complete", file=path)
    assert (found["rows"], found["kept"], found["dropped"], found["n"]) == (11, 6, 5, 6)
    assert found["dropped_because"] == {"blank": 2, "only": 3}
    text = run("--column", "Score", "--kind", "nps", "--only", "Status=complete", "--lang", "en", file=path).stdout
    assert "Rows below the header: 11, 6 of them count (blank: 2, left out by --only: 3)." in text


@pytest.mark.parametrize(
    ("answers", "options"),
    [
        ([*range(11)] * 3 + [99] * 6, "--kind nps --missing 99"),
        ([*range(11)] * 30 + [11] * 30, "--kind nps --missing 11"),
        ([1, 2, 3, 4, 5] * 50 + [0] * 10 + [6] * 12, "--kind csat --missing 0 --missing 6"),
        ([1, 2, 3, 4, 5] * 20 + ["N/A"] * 9, "--kind csat --missing N/A"),
        ([1, 2, 3, 4, 5, 6] * 20, "--kind csat --scale 1-6"),
        ([2, 3, 4, 5, 6, 7] * 20, "--kind csat --scale 1-7"),
        (
            [2, 3, 4] * 20 + ["1 - never"] * 7 + ["5 - always"] * 7,
            "--kind csat --label '1 - never=1' --label '5 - always=5'",
        ),
    ],
)
def test_codes_for_no_answer_and_worded_ends_are_suspected(tmp_path, run, answers, options):
    path = tmp_path / "codes.csv"
    path.write_text("Question\n" + "".join(f"{answer}\n" for answer in answers))
    assert f"({options})" in run(file=path).stdout


def test_the_day_of_the_answer_is_the_one_the_tool_writes_last(tmp_path, run):
    path = tmp_path / "export.csv"
    path.write_text("Start Date,End Date,Score\n10/14/2026 07:40:47 PM,10/15/2026 07:40:47 PM,9\n")
    entry = yaml.safe_load(told(run, "--column", "Score", "--kind", "nps", file=path)["entry"])["survey"]
    assert (entry["date"], entry["date_format"]) == ("End Date", "%m/%d/%Y %I:%M:%S %p")


def test_responses_that_stand_in_the_file_twice_are_pointed_out(tmp_path, run):
    path = tmp_path / "twice.csv"
    path.write_text("Respondent ID,Score\n1,9\n2,8\n1,9\n1,9\n")
    (problem,) = told(run, file=path)["problems"]
    assert (problem["id"], problem["row"], problem["column"]) == ("respondent-twice", 4, 1)


def test_a_tools_name_and_its_previews_are_told_at_the_first_look(tmp_path, run):
    path = tmp_path / "qualtrics.csv"
    path.write_text(
        "StartDate,Status,ResponseId,Q1\nStart Date,Response Type,Response ID,Recommend?\n"
        '"{""ImportId"":""startDate""}","{""ImportId"":""status""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}"\n'
        "2026-10-01,Survey Preview,R_1,9\n2026-10-02,IP Address,R_2,9\n"
    )
    found = told(run, file=path)
    assert (found["vendor"], found["header_rows"], found["rows"]) == ("qualtrics", 3, 2)
    assert [(p["id"], p["severity"], p["row"]) for p in found["problems"]] == [("status-preview", "hint", 4)]
    refused = told(run, "--column", "Q1", "--kind", "nps", file=path)
    assert (refused["value"], [p["severity"] for p in refused["problems"]]) == (None, ["error"])
    kept = told(run, "--column", "Q1", "--kind", "nps", "--only", "Status=IP Address", file=path)
    assert (kept["n"], kept["problems"]) == (1, [])


def test_an_export_from_an_interface_is_read_record_by_record(tmp_path, run):
    path = tmp_path / "answers.json"
    path.write_text(
        json.dumps({"page": 1, "data": [{"id": n, "pages": [{"id": "p1", "score": n % 11}]} for n in range(33)]})
    )
    found = told(run, "--column", "pages.p1.score", "--kind", "nps", file=path)
    assert (found["format"], found["rows"], found["promoters"]) == ("json", 33, 6)
    entry = yaml.safe_load(found["entry"])["survey"]
    assert (entry["file"], entry["records"]) == ("exports/{month}.json", "data")


def test_the_object_is_whole_even_where_nothing_could_be_read(tmp_path, run):
    found = told(run, file=tmp_path / "nowhere.csv")
    assert (found["vendor"], found["rows"], found["kept"], found["dropped"]) == (None, None, None, None)
    assert [problem["id"] for problem in found["problems"]] == ["file-missing"]


def test_whoever_reads_only_the_beginning_sees_no_error(tmp_path):
    path = tmp_path / "wide.csv"
    path.write_text(",".join(f"Question {number}" for number in range(9000)) + "\n" + "9," * 8999 + "9\n")
    command = f"{sys.executable} -c 'from chefetage.cli import main; main()' inspect {path} | head -n 1"
    own = {**os.environ, "PYTHONPATH": str(Path(chefetage.__file__).parents[1])}
    shown = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, env=own)
    assert "CSV in utf-8" in shown.stdout
    assert shown.stderr == ""


@pytest.mark.parametrize(
    ("file", "named"),
    [
        ("metrics/exports/answers.csv", "exports/answers.csv"),
        ("metrics/exports/2026-10/export-2026-10.csv", "exports/{month}/export-{month}.csv"),
        ("metrics/exports/nps-2026-10.csv", "exports/nps-{month}.csv"),
        ("Downloads/nps.csv.gz", "exports/{month}.csv.gz"),
    ],
)
def test_the_entry_names_the_file_where_it_lies(tmp_path, monkeypatch, run, file, named):
    monkeypatch.chdir(tmp_path)
    (tmp_path / file).parent.mkdir(parents=True)
    (tmp_path / file).write_text(SURVEY)
    found = told(run, "--column", "Score", "--kind", "nps", file=file)
    assert yaml.safe_load(found["entry"])["survey"]["file"] == named


def test_columns_with_one_name_are_pointed_out_before_anybody_asks(tmp_path, run):
    path = tmp_path / "twins.csv"
    path.write_text("Day,Score,,Day,Score\n2026-10-01,9,,2025-10-01,7\n")
    problems = told(run, file=path)["problems"]
    assert [(problem["id"], problem["column"]) for problem in problems] == [("header-twice", 4), ("header-twice", 5)]
    assert told(run, "--column", "Score", "--kind", "nps", file=path)["problems"][0]["id"] == "column-ambiguous"
