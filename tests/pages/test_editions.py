"""The edition: the order of the first screen, what is left out, and what is said when there is nothing."""

from __future__ import annotations

import re
from datetime import date

from chefetage.model.base import Prose
from chefetage.model.money import Money
from chefetage.model.settings import Brand

UP = {"nps": ({"all": (240, 120, 60)}, {"all": (160, 140, 120)})}


def two_metrics(small, **given):
    return small.metric("nps"), small.metric("csat", "csat", **given)


def test_the_first_screen_keeps_its_order(small):
    items = [
        *two_metrics(small), small.quote(), small.ask("alt", due="2026-09-30"), small.ask("neu"),
        small.edition("2026-09", asks=("alt",)), small.edition(asks=("neu",), quotes=("blende",)),
    ]  # fmt: skip
    counts = {**UP, "csat": ({"all": (80, 100)}, {"all": (80, 100)})}
    words = small.render(*items, snapshots=small.snapshots(counts))["de/index.html"].words
    order = [
        "Beispiel GmbH", "Oktober 2026", "Ausgabe 2", "Das letzte Teil fehlt.", "Eine Blende fehlt.",
        "Ihre Entscheidung", "Wirklich verändert", "Was aus Ihren Zusagen wurde", "Zum Weitersagen", "Die Zahlen",
    ]  # fmt: skip
    places = [words.index(each) for each in order]
    assert places == sorted(places)


def test_the_home_page_is_the_newest_published_edition(small):
    site = small.render(small.edition("2026-09"), small.edition(), small.edition("2026-11", status="draft"))
    assert "Oktober 2026" in site["de/index.html"].words
    assert not site.page("de/index.html").searchable
    assert site.page("de/editions/2026-10.html").searchable


def test_a_draft_is_in_no_page_that_readers_get(small):
    draft = small.edition("2026-11", status="draft", headline={"de": "Noch geheim."})
    site = small.render(small.edition(), draft)
    assert "Noch geheim." not in site.html
    assert "de/editions/2026-11.html" not in site.pages


def test_a_draft_is_marked_for_its_makers(small):
    site = small.render(small.edition(), small.edition("2026-11", status="draft"), drafts=True)
    assert "Entwurf" in site["de/editions/2026-11.html"].words
    assert site.page("de/editions/2026-11.html").draft
    assert "Entwurf" not in site["de/index.html"].words


def test_the_number_counts_all_editions_by_month(small):
    site = small.render(small.edition("2026-10"), small.edition("2026-08"), small.edition("2026-09"))
    assert "Ausgabe 1" in site["de/editions/2026-08.html"].words
    assert "Ausgabe 3" in site["de/index.html"].words


def test_a_proven_change_is_said_with_interval_and_basis(small):
    page = small.render(small.metric(), small.edition(), snapshots=small.snapshots(UP))["de/index.html"]
    proven = page.part("ce-open__changed", "section")
    assert "wirklich gestiegen" in proven
    assert re.search(r"\+\d+,\d Punkte \(\+\d+,\d bis \+\d+,\d\)", proven)
    assert "zwölf Monate bis Oktober 2026 gegenüber den zwölf davor" in proven


def test_an_unproven_change_has_no_mark_and_no_colour(small):
    same = {"nps": ({"all": (200, 120, 100)}, {"all": (200, 120, 100)})}
    page = small.render(small.metric(), small.edition(), snapshots=small.snapshots(same))["de/index.html"]
    assert "Nicht nachweisbar: Zahl nps." in page.part("ce-open__changed", "section").replace(" .", ".")
    assert not page.classes() & {"s-good", "s-bad", "real"}


def test_a_proven_fall_of_what_should_rise_is_called_bad(small):
    down = {"nps": ({"all": (160, 140, 120)}, {"all": (240, 120, 60)})}
    page = small.render(small.metric(), small.edition(), snapshots=small.snapshots(down))["de/index.html"]
    assert "wirklich gesunken, ungünstig" in page.words


