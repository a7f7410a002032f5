"""Monthly values."""

from __future__ import annotations

import json

from chefetage.model.metric import Tally
from chefetage.stats.counts import counts_from, estimate
from mistakes.mistake import EDITION, SNAPSHOT, spoilt, written


def told(known_on: str, status: str = "final", **answers: int) -> dict[str, object]:
    """Return a revision whose result follows from its counts."""
    stats = {"promoters": 180, "passives": 140, "detractors": 80, **answers}
    result = estimate(counts_from(stats, Tally.SCORE))
    assert result is not None
    return {
        "known_on": known_on, "status": status, "stats": stats, "method": result.method, "source": "survey",
        "digest": "ab", "result": {"value": result.value, "low": result.low, "high": result.high},
    }  # fmt: skip


def month(*revisions: dict[str, object], **groups: dict[str, object]) -> str:
    """Return the values of October: of all customers, and of groups."""
    more = {"small": "occasion.planning", "other": "occasion.repair"}
    values = {"all": revisions, **{more[name]: [revision] for name, revision in groups.items()}}
    metrics = {"nps": {"definition": "93b0fd3c5ed7", "groups": values}}
    return json.dumps({"schema": 1, "month": "2026-10", "metrics": metrics}, indent=1)


MISTAKES = [
    spoilt(SNAPSHOT, '"status": "final"', '"status": "finale"', "3:32 bad-value"),
    spoilt(SNAPSHOT, '"promoters": 180', '"promoters": -1', "4:16 too-low"),
    spoilt(SNAPSHOT, '"promoters": 180', '"promoters": "180"', "4:16 not-a-whole-number"),
    spoilt(SNAPSHOT, '"promoters": 180', '"promoters": 1e400', "4:16 not-a-whole-number"),
    spoilt(SNAPSHOT, '"promoters": 180', '"promoters": NaN', "1:1 invalid-json"),
    spoilt(SNAPSHOT, '"promoters": 180', '"promoters": 180, "promoters": 180', "4:34 duplicate-key"),
    spoilt(SNAPSHOT, '"known_on": "2026-11-09"', '"known_on": "9.11.2026"', "3:6 bad-date"),
    spoilt(SNAPSHOT, '"method"', '"methode"', "6:6 unknown-key"),
    spoilt(SNAPSHOT, ', "source": "survey"', "", "3:5 missing-field"),
    spoilt(SNAPSHOT, '"month": "2026-10"', '"month": "2026-09"', "1:15 month-and-name"),
    spoilt(SNAPSHOT, '"month": "2026-10"', '"month": "0000-10"', "1:15 bad-year"),
    spoilt(SNAPSHOT, '"schema": 1', '"schema": 2', "1:2 bad-value"),
    spoilt(SNAPSHOT, '"survey"', '"sur\\u0007vey"', "6:33 unwanted-character"),
    spoilt(SNAPSHOT, '"survey"', '"sur\\ud800vey"', "6:33 unwanted-character"),
    spoilt(EDITION, "study: kriss-2014", "study: kriss-2041", "13:1 unknown-reference"),
    spoilt(SNAPSHOT, '"value": 25.0', '"value": 27.0', "5:6 edited-snapshot"),
    spoilt(SNAPSHOT, '"low": 17.331693838222535', '"low": 17.3316', "5:6 edited-snapshot"),
    spoilt(SNAPSHOT, '"promoters": 180', '"promoters": 181', "5:6 edited-snapshot"),
    spoilt(SNAPSHOT, '"method": "adjusted-wald"', '"method": "wilson"', "6:6 edited-snapshot"),
    spoilt(SNAPSHOT, '"high": 32.2960977250529', '"high": 1e400', "5:6 edited-snapshot"),
    spoilt(
        SNAPSHOT,
        '"nps": {"definition"',
        '"csat": {"definition"',
        "briefings/editions/2026-10.md:2:1 hint metric-without-value",
        "2:3 hint snapshot-without-metric",
    ),
    spoilt(SNAPSHOT, "93b0fd3c5ed7", "000000000000", "2:11 hint definition-changed"),
    spoilt(SNAPSHOT, '"promoters": 180, ', "", "4:6 unfit-counts", f"{EDITION}:2:1 hint metric-without-value"),
    written(SNAPSHOT, month(told("2026-11-10"), told("2026-11-09")), "27:7 revision-order"),
    written(
        SNAPSHOT, month(told("2026-11-09"), told("2026-11-10", status="provisional")), "28:7 provisional-after-final"
    ),
    written(
        SNAPSHOT,
        month(told("2026-11-09"), told("2026-11-15", promoters=200)),
        f"{EDITION}:20:1 uncorrected-restatement",
    ),
    written(
        SNAPSHOT,
        month(told("2026-11-09"), small=told("2026-11-09", promoters=1, passives=1, detractors=1)),
        "27:5 hint small-group",
    ),
    written(SNAPSHOT, month(told("2026-11-09"), other=told("2026-11-09")), "27:5 hint unknown-group"),
    spoilt(SNAPSHOT, '"groups": {', '"stale": "2027-01-01", "groups": {', "2:41 future-date"),
    spoilt(SNAPSHOT, '"groups": {', '"hidden": "occasion", "groups": {', "2:41 not-a-list"),
    spoilt(SNAPSHOT, '"result": {"value": 25.0', '"result": {"value": "25"', "5:17 not-a-number"),
]
