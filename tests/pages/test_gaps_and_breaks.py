"""What is missing, old, broken or merged says so, and is never drawn as if it were a value."""

from __future__ import annotations

from typing import Any

from chefetage.model.dimension import Dimension
from chefetage.model.month import Month
from chefetage.model.snapshot import Snapshot

WHOLE = {"all": (240, 120, 60)}
BRANDS = Dimension.model_validate(
    {
        "name": {"de": "Marke", "en": "Brand"},
        "values": {
            "ahorn": {"name": {"de": "Ahorn", "en": "Ahorn"}, "valid_to": "2026-03", "successor": "wald"},
            "birke": {"name": {"de": "Birke", "en": "Birke"}, "valid_to": "2026-03", "successor": "wald"},
            "wald": {"name": {"de": "Wald", "en": "Wald"}, "valid_from": "2026-04"},
            "wiese": {"name": {"de": "Wiese", "en": "Wiese"}},
        },
    }
)


def changed(snapshots: dict[Month, Snapshot], month: Month, **facts: Any) -> dict[Month, Snapshot]:
    """The snapshots with other facts about the score in one month."""
    raw = snapshots[month].model_dump(by_alias=True, mode="json")
    raw["metrics"]["nps"] |= facts
    return snapshots | {month: Snapshot.model_validate(raw)}


def page_with(small, snapshots, **given):
    site = small.render(small.metric(), small.edition(), snapshots=snapshots, **given)
    assert site.problems == []
    return site["de/metrics/nps.html"]


def test_a_source_out_of_reach_leaves_the_last_value_with_its_age(small):
    snapshots = small.snapshots({"nps": (WHOLE, WHOLE)})
    october = changed(snapshots, Month(2026, 10), groups={}, stale="2026-11-03")
    site = small.render(small.metric(), small.edition(), snapshots=october)
    for address in ("de/metrics/nps.html", "de/metrics/index.html", "de/index.html"):
        words = site[address].words
        assert "September 2026: 420 Antworten" in words
        assert "Veraltet: Quelle seit 3. November 2026 nicht erreichbar, 18 Tage alt." in words
    assert "Quelle nicht erreichbar" in site["de/metrics/nps.html"].part("ce-table ce-data", "table")


def test_a_month_hidden_is_a_gap_with_a_word_and_no_zero(small):
    few = small.snapshots({"nps": (WHOLE, WHOLE)})
    raw = few[Month(2026, 5)].model_dump(by_alias=True, mode="json")
    raw["metrics"]["nps"]["groups"]["all"][0]["stats"] = {"promoters": 1, "passives": 1, "detractors": 1}
    page = page_with(small, few | {Month(2026, 5): Snapshot.model_validate(raw)})
    assert "zu wenige Antworten, um sie zu zeigen: Mai 2026" in page.words
    assert "s-gap" in page.html


def test_a_new_definition_is_a_break_even_where_no_event_says_so(small):
    snapshots = small.snapshots({"nps": (WHOLE, WHOLE)})
    for back in range(12, 24):
        snapshots = changed(snapshots, Month(2026, 10) - back, definition="old")
    page = page_with(small, snapshots)
    assert "Bruch: Seitdem anders gemessen. Davor und danach sind nicht vergleichbar." in page.words
    assert "s-break" in page.html
    assert "Seitdem anders gemessen" in page.part("ce-table ce-data", "table")
    assert "Bruch in der Reihe, kein Vergleich" in page.words


def test_merged_brands_have_a_break_and_a_light_line_before_it(small):
    before = {
        "all": (240, 120, 60),
        "brand.ahorn": (80, 40, 20),
        "brand.birke": (80, 40, 20),
        "brand.wiese": (80, 40, 20),
    }
    after = {"all": (240, 120, 60), "brand.wald": (160, 80, 40), "brand.wiese": (80, 40, 20)}
    snapshots = small.snapshots({"nps": (after, before)})
    earlier = small.snapshots({"nps": (before, before)})
    snapshots |= {month: earlier[month] for month in earlier if month < Month(2026, 4)}
    words = page_with(small, snapshots, dimensions={"brand": BRANDS}).words
    assert "Wald besteht seit April 2026. Davor und danach wird nicht verglichen." in words
    assert "als hätten Ahorn und Birke schon immer zusammengehört (pro forma)" in words
    assert "Bruch: Ahorn und Birke zusammengelegt." in words
