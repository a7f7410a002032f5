"""What search gets to read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from chefetage.outputs.search import without_drawings


def test_charts_are_left_out_and_words_stay():
    html = '<p>Eins</p><svg class="a"><svg><text>36</text></svg><path/></svg><p>Zwei</p><svg/></svg>Drei'
    assert without_drawings(html) == "<p>Eins</p><p>Zwei</p>Drei"


@given(st.text(alphabet="<>/svg ab", max_size=60))
def test_a_text_without_charts_stays_as_it_is(text):
    if "<svg" not in text and "</svg>" not in text:
        assert without_drawings(text) == text
