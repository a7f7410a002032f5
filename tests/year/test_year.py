"""Twelve months at the desk, by script: an empty site, and whatever a year brings.

Refresh, new, edit, check, publish, close, month by month, in a git repository of its own. On the way: a source that
cannot be read, answers that come late, a customer who withdraws, a figure that was wrong, an item with a new name.
Whatever happens, the article of a closed edition stays as it was, but for what lives on in it.
"""

from __future__ import annotations

import csv
import random
import re
import subprocess
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from chefetage.build import assemble
from chefetage.cli import main
from chefetage.model.month import Month

ANSWERS, LATE = 140, 12
WITHDRAWN, CORRECTED, LEFT_OPEN, FAILED = Month(2026, 2), Month(2026, 3), Month(2026, 8), Month(2026, 4)
CONSENT = "consent: {reference: E-1, scope: [site], given: 2026-02-20, until: 2030-01-01}"


class Year:
    """A site, its clock, and what its closed editions looked like when they were closed."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.today = date(2026, 1, 2)
        self.closed: dict[str, str] = {}

    def run(self, *arguments: str, expect: int = 0) -> str:
        """Type a command on the day it is."""
        where = [] if arguments[0] == "init" else ["--root", str(self.root)]
        result = CliRunner().invoke(
            main, [*arguments, *where, "--today", self.today.isoformat(), "--lang", "en"], catch_exceptions=False
        )
        assert result.exit_code == expect, f"{self.today}: {arguments}\n{result.output}"
        return result.output

    def git(self, *arguments: str) -> None:
        identity = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org"]
        subprocess.run(["git", *identity, *arguments], cwd=self.root, check=True, capture_output=True)

    def commit(self, words: str) -> None:
        self.git("add", "-A")
        self.git("commit", "--allow-empty", "-m", words)

    def edit(self, path: str, *changes: tuple[str, str]) -> None:
        """Replace what a pattern matches first."""
        file = self.root / path
        text = file.read_text("utf-8")
        for pattern, new in changes:
            text, count = re.subn(pattern, new, text, count=1, flags=re.MULTILINE)
            assert count, f"{pattern!r} is not in {path}"
        file.write_text(text, "utf-8")

    def export(self, month: Month, answers: int) -> None:
        """Write the export of a month's survey; the first answers are always the same."""
        chance = random.Random(str(month))
        path = self.root / f"metrics/exports/{month}.csv"
        path.parent.mkdir(exist_ok=True)
        with path.open("w", newline="", encoding="utf-8") as file:
            table = csv.writer(file)
            table.writerow(["date", "recommend", "satisfaction"])
            scores, stars = [3, 6, 7, 8, 9, 10, 10], [2, 3, 4, 5, 5]
            for _ in range(answers):
                day = month.first_day.replace(day=chance.randint(1, 28))
                table.writerow([day.isoformat(), chance.choice(scores), chance.choice(stars)])

    def articles(self) -> dict[str, str]:
        """Build; there must be no error. Return address → article."""
        assembled = assemble(self.root, self.today)
        assert not assembled.errors, [str(each) for each in assembled.errors]
        return {page.address: page.html for page in assembled.site.pages}

    def nothing_has_changed(self, *, gap_in: str = "") -> None:
        """Every closed edition is as it was closed; one may have got a gap instead of a quote."""
        for address, html in self.articles().items():
            if address in self.closed:
                now = still(html)
                if address.endswith(f"{gap_in}.html") and gap_in:
                    assert "zurückgezogen" in html or "withdrawn" in html
                    self.closed[address] = now
                assert now == self.closed[address], f"{self.today}: {address}"


def still(html: str) -> str:
    """An article without what lives on in it."""
    for tag in ("section", "nav", "ul", "div", "p", "a"):
        html = re.sub(rf"<{tag}\b[^>]* data-live[^>]*>.*?</{tag}>\n?", "", html, flags=re.DOTALL)
    return "\n".join(line for line in html.split("\n") if line.strip())


@pytest.fixture
def year(tmp_path: Path) -> Year:
    """An empty site of a company that has just begun."""
    made = Year(tmp_path / "site")
    made.run("init", str(made.root), "--company", "Muster AG", "--yes")
    for page in (made.root / "docs").glob("*.md"):
        page.unlink()  # they have nothing to do with the months, and take half of the time
    made.git("init", "--quiet")
    made.commit("An empty site")
    return made


@pytest.mark.rehearsal
def test_a_year_at_the_desk(year):
    for month in Month(2026, 1).until(Month(2026, 12)):
        year.today = (month + 1).first_day.replace(day=3)
        fetch(year, month)
        write(year, month)
        year.today = year.today.replace(day=5)
        year.run("check")
        year.run("publish", str(month))
        year.commit(f"The edition of {month}")

        year.today = year.today.replace(day=18)
        before = settle(year, month)
        if month != LEFT_OPEN:
            close(year, month, before)
        year.commit(f"{month} is closed")
        incidents(year, month)
        year.run("check")
        year.nothing_has_changed(gap_in=str(WITHDRAWN) if month == Month(2026, 6) else "")
        year.commit(f"{month} is done")
    assert len(list(year.root.glob("briefings/editions/*.sealed.json"))) == 11
    assert len(year.closed) == 22


