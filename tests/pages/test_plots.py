"""Charts in Vega-Lite on pages: words, numbers, tables, and what is said of mistakes."""

from __future__ import annotations

import json
from textwrap import dedent

import pytest

from chefetage.charts.vega.plotter import NotInstalledError, NotPlottedError
from chefetage.drawing import Drawings
from chefetage.locales import available, speak
from chefetage.model.dimension import Dimension
from chefetage.pages.site import render_site

from .conftest import Rendered

WORDS = {"title": "Ein Satz sagt es", "description": "Zwei Balken."}
BARS = {
    "data": {"values": [{"ort": "Kassel", "wert": 3.25}, {"ort": "Celle", "wert": 4}]},
    "mark": "bar",
    "encoding": {
        "x": {"field": "ort", "type": "nominal", "title": "Ort"},
        "y": {"field": "wert", "type": "quantitative"},
    },
}
COURSE = {
    "data": {"metric": "nps", "months": 6}, "mark": "line",
    "encoding": {"x": {"field": "month", "type": "temporal"}, "y": {"field": "value", "type": "quantitative"}},
}  # fmt: skip
GROUPS = {
    "data": {"metric": "nps", "segment": "occasion"}, "mark": "bar",
    "encoding": {"y": {"field": "group", "type": "nominal"}, "x": {"field": "value", "type": "quantitative"}},
}  # fmt: skip
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>{}</text></svg>'


class Paper:
    """Draws nothing, and remembers what it was asked for."""

    def __init__(self, fails=None):
        self.tasks, self.fails = [], fails

    def plot(self, task):
        self.tasks.append(task)
        if self.fails:
            raise self.fails
        return SVG.format("gezeichnet")

    def rows(self):
        return self.tasks[0].spec["data"]["values"]


@pytest.fixture
def paper():
    return Paper()


@pytest.fixture
def page(small, paper):
    """Render a standing page with a chart; further items and settings of the project may be given."""

    def write(spec, *items, plotter=None, **given):
        block = spec if isinstance(spec, str) else json.dumps(spec, ensure_ascii=False, indent=1)
        text = f"Davor.\n\n```vega-lite\n{block}\n```\n\nDanach."
        project = small.project(small.standing("plan", text), *items, **given)
        return Rendered(*render_site(project, plotter=plotter or paper))

    return write


def told(rendered) -> list[str]:
    for problem in rendered.problems:
        for language in available():
            assert speak(language).problem(problem).strip()
    return sorted({f"{p.location.path}:{p.location.line} {p.id}" for p in rendered.problems})


def german(rendered):
    return rendered["de/plan.html"]


def test_a_chart_is_a_figure_with_message_note_picture_and_table(page, paper):
    rendered = page({**WORDS, "note": {"de": "Quelle: Zählung", "en": "Source: count"}, **BARS})
    assert told(rendered) == []
    html = german(rendered)
    assert "<h3>Ein Satz sagt es</h3>" in html.html
    assert '<p class="ce-note">Quelle: Zählung</p>' in html.html
    pictures = [each for each in html.all("svg") if "ce-plot" in each["class"]]
    assert [each["class"].split()[1] for each in pictures] == ["ce-plot--wide", "ce-plot--narrow"]
    assert {(each["role"], each["aria-label"]) for each in pictures} == {("img", "Zwei Balken.")}
    assert all("data-search-exclude" in each for each in pictures)
    assert "Ort wert Kassel 3,25 Celle 4,00" in html.part("ce-table", "table")
    assert [task.spec["width"] for task in paper.tasks[:2]] == [640, 340]
    assert "title" not in paper.tasks[0].spec


def test_words_come_in_the_pages_language(page, paper):
    words = {"title": {"de": "Titel", "en": "Title"}, "description": {"de": "Bild", "en": "Picture"}}
    spec = {**words, **BARS, "encoding": {"x": {"field": "ort", "axis": {"title": {"de": "Ort", "en": "Place"}}}}}
    rendered = page(spec)
    assert "<h3>Titel</h3>" in german(rendered).html
    assert paper.rows()[0] == {"ort": "Kassel", "wert": 3.25}
    assert paper.tasks[0].spec["encoding"]["x"]["axis"]["title"] == "Ort"


def test_the_english_page_has_english_words_and_numbers(small, paper):
    spec = {"title": {"de": "Titel", "en": "Title"}, "description": {"de": "Bild", "en": "Picture"}, **BARS}
    plan = small.standing("plan", f"```vega-lite\n{json.dumps(spec)}\n```")
    plan = plan.model_copy(update={"body": {"de": plan.body["de"], "en": plan.body["de"]}})
    rendered = Rendered(*render_site(small.project(plan), plotter=paper))
    english = rendered["en/plan.html"]
    assert "<h3>Title</h3>" in english.html
    assert 'aria-label="Picture"' in english.html
    assert "3.25" in english.words
    assert "3,25" not in english.words
    assert {task.numbers["decimal"] for task in paper.tasks} == {",", "."}


