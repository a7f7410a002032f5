"""What has a mistake is left out, and everything else is read."""

from __future__ import annotations

from chefetage.model.project import EVERY_ID

EDITION = "briefings/editions/2026-10.md"


def test_all_findings_of_all_files_come_in_one_run(site):
    site.replace(EDITION, "status: published", "status: publik")
    site.replace(EDITION, "study: kriss-2014", "studdy: kriss-2014")
    site.replace(EDITION, "- {on: 2026-11-10", "- {on: 10.11.2026")
    site.replace("briefings/quotes/fitter.md", "mood: pain", "mood: sad")
    site.replace("briefings/stories/tap.md", "---\ncustomer", "customer")
    site.replace("metrics/nps.yml", "direction: up", "direction: sideways")
    site.replace("metrics/snapshots/2026-10.json", '"final"', '"done"')
    site.replace("mkdocs.yml", "k: 5", "k: fünf")
    site.write("docs/glossary.yml", b"nps: gr\xfc\xdfe\n")
    assert site.errors() == [
        "briefings/editions/2026-10.md:3:1 bad-value",
        "briefings/editions/2026-10.md:13:1 unknown-key",
        "briefings/editions/2026-10.md:21:4 bad-date",
        "briefings/quotes/fitter.md:5:1 bad-value",
        "briefings/stories/tap.md:1:1 missing-front-matter",
        "docs/glossary.yml:1:8 not-utf-8",
        "metrics/nps.yml:5:1 bad-value",
        "metrics/snapshots/2026-10.json:3:32 bad-value",
        "mkdocs.yml:11:5 not-a-whole-number",
    ]


def test_an_item_with_a_mistake_is_left_out_and_remembered(site):
    site.replace("briefings/quotes/fitter.md", "mood: pain", "mood: sad")
    project = site.read()
    assert project.quotes == {}
    assert project.is_left_out("quote", "fitter")
    assert not project.is_left_out("quote", "other")
    assert not project.is_left_out("story", "fitter")
    assert list(project.editions) == ["2026-10"]


def test_a_mistake_in_a_translation_leaves_the_whole_item_out(site):
    site.write("briefings/quotes/fitter.en.md", "---\nmood: joy\n---\nA part was missing.\n")
    assert site.errors() == ["briefings/quotes/fitter.en.md:2:1 fact-in-translation"]
    assert site.read().is_left_out("quote", "fitter")


def test_a_file_that_cannot_be_read_leaves_out_whatever_it_may_hold(site):
    site.write("metrics/sources.yml", "survey: [\n")
    project = site.read()
    assert project.sources == {}
    assert project.left_out["source"] == {EVERY_ID}
    assert project.is_left_out("source", "survey")


def test_one_bad_entry_leaves_the_others_in(site):
    site.replace("docs/glossary.yml", "nps:", "csat: {}\nnps:")
    project = site.read()
    assert list(project.terms) == ["nps"]
    assert project.is_left_out("term", "csat")


def test_a_file_name_with_a_capital_is_remembered_as_what_it_should_be(site):
    (site.root / "briefings/quotes/fitter.md").rename(site.root / "briefings/quotes/Fitter.md")
    assert site.read().is_left_out("quote", "fitter")


def test_one_wrong_setting_leaves_the_others_standing(site):
    site.replace("mkdocs.yml", "k: 5", "k: 0")
    site.replace("mkdocs.yml", "languages: [de, en]", "languages: [en, de]")
    settings = site.read().settings
    assert settings.languages == ("en", "de")
    assert settings.k == 5
    assert [e for e in site.errors() if e.startswith("mkdocs.yml")] == ["mkdocs.yml:11:5 too-low"]


def test_a_brand_without_a_company_keeps_its_notice(site):
    site.write("brand.yml", "notice: {de: Erfunden., en: Fictional.}\ncolour: rot\n")
    brand = site.read().brand
    assert site.errors() == ["brand.yml:1:1 missing-field", "brand.yml:2:1 bad-colour"]
    assert brand.company == "–"
