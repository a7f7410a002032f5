"""How easily a text reads."""

from __future__ import annotations

import pytest

from chefetage.locales import available
from chefetage.locales.reading import hard_below, reading_ease, syllables

SYLLABLES = [
    ("de", "Haus", 1), ("de", "Küche", 2), ("de", "Bauteil", 2), ("de", "Quelle", 2), ("de", "Kundenbindung", 4),
    ("de", "Aktion", 3), ("de", "hm", 1), ("en", "make", 1), ("en", "table", 2), ("en", "asked", 1),
    ("en", "needed", 2),
    ("en", "customer", 3), ("en", "recommendation", 5), ("en", "the", 1),
]  # fmt: skip


@pytest.mark.parametrize(("language", "word", "count"), SYLLABLES)
def test_syllables_are_counted_by_their_vowels(language, word, count):
    assert syllables(word, language) == count


def test_german_follows_amstad():
    # Four words, five syllables: 180 − 4 − 58.5 · 5 / 4.
    assert reading_ease(["Das Haus ist fertig."], "de") == pytest.approx(102.875)


def test_english_follows_flesch():
    # Six words, six syllables: 206.835 − 1.015 · 6 − 84.6.
    assert reading_ease(["The cat sat on the mat."], "en") == pytest.approx(116.145)


def test_longer_sentences_and_longer_words_are_harder():
    for language in available():
        easy = reading_ease(["Das ist gut.", "Das ist gut."], language)
        assert easy > reading_ease(["Das ist gut. Das ist gut."], language)
        assert easy > reading_ease(["Das Bearbeitungsverfahren.", "Das ist gut."], language)


def test_a_text_without_words_has_no_ease():
    assert reading_ease([], "de") is None
    assert reading_ease(["12 – 14"], "de") is None


def test_every_language_says_what_is_hard():
    assert all(0 < hard_below(language) < 100 for language in available())
