"""Survey exports of a company that does not exist, shaped as Qualtrics shapes them: always the same for a seed.

Only `Random.random` is used: it is the one method whose numbers Python promises to keep.
"""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime, time, timedelta
from random import Random
from typing import TYPE_CHECKING

from chefetage.model.month import Month
from chefetage.sources import demo_answers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

SEED = 741
MONTHS = 30
"""So many that each of the last six can look back on twenty-four: twelve to compare, and the twelve before."""
LATE_MONTHS = frozenset({Month(2026, 3), Month(2026, 9)})
"""Months in which fitters' tablets had no network, so that some answers arrived in the month after."""

_COLUMNS = (
    ("StartDate", "Anfangsdatum", "startDate"),
    ("EndDate", "Enddatum", "endDate"),
    ("Status", "Antworttyp", "status"),
    ("Progress", "Fortschritt", "progress"),
    ("Duration (in seconds)", "Dauer (in Sekunden)", "duration"),
    ("Finished", "Beendet", "finished"),
    ("RecordedDate", "Aufgezeichnetes Datum", "recordedDate"),
    ("ResponseId", "Antwort-ID", "_recordId"),
    ("DistributionChannel", "Verteilungskanal", "distributionChannel"),
    ("UserLanguage", "Benutzersprache", "userLanguage"),
    ("Anlass", "Anlass", "Anlass"),
    ("Region", "Region", "Region"),
    ("Q1", "Wie wahrscheinlich ist es, dass Sie Lindenried Küchen Freunden oder Kollegen empfehlen?", "QID1"),
    ("Q2", "Wie zufrieden sind Sie mit dem Einbau Ihrer Küche?", "QID2"),
    ("Q3", "War Ihre Küche am Ende des Montagetages vollständig?", "QID3"),
    ("Q4", "Wurde Ihr Anliegen beim ersten Anruf geklärt?", "QID4"),
    ("Q5", "Was möchten Sie uns noch sagen?", "QID5_TEXT"),
)
_OCCASIONS = ("Planung", "Einbau", "Kundendienst")
_SCALE_ENDS = {1: "1 – sehr unzufrieden", 5: "5 – sehr zufrieden"}
_UNFINISHED = 0.06
_PREVIEWS = 3
_SKIPPED = 0.02
_UNSURE = 0.015
_LATE = 0.17
_COMMENTED = 0.12
_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz0123456789"


def write_demo_exports(
    folder: Path, until: Month, months: int = MONTHS, seed: int = SEED, as_of: date | None = None
) -> tuple[Path, ...]:
    """Write one export a month and return their paths, oldest first.

    Args:
        folder: Where they go; made if it is missing.
        until: The last month.
        months: How many months.
        seed: Another seed gives other customers of the same temper.
        as_of: The day of the export: answers that had not arrived by then are left out.
    """
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for month in (until - (months - 1)).until(until):
        path = folder / f"{month}.csv"
        path.write_bytes(demo_export(month, seed, as_of))
        paths.append(path)
    return tuple(paths)


def foreign_exports(folder: Path, until: Month, months: int = MONTHS) -> tuple[Path, ...]:
    """Return the files that writing would replace although they are no demo exports: somebody's real answers."""
    paths = [folder / f"{month}.csv" for month in (until - (months - 1)).until(until)]
    header = _header().encode("utf-8-sig")
    return tuple(path for path in paths if path.is_file() and not path.read_bytes().startswith(header))


def demo_export(month: Month, seed: int = SEED, as_of: date | None = None) -> bytes:
    """Return one month's export as it is downloaded: UTF-8 with a byte order mark, three header rows."""
    rng = Random(f"{seed} {month}")  # noqa: S311 – customers made up, no secrets
    rows = sorted(_respondents(month, rng), key=lambda row: (row["EndDate"], row["ResponseId"]))
    known = [row for row in rows if as_of is None or date.fromisoformat(row["RecordedDate"][:10]) <= as_of]
    lines = _csv([row.get(name, "") for name, _, _ in _COLUMNS] for row in known)
    return (_header() + lines).encode("utf-8-sig")


