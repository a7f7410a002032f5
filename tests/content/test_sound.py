"""A site without a mistake."""

from datetime import date

from chefetage.content import read_project
from chefetage.model.location import Location
from chefetage.model.money import Money
from chefetage.model.month import Month


def test_a_sound_site_has_no_findings(site):
    assert site.errors() == []
    assert site.hints() == []


def test_everything_is_read(site):
    project = site.read()
    read = {
        "edition": ["2026-10"], "quote": ["fitter"], "story": ["tap"], "study": ["kriss-2014"], "ask": ["store"],
        "measure": ["callback"], "praise": ["planners"], "visit": ["bahnhof"], "argument": ["loyalty"],
        "standing": ["method"], "metric": ["nps", "solved"], "source": ["survey"], "event": ["sms"], "term": ["nps"],
        "step": ["fitting"],
    }  # fmt: skip
    assert {kind: list(project.of_kind(kind)) for kind in read} == read
    assert list(project.dimensions) == ["occasion"]
    assert project.core_for(2026) == ("nps", "solved")
    assert list(project.snapshots) == [Month(2026, 10)]
    assert project.brand.company == "Lindenried Küchen GmbH"
    assert project.settings.languages == ("de", "en")
    assert project.left_out == {}


def test_words_carry_their_language_and_facts_do_not(site):
    edition = site.read().editions["2026-10"]
    assert edition.headline == {"de": "Das letzte Teil fehlt."}
    assert edition.messages == {"de": ("Ein Teil fehlt.", "Wir schlagen ein Lager vor.")}
    assert edition.commentary == {"de": {"nps": "Etwas besser."}}
    assert edition.month == Month(2026, 10)
    assert edition.quotes == ("fitter",)


def test_fields_know_where_they_stand(site):
    edition = site.read().editions["2026-10"]
    path = "briefings/editions/2026-10.md"
    assert edition.path == path
    assert edition.at() == Location(path, 1, 1)
    assert edition.at("study") == Location(path, 13, 1)
    assert edition.at("messages", "de", 1) == Location(path, 8, 3)
    assert edition.at("asks", 0) == Location(path, 9, 8)
    assert edition.at("commentary", "de", "nps") == Location(path, 17, 3)
    assert edition.at("no-such-field") == Location(path, 1, 1)


def test_the_body_begins_at_its_first_line_that_is_not_blank(site):
    body = site.read().editions["2026-10"].body["de"]
    assert body.text == "Der Vorspann.\n\n## Hintergrund"
    assert body.start == Location("briefings/editions/2026-10.md", 24, 1)
    assert site.read().editions["2026-10"].at("body", "de") == body.start


def test_an_item_without_words_below_its_head_has_no_body(site):
    assert site.read().stories["tap"].body == {}


def test_the_key_on_is_a_name_although_yaml_takes_it_for_a_truth_value(site):
    assert site.read().editions["2026-10"].corrections["de"][0].on == date(2026, 11, 10)


def test_one_number_stands_for_a_range_and_one_sentence_for_a_scene(site):
    project = site.read()
    assert project.measures["callback"].cost == Money(low=12000, high=12000)
    assert project.stories["tap"].before["de"].text == "Drei Wochen ohne Wasser"


def test_foreign_tags_in_mkdocs_yml_are_passed_over(site):
    assert "!!python/name" in (site.root / "mkdocs.yml").read_text()
    assert site.read().settings.timezone == "Europe/Berlin"


def test_dates_may_be_quoted_or_not(site):
    site.replace("briefings/asks/store.md", "due: 2026-11-27", "due: '2026-11-27'")
    assert site.errors() == []
    assert site.read().asks["store"].due == date(2026, 11, 27)


def test_a_line_of_the_form_that_was_left_blank_counts_as_absent(site):
    site.replace("briefings/editions/2026-10.md", "owner: Anna", "deputy:\nvisits:\npublished_on: \nowner: Anna")
    site.replace("briefings/editions/2026-10.md", "visits: [bahnhof]\n", "")
    site.replace("briefings/stories/tap.md", "quotes: [fitter]", "quotes:\ntitle: ''")
    assert site.errors() == []
    assert site.read().editions["2026-10"].visits == ()
    assert site.read().stories["tap"].title == {}


def test_an_empty_list_of_asks_is_an_answer(site):
    site.replace("briefings/editions/2026-10.md", "asks: [store]", "asks: []")
    assert site.errors() == []
    assert site.read().editions["2026-10"].asks == ()


def test_drafts_are_shown_only_where_they_are_asked_for(site):
    assert read_project(site.root, date(2026, 11, 21))[0].drafts is False
    assert read_project(site.root, date(2026, 11, 21), drafts=True)[0].drafts is True


def test_an_empty_folder_has_findings_and_no_traceback(tmp_path):
    project, problems = read_project(tmp_path, date(2026, 11, 21))
    assert [f"{p.location} {p.id}" for p in problems] == ["brand.yml:1:1 missing-file", "mkdocs.yml:1:1 missing-file"]
    assert project.settings.languages == ("de", "en")
    assert project.editions == {}
