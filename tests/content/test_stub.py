"""What is left of a withdrawn quote's file."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chefetage.content.stub import NoConsentError, NotEditableError, stub

DAY = date(2026, 11, 2)
BLOCK = """---
# Gespräch vom Herbst
said_on: 2026-10-14  # Mittwoch
who: Kundin, 61
channel: survey

mood: pain
transcript: >-
  Ein Teil fehlte.

  # kein Kommentar
  Seither warten wir.
# Die Grundlage
basis:
  consent:
    reference: E-12   # Ordner 3
    scope: [site, mail]
    given: 2026-10-15
    until: 2027-10-15
metrics: [nps]
captions: |
  00:00.300 --> 00:04.300
  Ein Teil fehlte.
step: Einbau
---
Ein Teil fehlte.

Seither warten wir.
"""
LEFT = """---
# Gespräch vom Herbst
said_on: 2026-10-14  # Mittwoch
channel: survey

mood: pain
# Die Grundlage
basis:
  consent:
    reference: E-12   # Ordner 3
    scope: [site, mail]
    given: 2026-10-15
    withdrawn: 2026-11-02
    until: 2027-10-15
metrics: [nps]
---
"""
FLOW = """---
said_on: 2025-09-23
channel: interview
mood: mixed
basis: {consent: {reference: E-1, scope: [site], given: 2025-12-11}}
who: "Rentnerin
  aus Celle"
need: nur einmal anrufen
---
Worte.
"""


def test_words_go_and_everything_else_stays_where_it_was():
    assert stub(BLOCK, DAY) == LEFT


def test_a_consent_on_one_line_gets_the_day_within_its_braces():
    assert stub(FLOW, DAY) == (
        "---\nsaid_on: 2025-09-23\nchannel: interview\nmood: mixed\n"
        "basis: {consent: {reference: E-1, scope: [site], given: 2025-12-11, withdrawn: 2026-11-02}}\n---\n"
    )


def test_a_second_time_changes_nothing():
    assert stub(LEFT, date(2026, 11, 20)) == LEFT
    assert stub(stub(FLOW, DAY), DAY) == stub(FLOW, DAY)


def test_the_earlier_day_counts():
    later = LEFT.replace("withdrawn: 2026-11-02", "withdrawn: 2026-12-24")
    assert stub(later, DAY) == LEFT


@pytest.mark.parametrize("end", ["\r\n", "\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_marks_stay(end, mark):
    assert stub(mark + BLOCK.replace("\n", end), DAY) == mark + LEFT.replace("\n", end)


@pytest.mark.parametrize(
    "who",
    [
        "who: 'Kundin,\n  61'",
        "who: Kundin,\n  61",
        "who:\n  Kundin, 61",
        "who: |+\n  Kundin, 61\n\n",
        "who: {de: Kundin, en: Customer}",
        "who: [Kundin,\n 61]",
        "who: # ein Kommentar\n  Kundin, 61",
        '"who": "Kundin: 61"',
        "who:",
        "who: Kundin, 61\nwho: Kundin",
    ],
)
def test_words_go_however_they_are_written(who):
    left = stub(BLOCK.replace("who: Kundin, 61", who), DAY)
    assert "Kundin" not in left
    assert left.replace("\n\n\n", "\n\n").replace("12\n\nchannel", "12\nchannel").startswith("---\n# Gespräch")
    assert "withdrawn: 2026-11-02\n" in left


@pytest.mark.parametrize("blank", ["  \n", "\t\n"])
def test_a_file_that_ends_after_its_head_is_a_stub_too(blank):
    assert stub(BLOCK.partition("---\nEin")[0] + "---" + blank, DAY).startswith(LEFT.rstrip("\n"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("---\n# Gespräch", "# Gespräch"),
        ("who: Kundin, 61", "who: &kundin Kundin, 61\nneed: *kundin"),
        ("channel: survey", "channel: ["),
        ("basis:\n", "grundlage:\n"),
        ("basis:\n  consent:\n", "basis: yes\nconsent:\n"),
        ("said_on: 2026-10-14  # Mittwoch", "? {a: b}\n: c"),
    ],
)
def test_what_cannot_be_told_apart_is_left_to_a_human(old, new):
    assert old in BLOCK
    with pytest.raises(NotEditableError):
        stub(BLOCK.replace(old, new, 1), DAY)


def test_a_head_in_braces_is_left_to_a_human():
    with pytest.raises(NotEditableError):
        stub("---\n{who: x, basis: {consent: {given: 2026-10-15}}}\n---\nWorte.\n", DAY)


def test_there_is_nothing_to_withdraw_from_an_anonymised_quote():
    with pytest.raises(NoConsentError):
        stub(BLOCK.replace("  consent:\n", "  anonymised:\n"), DAY)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n:#-'\"|>&*"), max_size=200))
def test_whatever_stands_there_the_words_are_gone_or_nothing_is_changed(junk):
    canary = "Kanarienvogel"
    text = BLOCK.replace("who: Kundin, 61", f"who: {canary} {junk}").replace("need: x", f"need: {junk}")
    try:
        left = stub(text, DAY)
    except (NotEditableError, NoConsentError):
        return
    assert canary not in left
    assert "withdrawn: 2026-11-02" in left