def _header() -> str:
    names, labels, keys = zip(*_COLUMNS, strict=True)
    return _csv([names, labels, [json.dumps({"ImportId": key}, separators=(",", ":")) for key in keys]])


def _csv(rows: Iterable[Sequence[str]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def _respondents(month: Month, rng: Random) -> Iterator[dict[str, str]]:
    for occasion in _OCCASIONS:
        for _ in range(demo_answers.answers_of(occasion, month, rng)):
            yield _respondent(occasion, month, rng)
            if rng.random() < _UNFINISHED:
                yield _unfinished(occasion, month, rng)
    for _ in range(_PREVIEWS):
        yield _respondent("Planung", month, rng) | {"Status": "Survey Preview", "DistributionChannel": "preview"}


def _respondent(occasion: str, month: Month, rng: Random) -> dict[str, str]:
    row = _visit(occasion, month, rng)
    feeling = demo_answers.truth(occasion, month)
    row["Q1"] = str(demo_answers.recommendation(feeling, row["Region"], rng))
    if feeling.satisfied is not None:
        answer = demo_answers.satisfaction(feeling.satisfied, rng)
        row["Q2"] = _perhaps_unsure(_SCALE_ENDS.get(answer, str(answer)), rng)
    if feeling.complete is not None:
        row["Q3"] = _perhaps_unsure("Ja" if rng.random() < feeling.complete else "Nein", rng)
    if feeling.solved is not None:
        row["Q4"] = "Ja" if rng.random() < feeling.solved else "Nein"
    if rng.random() < _COMMENTED:
        row["Q5"] = _filler(rng)
    return row


def _unfinished(occasion: str, month: Month, rng: Random) -> dict[str, str]:
    return _visit(occasion, month, rng) | {"Progress": "35", "Finished": "False"}


def _visit(occasion: str, month: Month, rng: Random) -> dict[str, str]:
    """Return the columns that the survey tool fills in by itself."""
    seconds = 60 + _below(300, rng)
    day = date(month.year, month.number, 1 + _below(month.last_day.day, rng))
    end = datetime.combine(day, time(8)) + timedelta(seconds=_below(13 * 3600, rng))
    recorded = end
    if occasion == "Einbau" and month in LATE_MONTHS and rng.random() < _LATE:
        recorded = datetime.combine(month.last_day + timedelta(days=5 + _below(5, rng)), time(7, 30))
    return {
        "StartDate": str(end - timedelta(seconds=seconds)),
        "EndDate": str(end),
        "Status": "IP Address",
        "Progress": "100",
        "Duration (in seconds)": str(seconds),
        "Finished": "True",
        "RecordedDate": str(recorded),
        "ResponseId": "R_" + "".join(_ALPHABET[_below(len(_ALPHABET), rng)] for _ in range(15)),
        "DistributionChannel": "email",
        "UserLanguage": "DE",
        "Anlass": occasion,
        "Region": demo_answers.region(rng),
    }


def _perhaps_unsure(answer: str, rng: Random) -> str:
    drawn = rng.random()
    if drawn < _SKIPPED:
        return ""
    return "Weiß nicht" if drawn < _SKIPPED + _UNSURE else answer


def _filler(rng: Random) -> str:
    """Return text that says nothing, with everything in it that tears a careless reader apart."""
    number = _below(1000, rng)
    return (
        f"Blindtext {number}; ohne Aussage, nur zum Füllen.",
        f'Blindtext {number} mit "Anführung"\nund einer zweiten Zeile.',
        f"Blindtext {number}, „so“ – und\u00a0so.",
    )[_below(3, rng)]


def _below(limit: int, rng: Random) -> int:
    return int(rng.random() * limit)
