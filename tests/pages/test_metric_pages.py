"""The page of a metric, and all of them in a row."""

from __future__ import annotations

import re

import pytest

from chefetage.model.core import Core
from chefetage.model.dimension import Dimension
from chefetage.model.event import Event
from chefetage.model.month import Month
from chefetage.model.source import Source

REGION = Dimension.model_validate(
    {
        "name": {"de": "Region", "en": "Region"},
        "values": {name: {"name": {"de": name.title(), "en": name.title()}} for name in ("nord", "sued", "online")},
    }
)
WHOLE = {"all": (240, 120, 60), "region.nord": (120, 60, 30), "region.sued": (120, 60, 30)}
EARLIER = {"all": (160, 140, 120), "region.nord": (80, 70, 60), "region.sued": (80, 70, 60)}


def metric_page(small, *items, groups=(WHOLE, EARLIER), **given):
    snapshots = small.snapshots({"nps": groups})
    site = small.render(*(items or [small.metric()]), snapshots=snapshots, dimensions={"region": REGION}, **given)
    assert site.problems == []
    return site["de/metrics/nps.html"]


def test_value_interval_answers_and_day_are_told(small):
    words = metric_page(small).words
    assert "43" in words
    assert "420 Antworten, Stand 9. November 2026, endgültig" in words


def test_the_last_24_months_stand_in_a_table(small):
    page = metric_page(small)
    assert page.words.count("Okt. 2026") >= 1
    assert len(page.all("tr")) >= 24


def test_intervals_of_groups_are_widened_for_comparing_them(small):
    words = metric_page(small).words
    assert "breiter, weil zwei Zahlen zugleich geprüft werden" in words


def test_a_single_group_only_repeats_the_whole_and_is_left_out(small):
    words = metric_page(small, groups=({"all": (120, 60, 30), "region.nord": (120, 60, 30)}, EARLIER)).words
    assert "So unterscheiden sich die Gruppen" not in words


def test_a_hidden_group_is_said_in_words_and_its_number_stands_nowhere(small):
    hidden = {"all": (240, 120, 63), "region.nord": (120, 60, 30), "region.sued": (117, 59, 31), "hidden": ("region",)}
    page = metric_page(small, groups=(hidden, hidden))
    assert "Gruppen mit weniger als 5 Antworten zeigen wir nicht" in page.words
    assert "Online" not in page.words


def test_a_group_whose_change_is_proven_is_named(small):
    words = metric_page(small).words
    assert "Nord: wirklich gestiegen" in words.replace("\u00a0", "").replace(" :", ":")


def test_no_change_in_any_group_is_said(small):
    assert (
        "In keiner dieser Gruppen ist eine Veränderung nachweisbar." in metric_page(small, groups=(WHOLE, WHOLE)).words
    )


def test_without_data_the_page_says_what_will_appear(small):
    site = small.render(small.metric(), small.edition())
    words = site["de/metrics/nps.html"].words
    assert "Nach der ersten Befragung steht hier der Verlauf." in words
    assert "noch kein Wert" in words


def test_what_it_means_and_does_not_show_is_told_per_audience(small):
    metric = small.metric(
        so_what={"de": {"board": "Das zeigt, wie Kunden sprechen.", "werkstatt": "Das zeigt nichts."}},
        not_shown={"de": ("Warum.",)},
    )
    words = metric_page(small, metric).words
    assert "Unternehmensleitung Das zeigt, wie Kunden sprechen." in words
    assert "werkstatt Das zeigt nichts." in words
    assert "Was diese Zahl nicht zeigt Warum." in words


def test_a_break_is_marked_in_the_table(small):
    event = Event.model_validate(
        {"id": "mail", "date": "2025-12-01", "title": {"de": "E-Mail statt Brief"}, "break": True}
    )
    page = metric_page(small, small.metric(), event)
    assert "Bruch: E-Mail statt Brief." in page.words
    assert "Bruch in der Reihe, kein Vergleich" in page.words


def test_a_metric_that_is_no_longer_measured_leads_to_its_successor(small):
    old = small.metric("ces", "csat", valid_to="2025-12", successor="nps")
    site = small.render(old, small.metric(), small.edition())
    assert "nps.html" in site["de/metrics/ces.html"].links
    assert "bis Dezember 2025" in site["de/metrics/index.html"].words


@pytest.mark.parametrize("language", ["de", "en"])
def test_rows_lead_to_their_pages(small, language):
    site = small.render(small.metric(), small.metric("csat", "csat"), small.edition())
    assert {"nps.html", "csat.html"} <= set(site[f"{language}/metrics/index.html"].links)


def test_metrics_of_every_edition_come_first(small):
    items = [small.metric("a", "csat"), small.metric("b", "csat"), small.metric("nps")]
    site = small.render(*items, small.edition(), core=Core(years={"2026": ("nps", "b")}))
    words = site["de/metrics/index.html"].words
    assert words.index("Zahl nps") < words.index("Zahl b") < words.index("Weitere Zahlen") < words.index("Zahl a")


