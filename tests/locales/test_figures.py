"""Numbers in texts."""

from __future__ import annotations

from decimal import Decimal

import pytest

from chefetage.locales.figures import claimed_figure, figures, spoken_figures

READ = [
    ("de", "1.400 statt 600", ["1400", "600"]), ("en", "1,400 instead of 600", ["1400", "600"]), ("de", "2,5", ["2.5"]),
    ("en", "2.5", ["2.5"]), ("de", "1.234.567,8", ["1234567.8"]), ("en", "r = −.52", ["0.52"]),
    ("de", "1 400", ["1400"]),
    ("de", "16:30 Uhr", []), ("en", "at 4.30 pm", []), ("de", "Regel 1.3.2", []), ("de", "am 27.11.2026", []),
    ("de", "am 4. Mai 2026", ["4", "2026"]), ("de", "A4 und x2", []), ("de", "95.000 €", ["95000"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "values"), READ)
def test_digits_are_read_as_the_language_writes_them(language, text, values):
    assert [figure.value for figure in figures(text.replace("1 400", "1\u202f400"), language)] == list(
        map(Decimal, values)
    )


def test_a_number_knows_where_it_stands():
    (figure,) = figures("Es sind 1.400.", "de")
    assert (figure.written, figure.start) == ("1.400", 8)


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("de", "zwölf Monate", 12),
        ("de", "zweimal", 2),
        ("de", "beide", 2),
        ("en", "twelve months", 12),
        ("en", "twice", 2),
    ],
)
def test_words_stand_for_numbers(language, text, value):
    assert Decimal(value) in spoken_figures(text, language)


@pytest.mark.parametrize(
    ("language", "text", "written"),
    [
        ("de", "Gut 80 % sagen ja.", "80 %"),
        ("de", "80 Prozentpunkte", "80 Prozentpunkte"), ("de", "5-mal so viel", "5-mal so"),
        ("de", "2 Mio. € im Jahr", "2 Mio. €"), ("de", "1.500 €", "1.500 €"), ("de", "999 €", None),
        ("de", "870-mal gemessen", None),
        ("de", "80 Prozessschritte", None), ("de", "im Jahr 2026", None), ("en", "€2 million", "€2 million"),
        ("en", "£1,500", "£1,500"),
        ("en", "5 times as many", "5 times as"), ("en", "a 3-fold rise", "3-fold"),
        ("en", "€540", None), ("en", "80 kitchens", None),
    ],
)  # fmt: skip
def test_a_share_a_multiple_and_much_money_are_claims(language, text, written):
    found = claimed_figure(text, language)
    assert (found.written if found else None) == written
