"""How a column is found by its name."""

import pytest

from chefetage.sources.findings import Findings
from chefetage.sources.header import Header

SPREAD = Header.of(
    [
        ["Day", "Rate the following", "", "", "Do you agree?", "Why?"],
        ["", "Planning", "Fitting", "Other", "Response", "Other"],
    ]
)


def find(header, name):
    findings = Findings("export.csv")
    return header.find(name, findings), findings


@pytest.mark.parametrize(
    ("name", "position"),
    [
        ("Day", 0),
        ("Fitting", 2),
        ("Rate the following – Fitting", 2),
        ("Rate the following – Other", 3),
        ("Why? – Other", 5),
        (" Do you\u00a0agree? ", 4),
    ],
)
def test_a_name_that_stands_once_in_any_row_is_found(name, position):
    found, findings = find(SPREAD, name)
    assert found == position
    assert not findings.failed


def test_a_name_that_stands_twice_is_ambiguous():
    found, findings = find(SPREAD, "Other")
    assert found is None
    (error,) = findings.errors
    assert (error.id, error.location.column, error.params["columns"]) == ("column-ambiguous", 6, "4, 6")


def test_a_question_over_several_columns_is_read_in_its_first_and_that_is_said():
    found, findings = find(SPREAD, "Rate the following")
    assert found == 1
    (hint,) = findings.hints
    assert (hint.id, hint.params["read"], hint.params["other"]) == ("column-spread", "Planning", "Fitting")


def test_a_missing_column_brings_the_nearest_to_mind():
    found, findings = find(SPREAD, "do you agree")
    assert found is None
    (error,) = findings.errors
    assert (error.id, error.params["nearest"]) == ("column-missing", "Do you agree?")


def test_each_column_is_named_by_the_shortest_name_that_finds_it():
    names = [SPREAD.names[at] for at in range(SPREAD.width)]
    assert names == ["Day", "Rate the following", "Fitting", "Rate the following – Other", "Do you agree?", "Why?"]
    assert [find(SPREAD, name)[0] for name in names] == list(range(6))


def test_the_rows_of_qualtrics_all_name_their_columns():
    header = Header.of([["Q1", "Q2"], ["How likely …?", "Why?"], ['{"ImportId":"QID1"}', '{"ImportId":"QID2"}']])
    assert [find(header, name)[0] for name in ("Q1", "How likely …?", '{"ImportId":"QID2"}')] == [0, 0, 1]
