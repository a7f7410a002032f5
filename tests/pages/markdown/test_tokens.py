"""Tokens: `{{ metric[.YYYY-MM][.segment.DIMENSION.ID][.field] }}`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chefetage.model.location import Location
from chefetage.model.metric import Unit
from chefetage.pages.markdown.source import mark_source
from chefetage.pages.markdown.token import parse_token


def value(text: str) -> str:
    return f'<span class="ce-num" data-token="nps">{text}</span>'


def test_a_token_in_a_sentence_becomes_the_value(write, found):
    assert write("Sie steht bei {{ nps }} Punkten.") == f"<p>Sie steht bei {value('25')} Punkten.</p>"
    assert found() == []


@pytest.mark.parametrize("raw", ["{{nps}}", "{{  nps  }}"])
def test_spaces_inside_the_braces_do_not_matter(write, raw):
    assert "25" in write(raw)


def test_every_field_says_its_part(write, found):
    html = write(
        "{{ nps.interval }} | {{ nps.n }} | {{ nps.target }} | {{ nps.trend }} | {{ nps.change }} | {{ nps.meaning }}"
    )
    for part in ("17 bis 32", ">400<", ">40<", "noch kein Vergleich möglich", "<strong>45</strong> weiter"):
        assert part in html
    assert found() == []


def test_tokens_work_in_headings_tables_link_texts_emphasis_and_lists(write, found):
    html = write(
        "## Stand {{ nps }}\n\n| a | b |\n|---|---|\n| {{ nps }} | x |\n\n[Wert {{ nps }}](../../docs/method.md)\n\n"
        "**{{ nps }}**\n\n- {{ nps }}\n"
    )
    assert html.count('data-token="nps">25<') == 5
    assert found() == []


def test_tokens_work_in_alt_texts_and_titles(write, found):
    html = write('![Wert {{ nps }}](../../docs/plan.pdf "Heute {{ nps }}")')
    assert 'alt="Wert 25"' in html
    assert 'title="Heute 25"' in html
    assert found() == []


def test_the_value_never_alters_a_headings_anchor(write):
    assert 'id="stand-nps"' in write("## Stand {{ nps }}")


@pytest.mark.parametrize("text", ["`{{ nps }}`", "```\n{{ nps }}\n```", "    {{ nps }}", "~~~~ text\n{{ nps }}\n~~~~"])
def test_tokens_in_code_are_left_alone(write, found, text):
    html = write(text)
    assert "{{ nps }}" in html
    assert "25" not in html
    assert found() == []


def test_a_token_in_raw_html_is_an_error_with_its_place(write, found):
    html = write('Gut.\n\n<div class="x">\n{{ nps }}\n</div>\n')
    assert found() == ["13:1 token-in-html"]
    assert "{{ nps }}" in html


def test_a_token_in_a_tags_attribute_is_an_error(write, found):
    write('Ein <b title="{{ nps }}">Wort</b>.')
    assert found() == ["10:15 token-in-html"]


def test_a_token_in_an_address_is_an_error(write, found):
    write("[Seite](../metrics/{{nps}}.md)")
    assert "10:20 token-in-address" in found()


@pytest.mark.parametrize(
    "raw", ["{{ NPS }}", "{{ nps", "{{ nps.foo }}", "{{ }}", "{{ nps.2026-13 }}", "{{nps.segment.x}}"]
)
def test_a_malformed_token_is_an_error_with_its_place(write, found, raw):
    html = write(f"Zeile eins.\nUnd {raw}")
    assert found() == ["11:5 malformed-token"]
    assert "{{" in html


@pytest.mark.parametrize(
    ("raw", "meant"),
    [
        ("{{ NPS }}", "{{ nps }}"), ("{{ nps.chang }}", "{{ nps.change }}"), ("{{ nsp.Trend }}", "{{ nps.trend }}"),
        ("{{ nps.2026-04.intervall }}", "{{ nps.2026-04.interval }}"), ("{{ nps.2026-13 }}", None), ("{{ nps", None),
        ("{{ x.change }}", None), ("{{ }}", None),
    ],
)  # fmt: skip
def test_a_malformed_token_is_told_with_what_was_meant(write, context, raw, meant):
    write(raw)
    problem = context.studio.findings.problems[0]
    if problem.id == "malformed-token":
        assert problem.params["nearest"] == meant
    else:
        assert (problem.id, meant) == ("unknown-in-token", None)


@pytest.mark.parametrize("text", ["nps }}", "}}", "{{ nps }} und nps }}", "**nps }}**", "{ nps }}"])
def test_closing_braces_without_opening_ones_are_an_error_with_their_place(write, found, text):
    html = write(text)
    assert found() == [f"10:{text.rindex('}}') + 1} malformed-token"]
    assert "}}" in html


def test_braces_that_open_and_close_around_others_are_reported_once(write, found):
    html = write("{{ a {{ nps }} b }} c")
    assert found() == ["10:1 malformed-token"]
    assert ">25<" in html
    assert html.count("}}") == 1


def test_closing_braces_in_code_are_left_alone(write, found):
    assert "}}" in write("`nps }}` und\n\n    }}\n")
    assert found() == []


def test_an_unknown_metric_is_an_error_with_the_nearest_match(write, context):
    write("{{ npss }}")
    (problem,) = context.studio.findings.problems
    assert (problem.id, problem.params["nearest"]) == ("unknown-in-token", "nps")


def test_an_unknown_dimension_or_group_is_an_error(write, found):
    write("{{ nps.segment.anlass.fitting }} {{ nps.segment.occasion.fittig }}")
    assert found() == ["10:1 unknown-in-token", "10:34 unknown-in-token"]


def test_a_segment_has_its_own_value(write, found):
    assert ">396<" in write("{{ nps.segment.occasion.fitting.n }}")
    assert found() == []


def test_a_hidden_value_prints_the_word_and_is_no_error(write, found):
    assert "zu wenige Antworten" in write("{{ nps.segment.occasion.online }}")
    assert found() == []


def test_a_month_without_data_prints_the_word_and_is_no_error(write, found):
    assert "noch kein Wert" in write("{{ nps.2020-01 }}")
    assert found() == []


def test_what_is_inserted_is_escaped(context, write):
    context.project.metrics["nps"] = context.project.metrics["nps"].model_copy(
        update={"meaning": {"de": "*{value}* & {n}"}, "unit": Unit.PERCENT}
    )
    assert "&lt;b&gt;" in write("{{ nps.2020-01 }} &lt;b&gt;")
    assert "<em>25\u00a0%</em>" in write("{{ nps.meaning }}")  # the team's own Markdown stays Markdown
    assert 'alt="25\u00a0% &amp; 400"' in write("![{{ nps.meaning }}](../../docs/plan.pdf)")


def test_a_short_text_without_markup_is_only_escaped(context):
    assert str(context.line_of("Zwei < drei & {{ nps }}", Location("x"))) == (
        'Zwei &lt; drei &amp; <span class="ce-num" data-token="nps">25</span>'
    )


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Co")), max_size=80))
def test_any_text_is_marked_without_loss(text):
    marked = mark_source(text, Location("x"), frozenset())
    restored = marked.text
    for index, token in enumerate(marked.tokens):
        restored = restored.replace(f"\ue000{index}\ue001", token.raw)
    assert restored == text


@given(st.text(max_size=40))
def test_any_text_between_braces_is_read_or_refused(text):
    parse_token(text)


def test_what_looks_like_a_tag_in_a_short_text_is_text(context):
    html = str(context.line_of("Ein *wichtiger* <script>alert(1)</script> & <b onclick=x>Satz</b>", Location("x")))
    assert "<em>wichtiger</em>" in html
    assert "<script" not in html
    assert "<b" not in html


def test_a_short_text_that_begins_like_a_list_stays_a_sentence(context):
    assert str(context.line_of("2026. Ein *Jahr*.", Location("x"))) == "2026. Ein <em>Jahr</em>."
    assert str(context.line_of("- 5 *Punkte*", Location("x"))) == "- 5 <em>Punkte</em>"


@pytest.mark.parametrize("raw", ["{{{ nps }}}", "{{ {{ nps }} }}", "{ {{ nps }} }", "{{nps}}{{nps}}", "{{}}", "}}{{"])
def test_braces_in_any_number_never_stop_the_page(write, raw):
    assert write(f"Wert {raw}.").startswith("<p>Wert ")
