"""Exports as tables: every shape that survey tools write."""

import csv
import gzip
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chefetage.sources.findings import Findings
from chefetage.sources.table import Looking, read_table
from chefetage.sources.text import tidy

SPECTRUM = (
    "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "location_coordinates", "newlines",
    "newlines_crlf", "quotes_and_newlines", "simple", "simple_crlf", "utf8",
)  # fmt: skip


def cells_of(path, **how):
    findings = Findings(path.name)
    table = read_table(path, findings, **how)
    assert table is not None, findings.errors
    rows = [cells for _, cells in table.rows(findings)]
    assert not findings.errors
    return table, rows


@pytest.mark.parametrize("name", SPECTRUM)
def test_the_csv_spectrum_is_read_as_its_authors_mean_it(fixtures, name):
    folder = fixtures / "naughty" / "csv-spectrum"
    table, rows = cells_of(folder / "csvs" / f"{name}.csv")
    expected = json.loads((folder / "json" / f"{name}.json").read_text("utf-8"))
    if name == "location_coordinates":  # the authors' JSON holds another telephone number and county than their CSV
        assert [list(expected), [expected["Location Coordinates"]]] == [list(table.header.rows[0]), [rows[0][1]]]
        return
    assert [dict(zip(table.header.rows[0], cells, strict=True)) for cells in rows] == expected


@settings(deadline=None)  # files are written
@given(
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"])), min_size=3, max_size=3), min_size=1),
)
def test_what_a_tool_writes_is_what_is_read(tmp_path_factory, delimiter, line_end, encoding, written):
    written = [["am " + day, *others] for day, *others in written]
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator=line_end, quoting=csv.QUOTE_ALL)
    writer.writerows([["Day", "Score", "Text"], *written])
    path = tmp_path_factory.mktemp("round") / "trip.csv"
    path.write_bytes(text.getvalue().encode(encoding))
    table, rows = cells_of(path, delimiter=delimiter)
    assert table.header.rows == (("Day", "Score", "Text"),)
    assert rows == written


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found_out(table, delimiter):
    read, _ = table(f"Day{delimiter}Score\n2026-10-01{delimiter}9\n")
    assert read.sheet.delimiter == delimiter


def test_semicolons_in_a_question_do_not_mislead(table):
    read, _ = table('"How satisfied; all in all; are you?",Score\n"fine; thanks",9\n"so; so",5\n')
    assert read.sheet.delimiter == ","


def test_commas_in_unquoted_answers_do_not_mislead(table):
    read, _ = table("Frage;Antwort\na, b, c;9\nd;8\n")
    assert read.sheet.delimiter == ";"


def test_a_single_column_stays_whole_even_with_a_comma_in_its_name(table):
    read, findings = table("Wie zufrieden, alles in allem?\n5\n4\n")
    assert read.header.rows == (("Wie zufrieden, alles in allem?",),)
    assert [cells for _, cells in read.rows(findings)] == [["5"], ["4"]]


def test_a_declared_delimiter_is_taken(table):
    read, _ = table("a;b#c\n1;2#3\n", delimiter="#")
    assert read.header.rows == (("a;b", "c"),)


@pytest.mark.parametrize("delimiter", ['"', "\n"])
def test_what_cannot_be_a_delimiter_is_refused(table, delimiter):
    read, findings = table("a;b\n1;2\n", delimiter=delimiter)
    assert (read, [error.id for error in findings.errors]) == (None, ["delimiter-bad"])


def test_excels_own_hint_at_the_delimiter_is_followed(table):
    read, findings = table("sep=;\r\nScore;Text\r\n9;a,b\r\n")
    assert (read.sheet.delimiter, read.header.rows[0]) == (";", ("Score", "Text"))
    assert list(read.rows(findings)) == [(3, ["9", "a,b"])]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_unicode_is_recognised(table, encoding):
    mark = "\ufeff" if encoding == "utf-16-le" else ""
    read, findings = table((mark + "Größe,Score\nübergroß,9\n").encode(encoding))
    assert read.header.rows[0] == ("Größe", "Score")
    assert not findings.hints


def test_windows_text_is_read_and_reported(table):
    read, findings = table("Größe;Score\nübergroß – „ja“;9\n".encode("cp1252"))
    assert [cells for _, cells in read.rows(findings)] == [["übergroß – „ja“", "9"]]
    assert [hint.id for hint in findings.hints] == ["assumed-encoding"]


