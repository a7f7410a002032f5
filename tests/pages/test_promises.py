"""What became of asks: judged on the edition's day, and today where that is another state."""

from __future__ import annotations

from chefetage.pages.index import PROMISES


def kept(page):
    return page.part("ce-open__promises", "section")


def test_an_open_ask_past_its_day_is_overdue(small):
    ask = small.ask("alt", due="2026-10-09")
    site = small.render(ask, small.edition("2026-09", asks=("alt",)), small.edition())
    assert "überfällig seit 9. Oktober 2026 · Geschäftsführung" in kept(site["de/index.html"])


def test_an_edition_keeps_the_state_of_its_day(small):
    ask = small.ask(status="agreed", answered_on="2026-11-20", outcome={"de": "Wir bauen es."})
    page = small.render(ask, small.edition(asks=("lager",)))["de/editions/2026-10.html"]
    decision = page.part("ce-open__ask", "section")
    assert decision.index("offen") < decision.index("Stand heute:") < decision.index("zugesagt")
    assert "am 20. November 2026. Wir bauen es." in decision


def test_todays_state_is_told_only_where_it_differs(small):
    page = small.render(small.ask(), small.edition(asks=("lager",)))["de/editions/2026-10.html"]
    assert "Stand heute" not in page.words


def test_an_answered_ask_cannot_be_answered_again(small):
    ask = small.ask(status="declined", answered_on="2026-11-20")
    page = small.render(ask, small.edition(asks=("lager",)))["de/index.html"]
    assert not any("mailto" in link for link in page.links)


def test_a_promise_is_told_once_when_it_is_kept_and_counted_ever_after(small):
    ask = small.ask("alt", status="done", answered_on="2026-08-20", done_on="2026-09-20")
    site = small.render(ask, *(small.edition(f"2026-{month:02d}", asks=("alt",) if month == 7 else ())
                               for month in (7, 8, 9, 10)))  # fmt: skip
    assert "Geben Sie alt frei." in kept(site["de/editions/2026-08.html"])
    assert "erledigt" in kept(site["de/editions/2026-09.html"])
    october = kept(site["de/editions/2026-10.html"])
    assert "Geben Sie alt frei." not in october
    assert "Bisher 1 erledigt." in october


def test_many_promises_are_named_up_to_a_number_and_all_counted(small):
    asks = [small.ask(f"ask-{number}", due="2026-10-01") for number in range(PROMISES + 3)]
    site = small.render(*asks, small.edition("2026-09", asks=tuple(ask.id for ask in asks)), small.edition())
    assert kept(site["de/index.html"]).count("Geben Sie") == PROMISES
    assert f"{PROMISES + 3} überfällig" in kept(site["de/index.html"])


def test_asks_stand_by_state_with_the_pressing_ones_first(small):
    asks = [
        small.ask("offen"), small.ask("alt", due="2026-10-01"), small.ask("ja", status="agreed"),
        small.ask("fertig", status="done"), small.ask("nein", status="declined"),
    ]  # fmt: skip
    words = small.render(*asks, small.edition(asks=tuple(ask.id for ask in asks)))["de/asks/index.html"].words
    places = [words.index(f"Geben Sie {name} frei.") for name in ("alt", "offen", "ja", "fertig", "nein")]
    assert places == sorted(places)


def test_an_ask_leads_to_the_editions_that_named_it(small):
    site = small.render(small.ask(), small.edition("2026-09", asks=("lager",)), small.edition(asks=("lager",)))
    assert {"../editions/2026-09.html", "../editions/2026-10.html"} <= set(site["de/asks/index.html"].links)


def test_an_ask_that_only_a_draft_names_is_not_shown_yet(small):
    draft = small.edition("2026-11", status="draft", asks=("geheim",))
    site = small.render(small.ask("geheim"), small.edition(), draft)
    assert "Geben Sie geheim frei." not in site.html
    assert "Geben Sie geheim frei." in small.render(small.ask("geheim"), draft, drafts=True)["de/asks/index.html"].words
