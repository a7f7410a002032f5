"""Drawings are taken apart: nothing gets into a page that acts or fetches."""

from __future__ import annotations

import pytest

from chefetage.charts.vega.clean import clean
from chefetage.charts.vega.plotter import NotPlottedError

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 20">'


def cleaned(inside: str) -> str:
    return str(clean(f"{HEAD}{inside}</svg>", "ce-plot", 'Ein "Satz" <b>', "p1"))


def test_a_drawing_is_one_picture_with_one_label():
    html = cleaned(
        '<g role="graphics-object" aria-label="X-axis titled"><path aria-label="a: 1" d="M0,0h1" fill="#fff"/></g>'
    )
    assert html == (
        '<svg data-search-exclude class="ce-plot" viewBox="0 0 10 20" width="10" height="20" role="img"'
        ' aria-label="Ein &#34;Satz&#34; &lt;b&gt;"><path d="M0,0h1" fill="#fff"/></svg>'
    )


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<style>@import 'https://example.org'</style>",
        "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>",
        '<a xlink:href="javascript:alert(1)"><path d="M0,0"/></a>',
        '<image href="https://example.org/a.png"/>',
        '<use href="https://example.org/a.svg#a"/>',
        '<animate attributeName="x"/>',
        "<set/>",
        "<!-- comment --><?php x?>",
        '<x:g xmlns:x="urn:other"><x:path d="M0,0"/></x:g>',
    ],
)
def test_what_acts_or_fetches_is_gone(inside):
    assert cleaned(inside).replace("</svg>", "").count("<") == 1


@pytest.mark.parametrize(
    "attribute",
    [
        'onload="alert(1)"', 'href="#a"', 'xlink:href="https://example.org"', 'fill="url(https://example.org/#a)"',
        'style="background:url(https://example.org)"', 'class="ce-key"', 'fill="url(&#39;//example.org&#39;)"',
        'stroke="expression(alert(1));&quot;"', 'filter="url(#a)"', 'cursor="pointer"',
    ],
)  # fmt: skip
def test_attributes_that_act_or_fetch_are_gone(attribute):
    assert '<path d="M0,0h1"/>' in cleaned(f'<path d="M0,0h1" {attribute}/>')


def test_ids_are_counted_anew_and_stay_together():
    inside = '<defs><clipPath id="clip17"><rect width="1"/></clipPath></defs><path d="M0,0" clip-path="url(#clip17)"/>'
    assert '<clipPath id="p1-0">' in cleaned(inside)
    assert 'clip-path="url(#p1-0)"' in cleaned(inside)
    assert cleaned(inside) == cleaned(inside.replace("clip17", "clip4"))


def test_words_stay_words_on_one_line():
    assert "<text>&lt;script&gt; &amp; „so“</text>" in cleaned("<text>&lt;script&gt;\n\n &amp; „so“</text>")


@pytest.mark.parametrize("svg", ["", "<html/>", "<svg/>", HEAD, f"<!DOCTYPE svg [<!ENTITY a 'b'>]>{HEAD}&a;</svg>"])
def test_what_is_no_drawing_is_refused(svg):
    with pytest.raises(NotPlottedError):
        clean(svg, "ce-plot", "", "p")


@pytest.mark.parametrize(
    "attribute",
    [
        'stroke-width="2"', 'stroke-dasharray="1,4"', 'fill-opacity="0.5"', 'font-weight="bold"', 'fill="var(--ce-ac)"',
        'stroke="#123abc"', 'transform="translate(1.5,-2) rotate(-90)"', 'text-anchor="end"', 'stroke-linecap="round"',
    ],
)  # fmt: skip
def test_how_a_part_looks_is_kept(attribute):
    assert attribute in cleaned(f'<path d="M0,0h1" {attribute}/>')


def test_what_a_chart_says_of_one_label_goes_before_the_style_sheet():
    assert '<text style="font-size:20px;fill:var(--ce-bad)">x</text>' in cleaned(
        '<text font-size="20px" fill="var(--ce-bad)" font-family="serif">x</text>'
    )


def test_coordinates_have_no_more_decimals_than_a_pixel_needs():
    assert 'd="M0.33,10h-2.5"' in cleaned('<path d="M0.333333,9.9999999h-2.5"/>')