def test_an_ask_about_a_metric_stands_on_its_page(small):
    site = small.render(small.metric(), small.ask(metrics=("nps",)), small.edition(asks=("lager",)))
    assert "../asks/index.html#lager" in site["de/metrics/nps.html"].links
    assert "Geben Sie lager frei." in site["de/metrics/nps.html"].words


def test_an_ask_of_a_draft_does_not_stand_on_the_page_of_its_metric(small):
    draft = small.edition("2026-11", status="draft", asks=("lager",))
    site = small.render(small.metric(), small.ask(metrics=("nps",)), small.edition(), draft)
    assert "Geben Sie lager frei." not in site["de/metrics/nps.html"].words


def test_a_source_is_called_by_its_name(small):
    source = Source.model_validate(
        {"id": "survey", "name": {"de": "Befragung per E-Mail"}, "file": "{month}.csv", "date": "Tag",
         "metrics": {"nps": {"column": "Q1"}}}
    )  # fmt: skip
    site = small.render(small.metric(), small.edition(), sources={"survey": source})
    assert "Quelle Befragung per E-Mail" in site["de/metrics/nps.html"].words


def test_answers_are_called_as_readers_of_the_language_call_them(small):
    metric = small.metric("ganz", "share", top=("Ja",), answers={"en": {"Ja": "Yes", "rest": "No"}, "de": {}})
    counts = {"ganz": ({"all": (60, 100)}, {"all": (60, 100)})}
    site = small.render(metric, small.edition(), snapshots=small.snapshots(counts))
    assert "Share of the answer “Yes” in all valid answers" in site["en/metrics/ganz.html"].words
    assert "“No”" in site["en/metrics/ganz.html"].words
    assert "nicht „Ja“" in site["de/metrics/ganz.html"].words


def test_a_scale_is_told_once(small):
    words = small.render(small.metric("csat", "csat", scale=(1, 5), variant="1–5"), small.edition())[
        "de/metrics/csat.html"
    ].words
    assert "Skala 1 bis 5" in words
    assert "Variante" not in words


def test_a_metric_has_one_scale_on_all_pages(small):
    metrics = small.metric("a", "csat", axis=(50, 100)), small.metric("b", "csat", axis=(40, 100))
    counts = {name: ({"all": (80, 100)}, {"all": (80, 100)}) for name in ("a", "b")}
    site = small.render(*metrics, small.edition(), snapshots=small.snapshots(counts))
    for address in ("de/metrics/index.html", "de/metrics/a.html", "de/index.html"):
        assert re.search(r"<text[^>]*>50\u00a0%</text>", site[address].html)


def test_a_chart_by_groups_names_its_ends_only_where_they_lie_apart(small):
    apart = {"all": (240, 120, 60), "region.nord": (180, 20, 10), "region.sued": (60, 100, 50)}
    assert "Zahl nps: Nord 81 Punkte, Sued 5" in metric_page(small, groups=(apart, apart)).words
    assert "Was die Gruppen unterscheidet, kann Zufall sein" in metric_page(small).words


def test_the_answers_have_a_sentence_from_the_data(small):
    assert "57 % empfehlen uns, 14 % eher nicht" in metric_page(small).words.replace("\u00a0", " ")


def test_a_value_of_last_quarter_says_its_month(small):
    counts = {"nps": ({"all": (220, 120, 80)}, {"all": (160, 140, 120)})}
    quarters = {m: each for m, each in small.snapshots(counts, last=Month(2026, 9)).items() if m.number % 3 == 0}
    site = small.render(small.metric(cadence="quarter"), small.edition(), snapshots=quarters)
    for page in (site["de/metrics/nps.html"], site["de/editions/2026-10.html"]):
        assert "September 2026: 420 Antworten" in page.words
        assert "noch kein Wert" not in page.words


def test_a_new_year_s_choice_leaves_old_editions_as_they_were(small):
    items = [small.metric("a", "csat"), small.metric("b", "csat"), small.metric("nps")]
    halves = {"a": (30, 100), "b": (30, 100), "nps": (220, 120, 80)}
    snapshots = small.snapshots({name: ({"all": each}, {"all": each}) for name, each in halves.items()}, Month(2027, 1))
    core = Core(years={"2026": ("nps", "b"), "2027": ("a", "b")})
    editions = [small.edition("2026-10"), small.edition("2027-01")]
    site = small.render(*items, *editions, core=core, snapshots=snapshots)
    old, new = (site[f"de/editions/{month}.html"].words for month in ("2026-10", "2027-01"))
    assert ("Zahl nps" in old, "Zahl a" in old) == (True, False)
    assert ("Zahl nps" in new, "Zahl a" in new) == (False, True)
