"""Files that hold withdrawn words are to be recalled."""

from __future__ import annotations

from datetime import date

import pytest

from chefetage.locales import speak

QUOTE = "briefings/quotes/fitter.md"
SENT = "briefings/editions/2026-10.sent.yml"
ENTRY = (
    "- {{on: 2026-11-06, language: de, file: 2026-10.pdf, to: Leitung, sha256: {digest}, quotes: [{quote}]{more}}}\n"
)


def entry(quote: str = "fitter", more: str = "") -> str:
    return ENTRY.format(digest="a" * 64, quote=quote, more=more)


@pytest.fixture
def stub(site):
    """The sound site after its only quote was withdrawn."""
    site.replace(QUOTE, "    until: 2027-10-15\n", "    withdrawn: 2026-11-10\n")
    site.replace(QUOTE, "who: Kundin, 61\n", "")
    site.replace(QUOTE, "Ein Teil fehlte.\n", "")
    assert site.found() == []
    return site


def test_a_file_with_a_withdrawn_quote_is_to_be_recalled(stub):
    stub.write(SENT, entry())
    assert stub.found() == [f"{SENT}:1:3 hint sent-after-withdrawal"]
    message = speak("de").problem(stub.problems()[0]).replace("\xa0", " ")
    assert "„2026-10.pdf“, am 6. November 2026 gesendet an Leitung" in message
    assert "(fitter, zuletzt am 10. November 2026)" in message


@pytest.mark.parametrize(("day", "is_done"), [("2026-11-09", False), ("2026-11-10", True), ("2026-11-12", True)])
def test_a_file_recalled_since_is_done_with(stub, day, is_done):
    stub.write(SENT, entry(more=f", recalled: {day}"))
    assert (stub.found() == []) is is_done


def test_a_withdrawal_to_come_and_a_consent_that_ran_out_recall_nothing(stub):
    stub.write(SENT, entry())
    assert "sent-after-withdrawal" not in {problem.id for problem in stub.problems(today=date(2026, 11, 9))}
    stub.replace(QUOTE, "    withdrawn: 2026-11-10\n", "    until: 2026-11-10\n")
    assert stub.found() == []


def test_an_unknown_quote_is_an_error(site):
    site.write(SENT, entry("fiter"))
    assert site.found() == [f"{SENT}:1:149 error unknown-reference"]
    assert site.problems()[0].params["nearest"] == "fitter"


def test_a_list_of_an_edition_that_does_not_exist_is_an_error(site):
    site.write("briefings/editions/2026-09.sent.yml", entry())
    assert site.found() == ["briefings/editions/2026-09.sent.yml:1:1 error unknown-reference"]


def test_nothing_was_sent_or_recalled_in_the_future(site):
    site.write(SENT, entry(more=", recalled: 2027-01-01").replace("2026-11-06", "2026-12-06"))
    assert [each.split(":", 1)[1] for each in site.found()] == ["1:4 error future-date", "1:158 error future-date"]
