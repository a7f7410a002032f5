"""What one point is worth: a range from what causes nothing to what causes all, with everything it supposes."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from chefetage.model.retention import Retention
from chefetage.pages.point import ASSUMED, ERRORS

ORACLE = {
    "id": "worth", "customers": 100_000, "revenue": 240, "margin": 1, "as_of": "2026-09-30",
    "promoters": {"linked": 1000, "lost": 80}, "passives": {"linked": 800, "lost": 96},
    "detractors": {"linked": 400, "lost": 80}, "source": {"de": "von Controlling verknüpft", "en": "linked by Finance"},
}  # fmt: skip


def page(small, language="de", **facts):
    site = small.render(small.edition(), retention=Retention.model_validate(ORACLE | facts))
    assert site.problems == []
    return site[f"{language}/value/point.html"]


def test_every_way_to_gain_a_point_has_its_worth_with_the_error_of_sampling(small):
    words = page(small).words
    for told in ("19.000 €", "8.000 bis 30.000 €", "9.600 €", "14.000 €", "4.800 €"):
        assert told in words


def test_it_starts_where_the_experience_causes_nothing(small):
    words = page(small).words
    assert "zwischen 0 € und 30.000 € Deckungsbeitrag" in words
    for share in ("0 %", "25 %", "50 %", "75 %", "100 %"):
        assert share in words


def test_the_contribution_margin_is_applied(small):
    assert "9.600 €" in page(small, margin=0.5).words
    assert "50 %" in page(small, margin=0.5).part("ce-define", "dl")


def test_all_that_is_supposed_and_all_that_is_wrong_elsewhere_stands_there_in_full(small):
    for language in ("de", "en"):
        document = page(small, language)
        assert document.html.count("<li>") >= len(ASSUMED) + len(ERRORS)
    assert "35.000 €" in page(small).words
    assert "240.000 €" in page(small).words


def test_a_slider_that_needs_a_script_is_hidden_until_there_is_one(small):
    form = page(small).all("form")[0]
    assert "hidden" in form
    assert [cell["data-value"] for cell in page(small).all("dd") if "data-value" in cell] == ["19200", "9600", "14400"]


def test_a_euro_sign_stands_where_the_language_puts_it(small):
    assert "€19,000" in page(small, "en").words
    assert page(small, "en").all("form")[0]["data-euro"] == "€{n}"


def test_the_page_of_costs_leads_there_and_without_numbers_there_is_no_page(small):
    with_numbers = small.render(small.edition(), retention=Retention.model_validate(ORACLE))
    assert "point.html" in with_numbers["de/value/index.html"].links
    without = small.render(small.edition())
    assert "de/value/point.html" not in without.pages
    assert "point.html" not in without["de/value/index.html"].links


def test_more_customers_lost_than_followed_are_refused():
    with pytest.raises(ValidationError):
        Retention.model_validate(ORACLE | {"promoters": {"linked": 5, "lost": 6}})
