"""What cannot be trusted is refused, with the row, the column and the remedy."""

import ast
from pathlib import Path

import pytest

import chefetage.sources
from chefetage.locales import available, speak
from chefetage.model.metric import MetricKind
from chefetage.model.month import Month
from chefetage.sources.words import finding_lines


def places(refreshed):
    return [(error.id, error.location.line, error.location.column) for error in refreshed.errors]


def said(refreshed, language="de"):
    return "\n".join(finding_lines(refreshed.errors, speak(language)))


def test_a_missing_file_says_where_it_belongs(desk):
    desk.source = {"file": "exports/{month}.csv"}
    refreshed = desk.try_refresh()
    assert places(refreshed) == [("file-missing", 1, 1)]
    assert "metrics/exports/2026-10.csv" in said(refreshed)
    assert refreshed.snapshot is None


def test_all_missing_columns_are_named_together(desk, make_dimension):
    desk.dimensions = {"region": make_dimension(north="Nord")}
    desk.source = {"date": "Day", "period": None, "only": {"Status": "ok"}}
    desk.export("Scores,Region\n9,Nord\n")
    refreshed = desk.try_refresh()
    assert [error.params["wanted"] for error in refreshed.errors] == ["Status", "Day", "Group", "Score"]
    assert refreshed.errors[-1].params["nearest"] == "Scores"


def test_a_column_that_is_there_twice_is_refused(desk):
    desk.export("Score,Text,Score\n9,a,8\n")
    assert places(desk.try_refresh()) == [("column-ambiguous", 1, 3)]


def test_an_answer_off_the_scale_is_told_once_with_its_first_row(desk):
    desk.export("Text,Score\na,9\nb,11\nc,10\nd,11\n")
    refreshed = desk.try_refresh()
    assert places(refreshed) == [("answer-off-scale", 3, 2)]
    assert refreshed.errors[0].params["count"] == 2
    assert "metrics/october.csv:3:2: Fehler: „11“ in der Spalte „Score“" in said(refreshed)
    assert "2-mal" in said(refreshed)
    assert "occurs 2 times, first in row 3" in said(refreshed, "en")


def test_a_mistyped_answer_brings_the_right_one_to_mind(desk, make_metric):
    desk.metrics = [make_metric("solved", MetricKind.SHARE, top=("Ja",))]
    desk.source = {"metrics": {"solved": {"column": "Score", "labels": {"Ja": "Ja", "Nein": "Nein"}}}}
    desk.export("Score\nJa\n" + "Nien\n" * 5 + "ja\n")
    refreshed = desk.try_refresh()
    assert places(refreshed) == [("answer-off-scale", 3, 1), ("answer-almost", 8, 1)]
    assert [error.params["nearest"] for error in refreshed.errors] == ["Nein", "Ja"]


def test_what_customers_wrote_is_never_repeated(desk):
    verbatim = "Der Monteur Herr Beispiel war sehr freundlich und hat alles erklärt."
    desk.export(f'Score\n9\n"{verbatim}"\n')
    refreshed = desk.try_refresh()
    assert places(refreshed) == [("answers-free-text", 3, 1)]
    assert "Beispiel" not in said(refreshed)


def test_telephone_numbers_are_counted_and_not_repeated(desk):
    desk.export("Score\n9\n" + "".join(f"0170{number}\n" for number in range(1000, 1020)) + "11\n")
    refreshed = desk.try_refresh()
    assert places(refreshed) == [("answers-unshown", 3, 1), ("answer-off-scale", 23, 1)]
    assert refreshed.errors[0].params["count"] == 20
    assert "170" not in said(refreshed)


def test_a_code_that_is_far_from_the_scale_is_repeated_once_it_came_often(desk):
    desk.export("Score\n9\n" + "99\n" * 4)
    assert "99" not in said(desk.try_refresh())
    desk.export("Score\n9\n" + "99\n" * 5)
    assert "„99“" in said(desk.try_refresh())


@pytest.mark.parametrize("times", [1, 30])
def test_a_few_names_are_not_repeated_however_often_they_came(desk, make_dimension, make_metric, times):
    names = "".join(f"{name},{name},{name}\n" for name in ("Erika Mustermann", "Max Beispiel")) * times
    desk.metrics = [make_metric("solved", MetricKind.SHARE, top=("Ja",))]
    desk.dimensions = {"region": make_dimension(north="Nord")}
    desk.source = {"metrics": {"solved": {"column": "Score", "labels": {"Ja": "Ja"}}}, "only": {"Status": "erledigt"}}
    desk.export("Score,Group,Status\nJa,Nord,Beispiel\n" + names)
    assert "Mustermann" not in said(desk.try_refresh())
    desk.source = {"metrics": {"solved": {"column": "Score", "labels": {"Ja": "Ja"}}}}
    refreshed = desk.try_refresh()
    assert {error.id for error in refreshed.errors} == {"answers-unshown", "segment-unshown"}
    assert "Mustermann" not in said(refreshed) + said(refreshed, "en")
    assert "Beispiel" not in said(refreshed)


def test_a_metric_that_its_source_does_not_list_is_told_once(desk, make_metric):
    desk.metrics = [make_metric(), make_metric("solved"), make_metric("lost", source="nowhere")]
    desk.source = {"metrics": {"nps": {"column": "Score"}}}
    desk.scores({9: 10})
    hints = desk.try_refresh().hints
    assert [(hint.id, hint.params) for hint in hints] == [
        ("metric-unlisted", {"metric": "solved", "source": "survey"}),
        ("metric-unlisted", {"metric": "lost", "source": "nowhere"}),
    ]
    for language in available():
        assert "metrics/sources.yml" in "\n".join(finding_lines(hints, speak(language)))


