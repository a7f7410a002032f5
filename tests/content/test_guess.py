"""Proposals for what was probably meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chefetage.content import guess
from chefetage.model.nearest import nearest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14.10.2026", "2026-10-14"), ("14. 10. 2026", "2026-10-14"), ("14/10/26", "2026-10-14"),
        ("20261014", "2026-10-14"), ("2026/10/14", "2026-10-14"), ("2026-1-5", "2026-01-05"),
        ("2026-10-14 08:00:00", "2026-10-14"), ("31.02.2026", None), ("gestern", None), ("", None),
    ],
)  # fmt: skip
def test_days(text, expected):
    assert guess.day(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10/2026", "2026-10"), ("10.2026", "2026-10"), ("2026/10", "2026-10"), ("202610", "2026-10"),
        ("2026-1", "2026-01"), ("2026-10-14", "2026-10"), ("14.10.2026", "2026-10"), ("2026-13", None),
        ("Oktober", None),
    ],
)  # fmt: skip
def test_months(text, expected):
    assert guess.month(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,5", "1.5"), ("140.000", "140000"), ("140.000 €", "140000"), ("140.000,50", "140000.50"),
        ("1,200,000", "1200000"),
        ("12 000", "12000"), ("−5", "-5"), ("83 %", "83"), ("ca. 12", None), ("zwölf", None), ("1.2.3.4", None),
        ("", None),
    ],
)  # fmt: skip
def test_numbers(text, expected):
    assert guess.number(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("140.000", True), ("1,000,000", True), ("0.125", False), ("1.5", False)]
)
def test_numbers_with_separators_between_thousands(text, expected):
    assert guess.is_grouped(text) is expected


@given(st.text())
def test_nothing_that_is_written_makes_a_guess_fail(text):
    for proposal in (guess.day(text), guess.month(text), guess.number(text)):
        assert proposal is None or proposal


def test_the_nearest_word_is_found_whatever_its_case():
    assert nearest("Kriss-2041", ["kriss-2014", "hult-2017"]) == "kriss-2014"
    assert nearest("NPS", ["nps", "csat"]) == "nps"
    assert nearest("xyz", ["nps", "csat"]) is None
    assert nearest("n" * 1000, ["n" * 1000]) is None
