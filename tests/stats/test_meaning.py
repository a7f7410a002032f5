"""The numbers in a metric's plain sentence."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chefetage.model.metric import MetricKind, Unit
from chefetage.model.month import Month
from chefetage.stats.figures import figure
from chefetage.stats.meaning import _of_100, placeholder_names, placeholders

OCTOBER = Month(2026, 10)


def test_a_score_in_plain_numbers(workshop):
    project = workshop.metric().answers("2026-10", 180, 140, 80).build()
    assert placeholders(figure(project, "nps", OCTOBER)) == {
        "value": Decimal(25),
        "low": Decimal(17),
        "high": Decimal(32),
        "n": 400,
        "promoters": 180,
        "passives": 140,
        "detractors": 80,
        "promoters_of_100": 45,
        "passives_of_100": 35,
        "detractors_of_100": 20,
    }


def test_a_share_in_plain_numbers(workshop):
    project = workshop.metric("csat", MetricKind.CSAT).answers("2026-10", 198, 240, metric="csat").build()
    assert placeholders(figure(project, "csat", OCTOBER)) == {
        "value": Decimal(83),
        "low": Decimal(77),
        "high": Decimal(87),
        "n": 240,
        "k": 198,
        "rest": 42,
        "k_of_100": 83,
        "rest_of_100": 17,
    }


def test_from_a_thousand_answers_on_values_have_a_decimal(workshop):
    project = workshop.metric().answers("2026-10", 1800, 1400, 801).build()
    numbers = placeholders(figure(project, "nps", OCTOBER))
    assert (str(numbers["value"]), str(numbers["low"])) == ("25.0", "22.6")


@pytest.mark.parametrize(("answers", "told"), [((3, 2, 1), {"n": 6}), ((0, 0, 0), {"n": 0}), ((2, 1, 0), {})])
def test_what_must_not_be_shown_is_not_told(workshop, answers, told):
    project = workshop.metric().answers("2026-10", *answers).build()
    assert placeholders(figure(project, "nps", OCTOBER)) == told


KINDS = {
    MetricKind.CES: ({"answer-7": 60, "answer-5": 30, "answer-1": 10}, {"scale": (1, 7), "unit": Unit.SCALE}),
    MetricKind.MEAN: ({"answer-2": 60, "answer-1": 30}, {"scale": (1, 2), "unit": Unit.SCALE}),
    MetricKind.NPS: ({"promoters": 50, "passives": 30, "detractors": 20}, {}),
    MetricKind.COMPLAINT_RATE: (
        {"k": 37, "exposure": 12400},
        {"unit": Unit.PER_THOUSAND, "exposure": {"de": "Bestellungen"}},
    ),
    MetricKind.TIME_TO_RESOLUTION: (
        {"closed-3": 30, "closed-12": 30, "open-5": 4},
        {"unit": Unit.HOURS, "clock": {"de": "Kalenderstunden"}},
    ),
    MetricKind.COUNT: ({"count": 1234}, {"unit": Unit.COUNT}),
    MetricKind.MONEY: ({"amount": 19234, "n": 71}, {"unit": Unit.EURO}),
    MetricKind.FCR: ({"k": 50, "n": 80}, {"window_days": 7}),
}


def figure_of(workshop, kind):
    stats, facts = KINDS.get(kind, ({"k": 50, "n": 80}, {}))
    project = workshop.metric("any", kind, **facts).stats("2026-10", stats, metric="any").build()
    return figure(project, "any", OCTOBER)


@pytest.mark.parametrize("kind", list(MetricKind))
def test_the_names_are_those_that_get_a_number(workshop, kind):
    found = figure_of(workshop, kind)
    assert placeholders(found).keys() == placeholder_names(found.metric)


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (MetricKind.CES, {"value": "5.8", "n": "100", "answer_7": "60", "answer_2": "0", "answer_7_of_100": "60"}),
        (MetricKind.COMPLAINT_RATE, {"value": "3.0", "n": "12400", "k": "37", "exposure": "12400"}),
        (MetricKind.TIME_TO_RESOLUTION, {"value": "12", "n": "64", "closed": "60", "open": "4"}),
        (MetricKind.COUNT, {"value": "1234", "n": "1234"}),
        (MetricKind.MONEY, {"value": "19000", "n": "71"}),
    ],
)
def test_every_kind_has_numbers_of_its_own(workshop, kind, told):
    numbers = placeholders(figure_of(workshop, kind))
    assert {name: str(numbers[name]) for name in told} == told


def test_of_a_hundred_customers_is_after_weighting(workshop):
    stats = {"k": 60, "n": 80, "weight-k": 20_000_000, "weight-n": 80_000_000, "squares": 100_000_000}
    project = workshop.metric("any", MetricKind.SHARE).stats("2026-10", stats, metric="any").build()
    numbers = placeholders(figure(project, "any", OCTOBER))
    assert (numbers["k"], numbers["rest"]) == (60, 20)
    assert (numbers["k_of_100"], numbers["rest_of_100"], numbers["value"]) == (25, 75, 25)


parts = st.dictionaries(st.sampled_from(["detractors", "passives", "promoters"]), st.integers(0, 999), min_size=2)


@given(parts.filter(lambda counts: any(counts.values())))
def test_of_a_hundred_customers_none_gets_lost(counts):
    shared_out = _of_100(counts)
    assert sum(shared_out.values()) == 100
    assert all(abs(shared_out[part] - 100 * counts[part] / sum(counts.values())) < 1 for part in counts)


def test_of_equal_remainders_the_least_welcome_part_is_rounded_up():
    assert _of_100({"detractors": 1, "passives": 198, "promoters": 1}) == {
        "detractors": 1,
        "passives": 99,
        "promoters": 0,
    }


@given(st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_a_share_of_a_hundred_is_the_share_as_rounded(share):
    k, n = share
    assert _of_100({"k": k, "rest": n - k})["k"] == (200 * k + n) // (2 * n)
