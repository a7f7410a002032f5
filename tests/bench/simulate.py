"""Prints the tables of docs/simulation.md and docs/simulation.en.md: `make simulate`; `--write` puts them there.

The same seed gives the same figures. What is tried is the product's own functions, see `simulated_coverage` and
`simulated_editions`.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "hooks"))

from chefetage.locales import speak  # noqa: E402
from simulated_coverage import CASES, covered  # noqa: E402
from simulated_editions import YEARS, year_of_editions  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterable

TRIALS = 10_000
PAGES = {"de": ROOT / "docs" / "simulation.md", "en": ROOT / "docs" / "simulation.en.md"}
COVERAGE_HEAD = {
    "de": "| Zahl | Antworten | unser Intervall | Lehrbuch-Intervall |\n|---|--:|--:|--:|",
    "en": "| Number | Answers | our interval | textbook interval |\n|---|--:|--:|--:|",
}
EDITIONS_HEAD = {
    "de": (
        "| Was gemeldet wird | unser Vergleich | Monat gegen Monat, getestet | Monat gegen Monat, jeder Unterschied |"
        "\n|---|--:|--:|--:|"
    ),
    "en": (
        "| What is reported | our comparison | month against month, tested | month against month, any difference |"
        "\n|---|--:|--:|--:|"
    ),
}
ROWS = {
    "false": {
        "de": "nichts hat sich geändert: gemeldete Veränderungen in einem Jahr (von 48)",
        "en": "nothing has changed: changes reported in a year (of 48)",
    },
    "quiet": {
        "de": "nichts hat sich geändert: Jahre ohne Fehlalarm",
        "en": "nothing has changed: years without a false alarm",
    },
    "first": {
        "de": "+5 auf Dauer: in der ersten Ausgabe als Anstieg gemeldet",
        "en": "+5 to stay: reported as a rise in the first edition",
    },
    "sixth": {
        "de": "+5 auf Dauer: in der sechsten Ausgabe als Anstieg gemeldet",
        "en": "+5 to stay: reported as a rise in the sixth edition",
    },
    "twelfth": {
        "de": "+5 auf Dauer: in der zwölften Ausgabe als Anstieg gemeldet",
        "en": "+5 to stay: reported as a rise in the twelfth edition",
    },
    "wrong": {
        "de": "+5 auf Dauer: gemeldete Rückgänge in einem Jahr (von 48)",
        "en": "+5 to stay: declines reported in a year (of 48)",
    },
}


def coverage_table(language: str, trials: int = TRIALS) -> str:
    """Return the table of coverage, in percent."""
    locale = speak(language)
    lines = [COVERAGE_HEAD[language]]
    for case in CASES:
        ours, textbook = covered(case, trials)
        cells = (case.names[language], locale.number(case.n), percent(language, ours), percent(language, textbook))
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def editions_table(language: str, years: int = YEARS) -> str:
    """Return the table of what a year of editions reports."""
    quiet, shifted = year_of_editions(0.0, years), year_of_editions(5.0, years)
    locale = speak(language)

    def row(name: str, cells: list[str]) -> str:
        return f"| {ROWS[name][language]} | {' | '.join(cells)} |"

    def numbers(values: Iterable[float]) -> list[str]:
        return [locale.number(value, 1) for value in values]

    def shares(values: Iterable[float]) -> list[str]:
        return [percent(language, value) for value in values]

    rows = [
        row("false", numbers(outcome.reports for outcome in quiet)),
        row("quiet", shares(outcome.quiet_years for outcome in quiet)),
        row("first", shares(outcome.rises[0] for outcome in shifted)),
        row("sixth", shares(outcome.rises[5] for outcome in shifted)),
        row("twelfth", shares(outcome.rises[11] for outcome in shifted)),
        row("wrong", numbers(outcome.declines for outcome in shifted)),
    ]
    return "\n".join([EDITIONS_HEAD[language], *rows])


def percent(language: str, share: float | None) -> str:
    """Return a share, from 0 to 1, as it stands in the tables; a dash for what there is not."""
    if share is None:
        return "–"
    locale = speak(language)
    return locale.number(100 * share, 1) + locale.say("values.units.percent").partition("{number}")[2]


def with_table(page: str, table: str) -> str:
    """Return a page's text with the table that has the same head replaced."""
    head = table.partition("\n")[0]
    start = page.index(head)
    end = page.index("\n\n", start)
    return page[:start] + table + page[end:]


def main() -> None:
    """Print the tables, or write them into the pages."""
    for language, path in PAGES.items():
        tables = [editions_table(language), coverage_table(language)]
        if "--write" in sys.argv[1:]:
            page = path.read_text(encoding="utf-8")
            for table in tables:
                page = with_table(page, table)
            path.write_text(page, encoding="utf-8")
        else:
            print("\n\n".join(tables), end="\n\n")


if __name__ == "__main__":
    main()