def test_a_column_of_many_different_words_is_not_repeated_either(desk):
    desk.export("Score\n" + "".join(f"Name{letter}\n" for letter in "abcdefghijklm"))
    refreshed = desk.try_refresh()
    assert places(refreshed) == [("answers-free-text", 2, 1)]
    assert "Name" not in said(refreshed)


@pytest.mark.parametrize(
    ("cell", "problem"), [("14.10.2026", "date-bad"), ("2026-02-30", "date-bad"), ("", "date-empty")]
)
def test_a_day_that_is_none_is_refused(desk, cell, problem):
    desk.source = {"date": "Day", "period": None}
    desk.export(f"Score,Day\n9,2026-10-01\n8,{cell}\n")
    assert places(desk.try_refresh()) == [(problem, 3, 2)]


def test_of_what_stands_in_place_of_a_day_only_the_form_is_told(desk):
    desk.source = {"date": "Day", "period": None}
    desk.export("Score,Day\n9,Der Monteur kam um 8\n8,31/12/26\n7,+49 170 1234567\n6,5 Okt 1961\n")
    text = said(desk.try_refresh())
    assert all(secret not in text for secret in ("Monteur", "31", "170", "1961"))
    assert all(form in text for form in ("„00/00/00“", "„+00 000 0000000“", "„0 xxx 0000“"))


def test_a_group_that_segments_do_not_know_is_refused(desk, make_dimension):
    desk.dimensions = {"region": make_dimension(north="Nord", south="Süd")}
    desk.export("Score,Group\n9,Nord\n8,Sued\n7,Sued\n6,\n")
    refreshed = desk.try_refresh()
    assert places(refreshed) == [("segment-unknown", 3, 2)]
    assert refreshed.errors[0].params == {
        "answer": "Sued", "column": "Group", "dimension": "region", "count": 2, "nearest": "Süd",
    }  # fmt: skip


def test_a_column_that_is_no_segment_is_not_repeated(desk, make_dimension):
    desk.dimensions = {"region": make_dimension(north="Nord")}
    desk.export("Score,Group\n" + "".join(f"9,Name{letter}\n" for letter in "abcdefghijklm"))
    refreshed = desk.try_refresh()
    assert places(refreshed) == [("segments-unknown", 2, 2)]
    assert "Name" not in said(refreshed)


def test_an_export_without_respondents_is_refused(desk):
    desk.export("Score\n\n")
    assert places(desk.try_refresh()) == [("no-rows", 1, 1)]


def test_a_filter_that_keeps_nobody_is_refused(desk):
    desk.source = {"only": {"Status": "complete"}}
    desk.export("Score,Status\n9,Complete\n8,Partial\n")
    refreshed = desk.try_refresh()
    assert places(refreshed) == [("nobody-kept", 1, 2)]
    assert refreshed.errors[0].params["nearest"] == "Complete"


def test_filters_that_never_agree_are_refused(desk):
    desk.source = {"only": {"Status": "ok", "Finished": "yes"}}
    desk.export("Score,Status,Finished\n9,ok,no\n8,open,yes\n")
    assert places(desk.try_refresh()) == [("nobody-kept-by-all", 1, 1)]


def test_a_month_in_which_nobody_answered_is_more_likely_the_wrong_file(desk):
    desk.source = {"date": "Day", "period": None}
    desk.export("Score,Day\n9,2026-08-01\n8,2026-09-30\n")
    refreshed = desk.try_refresh()
    assert places(refreshed) == [("no-rows-in-month", 1, 1)]
    assert "2026-08-01 bis 2026-09-30" in said(refreshed)


def test_answers_of_other_months_may_be_as_wrong_as_they_like(desk):
    desk.source = {"date": "Day", "period": None, "only": {"Done": "1"}}
    desk.export("Score,Day,Done\n99,2026-09-30,1\n,,0\n" + "9,2026-10-01,1\n" * 9)
    assert desk.try_refresh().snapshot.metrics["nps"].groups["all"][0].stats["promoters"] == 9


def test_a_month_that_has_not_begun_is_refused(desk):
    desk.scores({9: 10})
    assert places(desk.try_refresh(month=Month(2027, 1))) == [("month-ahead", 1, 1)]


def test_time_does_not_run_backwards(desk):
    desk.scores({9: 10})
    desk.refresh(day=20)
    assert places(desk.try_refresh(day=3)) == [("known-later", 1, 1)]


def _calls(node):
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", None)


def test_every_finding_has_words_in_every_language():
    ids = {
        argument.value
        for file in Path(chefetage.sources.__path__[0]).rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call) and _calls(node) in {"error", "_error", "hint", "Trouble", "Problem"}
        for argument in node.args[:3]
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    }
    assert len(ids) > 15
    for language in available():
        for problem_id in ids:
            knows = speak(language).knows
            assert knows(f"commands.sources.{problem_id}") or knows(f"commands.media.trouble.{problem_id}")


def test_the_commands_say_the_same_things_in_every_language():
    keys = {language: set(speak(language).texts("commands")) for language in available()}
    assert len(set(map(frozenset, keys.values()))) == 1
