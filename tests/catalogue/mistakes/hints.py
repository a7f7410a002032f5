"""What is no error."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from chefetage.model.metric import Tally
from chefetage.model.month import Month
from chefetage.stats.counts import counts_from, estimate

if TYPE_CHECKING:
    from collections.abc import Callable

from mistakes.mistake import ASK, EDITION, EVENTS, MEASURE, NPS, QUOTE, SNAPSHOT, SOLVED, STUDY, spoilt, together

SAME, MORE, LESS, FEW = (181, 139, 80), (220, 120, 60), (140, 140, 120), (4, 2, 1)
BEFORE = (180, 140, 80)
HARD = "Die Implementierung bereichsübergreifender Prozessoptimierungsmaßnahmen erfordert Abstimmungen. " * 20
ANOTHER = """---
said_on: 2026-10-14
who: Kunde
channel: call
mood: pain
basis: {anonymised: {by: Anna Beispiel, on: 2026-10-20}}
---
Es fehlte wieder etwas.
"""
FEATURED = """---
authors: Kriss
year: 2020
title: The Value
publication: HBR
kind: article
finding: Zufriedene kaufen mehr.
limits: Eine Firma.
grade: B
featured: true
stance: critical
url: https://example.org/kriss
---
"""


def snapshot(month: Month, answers: tuple[int, int, int]) -> str:
    """Return a month's values of the recommendation score."""
    return values("nps", month, Tally.SCORE, dict(zip(("promoters", "passives", "detractors"), answers, strict=True)))


def values(metric: str, month: Month, tally: Tally, stats: dict[str, int]) -> str:
    """Return a month's values of a metric."""
    result = estimate(counts_from(stats, tally))
    assert result is not None
    revision = {
        "known_on": "2026-11-09", "status": "final", "stats": stats, "method": result.method, "source": "survey",
        "digest": "ab", "result": {"value": result.value, "low": result.low, "high": result.high},
    }  # fmt: skip
    metrics = {metric: {"definition": "93b0fd3c5ed7", "groups": {"all": [revision]}}}
    return json.dumps({"schema": 1, "month": str(month), "metrics": metrics})


def written_for(months: int, write: Callable[[int, Month], str]) -> list[tuple[str, str | None, str | bytes | None]]:
    """Return so many months, the last of them October."""
    last = Month(2026, 10)
    return [(f"metrics/snapshots/{last - back}.json", None, write(back, last - back)) for back in range(months)]


def years(now: tuple[int, int, int]) -> list[tuple[str, str | None, str | bytes | None]]:
    """Return 24 months, the later twelve with these answers."""
    return written_for(24, lambda back, month: snapshot(month, now if back < 12 else BEFORE))


MONEY = [
    (SOLVED, "kind: share", "kind: money"),
    (SOLVED, "unit: percent", "unit: euro"),
    (SOLVED, "top: [Ja]\n", ""),
    (SOLVED, '{de: "{k} von {n}.", en: "{k} of {n}."}', "{de: x, en: x}"),
    *written_for(24, lambda back, month: values("solved", month, Tally.MONEY, {"amount": 9000 - back, "n": 90})),
]
"""A metric whose changes are not tested."""

