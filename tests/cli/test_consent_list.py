"""`chefetage consent list`: who agreed to what, until when."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from chefetage.cli import main

SOUND = Path(__file__).parent.parent / "content" / "sound"
BASIS = "basis: {consent: {reference: E-9, scope: [site], given: 2026-10-15%s}}"
QUOTE = "---\nsaid_on: 2026-10-14\nwho: Wer\nchannel: call\nmood: joy\n%s\n---\nWorte.\n"


@pytest.fixture
def root(tmp_path):
    shutil.copytree(SOUND, tmp_path / "site")
    return tmp_path / "site"


def add(root, name, basis):
    (root / f"briefings/quotes/{name}.md").write_text(QUOTE % basis, encoding="utf-8")


def listed(root, *options, today="2026-11-21"):
    done = CliRunner().invoke(main, ["consent", "list", "--root", str(root), "--today", today, *options])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_the_table_is_aligned_and_says_where_a_quote_is_shown(root):
    add(root, "archiv", "basis: {anonymised: {by: Anna Beispiel, on: 2026-10-20}}")
    assert listed(root).splitlines() == [
        "Kundenstimme  erlaubt für   seit        bis         Tage",
        "fitter        site, mail    2026-10-15  2027-10-15   328",
        "  gezeigt in Ausgabe 2026-10; Geschichte tap",
        "archiv        anonymisiert  2026-10-20",
        "  nirgends gezeigt",
    ]


def test_the_table_fits_eighty_columns_whatever_the_ids_are(root):
    add(root, "n" * 70, BASIS % ", until: 2027-01-01")
    edition = root / "briefings/editions/2026-10.md"
    text = edition.read_text(encoding="utf-8").replace("[fitter]", f"[fitter, {'n' * 70}]")
    for month in range(1, 10):
        (root / f"briefings/editions/2026-0{month}.md").write_text(text.replace("2026-10\n", f"2026-0{month}\n"))
    lines = listed(root, "--lang", "en").splitlines()
    assert [line for line in lines if len(line) > 80] == []
    assert "n" * 70 in lines


def test_a_quote_in_a_block_or_in_an_editions_story_counts_as_shown(root):
    add(root, "block", BASIS % "")
    story = root / "briefings/stories/tap.md"
    story.write_text(story.read_text(encoding="utf-8") + "```quote\nblock\n```\n", encoding="utf-8")
    (found,) = [each for each in json.loads(listed(root, "--format", "json")) if each["quote"] == "block"]
    assert (found["editions"], found["stories"]) == (["2026-10"], ["tap"])


@pytest.mark.parametrize(
    ("span", "found"),
    [("13d", ["past"]), ("14d", ["past", "soon"]), ("2w", ["past", "soon"]), ("12m", ["past", "soon", "fitter"])],
)
def test_what_ends_soon_is_listed_with_what_ended_and_still_has_words(root, span, found):
    add(root, "soon", BASIS % ", until: 2026-12-05")
    add(root, "past", BASIS % ", until: 2026-11-01")
    add(root, "withdrawn", BASIS % ", until: 2026-12-05, withdrawn: 2026-11-02")
    add(root, "endless", BASIS % "")
    stub = (QUOTE % (BASIS % ", until: 2026-11-01")).replace("who: Wer\n", "").replace("Worte.\n", "")
    (root / "briefings/quotes/cleaned.md").write_text(stub, encoding="utf-8")
    assert [each["quote"] for each in json.loads(listed(root, "--expiring", span, "--format", "json"))] == found


def test_json_says_all_there_is(root):
    add(root, "gone", BASIS % ", until: 2027-10-15, withdrawn: 2026-11-02")
    (found,) = [each for each in json.loads(listed(root, "--format", "json")) if each["quote"] == "gone"]
    assert found == {
        "quote": "gone", "file": "briefings/quotes/gone.md", "basis": "consent", "reference": "E-9",
        "scope": ["site"], "anonymised_by": None, "given": "2026-10-15", "until": "2027-10-15", "days_left": None,
        "withdrawn": "2026-11-02", "editions": [], "stories": [],
    }  # fmt: skip


def test_a_withdrawal_is_told_below_the_quote(root):
    add(root, "gone", BASIS % ", withdrawn: 2026-11-02")
    assert "  zurückgezogen am 2.\xa0November\xa02026\n" in listed(root)


def test_nothing_to_list_is_said_in_words(root):
    assert listed(root, "--expiring", "30d") == "Keine Einwilligung läuft in den nächsten 30 Tagen ab.\n"
    (root / "briefings/quotes/fitter.md").unlink()
    assert listed(root, "--lang", "en") == "There are no quotes yet.\n"
    assert listed(root, "--format", "json") == "[]\n"


def test_a_quote_that_cannot_be_read_is_not_passed_over_in_silence(root):
    add(root, "broken", "basis: {")
    done = CliRunner().invoke(main, ["consent", "list", "--root", str(root)])
    assert done.exit_code == 0
    assert "„chefetage check“" in done.stderr


@pytest.mark.parametrize("span", ["30", "d", "-3d", "1y", "99999d"])
def test_a_span_that_is_none_is_a_matter_of_usage(root, span):
    done = CliRunner().invoke(main, ["consent", "list", "--root", str(root), f"--expiring={span}"])
    assert done.exit_code == 2
    assert "30d, 4w or 3m" in done.output