def test_tokens_in_the_title_are_filled_in(page, small):
    rendered = page(
        {**WORDS, "title": "Wir stehen bei {{ nps }}", **BARS}, small.metric(),
        snapshots=small.snapshots({"nps": ({"all": (220, 120, 80)}, {"all": (160, 140, 120)})}),
    )  # fmt: skip
    assert told(rendered) == []
    assert "Wir stehen bei 33" in german(rendered).words


@pytest.mark.parametrize(
    "words", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "ẞ𝕏\u202e\u0000 \u200b", "{{7*7}}x"]
)
def test_naughty_words_stay_words(page, words):
    spec = {"title": words.replace("{{7*7}}", "{{{}"), "description": words, "note": words, **BARS}
    spec["data"] = {"values": [{"ort": words, "wert": 1}]}
    html = german(page({**spec, "title": "Titel" if "{{" in words else words})).html
    assert "<script" not in html
    assert "<img" not in html


def test_a_metric_brings_its_months_with_their_intervals(page, paper, small):
    rendered = page(
        {**WORDS, **COURSE}, small.metric(),
        snapshots=small.snapshots({"nps": ({"all": (220, 120, 80)}, {"all": (160, 140, 120)})}),
    )  # fmt: skip
    assert told(rendered) == []
    rows = paper.rows()
    assert [row["month"] for row in rows] == [f"2026-{month:02}-01" for month in range(5, 11)]
    assert rows[0]["low"] < rows[0]["value"] < rows[0]["high"]
    assert rows[0]["n"] == 420
    html = german(rendered)
    assert "Beispiel GmbH, Zahl nps in Punkten, Mai 2026 bis Oktober 2026, Ist." in html.words
    assert html.part("ce-table", "table").count("33") >= 6


def test_groups_come_with_what_is_shown_of_them_and_hidden_ones_do_not(page, paper, small):
    occasion = Dimension.model_validate(
        {
            "name": {"de": "Anlass", "en": "Occasion"},
            "values": {
                key: {"name": {"de": name}} for key, name in (("fit", "Einbau"), ("net", "Netz"), ("few", "Wenige"))
            },
        }
    )
    groups = {
        "all": (220, 120, 80),
        "occasion.fit": (120, 60, 40),
        "occasion.net": (99, 59, 39),
        "hidden": ("occasion",),
    }
    rendered = page(
        {**WORDS, **GROUPS}, small.metric(), dimensions={"occasion": occasion},
        snapshots=small.snapshots({"nps": (groups, groups)}),
    )  # fmt: skip
    assert told(rendered) == []
    assert [row["group"] for row in paper.rows()] == ["Einbau", "Netz"]
    html = german(rendered)
    assert "Wenige" not in html.words
    assert "Gruppen mit weniger als 5 Antworten zeigen wir nicht" in html.words


def test_of_a_handful_of_answers_nothing_is_drawn_and_a_word_is_said(page, paper, small):
    few = {"all": (3, 2, 1)}
    many = {"all": (160, 140, 120)}
    rendered = page({**WORDS, **COURSE}, small.metric(), snapshots=small.snapshots({"nps": (few, many)}, months=4))
    assert paper.rows()[-1] == {"month": "2026-10-01", "value": None, "low": None, "high": None, "n": None}
    assert "zu wenige" in german(rendered).part("ce-table", "table").lower() or "6 Antworten" in german(rendered).words


def test_a_metric_without_numbers_is_a_word_and_no_error(page, paper, small):
    rendered = page({**WORDS, **COURSE}, small.metric())
    assert told(rendered) == []
    assert paper.tasks == []
    assert "Noch keine Werte zu zeichnen" in german(rendered).words
    assert "Die Zahlen als Tabelle" not in german(rendered).words


def test_no_values_are_a_word_and_no_error(page):
    rendered = page({**WORDS, **BARS, "data": {"values": []}})
    assert told(rendered) == []
    assert "Noch keine Werte zu zeichnen" in german(rendered).words


