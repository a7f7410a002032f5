"""Survey tools recognised by the shape of their exports, and what each of them calls no customer's response."""

import io
import zipfile
from datetime import UTC, date

import pytest

from chefetage.model.metric import MetricKind
from chefetage.model.source import Column
from chefetage.sources.answers import Question
from chefetage.sources.counting import count_answers
from chefetage.sources.findings import Findings
from chefetage.sources.request import Request, Wanted
from chefetage.sources.table import Looking, read_table

REAL = [
    ("qualtrics/qualtRics_sample.csv", "qualtrics", 3),
    ("qualtrics/qualtRics_sample_legacy.csv", "qualtrics", 2),
    ("surveymonkey/k8s_contribex-survey-2019.ip-masked.csv", "surveymonkey", 2),
    ("surveymonkey/k8s_contribex-survey-2018.csv", "surveymonkey", 1),
    ("cncf/CNCF Maintainers Survey 2023 H1.csv", "surveymonkey", 2),
    ("cncf/CNCF_Maintainers_Survey_2020_H1.csv", "surveymonkey", 2),
    ("cncf/results-h1.csv", "google-forms", 1),
    ("google_forms/spack-user-survey-2022-responses.csv", "google-forms", 1),
    ("google_forms/spack-user-survey-2022-responses.xlsx", "google-forms", 1),
    ("limesurvey/RSE_2017_uk_public_data.csv", "limesurvey", 1),
    ("surveygizmo/20160115235816-SurveyExport.csv.gz", "alchemer", 1),
    ("touchpoints/sample_cx_responses_upload_with_bom.csv", "touchpoints", 1),
    ("carpentries/longterm_October2017.csv", "plain", 1),
    ("../open_data/cfpb/complaints-subset.csv", "plain", 1),
]


@pytest.mark.parametrize(("file", "vendor", "headers"), REAL)
def test_real_exports_are_recognised(fixtures, file, vendor, headers):
    findings = Findings(file)
    table = read_table(fixtures / "exports" / file, findings)
    assert (table.vendor.id, len(table.header.rows)) == (vendor, headers)
    assert not findings.errors


@pytest.mark.parametrize(
    ("header", "vendor"),
    [
        ("ID;Startzeit;Fertigstellungszeit;E-Mail;Name;Wie zufrieden sind Sie?", "microsoft-forms"),
        ("ID,Start time,Completion time,Email,Name,How satisfied are you?", "microsoft-forms"),
        ("#,How likely?,Start Date (UTC),Submit Date (UTC),Network ID", "typeform"),
        ("Zeitstempel,Wie zufrieden?", "google-forms"),
        ("id,submitdate,lastpage,startlanguage,q1", "limesurvey"),
        ("Response ID,Time Started,Date Submitted,Status,Q1", "alchemer"),
        ("StartDate,EndDate,Status,Progress,Finished,ResponseId,Q1", "qualtrics"),
        ("CASE;SERIAL;QUESTNNR;MODE;STARTED;A101;FINISHED", "sosci"),
        ("lfdn;external_lfdn;tester;dispcode;lastpage;v_1", "unipark"),
        ("kunde,note", "plain"),
    ],
)
def test_others_are_recognised_by_their_first_row(table, header, vendor):
    width = header.count(";" if ";" in header else ",")
    read, findings = table(header + "\n" + ("," if ";" not in header else ";").join("1" * (width + 1)) + "\n")
    assert (read.vendor.id, findings.errors) == (vendor, ())


def count(read, findings, only=None):
    wanted = Wanted(Column(column="Q1"), Question.make(MetricKind.NPS, Column(column="Q1"), None, ()))
    request = Request({"nps": wanted}, UTC, date(2026, 11, 20), only=only or {})
    return count_answers(read, request, [None], findings)


QUALTRICS = "StartDate,EndDate,Status,Progress,Finished,ResponseId,Q1\n"


@pytest.mark.parametrize(
    ("status", "problem"),
    [("Survey Preview", "status-preview"), ("1", "status-preview"), ("Survey Test", "status-test"),
     ("Spam", "status-spam")],
)  # fmt: skip
def test_a_preview_is_an_error_that_names_row_and_column_and_the_line_to_paste(table, status, problem):
    usual = "0" if status == "1" else "IP Address"
    rows = f"2026-10-01,2026-10-01,{usual},100,True,R_1,9\n2026-10-01,2026-10-01,{status},100,True,R_2,0\n"
    read, findings = table(QUALTRICS + rows)
    count(read, findings)
    (error,) = findings.errors
    assert (error.id, error.location.line, error.location.column) == (problem, 3, 3)
    quoted = '"0"' if usual == "0" else usual
    assert error.params["line"] == f"only: {{Status: {quoted}}}"
    read, findings = table(QUALTRICS + rows)
    counted = count(read, findings, {"Status": usual})
    assert (findings.errors, counted.kept) == ((), 1)