def test_a_gzip_file_is_unpacked_whatever_its_name(table):
    read, findings = table(gzip.compress(b"Score\n9\n", mtime=0))
    assert [cells for _, cells in read.rows(findings)] == [["9"]]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"PK\x03\x04rest", "unreadable-file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "unreadable-file"),
        (b'{"data": []}', "file-no-records"),
        (b'[\n  {"id": 1', "file-json-bad"),
        (b"\xef\xbb\xbf<!DOCTYPE html><title>Log in</title>", "web-page"),
        (b"\xff\xfe\x00\x00a\x00\x00\x00", "unknown-encoding"),
        (b"a\x00b\x00,\x00", "unknown-encoding"),
        (b"Score\n\x81\x8d\n", "unknown-encoding"),
        (gzip.compress(b"Score\n9\n" * 99, mtime=0)[:-9], "unreadable-file"),
        (b"", "no-header"),
        (b"\n\n", "no-header"),
        (b",,\n1,2,3\n", "no-header"),
    ],
)
def test_what_is_no_table_is_refused(table, content, problem):
    read, findings = table(content)
    assert read is None
    assert [error.id for error in findings.errors] == [problem]


def test_a_summary_workbook_of_a_vendor_is_refused(fixtures):
    findings = Findings("summary.xlsx")
    assert read_table(fixtures / "exports" / "cncf" / "Cloud_Native_Survey_2021-Part_2.xlsx", findings) is None
    assert [error.id for error in findings.errors] == ["summary-file"]


def test_blank_rows_are_passed_over_and_still_counted_as_rows(table):
    read, findings = table("Score,Text\n9,a\n,\n\n8,b\n\u00a0, \n,\n")
    assert [number for number, _ in read.rows(findings)] == [2, 5]
    assert not findings.failed


def test_rows_are_numbered_as_a_spreadsheet_does_whatever_their_line_breaks(table):
    read, findings = table('Text,Score\n"two\nlines",9\nx,8\n')
    assert [number for number, _ in read.rows(findings)] == [2, 3]


def test_a_row_with_too_many_cells_is_an_error_in_its_first_surplus_cell(table):
    read, findings = table("Text,Score\na, b,9\nc,8\nd,7\ne,6\n")
    assert [cells for _, cells in read.rows(findings)] == [["c", "8"], ["d", "7"], ["e", "6"]]
    (error,) = findings.errors
    assert (error.id, error.location.line, error.location.column) == ("row-long", 2, 3)
    assert error.params == {"cells": 3, "columns": 2}


def test_empty_surplus_cells_are_no_error(table):
    read, findings = table("Text,Score\na,9,\nb,8,,\nc,7\n")
    assert len(list(read.rows(findings))) == 3
    assert not findings.failed


def test_a_row_that_a_line_break_has_torn_apart_is_an_error(table):
    read, findings = table("Day,Text,Score\n1,fine,9\n1,torn\napart,9\n")
    assert [number for number, _ in read.rows(findings)] == [2]
    assert [(error.id, error.location.line) for error in findings.errors] == [("row-short", 3), ("row-short", 4)]


def test_a_quotation_mark_without_its_partner_is_an_error(table):
    read, findings = table('Text,Score\na,9\n"b,8\nc,7\n')
    assert [number for number, _ in read.rows(findings)] == [2]
    assert [(error.id, error.location.line) for error in findings.errors] == [("row-broken", 3)]


def test_many_findings_are_capped_and_counted(table):
    read, findings = table("a,b\n" + "1,2\n" * 9 + "1,2,3\n" * 50)
    list(read.rows(findings))
    assert len(findings.errors) == 21
    assert findings.errors[-1].params == {"count": 30}


@pytest.mark.parametrize(
    ("file", "rows"),
    [
        ("qualtrics/qualtRics_sample.csv", 3),
        ("qualtrics/qualtRics_sample_legacy.csv", 2),
        ("surveymonkey/k8s_contribex-survey-2019.ip-masked.csv", 2),
        ("cncf/CNCF_Ambassadors_Survey_2021.csv", 2),
        ("cncf/CNCF Marketing and Member Survey 1H 2020.csv", 2),
        ("cncf/CNCF Maintainers Survey 2023 H1.csv", 2),
        ("cncf/maintainer-survey-results-2019-h1.csv", 2),
        ("cncf/results-h2-2017.csv", 1),
        ("limesurvey/RSE_2017_uk_public_data.csv", 1),
        ("google_forms/spack-user-survey-2025-responses.csv", 1),
        ("surveygizmo/20160115235816-SurveyExport.csv.gz", 1),
        ("touchpoints/sample_cx_responses_upload_with_bom.csv", 1),
    ],
)
def test_header_rows_of_real_tools_are_found_out(fixtures, file, rows):
    findings = Findings(file)
    table = read_table(fixtures / "exports" / file, findings, None)
    assert len(table.header.rows) == rows
    list(table.rows(findings, Looking()))
    assert not findings.errors


def test_a_header_alone_is_one_row(table):
    read, _ = table("Score,\n")
    assert len(read.header.rows) == 1


def test_space_of_all_kinds_and_composition_make_no_difference():
    assert tidy("\u00a0A\u0308rger \n mit\u202fdem\tAufzug\ufeff ") == "Ärger mit dem Aufzug"