@pytest.mark.parametrize(
    ("spec", "check"),
    [
        ({**BARS, "description": "B"}, "vega-title"),
        ({**BARS, "title": "T"}, "vega-description"),
        ({**BARS, **WORDS, "title": " "}, "vega-title"),
        ({**BARS, **WORDS, "title": {"text": "T"}}, "vega-title"),
        ({**BARS, **WORDS, "title": {"fr": "T"}}, "vega-title"),
        ({**BARS, **WORDS, "description": ["B"]}, "vega-description"),
        ({**BARS, **WORDS, "note": 7}, "vega-note"),
        ({**BARS, **WORDS, "data": {"url": "a.csv"}}, "vega-fetches"),
        ({**BARS, **WORDS, "mark": "image"}, "vega-fetches"),
        ({**BARS, **WORDS, "config": {}}, "vega-not-allowed"),
        ({**BARS, **WORDS, "data": {"metric": "npx"}}, "unknown-in-block"),
        ({**BARS, **WORDS, "data": {"metric": "nps", "months": 0}}, "block-months"),
        ({**BARS, **WORDS, "data": {"metric": "nps", "months": True}}, "block-months"),
        ({**BARS, **WORDS, "data": {"metric": "nps", "segment": "anlass"}}, "unknown-in-block"),
        ({**BARS, **WORDS, "data": {"metric": ["nps"]}}, "unknown-in-block"),
        ({**BARS, **WORDS, "data": {"metric": "nps", "values": []}}, "vega-data"),
        ({**BARS, **WORDS, "data": {"values": [10**400]}}, "vega-data"),
        ({**BARS, **WORDS, "mark": ["bar"]}, "vega-not-allowed"),
        ({**BARS, **WORDS, "transform": [{"filter": "fetch('a')"}]}, "vega-formula"),
        ({**BARS, **WORDS, "encoding": {"x": {"field": "otr"}}}, "vega-field"),
        ("title: T\nmark: {", "vega-unreadable"),
        ("", "vega-unreadable"),
    ],
    ids=lambda value: str(value)[-40:],
)
def test_a_mistake_is_one_finding_with_its_place_and_leaves_no_chart(page, small, spec, check):
    rendered = page(spec, small.metric())
    assert [line.split()[1] for line in told(rendered)] == [check]
    assert "ce-plot" not in german(rendered).html


def test_a_mistake_is_reported_at_its_line(page):
    text = "title: T\ndescription: B\nmark: bar\ndata:\n  url: https://example.org/a.csv\nencoding:\n  href: {field: a}"
    assert told(page(text)) == ["docs/plan.md:10 vega-fetches", "docs/plan.md:8 vega-fetches"]
    assert told(page("title: T\nmark: [")) == ["docs/plan.md:5 vega-unreadable"]


def test_what_cannot_be_drawn_is_a_finding(page):
    assert told(page({**WORDS, **BARS}, plotter=Paper(NotPlottedError("Invalid {mark}")))) == [
        "docs/plan.md:3 vega-not-drawn"
    ]
    assert told(page({**WORDS, **BARS}, plotter=Paper(NotInstalledError()))) == ["docs/plan.md:3 vega-not-installed"]


def test_several_plots_side_by_side_are_drawn_once_at_their_own_size(page, paper):
    plot = {"mark": "bar", "encoding": BARS["encoding"]}
    rendered = page({**WORDS, "data": BARS["data"], "vconcat": [plot, plot]})
    assert told(rendered) == []
    assert len(paper.tasks) == 1
    assert 'class="ce-plot"' in german(rendered).html


def test_ids_are_unique_on_a_page_with_several_charts(small, tmp_path):
    spec = {**WORDS, **BARS, "mark": {"type": "bar", "clip": True}}
    text = "\n\n".join(f"```vega-lite\n{json.dumps(spec | {'title': title})}\n```" for title in ("Eins", "Zwei"))
    other = text + "\n\n```vega-lite\n" + json.dumps(spec | {"height": 100}) + "\n```"
    with Drawings(tmp_path) as drawings:
        rendered = Rendered(*render_site(small.project(small.standing("plan", other)), plotter=drawings))
    html = german(rendered)
    assert told(rendered) == []
    assert any(each.startswith("plot-") for each in html.ids)
    assert len(html.ids) == len(set(html.ids))
    for each in html.ids:
        if each.startswith("plot-"):
            assert f"url(#{each})" in html.html or each.rpartition("_")[2].isdigit()


def test_a_real_drawing_speaks_the_pages_language_and_has_no_label_of_its_own(page, small, tmp_path):
    spec = {**WORDS, **COURSE}
    spec["encoding"] = {**COURSE["encoding"], "x": {"field": "month", "type": "temporal", "axis": {"format": "%B %Y"}}}
    with Drawings(tmp_path) as drawings:
        rendered = page(
            spec, small.metric(), plotter=drawings,
            snapshots=small.snapshots({"nps": ({"all": (220, 120, 80)}, {"all": (160, 140, 120)})}),
        )  # fmt: skip
    html = german(rendered).html
    assert told(rendered) == []
    assert "Mai 2026" in html
    assert "aria-roledescription" not in html
    assert "X-axis" not in html
    assert "var(--ce-ac)" in html
    assert "\n\n" not in html


def test_the_example_in_the_readme_is_drawn(page, small, root, tmp_path):
    readme = (root / "README.md").read_text(encoding="utf-8")
    example = dedent(readme.partition("  ```vega-lite\n")[2].partition("  ```\n")[0])
    occasion = {"name": {"de": "Anlass"}, "values": {key: {"name": {"de": key}} for key in ("fit", "net")}}
    groups = {"all": (220, 120, 80), "occasion.fit": (120, 60, 40), "occasion.net": (100, 60, 40)}
    with Drawings(tmp_path) as drawings:
        rendered = page(
            example, small.metric(), plotter=drawings, dimensions={"occasion": Dimension.model_validate(occasion)},
            snapshots=small.snapshots({"nps": (groups, groups)}),
        )  # fmt: skip
    assert told(rendered) == []
    assert german(rendered).html.count('stroke="var(--ce-py)"') == 4