def test_german_tools_tests_are_errors_too(table):
    sosci = "CASE,QUESTNNR,MODE,STARTED,Q1,FINISHED\nNumber,Questionnaire,Mode,Started,Recommend?,Finished\n"
    read, findings = table(sosci + "11,base,pretest,2026-10-01,9,1\n12,base,interview,2026-10-01,9,0\n")
    assert len(read.header.rows) == 2
    count(read, findings)
    assert [(error.id, error.location.line) for error in findings.errors] == [("status-test", 3)]
    assert [hint.id for hint in findings.hints] == ["status-partial"]
    read, findings = table("lfdn,tester,dispcode,Q1\n1,0,31,9\n2,1,31,9\n3,0,22,9\n")
    count(read, findings)
    assert [(error.id, error.location.line) for error in findings.errors] == [("status-test", 3)]
    assert [hint.id for hint in findings.hints] == ["status-partial"]


@pytest.mark.parametrize(
    ("second", "is_header"),
    [("Number,Recommend?,Satisfied?", True), ("1,n/a,9", False), (",n/a,n/a", True), ("1,,", False)],
)
def test_a_second_header_of_a_tool_that_nobody_knows_is_not_counted(table, second, is_header):
    _, findings = table(f"ID,Q1,Q2\n{second}\n" + "".join(f"{n},{n % 11},{n % 5 + 1}\n" for n in range(2, 9)))
    assert [error.location.line for error in findings.errors] == ([2] if is_header else [])


def test_broken_off_responses_count_and_are_said(table):
    read, findings = table("Time Started,Date Submitted,Status,Q1\na,b,Complete,9\na,b,Partial,8\n")
    count(read, findings)
    assert ([hint.id for hint in findings.hints], findings.errors) == (["status-partial"], ())


@pytest.mark.parametrize("word", ["Average", "Total:", "MEAN", "Durchschnitt", "Summe", "Mittelwert"])
def test_an_evaluation_below_the_answers_is_an_error_with_its_row(table, word):
    read, findings = table(f"Kunde,Q1\na,9\nb,8\n{word},8.5\n")
    assert [number for number, _ in read.rows(findings)] == [2, 3]
    assert [(error.id, error.location.line) for error in findings.errors] == [("row-footer", 4)]


def test_a_customer_called_total_is_a_customer(table):
    read, findings = table("Marke,Q1\na,9\nTotal,8\nb,7\n")
    assert len(list(read.rows(findings))) == 3
    assert not findings.errors


def test_an_average_without_a_name_is_no_answer(table):
    read, findings = table("Kunde,Q1\na,9\nb,8\n,8.5\n")
    count(read, findings)
    assert [(error.location.line, error.location.column) for error in findings.errors] == [(4, 2)]


def test_a_lonely_number_below_a_gap_is_an_error_and_counted_by_who_only_looks(table):
    read, findings = table("Timestamp,Q1,Q2\na,9,x\nb,8,x\n,,\n,8,\n")
    assert [number for number, _ in read.rows(findings)] == [2, 3, 5]
    (error,) = findings.errors
    assert (error.id, error.location.line, error.location.column) == ("row-detached", 5, 2)
    looking, seen = Looking(), Findings("x")
    assert len(list(read.rows(seen, looking))) == 3
    assert ([hint.id for hint in seen.hints], seen.errors, looking.blank) == (["row-detached"], (), 1)


@pytest.mark.parametrize(
    ("text", "problem", "row"),
    [
        ("Respondent ID,Collector ID,Q,\n123,4,9,text\n", "second-header-missing", 2),
        ("Response,Open-Ended Response,Response\n9,text,8\n", "first-header-missing", 1),
    ],
)
def test_a_missing_header_row_is_an_error(table, text, problem, row):
    _, findings = table(text)
    assert [(error.id, error.location.line) for error in findings.errors] == [(problem, row)]


def test_a_second_header_row_is_never_counted_as_a_respondent(fixtures):
    findings = Findings("x.csv")
    read_table(fixtures / "exports" / "cncf" / "CNCF Maintainers Survey 2023 H1.csv", findings, 1)
    assert [(error.id, error.location.line) for error in findings.errors] == [("header-counted", 2)]