MISTAKES = [
    spoilt(EDITION, "quotes: [fitter]", "quotes: [fitter, fitter]", "10:18 hint repeated-reference"),
    spoilt(ASK, "due: 2026-11-27", "due: 2026-09-30", "briefings/editions/2026-10.md:9:8 hint ask-due-early"),
    spoilt(
        EDITION,
        "- Ein Teil fehlt.",
        "- Wort Wort Wort Wort Wort Wort Wort Wort Wort Wort Wort Wort Wort Wort Wort Wort Wort Wort Wort Wort Wort ",
        "7:3 hint long-message",
    ),
    spoilt(NPS, "unit: points", "unit: percent", "4:1 metric-unit"),
    spoilt(QUOTE, "mood:", "step: Einbauen\nmood:", "5:1 hint unknown-step"),
    spoilt(EDITION, "omitted:\n  solved: {why: Umstellung, by: Leitung}\n", "", "2:1 hint metric-without-value"),
    together(
        [*years(SAME), (EDITION, "Etwas besser.", "Nachweisbar gestiegen.")], f"{EDITION}:17:3 hint claim-unproven"
    ),
    together(
        [*years(LESS), (EDITION, "Etwas besser.", "Nachweisbar gestiegen.")], f"{EDITION}:17:3 hint claim-opposite"
    ),
    together([*years(FEW), (EDITION, "Etwas besser.", "Nachweisbar gestiegen.")], f"{EDITION}:17:3 hint claim-too-few"),
    together(
        [*years(MORE), (EDITION, "commentary:\n  nps: Etwas besser.\n", "")], f"{EDITION}:2:1 hint missing-commentary"
    ),
    together(
        [
            *years(MORE),
            (EVENTS, "metrics: [solved]\n  break: no", "metrics: [nps]\n  break: yes"),
            (EDITION, "Etwas besser.", "Nachweisbar gestiegen."),
        ],
        f"{EDITION}:17:3 hint claim-broken",
    ),
    together(
        [*years(SAME), (EDITION, "Etwas besser.", "Das bringt 40.000 € im Jahr.")],
        f"{EDITION}:17:3 hint unproven-money",
    ),
    spoilt(EDITION, "Etwas besser.", "Nachweisbar gestiegen.", "17:3 hint claim-no-history"),
    together(
        [(EDITION, "  nps: Etwas besser.", "  solved: Deutlich gestiegen."), *MONEY],
        "17:3 hint claim-untested",
        "2:1 hint metric-without-value",
        f"{SNAPSHOT}:1:58 hint definition-changed",
    ),
    together(
        [(SNAPSHOT, None, None), (SNAPSHOT.replace("-10", "-09"), None, snapshot(Month(2026, 9), SAME))],
        f"{EDITION}:2:1 hint stale-metric",
    ),
    spoilt(EDITION, "Der Vorspann.", "Wort " * 30 + "Ende.", "24:1 hint long-sentence"),
    spoilt(EDITION, "Der Vorspann.", HARD, "24:1 hint hard-to-read"),
    spoilt(EDITION, "- Ein Teil fehlt.", "- Am Touchpoint fehlt ein Teil.", "7:3 hint jargon"),
    spoilt(EDITION, "Der Vorspann.", "Sie müssen endlich handeln.", "24:1 hint lecturing"),
    spoilt(
        EDITION, "- Ein Teil fehlt.", "- Wir haben einen Workshop durchgeführt.", "7:3 hint message-without-outcome"
    ),
    together(
        [(MEASURE, "since: 2025-11-01", "since: 2025-11-01\nstatus: done"), (MEASURE, "measured", "planned")],
        "4:1 hint measure-without-outcome",
    ),
    together(
        [(EDITION, "quotes: [fitter]", "quotes: [fitter, plumber]"), ("briefings/quotes/plumber.md", None, ANOTHER)],
        "10:1 hint no-joy",
    ),
    together(
        [
            (EDITION, "quotes: [fitter]", "quotes: [fitter, plumber]"),
            (QUOTE, "pain", "joy"),
            ("briefings/quotes/plumber.md", None, ANOTHER.replace("pain", "joy")),
        ],
        "10:1 hint no-pain",
    ),
    spoilt(EDITION, "Der Vorspann.", "80 % verzeihen einen Fehler.", "24:1 hint unsourced-figure"),
    together(
        [(SOLVED, "Geklärt?", "In 24 Stunden geklärt?"), (SOLVED, "Settled?", "Settled in 48 hours?")],
        "3:40 hint differing-figures",
    ),
    spoilt(ASK, "due: 2026-11-27", "due: 2026-09-10", "4:1 hint overdue-ask", f"{EDITION}:9:8 hint ask-due-early"),
    spoilt(ASK, "status: open", "status: agreed\nanswered_on: 2026-04-10", "7:1 hint undone-promise"),
    together(
        [(STUDY, "grade: C", "grade: C\nfeatured: true"), (STUDY, "year: 2014", "year: 2013")],
        "10:1 hint expired-study",
    ),
    together(
        [(f"briefings/studies/study-{number:02d}.md", None, FEATURED) for number in range(13)],
        "briefings/studies/study-12.md:10:1 hint too-many-featured",
    ),
    together(
        [
            ("briefings/studies/doubts.md", None, FEATURED.replace("featured: true\n", "")),
            ("briefings/studies/praises.md", None, FEATURED.replace("critical", "supports")),
        ],
        "briefings/studies/praises.md:10:1 hint featured-uncritical",
    ),
]
