"""How a text reads, and anchors that exist once."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from chefetage.pages.anchors import with_unique_ids
from chefetage.pages.glossary import alphabetical
from chefetage.pages.reading import minutes, sentences, words


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Unsere Küchen sind schön. Das letzte Teil fehlt.", ["Unsere Küchen sind schön.", "Das letzte Teil fehlt."]),
        ("Bis zum 27. November fehlt ein Teil.", ["Bis zum 27. November fehlt ein Teil."]),
        ("Kommt er? „Vielleicht.“", ["Kommt er?", "„Vielleicht.“"]),
        ("Kosten, z. B. Anfahrten, steigen.", ["Kosten, z. B. Anfahrten, steigen."]),
    ],
)
def test_a_headline_is_divided_into_sentences(line, expected):
    assert sentences(Markup(line)) == expected


def test_a_headline_with_markup_stays_whole():
    line = Markup("<b>Eins ist da.</b> Zwei auch.")
    assert sentences(line) == [line]


def test_charts_and_what_is_folded_away_do_not_count_as_reading():
    html = "<p>Drei kurze Worte</p><svg><text>zwei Worte</text></svg><details><p>noch drei Worte</p></details>"
    assert words(html) == 3


@pytest.mark.parametrize(("number", "expected"), [(0, 1), (200, 1), (320, 2), (1000, 5)])
def test_two_hundred_words_take_a_minute(number, expected):
    assert minutes(number) == expected


def test_headings_give_way_to_items_whose_address_is_a_promise():
    html = '<h2 id="sms">SMS</h2><h3 id="mehr">Mehr</h3><li id="sms"></li><h3 id="mehr">Mehr</h3>'
    assert with_unique_ids(html) == (
        '<h2 id="sms_1">SMS</h2><h3 id="mehr">Mehr</h3><li id="sms"></li><h3 id="mehr_1">Mehr</h3>'
    )


def test_ids_that_are_unique_stay_as_they_are():
    html = '<h2 id="a">A</h2><li id="b"></li>'
    assert with_unique_ids(html) is html


def test_umlauts_sort_with_their_letters():
    assert sorted(["Zug", "Ärger", "Anruf", "Öl", "Ofen"], key=alphabetical) == ["Anruf", "Ärger", "Ofen", "Öl", "Zug"]
