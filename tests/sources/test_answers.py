"""What one cell says."""

import pytest

from chefetage.model.metric import MetricKind
from chefetage.model.source import Column
from chefetage.sources.answers import Question, Verdict


def ask(kind, scale=None, top=(), **how):
    return Question.make(kind, Column(column="Q", **how), scale, top)


NPS = ask(MetricKind.NPS)
CSAT = ask(MetricKind.CSAT, (1, 5), (4, 5))
YES = ask(MetricKind.SHARE, None, ("Ja",))


@pytest.mark.parametrize(
    ("cell", "verdict"),
    [
        ("10", Verdict.PROMOTER),
        ("9.0", Verdict.PROMOTER),
        (" 8\u00a0", Verdict.PASSIVE),
        ("7", Verdict.PASSIVE),
        ("6", Verdict.DETRACTOR),
        ("0", Verdict.DETRACTOR),
        ("", Verdict.MISSING),
        ("\u00a0", Verdict.MISSING),
        ("11", Verdict.OFF_SCALE),
        ("-1", Verdict.OFF_SCALE),
        ("9.5", Verdict.OFF_SCALE),
        ("9,0", Verdict.OFF_SCALE),
        ("1e1", Verdict.OFF_SCALE),
        ("٩", Verdict.OFF_SCALE),
        ("NA", Verdict.OFF_SCALE),
    ],
)
def test_a_score_is_a_whole_number_from_0_to_10_and_nothing_is_guessed(cell, verdict):
    assert NPS.judge(cell) is verdict


@pytest.mark.parametrize("metric_scale", [None, (1, 10)])
def test_the_scale_of_a_recommendation_is_always_0_to_10(metric_scale):
    assert ask(MetricKind.NPS, metric_scale).scale == (0, 10)


@pytest.mark.parametrize("code", ["11", 11, "NA", "11.0"])
def test_a_missing_code_is_no_answer_however_it_is_written(code):
    question = ask(MetricKind.NPS, missing=(code, "NA"))
    assert question.judge("11" if code != "NA" else "NA") is Verdict.MISSING


def test_a_label_stands_for_its_value():
    question = ask(MetricKind.NPS, labels={"10 - Completely\u00a0satisfied": 10, "Blank": 99}, missing=(99,))
    assert question.judge("10 -  Completely satisfied") is Verdict.PROMOTER
    assert question.judge("Blank") is Verdict.MISSING


@pytest.mark.parametrize(
    ("cell", "verdict"),
    [("5", Verdict.COUNTS), ("4", Verdict.COUNTS), ("3", Verdict.COUNTS_NOT), ("6", Verdict.OFF_SCALE)],
)
def test_satisfaction_counts_its_top_answers(cell, verdict):
    assert CSAT.judge(cell) is verdict


@pytest.mark.parametrize(
    ("cell", "verdict"),
    [
        ("Ja", Verdict.COUNTS),
        ("Nein", Verdict.COUNTS_NOT),
        ("I don't remember.", Verdict.COUNTS_NOT),
        ("ja", Verdict.ALMOST),
        ("Ja.", Verdict.ALMOST),
        ("?", Verdict.COUNTS_NOT),
    ],
)
def test_a_word_counts_if_it_is_the_word_and_almost_the_word_is_asked_about(cell, verdict):
    assert YES.judge(cell) is verdict


def test_labels_of_a_share_name_all_the_words_there_are():
    question = ask(MetricKind.SHARE, None, ("Ja",), labels={"Ja": "Ja", "Nein": "Nein", "Yes": "Ja"})
    assert [question.judge(cell) for cell in ("Yes", "Nein", "No")] == [
        Verdict.COUNTS,
        Verdict.COUNTS_NOT,
        Verdict.OFF_SCALE,
    ]


def test_a_share_of_numbers_knows_no_words():
    question = ask(MetricKind.SHARE, None, (4, 5))
    assert question.judge("Sehr zufrieden") is Verdict.OFF_SCALE
    assert question.judge("3") is Verdict.COUNTS_NOT


@pytest.mark.parametrize(
    ("top", "cell", "verdict"),
    [
        ((4, 5), "5: the most challenging part", Verdict.ALMOST),
        ((4, 5), "1: not challenging at all", Verdict.COUNTS_NOT),
        (("5: the most challenging part",), "5", Verdict.ALMOST),
        (("5: the most challenging part",), "4", Verdict.COUNTS_NOT),
        (("3 months or less",), "3 years", Verdict.COUNTS_NOT),
    ],
)
def test_worded_ends_of_a_scale_are_told_from_its_numbers(top, cell, verdict):
    assert ask(MetricKind.SHARE, None, top).judge(cell) is verdict