def test_a_proven_fall_of_what_should_fall_is_called_good(small):
    down = {"wait": ({"all": (100, 400)}, {"all": (200, 400)})}
    metric = small.metric("wait", "share", direction="down", top=("Ja",))
    page = small.render(metric, small.edition(), snapshots=small.snapshots(down))["de/index.html"]
    assert "wirklich gesunken, günstig" in page.words


def test_too_few_answers_are_said_in_words(small):
    few = {"nps": ({"all": (4, 2, 2)}, {"all": (4, 2, 2)})}
    page = small.render(small.metric(), small.edition(), snapshots=small.snapshots(few))["de/index.html"]
    assert "Zu wenige Antworten für einen Vergleich:" in page.words
    assert "zu wenige Antworten (8)" in page.words


def test_a_short_history_is_said_in_words(small):
    site = small.render(small.metric(), small.edition(), snapshots=small.snapshots(UP, months=2))
    assert "Noch kein Vergleich möglich: Zahl nps" in site["de/index.html"].words


def test_the_first_edition_without_any_data_reads_well(small):
    site = small.render(*two_metrics(small), small.edition())
    page = site["de/index.html"]
    assert "Für Oktober 2026 liegen noch keine Zahlen vor." in page.words
    assert "Die Zahlen" not in page.words
    assert "Was aus Ihren Zusagen wurde" not in page.words
    assert "Diesen Monat bitten wir um keine Entscheidung." in page.words
    assert site.problems == []


def test_empty_sections_vanish(small):
    words = small.render(small.edition())["de/index.html"].words
    for heading in ("Kundenstimmen", "Eine Geschichte", "Ein Dank", "Kunden besuchen", "Studie des Monats",
                    "Hintergrund", "Korrekturen", "Was wir geändert haben"):  # fmt: skip
        assert heading not in words


def test_an_omitted_metric_says_why_and_who_decided(small):
    omitted = {"de": {"csat": {"why": "der Betriebsrat noch prüft", "by": "Leitung"}}}
    items = [*two_metrics(small), small.edition(omitted=omitted)]
    counts = {**UP, "csat": ({"all": (80, 100)}, {"all": (80, 100)})}
    page = small.render(*items, snapshots=small.snapshots(counts))["de/index.html"]
    assert "Nicht gezeigt, weil der Betriebsrat noch prüft (entschieden von Leitung)." in page.words
    assert "80 %" not in page.words


def test_commentary_stands_with_its_figure(small):
    edition = small.edition(commentary={"de": {"nps": "Nur nach der Planung."}})
    page = small.render(small.metric(), edition, snapshots=small.snapshots(UP))["de/index.html"]
    assert "Nur nach der Planung." in page.words
    assert "420 Antworten, Stand 9. November 2026, endgültig" in page.words


def test_the_text_before_the_first_heading_follows_the_first_screen_and_the_rest_ends_the_page(small):
    edition = small.edition(body={"de": Prose("Zuerst das.\n\n## Hintergründe\n\nDann das.")})
    words = small.render(edition)["de/index.html"].words
    places = [words.index(each) for each in ("Zum Weitersagen", "Zuerst das.", "Hintergrund Hintergründe Dann das.")]
    assert places == sorted(places)


def test_a_chart_before_the_first_heading_becomes_the_proof_beside_it(small):
    body = {"de": Prose("Zuerst.\n\n```chart\nnps\n```\n\nDanach.\n\n## Mehr\n\nText.")}
    html = small.render(small.metric(), small.edition(body=body), snapshots=small.snapshots(UP))["de/index.html"].html
    lead = html[html.index('class="ce-lead"') : html.index('class="ce-sec')]
    assert lead.index("Zuerst.") < lead.index("Danach.") < lead.index("<figure")


def test_corrections_are_visible(small):
    edition = small.edition(corrections={"de": ({"on": date(2026, 11, 12), "what": "62 statt 26 %."},)})
    words = small.render(edition)["de/index.html"].words
    assert "12. November 2026 62 statt 26 %." in words