@pytest.mark.parametrize(
    "text",
    [
        "Answer Choices,Responses\nYes,50%\n",
        "How satisfied?,,\nAnswer Choices,Responses,\nYes,50%,10\n",
        "Antwortoptionen;Beantwortungen\nJa;50 %\n",
    ],
)
def test_a_tools_own_evaluation_is_refused(table, text):
    read, findings = table(text)
    assert (read, [error.id for error in findings.errors]) == (None, ["summary-file"])


@pytest.mark.parametrize(("year", "respondents", "blank"), [(2022, 182, 0), (2025, 245, 100)])
def test_a_workbook_holds_what_the_csv_holds(fixtures, year, respondents, blank):
    def rows(form):
        file = fixtures / "exports" / "google_forms" / f"spack-user-survey-{year}-responses.{form}"
        findings, looking = Findings("x"), Looking()
        found = []
        for _, cells in read_table(file, findings).rows(findings, looking):
            answers = [" ".join(cell.split()) for cell in cells[1:]]
            while answers and not answers[-1]:  # a workbook leaves out empty columns at the end
                answers.pop()
            found.append(answers)
        return found, looking.blank

    (found, passed_over), (other, _) = rows("csv"), rows("xlsx")
    assert found == other
    assert (len(found), passed_over) == (respondents, blank)


def test_an_archive_that_is_no_workbook_is_refused(table):
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("survey.csv", "Score\n9\n")
    read, findings = table(archive.getvalue())
    assert (read, [error.id for error in findings.errors]) == (None, ["archive"])


def test_a_workbook_that_would_grow_without_end_is_refused_before_it_is_unpacked(table):
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b"0" * 210_000_000)
    read, findings = table(archive.getvalue())
    assert (read, [error.id for error in findings.errors]) == (None, ["file-too-large"])


def test_a_parquet_file_is_read_with_its_types(tmp_path):
    duckdb = pytest.importorskip("duckdb")
    path = tmp_path / "answers.parquet"
    duckdb.sql("SELECT DATE '2026-10-14' AS Day, 9 AS Q1, 2.5 AS W, NULL AS Leer").write_parquet(str(path))
    findings = Findings("answers.parquet")
    read = read_table(path, findings)
    assert read.header.names == ("Day", "Q1", "W", "Leer")
    assert list(read.rows(findings)) == [(2, ["2026-10-14", "9", "2.5", ""])]
    path.write_bytes(path.read_bytes()[:80])
    findings = Findings("answers.parquet")
    assert read_table(path, findings) is None
    assert [error.id for error in findings.errors] == ["unreadable-file"]


@pytest.mark.parametrize(("module", "head"), [("python_calamine", b"PK\x03\x04"), ("duckdb", b"PAR1")])
def test_without_the_extra_one_sentence_says_how_to_install_it(table, monkeypatch, module, head):
    monkeypatch.setitem(__import__("sys").modules, module, None)
    read, findings = table(head + b"rest")
    assert (read, [error.id for error in findings.errors]) == (None, ["extra-missing"])


ROWS = "".join(f"2026-10-{day:02},{day % 11},Nord\n" for day in range(1, 20))


@pytest.mark.parametrize(
    ("above", "titles"),
    [
        ("NPS Report,,\nOktober 2026,,\n,,\nDay,Score,Region\n", 3),
        ("NPS Report\n\nDay,Score,Region\n", 2),
    ],
)
def test_a_title_above_the_table_is_told(table, above, titles):
    _, findings = table(above + ROWS)
    (error,) = findings.errors
    assert (error.id, error.params["count"]) == ("title-above", titles)


@pytest.mark.parametrize("rows", [ROWS, "9\n8\n7\n10\n9\n0\n8\n", "3;7\n" * 9])
def test_a_table_without_a_header_is_refused(table, rows):
    _, findings = table(rows)
    assert [error.id for error in findings.errors] == ["header-missing"]


@pytest.mark.parametrize("header", ["Day,Score,Region", "Day,2025,Region", "Region,2025,2026", "Day,1,Region"])
def test_years_and_single_numbers_may_name_columns(table, header):
    rows = ROWS if header.startswith("Day") else "".join(f"Nord,{n},{n}\n" for n in range(9))
    _, findings = table(f"{header}\n{rows}")
    assert findings.errors == ()


def test_one_column_of_words_with_commas_is_no_title(table):
    _, findings = table("Comment\n" + "well, good, fine\nok\nbad, slow\n" * 9)
    assert findings.errors == ()
