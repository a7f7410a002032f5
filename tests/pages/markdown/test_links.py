"""Links between files become links between pages."""

from __future__ import annotations

from html import unescape as html_unescape

import pytest


def test_a_link_to_a_file_leads_to_its_page(write, found):
    assert 'href="../method/index.html"' in write("[Messen](../../docs/method.md)")
    assert 'href="../quotes/index.html#leaky"' in write("[Stimme](../quotes/leaky.md)")
    assert 'href="../plan.pdf"' in write("[Plan](../../docs/plan.pdf)")
    assert found() == []


def test_anchors_are_kept_and_remembered_for_the_check(write, context):
    assert 'href="../method/index.html#grenzen"' in write("[x](../../docs/method.md#grenzen)")
    (link,) = context.studio.findings.links
    assert (link.address, link.anchor) == ("de/method/index.html", "grenzen")


def test_a_link_to_nowhere_is_an_error_with_place_and_nearest_match(write, context):
    write("Zeile.\n\nHier [x](../../docs/methode.md).")
    (problem,) = context.studio.findings.problems
    assert (str(problem.location), problem.id) == ("briefings/editions/2026-10.md:12:10", "broken-link")
    assert problem.params["nearest"] == "docs/method.md"


@pytest.mark.parametrize("target", ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "vbscript:x"])
def test_a_link_that_could_act_is_refused(write, found, target):
    html = write(f"[x]({target})")
    assert target not in html
    assert found() == ["10:5 unsafe-link"]


def test_a_picture_from_another_host_is_refused(write, found):
    write("![x](https://example.org/x.png)")
    assert found() == ["10:6 unsafe-link"]


def test_links_to_the_outside_stay(write, found):
    assert 'href="https://example.org/a?b=1"' in write("[x](https://example.org/a?b=1)")
    assert 'href="mailto:a@example.org"' in write("[x](mailto:a@example.org)")
    assert found() == []


def test_a_malformed_address_is_an_error(write, found):
    write("[x](https://[intranet]/x)")
    assert found() == ["10:5 unsafe-link"]


def test_an_address_to_write_to_may_stand_in_angle_brackets(write, found):
    assert "mailto" in html_unescape(write("<kunden@example.org>"))
    assert found() == []


@pytest.mark.parametrize(
    "raw",
    [
        "<script>alert(1)</script>", "Ein <b onclick=alert(1)>Wort</b>", '<a href="javascript:alert(1)">x</a>',
        "<iframe src=x></iframe>", '<img src="https://example.org/x.png">', "<img/onerror=alert(1) src=x>",
        '<div style="x">y</div>',
    ],
)  # fmt: skip
def test_html_that_could_act_is_refused(write, found, raw):
    write(raw)
    assert [line.split()[1] for line in found()] == ["unsafe-html"]


@pytest.mark.parametrize(
    "raw", ["<b>Wort</b>", '<div class="x">y</div>', "H<sub>2</sub>O", "`<script>`", "    <script>"]
)
def test_harmless_html_and_code_stay(write, found, raw):
    write(raw)
    assert found() == []


def test_attribute_lists_cannot_run_anything(write):
    assert "onclick" not in write("Absatz\n{: onclick=alert(1) .klasse }")


@pytest.mark.parametrize(
    ("text", "check"), [("[x]()", "10:1 empty-link"), ("[x](www.example.org)", "10:5 missing-scheme")]
)
def test_an_address_that_is_not_whole_is_an_error_with_its_own_remedy(write, found, text, check):
    write(text)
    assert found() == [check]