def test_cost_and_benefit_of_an_ask_are_ranges(small):
    ask = small.ask(cost=Money(low=140000, high=140000), benefit=Money(low=90000, high=195000))
    words = small.render(ask, small.edition(asks=("lager",)))["de/index.html"].words
    assert "140.000 €" in words
    assert "90.000 bis 195.000 € im Jahr" in words


def test_without_a_contact_nobody_is_asked_to_reply(small):
    site = small.render(small.ask(), small.edition(asks=("lager",)), brand=Brand(company="Beispiel GmbH"))
    assert "mailto:" not in site.html


def test_a_small_team_is_not_named(small):
    page = small.render(small.praise(people=4), small.edition(praise="montage"))["de/index.html"]
    assert "Ein Team" in page.words
    assert "Montage Nord" not in page.html
    assert "montage@example.org" not in page.html


def test_a_large_team_is_named_and_can_be_written_to(small):
    page = small.render(small.praise(), small.edition(praise="montage"))["de/index.html"]
    assert "Montage Nord" in page.words
    assert any(link.startswith("mailto:montage@example.org?") and "Liebes%20Team" in link for link in page.links)


def test_reading_time_is_at_least_a_minute(small):
    assert "1 Minute" in small.render(small.edition())["de/index.html"].words


def test_editions_lead_to_their_neighbours_and_to_all(small):
    site = small.render(small.edition("2026-08"), small.edition("2026-09"), small.edition("2026-10"))
    links = site["de/editions/2026-09.html"].links
    assert {"2026-08.html", "2026-10.html", "../archive/index.html"} <= set(links)


def test_a_metric_that_is_left_out_leaks_nowhere_in_its_edition(small):
    body = {
        "de": Prose("Zuletzt {{ csat }} und {{ csat.change }}.\n\n```chart\ncsat\n```\n\n```metrics\n[csat]\n```\n")
    }
    edition = small.edition(
        story="kratzer", measures=("sms",), body=body, omitted={"de": {"csat": {"why": "Gründe", "by": "Leitung"}}}
    )
    items = [
        *two_metrics(small), small.story(metrics=("nps", "csat")), small.measure(since="2025-01-01", metrics=("csat",)),
        edition,
    ]  # fmt: skip
    counts = {**UP, "csat": ({"all": (870, 1000)}, {"all": (630, 1000)})}
    page = small.render(*items, snapshots=small.snapshots(counts))["de/editions/2026-10.html"]
    assert "Zuletzt nicht gezeigt und nicht gezeigt" in page.words
    assert "Zahl csat: wirklich" not in page.words
    assert "Zahl nps: wirklich gestiegen" in page.words
    assert not re.search(r"87|63,0|24,0", page.words)
    assert page.words.count("Nicht gezeigt, weil Gründe (entschieden von Leitung).") == 3


def test_a_change_is_said_with_both_values_it_lies_between(small):
    page = small.render(small.metric(), small.edition(), snapshots=small.snapshots(UP))["de/index.html"]
    assert "42,9 statt 9,5: +33,3 Punkte" in page.words.replace("\u00a0", " ")


def test_the_legend_says_what_the_brackets_are(small):
    counts = {**UP, "csat": ({"all": (80, 100)}, {"all": (80, 100)})}
    words = small.render(*two_metrics(small), small.edition(), snapshots=small.snapshots(counts))["de/index.html"].words
    assert "strenger gerechnet, weil zwei Zahlen zugleich geprüft werden" in words


def test_what_speaks_against_an_ask_stands_beside_what_speaks_for_it(small):
    ask = small.ask(against={"de": "Ware im Regal ist gebundenes Geld."})
    page = small.render(ask, small.edition(asks=("lager",)))["de/index.html"]
    assert "Was dagegen spricht Ware im Regal ist gebundenes Geld." in page.part("ce-open__ask", "section")


