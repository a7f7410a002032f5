"""What must fit together: references, ids, dates."""

from __future__ import annotations

from mistakes.mistake import (
    ARGUMENT,
    ASK,
    CORE,
    EDITION,
    EVENTS,
    METHOD,
    NPS,
    QUOTE,
    SOLVED,
    SOURCES,
    STORY,
    removed,
    spoilt,
    together,
    written,
)

NOT_YET = """---
month: 2026-12
status: published
owner: Anna Beispiel
headline: Der Rückruf fehlt.
messages: [Ein Rückruf fehlt.]
asks: []
omitted:
  nps: {why: Umstellung, by: Leitung}
  solved: {why: Umstellung, by: Leitung}
---
"""

MISTAKES = [
    spoilt(EDITION, "asks: [store]", "asks: [store, shop]", "9:15 unknown-reference"),
    spoilt(EDITION, "quotes: [fitter]", "quotes: [nobody]", "10:10 unknown-reference"),
    spoilt(EDITION, "story: tap", "story: tab", "11:1 unknown-reference"),
    spoilt(EDITION, "measures: [callback]", "measures: [callbak]", "12:12 unknown-reference"),
    spoilt(EDITION, "praise: planners", "praise: planer", "14:1 unknown-reference"),
    spoilt(EDITION, "visits: [bahnhof]", "visits: [bahn]", "15:10 unknown-reference"),
    spoilt(EDITION, "  nps: Etwas", "  npx: Etwas", "17:3 unknown-reference"),
    spoilt(EDITION, "  solved: {why", "  slved: {why", "19:3 unknown-reference", "2:1 hint metric-without-value"),
    spoilt(QUOTE, "metrics: [nps]", "metrics: [nps, ces]", "12:16 unknown-reference"),
    spoilt(STORY, "quotes: [fitter]", "quotes: [fitter]\nmeasures: [x]", "6:12 unknown-reference"),
    spoilt(ARGUMENT, "[kriss-2014]", "[kriss]", "4:11 unknown-reference"),
    spoilt(NPS, "source: survey", "source: surveys", "8:1 unknown-reference"),
    spoilt(
        NPS,
        "source: survey",
        "source: survey\nsuccessor: nps2",
        "9:1 unknown-reference",
        "9:1 hint endless-predecessor",
    ),
    spoilt(
        SOURCES, "    solved:", "    resolved:", "7:5 unknown-reference", "metrics/solved.yml:8:1 hint unread-metric"
    ),
    spoilt(SOURCES, "{occasion: Anlass}", "{ocasion: Anlass}", "4:14 unknown-reference"),
    spoilt(CORE, "[nps, solved]", "[nps, solved, csat]", "1:21 unknown-reference"),
    spoilt(EVENTS, "metrics: [solved]", "metrics: [sold]", "4:13 unknown-reference"),
    spoilt(ASK, "to:", "was: [shop, store]\nto:", "2:13 former-id-taken"),
    spoilt(ASK, "to:", "was: [shop, shop]\nto:", "2:13 former-id-taken"),
    spoilt(
        CORE,
        "[nps, solved]",
        "[nps, nps]",
        "1:1 core-metrics",
        "briefings/editions/2026-10.md:19:3 hint not-in-core",
        "1:13 hint repeated-reference",
    ),
    spoilt(
        CORE, "[nps, solved]", "[nps, solved]\n2027: [nps, nps]", "2:1 core-metrics", "2:13 hint repeated-reference"
    ),
    spoilt(EDITION, "status: published", "status: closed", "3:1 unsealed-edition"),
    spoilt(EDITION, "on: 2026-11-10", "on: 2026-11-22", "21:4 future-date"),
    spoilt(EDITION, "owner: Anna", "published_on: 2027-11-05\nowner: Anna", "4:1 future-date"),
    spoilt(ASK, "status: open", "status: agreed\nanswered_on: 2027-05-01", "7:1 future-date"),
    spoilt(ASK, "status: open", "status: done\nanswered_on: 2026-11-01\ndone_on: 2026-12-01", "8:1 future-date"),
    spoilt(METHOD, "---\n", "---\nwas: [home]\n", "2:7 reserved-id"),
    spoilt(ASK, "status: open", "status: agreed", "6:1 missing-answer-date"),
    spoilt(ASK, "status: open", "status: declined", "6:1 missing-answer-date"),
    spoilt(ASK, "status: open", "status: done\ndone_on: 2026-11-01", "6:1 missing-answer-date"),
    spoilt(ASK, "status: open", "status: overdue", "6:1 computed-status"),
    spoilt(
        CORE,
        "[nps, solved]",
        "[solved, solved]",
        "briefings/editions/2026-10.md:17:3 hint not-in-core",
        "1:16 hint repeated-reference",
    ),
    written("docs/home.md", "---\ntitle: Start\n---\nWillkommen.\n", "1:1 reserved-id"),
    together(
        [
            (NPS, "source: survey", "source: survey\nsuccessor: solved\nvalid_to: 2026-12"),
            (SOLVED, "source: survey", "source: survey\nsuccessor: nps"),
        ],
        "9:1 successor-circle",
        f"{SOLVED}:9:1 successor-circle",
    ),
    written("briefings/editions/2026-12.md", NOT_YET, "2:1 future-date"),
    spoilt(EDITION, "Das letzte Teil fehlt.", "‹Das Problem in einem Satz›", "5:1 placeholder"),
    together(
        [(EDITION, "Das letzte Teil fehlt.", "‹Das Problem›"), (EDITION, "Der Vorspann.", "‹Was los ist›")],
        "5:1 placeholders",
    ),
    together(
        [(EDITION, "status: published", "status: draft"), (EDITION, "Das letzte Teil fehlt.", "‹Das Problem›")],
        "5:1 hint placeholder",
    ),
    written("briefings/editions/2026-10.sealed.json", "{}", "1:1 broken-seal"),
    removed(
        NPS,
        f"{CORE}:1:8 unknown-reference",
        f"{EDITION}:17:3 unknown-reference",
        f"{QUOTE}:12:11 unknown-reference",
        "docs/journey.yml:5:13 unknown-reference",
        f"{SOURCES}:6:5 unknown-reference",
        "metrics/snapshots/2026-10.json:2:3 hint snapshot-without-metric",
    ),
]
