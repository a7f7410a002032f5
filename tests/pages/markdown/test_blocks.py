"""Fenced blocks in the team's Markdown."""

from __future__ import annotations

import pytest


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
        ("```metrics\n7\n```", "block-needs-metrics"),
        ("```chart\nmonths: 3\n```", "block-needs-metric"),
        ("```chart\nmetric: nps\nmonths: drei\n```", "block-months"),
        ("```chart\nmetric: nps\nsegment: anlass\n```", "unknown-in-block"),
        ("```chart\nmetric: nps\ncolour: red\n```", "unknown-in-block"),
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