def test_the_first_screen_leads_to_the_background_of_its_edition(small):
    edition = small.edition(body={"de": Prose("Zuerst.\n\n## Hintergründe\n\nDann.")})
    assert "#s-background" in small.render(edition)["de/index.html"].links
    assert "#s-background" not in small.render(small.edition())["de/index.html"].links


def test_figures_younger_than_the_edition_say_so_at_its_head(small):
    page = small.render(small.metric(), small.edition(), snapshots=small.snapshots(UP))["de/index.html"]
    assert "erschienen am 5. November 2026, Zahlen vom 9. Nov. " in page.words
    later = small.edition(published_on=date(2026, 11, 10))
    assert "Zahlen vom" not in small.render(small.metric(), later, snapshots=small.snapshots(UP))["de/index.html"].words


def test_what_was_heard_after_the_edition_is_marked_as_added_later(small):
    heard = {"de": "Der Boden fehlt."}
    after = small.render(small.visit(date="2026-11-12", heard=heard), small.edition(visits=("kassel",)))[
        "de/index.html"
    ]
    before = small.render(small.visit(date="2026-11-02", heard=heard), small.edition(visits=("kassel",)))[
        "de/index.html"
    ]
    assert "Nachtrag" in after.words
    assert "Nachtrag" not in before.words


def test_whoever_wants_to_visit_can_say_so(small):
    page = small.render(small.visit(), small.edition(visits=("kassel",)))["de/index.html"]
    assert any(link.startswith("mailto:a@example.org?subject=Besuch%20am%202.%C2%A0Dezember") for link in page.links)


def test_a_reply_is_begun_for_the_reader(small):
    page = small.render(small.ask(), small.edition(asks=("lager",)))["de/index.html"]
    assert any("&body=Ja%20/%20Nein%20/%20Ja%2C%20wenn" in link for link in page.links)


def test_a_number_in_a_story_is_large_and_its_word_small(small):
    story = small.story(before={"de": {"text": "Davor.", "figure": "590 € vorab"}, "en": {"text": "Before."}})
    page = small.render(story, small.edition(story="kratzer"))["de/index.html"]
    assert "<strong>590 €<small> vorab</small></strong>" in page.html


def test_there_is_a_text_to_paste_into_a_chat(small):
    page = small.render(small.edition())["de/index.html"]
    assert "Das letzte Teil fehlt. Ein Teil fehlt. (Beispiel GmbH, Kundenbriefing Oktober 2026)" in page.words
    own = small.render(small.edition(short_text={"de": "Kommt alle!", "en": "Do come!"}))["de/index.html"]
    assert "Kommt alle!" in own.words
    assert "Kundenbriefing" not in own.words


def test_the_home_page_says_when_the_next_edition_is_late(small):
    def said(day: int, *others) -> str:
        return small.render(small.edition(), *others, today=date(2026, 12, day))["de/index.html"].words

    assert "verspätet" not in said(15)
    assert "Die Ausgabe November 2026 verspätet sich." in said(16)
    draft = small.edition("2026-11", status="draft", published_on="2026-12-18")
    assert "Nächste Ausgabe (November 2026) am 18. Dezember 2026." in said(16, draft)
    assert "Die Ausgabe November 2026 verspätet sich." in said(19, draft)


def test_an_edition_after_december_is_january(small):
    page = small.render(small.edition("2026-12"), today=date(2027, 3, 1))["en/index.html"]
    assert "The January 2027 edition is late." in page.words


def test_the_archive_lists_editions_by_topic(small):
    topics = [{"de": "Teile", "en": "Parts"}, {"de": "Preise", "en": "Prices"}, {"de": "Teile", "en": "Parts"}, {}]
    editions = [small.edition(f"2026-0{n}", topic=topic) for n, topic in enumerate(topics, 1)]
    words = small.render(*editions)["de/archive/index.html"].words
    assert "Nach Thema Teile März 2026 , Januar 2026 Preise Februar 2026" in words
