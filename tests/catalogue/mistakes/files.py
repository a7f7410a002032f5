"""Files and folders: their bytes, their names, their places, their translations."""

from __future__ import annotations

from mistakes.mistake import (
    ASK,
    BRAND,
    CORE,
    EDITION,
    EVENTS,
    METHOD,
    NPS,
    QUOTE,
    SITE,
    STUDY,
    removed,
    spoilt,
    written,
)  # fmt: skip

IN_ENGLISH = "briefings/quotes/fitter.en.md"
ANOTHER = """---
said_on: 2026-10-14
who: Kunde
channel: call
mood: joy
basis: {anonymised: {by: Anna Beispiel, on: 2026-10-20}}
---
Alles da.
"""

MISTAKES = [
    written(QUOTE, "", "1:1 empty-file"),
    written(NPS, "\n\n", "1:1 empty-file"),
    spoilt(QUOTE, "Ein Teil fehlte.", "Ein\u00adTeil\u2028fehlte.", "14:9 unwanted-character"),
    spoilt(ASK, "Richten Sie", "Richten\x07 Sie", "3:14 unwanted-character"),
    written(STUDY, b"---\nauthors: M" + b"\xfcller\n---\n", "2:11 not-utf-8"),
    written(EVENTS, "sms:\n".encode("utf-16"), "1:1 not-utf-8"),
    written("briefings/quotes/Monteur_ä.md", "---\n---\n", "1:1 bad-id"),
    written("briefings/asks/Second Store.md", "---\n---\n", "1:1 bad-id"),
    written("metrics/CSAT.yml", "kind: csat\n", "1:1 bad-id"),
    written("briefings/quotes/fitter.MD", ANOTHER, "briefings/quotes/fitter.md:1:1 duplicate-id"),
    written("briefings/quote/x.md", "---\n---\n", "briefings/quote:1:1 hint unread-folder"),
    written("briefings/quotes/2026/x.md", "---\n---\n", "briefings/quotes/2026:1:1 hint unread-folder"),
    written("docs/guide/x.md", "# x\n", "docs/guide:1:1 hint unread-pages"),
    written("docs/answers.xlsx", b"PK", "1:1 hint unpublished-file"),
    written("metrics/csat.yaml", "kind: csat\n", "1:1 hint unread-file"),
    written("metrics/snapshots/.unfinished.json", "{}", "1:1 unfinished-refresh"),
    written(EVENTS, "a: &a 1\n" + "".join(f"b{n}: *a\n" for n in range(101)), "102:7 too-large"),
    removed(BRAND, "1:1 missing-file"),
    removed(SITE, "1:1 missing-file"),
    removed(CORE, "1:1 hint missing-core"),
    removed("briefings/stories/tap.md", f"{EDITION}:11:1 unknown-reference"),
    removed("metrics/sources.yml", "metrics/nps.yml:8:1 unknown-reference", "metrics/solved.yml:8:1 unknown-reference"),
    spoilt(SITE, "site_name: Lindenried", "INHERIT: ../base.yml", "1:1 inherited-from-outside"),
    spoilt(SITE, "site_name: Lindenried", "INHERIT: base.yml", "1:1 missing-file"),
    spoilt(SITE, "site_name: Lindenried", "INHERIT: mkdocs.yml", "1:1 inherited-in-a-circle"),
    spoilt(SITE, "site_name: Lindenried", "INHERIT: [a]", "1:1 not-a-text"),
    written(IN_ENGLISH, "who: Customer\n", "1:1 missing-front-matter"),
    written(IN_ENGLISH, "---\nwho: Customer\nmood: joy\n---\nA part was missing.\n", "3:1 fact-in-translation"),
    written(
        IN_ENGLISH,
        "---\nwhom: Customer\n---\nA part was missing.\n",
        "1:1 hint incomplete-translation",
        "2:1 unknown-key",
    ),
    written(IN_ENGLISH, "---\nwho: Customer\n---\nA part was missing.\n", "1:1 hint stale-translation"),
    written(IN_ENGLISH, "---\nwho: Customer\nof: 000000000000\n---\nA part.\n", "3:1 hint stale-translation"),
    written(
        IN_ENGLISH,
        "---\nof: 000000000000\n---\nA part.\n",
        "1:1 hint incomplete-translation",
        "2:1 hint stale-translation",
    ),
    written("briefings/quotes/fitter.de.md", "---\nwho: Kundin\n---\nEin Teil.\n", "1:1 translation-into-itself"),
    written("briefings/quotes/fitter.fr.md", "---\nwho: Cliente\n---\nUne pièce.\n", "1:1 unknown-language"),
    written("briefings/quotes/fiter.en.md", "---\nwho: Customer\n---\nA part.\n", "1:1 translation-without-original"),
    written("briefings/visits/bahnhof.en.md", "---\nheard: {de: a, en: b}\n---\n", "2:1 words-of-one-language"),
    spoilt("docs/method.en.md", "of: feb27fa257c6", "of: feb27fa257c7", "3:1 hint stale-translation"),
    spoilt(METHOD, "So.", "Anders.", "docs/method.en.md:3:1 hint stale-translation"),
    spoilt(EDITION, "month: 2026-10", "language: fr\nmonth: 2026-10", "2:1 unknown-language"),
    written("briefings/editions/2026-09.md", "---\nmonth: 2026-09\n---\n", "1:1 missing-choice", "1:1 missing-field"),
]