def fetch(year: Year, month: Month) -> None:
    """Count what has been answered so far; in one month the export is not there."""
    if month == FAILED:
        told = year.run("refresh", "--month", str(month), expect=3)
        assert "survey" in told or "Survey" in told
        year.nothing_has_changed()
    year.export(month, ANSWERS)
    assert "provisional" in year.run("refresh", "--month", str(month))


def write(year: Year, month: Month) -> None:
    """Write a quote and the edition, as an editor does: fill in what waits to be filled in."""
    quote = f"stimme-{month}"
    year.run("new", "quote", quote)
    path = f"briefings/quotes/{quote}.md"
    right = CONSENT if month == WITHDRAWN else "anonymised: {by: Datenschutz, on: 2026-02-01}"
    year.edit(
        path, (r"‹A description.*›", "a customer from Kassel"), (r"^‹The words.*›$", f"That was in {month}."),
        (r"^  anonymised:.*$", f"  {right}"), (r"^said_on: .*$", f"said_on: {month.first_day}"),
    )  # fmt: skip
    draft = f"briefings/editions/{month}.md"
    year.run("new", "edition", str(month))
    assert f"{quote} (" in (year.root / draft).read_text("utf-8"), "the new quote is offered"
    year.run("publish", str(month), expect=1)
    year.edit(
        draft, (r"‹The customers’ problem.*›", f"Somebody waited in {month}."),
        (r"‹A sentence to pass on›", "Who waits counts the days."), (r"^quotes: \[\]", f"quotes: [{quote}]"),
        (r"^‹Two or three sentences.*›$", "Recommendation stood at {{ nps }}, {{ nps.trend }}."),
        (r"‹What is open.*›", "Why that is so."),
    )  # fmt: skip
    text = (year.root / draft).read_text("utf-8")
    (year.root / draft).write_text(re.sub(r"‹Why has .*›", "We suppose it is the call-back.", text), "utf-8")


def settle(year: Year, month: Month) -> dict[str, str]:
    """Late answers have come in, and what was provisional is final; return the site's articles."""
    year.export(month, ANSWERS + LATE)
    told = year.run("refresh", "--month", str(month))
    assert "final" in told
    year.run("refresh", "--month", str(month))
    articles = year.articles()
    assert f"{ANSWERS + LATE} " in articles[f"de/editions/{month}.html"]
    return articles


def close(year: Year, month: Month, before: dict[str, str]) -> None:
    """Close an edition, and remember what it looks like."""
    year.run("close", str(month))
    after = year.articles()
    for language in ("de", "en"):
        address = f"{language}/editions/{month}.html"
        assert after[address] == before[address], "closing itself changes nothing"
        year.closed[address] = still(after[address])


def incidents(year: Year, month: Month) -> None:
    """What a year brings."""
    match month.number:
        case 5:  # a figure in a closed edition was wrong
            edition = f"briefings/editions/{CORRECTED}.md"
            year.edit(edition, (r"^headline: .*$", "headline: Quite different."))
            assert "closed-edition-changed" in year.run("check", expect=1)
            year.git("checkout", "--", ".")
            year.edit(
                edition, (r"^status:", f"corrections:\n  - {{on: {year.today}, what: There were twelve.}}\nstatus:")
            )
            assert "There were twelve." in year.articles()[f"de/editions/{CORRECTED}.html"]
        case 6:  # a customer withdraws
            words = f"That was in {WITHDRAWN}."
            assert words in year.articles()[f"de/editions/{WITHDRAWN}.html"]
            year.run("consent", "withdraw", f"stimme-{WITHDRAWN}")
            assert words not in "".join(year.articles().values())
        case 7:  # an item gets another name
            year.git("mv", "briefings/quotes/stimme-2026-01.md", "briefings/quotes/erste-stimme.md")
            year.edit("briefings/quotes/erste-stimme.md", (r"^said_on:", "was: [stimme-2026-01]\nsaid_on:"))
            year.edit("briefings/editions/2026-01.md", (r"\[stimme-2026-01\]", "[erste-stimme]"))
        case 9:  # another definition, and another name for the company
            year.edit("metrics/csat.yml", (r"  de: Zufriedenheit$", "  de: Zufriedenheit mit uns"))
            year.edit("brand.yml", (r"^company: .*$", "company: Muster SE"))
        case 10:  # a final value is counted anew, and a consent is about to end
            year.export(Month(2026, 5), ANSWERS + LATE + 9)
            year.run("refresh", "--month", "2026-05")
            assert "uncorrected-restatement" in year.run("check", expect=1)
            correction = f"{{on: {year.today}, what: Nine answers came in very late.}}"
            year.edit("briefings/editions/2026-05.md", (r"^status:", f"corrections:\n  - {correction}\nstatus:"))
            # The example's consent would run out before the next edition.
            assert "beispiel-2" in year.run("consent", "list", "--expiring", "30d")
            year.run("consent", "withdraw", "beispiel-2")
