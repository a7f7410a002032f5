"""Fenced blocks in the team's Markdown."""

from __future__ import annotations

import pytest

from chefetage.model.base import Prose
from chefetage.model.location import Location


def test_a_block_is_replaced_by_the_part_it_names(write, found):
    assert write("Davor.\n\n```quote\nleaky\n```\n\nDanach.") == "<p>Davor.</p>\n<q>leaky</q>\n<p>Danach.</p>"
    assert found() == []


def test_a_block_needs_no_blank_lines_around_it(write):
    assert write("Davor.\n```quote\nid: leaky\n```\nDanach.") == "<p>Davor.</p>\n<q>leaky</q>\n<p>Danach.</p>"


@pytest.mark.parametrize("content", ["nps", "- nps", "[nps]", "metrics: [nps]"])
def test_metrics_are_named_in_any_usual_way(write, found, content):
    assert write(f"```metrics\n{content}\n```") == "<b>nps</b>"
    assert found() == []


def test_a_chart_knows_metric_months_and_segment(write, found):
    assert write("```chart\nmetric: nps\nmonths: 12\nsegment: occasion\n```") == "<i>nps 12 occasion</i>"
    assert write("```chart\nnps\n```") == "<i>nps 24 -</i>"
    assert found() == []


@pytest.mark.parametrize(
    ("block", "check"),
    [
        ("```quote\nleeky\n```", "unknown-in-block"),
        ("```quote\n```", "block-needs-id"),
        ("```quote\n[a, b]\n```", "block-needs-id"),
        ("```quote\na: [\n```", "invalid-block"),
        ("```metrics\nnps, npx\n```", "unknown-in-block"),
        ("```metrics\nnps: 7\n```", "block-needs-metrics"),
        ("```chart\nmonths: 3\n```", "block-needs-metric"),
        ("```chart\nmetric: nps\nmonths: drei\n```", "block-months"),
        ("```chart\nmetric: nps\nsegment: anlass\n```", "unknown-in-block"),
        ("```chart\nmetric: nps\ncolour: red\n```", "unknown-in-block"),
        ("```chart\nmetric: nps\nsegment: [occasion]\n```", "unknown-in-block"),
        ("```metrics\n- [nps]\n```", "block-needs-metrics"),
        ("```quote\n2026-02-30\n```", "unknown-in-block"),
        ("```quote\n" + "[" * 5000 + "\n```", "invalid-block"),
    ],
)
def test_a_mistake_in_a_block_is_reported_at_its_line(write, found, block, check):
    write(f"Text.\n\n{block}\n")
    assert found() == [f"12:1 {check}"]


def test_other_fences_stay_code(write, found):
    assert "<code" in write("```python\n{{ nps }}\n```")
    assert found() == []


def test_a_block_inside_another_fence_is_code(write):
    html = write("````\n```quote\nleaky\n```\n````")
    assert "<q>" not in html


def test_a_block_inside_itself_is_an_error_and_ends(write, context, found):
    context.studio.environment.loader.mapping["blocks/quote.html"] = "{{ c.prose_of(item.body['de']) }}"
    body = Prose("```quote\nleaky\n```", Location("briefings/quotes/leaky.md", 3))
    context.project.quotes["leaky"] = context.project.quotes["leaky"].model_copy(update={"body": {"de": body}})
    write("```quote\nleaky\n```")
    assert found() == ["3:1 block-in-itself"]


@pytest.mark.parametrize("fence", ["```yaml\na: 1\n\nb: 2\n```", "~~~\na: 1\n\nb: 2\n~~~", "````\na: 1\n\nb: 2\n````"])
def test_code_keeps_its_blank_lines(write, fence):
    html = write(f"Davor.\n\n{fence}\n\nDanach.")
    assert "<pre><code" in html
    assert "a: 1\n\nb: 2\n</code></pre>" in html


@pytest.mark.parametrize("name", ["qoute", "quotes", "Quote", "metric"])
def test_a_misspelt_block_is_hinted_at(write, found, name):
    write(f"```{name}\nleaky\n```")
    assert found() == ["10:1 misspelt-block"]


@pytest.mark.parametrize("name", ["python", "yaml", "text", "", "json"])
def test_code_in_a_language_is_no_misspelt_block(write, found, name):
    write(f"```{name}\nleaky\n```")
    assert found() == []
