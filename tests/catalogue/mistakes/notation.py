"""How a file is written: its head, YAML's notation."""

from __future__ import annotations

from mistakes.mistake import EDITION, PRAISE, QUOTE, STORY, spoilt

MISTAKES = [
    spoilt(EDITION, "---\nmonth", "month", "1:1 missing-front-matter"),
    spoilt(EDITION, "---\nmonth", "\n---\nmonth", "1:1 missing-front-matter"),
    spoilt(PRAISE, "\n---\nDanke!", "\nDanke!", "1:1 unclosed-front-matter"),
    spoilt(STORY, "customer: Kunde aus Lindenried\n", "- nur\n- eine Liste\n", "4:1 invalid-yaml"),
    spoilt(PRAISE, "---\nteam", "---\n- nur\n---\nteam", "1:1 no-fields"),
    spoilt(EDITION, "headline: Das letzte Teil fehlt.", "headline: Das Teil: es fehlt.", "5:19 colon-in-text"),
    spoilt(EDITION, "story: tap", "  story: tap", "11:3 bad-indent"),
    spoilt(EDITION, "study: kriss-2014", "study kriss-2014", "13:1 missing-colon"),
    spoilt(EDITION, "study: kriss-2014", "study:kriss-2014", "13:1 missing-colon"),
    spoilt(QUOTE, "  consent:", "\tconsent:", "7:1 tab-indent"),
    spoilt(EDITION, "Das letzte Teil", "@lle Teile", "5:11 quote-needed"),
    spoilt(EDITION, "Das letzte Teil", "*Das* letzte Teil", "5:11 quote-needed"),
    spoilt(EDITION, "Das letzte Teil fehlt.", "{{ nps }}", "5:11 quote-needed"),
    spoilt(EDITION, "Das letzte Teil fehlt.", "{{ nps }} Punkte", "5:11 quote-needed"),
    spoilt(EDITION, "Das letzte Teil fehlt.", "[Teil](x.md) fehlt", "5:11 quote-needed"),
    spoilt(EDITION, "Das letzte Teil fehlt.", "& Söhne", "5:11 quote-needed"),
    spoilt(EDITION, "Das letzte Teil fehlt.", "*teil", "5:11 quote-needed"),
    spoilt(EDITION, "Das letzte Teil fehlt.", "!wichtig Teil", "5:11 unknown-tag"),
    spoilt(EDITION, "Das letzte Teil fehlt.", "!!python/name:os.system x", "5:11 unknown-tag"),
    spoilt(EDITION, "Das letzte Teil fehlt.", '"Das letzte Teil" fehlt.', "5:11 quote-in-quotes"),
    spoilt(EDITION, "Das letzte Teil fehlt.", "'Was ist's?'", "5:11 quote-in-quotes"),
    spoilt(EDITION, "Das letzte Teil fehlt.", '"Das letzte Teil', "5:11 unclosed-quote"),
    spoilt(EDITION, "asks: [store]", "asks: [store", "9:7 unclosed-bracket"),
    spoilt(EDITION, "Das letzte Teil fehlt.", '"C:\\Teile"', "5:14 unknown-escape"),
    spoilt(EDITION, "story: tap", "story: tap\nstory: tap", "12:1 duplicate-key"),
    spoilt(EDITION, "Das letzte Teil fehlt.", '"Das \\a Teil"', "5:11 unwanted-character"),
    spoilt(EDITION, "Das letzte Teil fehlt.", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "5:41 nested-too-deep"),
    spoilt(EDITION, "month: 2026-10", "month: 2026-10\n%YAML", "3:1 quote-needed"),
]
