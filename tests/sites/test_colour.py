"""A company's colour can be read, on paper and on a dark screen."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from chefetage.sites.colour import PAPER, SCREEN, contrast, on_paper, on_screen

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def test_contrast_is_that_of_the_guidelines():
    assert contrast("#000000", "#ffffff") == 21
    assert contrast("#ffffff", "#ffffff") == 1
    assert round(contrast("#767676", "#ffffff"), 2) == 4.54


@given(COLOURS)
def test_every_colour_becomes_readable(colour):
    assert contrast(on_paper(colour), PAPER) >= 4.5
    assert contrast(on_screen(colour), SCREEN) >= 7


def test_a_colour_that_can_be_read_stays_as_it_is():
    assert on_paper("#1e4fa3") == "#1e4fa3"
    assert on_screen("#9dbcf5") == "#9dbcf5"
