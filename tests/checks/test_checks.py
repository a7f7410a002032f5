"""Each check: what it finds, where, and what it lets pass."""

from __future__ import annotations

import json
import sys
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import pytest

from chefetage import checks
from chefetage.checks import reserved_ids
from chefetage.locales import speak
from chefetage.model.metric import Tally
from chefetage.pages.address import PAGES, address_of
from chefetage.stats.counts import counts_from, estimate

if TYPE_CHECKING:
    from tests.checks.conftest import Site

EDITION = "briefings/editions/2026-10.md"
QUOTE = "briefings/quotes/fitter.md"
STORY = "briefings/stories/tap.md"
ASK = "briefings/asks/store.md"
PRAISE = "briefings/praise/planners.md"
NPS = "metrics/nps.yml"
SOLVED = "metrics/solved.yml"
CORE = "metrics/core.yml"
SOURCES = "metrics/sources.yml"
SNAPSHOT = "metrics/snapshots/2026-10.json"

WITHDRAWN = "    until: 2027-10-15\n    withdrawn: 2026-11-02\n"
UNTIL = "    until: 2027-10-15\n"
EXPIRED = "    until: 2026-11-20\n"
WHO, WORDS = "who: Kundin, 61\n", "Ein Teil fehlte.\n"


class Case(NamedTuple):
    """One change to the sound site, and what the checks say to it."""

    path: str
    old: str
    new: str
    found: list[str]


def test_nothing_is_found_in_a_sound_site(site):
    assert site.found() == []


PASSES = [
    Case(ASK, "status: open", "status: agreed\nanswered_on: 2026-11-10", []),
    Case(ASK, "due: 2026-11-27", "due: 2026-10-01", []),
    Case(ASK, "due: 2026-11-27\ncost", "due: 2026-09-25\nanswered_on: 2026-10-01\ncost", ["9:8 hint ask-due-early"]),
    Case(ASK, "to:", "was: [shop]\nto:", []),
    Case(PRAISE, "people: 12", "people: 5", []),
    Case(QUOTE, "until: 2027-10-15", "until: 2026-11-21", []),
    Case(QUOTE, "said_on: 2026-10-14", "said_on: 2026-11-21", []),
    Case(QUOTE, UNTIL, "    withdrawn: 2026-11-22\n", []),
    Case(EDITION, "- Ein Teil fehlt.", "- " + "Wort " * 20, []),
    Case(EDITION, "status: published", "status: draft", []),
    Case(EDITION, "status: published", "status: draft\npublished_on: 2026-12-05", []),
    Case(NPS, "unit: points", "unit: points\nscale: [0, 10]", []),
    Case(NPS, 'de: "{promoters_of_100}', 'de: "{value} {low} {high} {n}', []),
    Case(SNAPSHOT, '"value": 25.0', '"value": 25.00000000001', []),
    Case(CORE, "2026:", "2027:", []),
    Case(CORE, "2026: [nps, solved]", "2025: [nps, solved]", []),
]  # fmt: skip


@pytest.mark.parametrize("case", PASSES, ids=lambda case: repr(case.new[:30]))
def test_what_is_right_passes(site, case):
    site.replace(case.path, case.old, case.new)
    assert site.found() == [f"{EDITION}:{each}" for each in case.found]


def test_an_unknown_reference_names_the_kind_and_the_nearest(site):
    site.replace(EDITION, "study: kriss-2014", "study: kriss-2041")
    problem = site.problems()[0]
    assert problem.params == {"kind": "study", "found": "kriss-2041", "nearest": "kriss-2014"}
    assert speak("de").problem(problem) == (
        "Unbekannter Verweis: Studie „kriss-2041“ gibt es nicht. Berichtigen Sie den Namen, oder löschen Sie ihn. "
        "Meinten Sie „kriss-2014“?"
    )
    assert speak("en").problem(problem) == (
        "Unknown reference: there is no study “kriss-2041”. Correct the name, or delete it. Did you mean “kriss-2014”?"
    )


def test_an_id_that_was_changed_is_told_with_the_new_one(site):
    site.replace(EDITION, "story: tap", "story: dripping")
    story = site.root / "briefings/stories/tap.md"
    site.write("briefings/stories/tap.md", story.read_text("utf-8").replace("---\n", "---\nwas: [dripping]\n", 1))
    (problem,) = [problem for problem in site.problems() if problem.id == "unknown-reference"]
    assert problem.params["nearest"] == "tap"


def test_a_reference_to_what_has_a_mistake_of_its_own_is_not_blamed(site):
    site.replace("briefings/studies/kriss-2014.md", "grade: C", "grade: X")
    site.replace("metrics/sources.yml", "survey:", "survey: [")
    site.replace("metrics/nps.yml", "kind: nps", "kind: npss")
    assert site.found(with_mistakes=True) == []


def test_a_reference_in_a_translation_is_reported_in_its_file(site):
    site.write("briefings/editions/2026-10.en.md", "---\ncommentary:\n  npx: Better.\n---\n")
    assert site.found() == ["briefings/editions/2026-10.en.md:3:3 error unknown-reference"]


def test_a_quote_without_consent_for_the_site_must_not_be_in_a_published_edition(site):
    site.replace(QUOTE, "scope: [site, mail]", "scope: [mail]")
    assert site.found() == [f"{EDITION}:10:10 error consent-scope"]
    site.replace(EDITION, "status: published", "status: draft")
    assert site.found() == []


def test_a_withdrawn_quote_without_words_is_a_gap_and_no_mistake(site):
    site.replace(QUOTE, UNTIL, WITHDRAWN)
    site.replace(QUOTE, WHO, "")
    site.replace(QUOTE, WORDS, "")
    site.replace(QUOTE, "scope: [site, mail]", "scope: [mail]")
    assert site.found() == []


def test_an_expired_quote_without_words_is_a_gap_and_no_mistake(site):
    site.replace(QUOTE, UNTIL, EXPIRED)
    site.replace(QUOTE, WHO, "")
    site.replace(QUOTE, WORDS, "")
    assert site.found() == []


def test_words_without_consent_are_found_in_every_field_and_language(site):
    site.write("briefings/quotes/fitter.en.md", "---\nwho: Customer\n---\nA part was missing.\n")
    site.replace(QUOTE, UNTIL, WITHDRAWN)
    cue = "captions: '00:00.300 --> 00:04.300\n\n  Das Teil'\n"
    site.replace(QUOTE, WHO, f"{WHO}need: Ein Teil\nstep: Einbau\ntranscript: Das Teil\n{cue}")
    found = [each.replace(" error words-after-withdrawal", "") for each in site.found()]
    places = ["2:1", "4:1"]
    assert found == [f"briefings/quotes/fitter.en.md:{place}" for place in places] + [
        f"{QUOTE}:{place}" for place in ("3:1", "4:1", "6:1", "7:1", "21:1")
    ]


def test_words_without_consent_are_told_with_the_day_and_what_to_delete(site):
    site.replace(QUOTE, UNTIL, WITHDRAWN)
    message = speak("de").problem(site.problems()[0])
    assert message.startswith("Die Einwilligung endete am 2.\xa0November\xa02026, aber „who“ steht noch da.")


def test_a_withdrawal_in_the_future_is_not_in_force_yet(site):
    site.replace(QUOTE, UNTIL, WITHDRAWN)
    assert "words-after-withdrawal" not in {problem.id for problem in site.problems(today=date(2026, 11, 1))}
    assert "words-after-withdrawal" in {problem.id for problem in site.problems(today=date(2026, 11, 2))}


def test_consent_lasts_through_its_last_day(site):
    site.replace(QUOTE, UNTIL, EXPIRED)
    assert site.found(today=date(2026, 11, 20)) == []


def test_an_anonymised_quote_needs_no_scope(site):
    text = (site.root / QUOTE).read_text()
    start, end = text.index("  consent:"), text.index("metrics:")
    site.write(QUOTE, text[:start] + "  anonymised: {by: Anna Beispiel, on: 2026-10-20}\n" + text[end:])
    assert site.found() == []
    site.replace(QUOTE, "on: 2026-10-20", "on: 2027-10-20")
    assert site.found() == [f"{QUOTE}:7:35 error future-date"]


def test_a_site_with_metrics_and_without_a_core_is_hinted_at(site):
    (site.root / CORE).unlink()
    assert site.found() == ["metrics/core.yml:1:1 hint missing-core"]


def test_a_core_that_cannot_be_read_is_not_missing_as_well(site):
    site.write(CORE, "2026: [\n")
    assert site.found(with_mistakes=True) == []


def test_closed_editions_get_no_advice_on_style_or_dates(site):
    site.replace(EDITION, "status: published", "status: closed")
    site.replace(EDITION, "- Ein Teil fehlt.", "- " + "Wort " * 30)
    site.replace(ASK, "due: 2026-11-27", "due: 2026-09-30")
    assert site.found() == [f"{EDITION}:3:1 error unsealed-edition"]


@pytest.mark.parametrize("name", ["index", "home"])
def test_a_page_must_not_take_the_place_of_the_home_page(site, name):
    site.write(f"docs/{name}.md", "---\ntitle: Start\n---\nWillkommen.\n")
    assert f"docs/{name}.md:1:1 error reserved-id" in site.found()


def test_a_metric_must_not_take_the_place_of_all_metrics(site):
    site.write("metrics/index.yml", (site.root / NPS).read_text())
    site.replace(SOURCES, "    nps:", "    index: {column: Empfehlung}\n    nps:")
    assert site.found() == ["metrics/index.yml:1:1 error reserved-id"]


def test_no_other_id_leads_to_an_address_that_is_taken():
    names = {"index", "home", "404", *PAGES}
    for kind in ("standing", "metric", "edition"):
        for item_id in names - reserved_ids.RESERVED.get(kind, frozenset()):
            is_introduction = kind == "standing" and item_id in PAGES
            assert is_introduction or address_of(kind, item_id) not in PAGES.values()


def test_a_published_edition_of_a_month_to_come_is_found_and_a_draft_is_not(site):
    site.write("briefings/editions/2026-12.md", (site.root / EDITION).read_text().replace("2026-10", "2026-12", 1))
    assert site.found() == [
        "briefings/editions/2026-12.md:2:1 error future-date",
        "briefings/editions/2026-12.md:9:8 hint ask-due-early",
    ]
    site.replace("briefings/editions/2026-12.md", "status: published", "status: draft")
    assert site.found() == ["briefings/editions/2026-12.md:9:8 hint ask-due-early"]


def restated(site: Site, status: str = "final", day: str = "2026-11-15", promoters: int = 200) -> None:
    """Add a revision to the only snapshot, known on that day."""
    data = json.loads((site.root / SNAPSHOT).read_text())
    revisions = data["metrics"]["nps"]["groups"]["all"]
    stats = {"promoters": promoters, "passives": 140, "detractors": 80}
    found = estimate(counts_from(stats, Tally.SCORE))
    result = {"value": found.value, "low": found.low, "high": found.high}
    revisions[0]["status"] = status
    revisions.append({**revisions[0], "known_on": day, "status": "final", "stats": stats, "result": result})
    site.write(SNAPSHOT, json.dumps(data))


def test_a_final_value_that_changed_after_publication_needs_a_correction(site):
    restated(site)
    assert site.found() == [f"{EDITION}:20:1 error uncorrected-restatement"]
    assert speak("de").problem(site.problems()[0]).startswith("„nps“ war für Oktober 2026 schon endgültig")
    site.replace(EDITION, "on: 2026-11-10", "on: 2026-11-15")
    assert site.found() == []


def test_a_change_is_reported_where_the_edition_begins_if_it_has_no_corrections(site):
    restated(site)
    site.replace(EDITION, "corrections:\n- {on: 2026-11-10, what: Zahl berichtigt.}\n", "")
    assert site.found() == [f"{EDITION}:1:1 error uncorrected-restatement"]


def test_a_correction_in_any_language_will_do(site):
    restated(site)
    site.write("briefings/editions/2026-10.en.md", "---\ncorrections:\n- {on: 2026-11-16, what: Corrected.}\n---\n")
    assert site.found() == []


def test_a_change_before_publication_or_in_a_draft_needs_no_correction(site):
    restated(site)
    site.replace(EDITION, "owner: Anna", "published_on: 2026-11-15\nowner: Anna")
    assert site.found() == []
    site.replace(EDITION, "published_on: 2026-11-15\n", "")
    site.replace(EDITION, "status: published", "status: draft")
    assert site.found() == []


@pytest.mark.parametrize(("status", "promoters"), [("provisional", 200), ("final", 180)])
def test_a_value_that_becomes_final_or_stays_needs_no_correction(site, status, promoters):
    restated(site, status=status, promoters=promoters)
    assert site.found() == []


def test_a_month_without_answers_has_no_result(site):
    site.replace(
        SNAPSHOT,
        '{"promoters": 180, "passives": 140, "detractors": 80}',
        '{"promoters": 0, "passives": 0, "detractors": 0}',
    )
    assert site.found() == [f"{SNAPSHOT}:5:6 error edited-snapshot"]
    text = (site.root / SNAPSHOT).read_text()
    start, end = text.index('{"value"'), text.index(',\n     "method"')
    site.write(SNAPSHOT, text[:start] + "null" + text[end:])
    assert site.found() == []


def test_a_changed_definition_is_hinted_at_once_at_the_newest_month(site):
    text = (site.root / SNAPSHOT).read_text().replace("93b0fd3c5ed7", "000000000000")
    for month in ("2026-08", "2026-09", "2026-10"):
        site.write(f"metrics/snapshots/{month}.json", text.replace('"2026-10"', f'"{month}"'))
    assert site.found() == [f"{SNAPSHOT}:2:11 hint definition-changed"]


def test_a_former_id_of_another_item_is_taken_too(site):
    site.replace(ASK, "to:", "was: [shop]\nto:")
    site.write("briefings/asks/annex.md", (site.root / ASK).read_text())
    assert site.found() == [f"{ASK}:2:7 error former-id-taken"]


def test_every_check_is_registered():
    modules = [getattr(checks, name) for name in dir(checks) if hasattr(getattr(checks, name), "check")]
    assert {module.check for module in modules} == set(checks.CHECKS)


@pytest.mark.parametrize("check", checks.CHECKS, ids=lambda check: check.__module__.rpartition(".")[2])
def test_every_check_says_what_passes_and_what_fails(check):
    text = sys.modules[check.__module__].__doc__
    assert "\nPasses: " in text
    assert "\nFails: " in text


STUDY = "briefings/studies/kriss-2014.md"


def featured(site, name: str, stance: str, *, flag: bool = True) -> None:
    text = (site.root / STUDY).read_text(encoding="utf-8").replace("stance: supports", f"stance: {stance}")
    site.write(f"briefings/studies/{name}.md", text.replace("grade: C", f"grade: C\nfeatured: {str(flag).lower()}"))


def test_a_dozen_studies_come_first_and_no_more(site):
    for number in range(12):
        featured(site, f"study-{number:02d}", "critical")
    assert site.found() == []
    featured(site, "study-12", "supports")
    assert site.found() == ["briefings/studies/study-12.md:10:1 hint too-many-featured"]


def test_where_critical_studies_exist_one_of_them_comes_first_too(site):
    featured(site, "praises", "supports")
    assert site.found() == []
    featured(site, "doubts", "critical", flag=False)
    assert site.found() == ["briefings/studies/praises.md:10:1 hint featured-uncritical"]


JOURNEY = "docs/journey.yml"


def test_a_step_that_the_journey_does_not_know_is_hinted_at(site):
    site.replace(QUOTE, "mood:", "step: Einbauen\nmood:")
    (problem,) = site.problems()
    assert (problem.id, problem.params["nearest"]) == ("unknown-step", "Einbau")
    site.replace(QUOTE, "step: Einbauen", "step: einbau")
    assert site.found() == []
    site.replace(QUOTE, "step: einbau", "step: Sonstwo")
    (site.root / JOURNEY).unlink()
    assert site.found() == []


def test_a_group_that_does_not_exist_is_found_at_its_step(site):
    site.replace(JOURNEY, "occasion.planning", "occasion.planing")
    assert site.found() == [f"{JOURNEY}:6:3 error unknown-step-group"]


MEDIA = "media: {key: anruf.m4a, sha256: " + "a" * 64 + "}\n"
CUES = "captions: |\n  00:00.300 --> 00:04.300\n  Hallo.\n\n  00:04.500 --> 00:05.000\n  Ja.\n"


def test_a_recording_needs_words_to_read_and_a_film_captions(site):
    site.replace(QUOTE, "mood:", f"{MEDIA}mood:")
    assert site.found() == [f"{QUOTE}:5:1 error recording-without-transcript"]
    site.replace(QUOTE, "mood:", "transcript: Hallo.\nmood:")
    assert site.found() == []
    site.replace(QUOTE, "anruf.m4a", "besuch.mp4")
    assert site.found() == [f"{QUOTE}:5:1 error film-without-captions"]
    site.replace(QUOTE, "mood:", f"{CUES}mood:")
    assert site.found() == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("00:04.500 -->", "00:04.200 -->"), ("--> 00:05.000", "--> 00:04.400"), ("--> 00:04.300", "-> 00:04.300"),
        ("00:00.300", "0:0.3"), ("  Ja.\n", ""),
    ],
)  # fmt: skip
def test_captions_that_no_player_understands_are_an_error(site, old, new):
    site.replace(QUOTE, "mood:", MEDIA + "transcript: Hallo.\n" + CUES.replace(old, new) + "mood:")
    assert [each.split()[-1] for each in site.found()] == ["bad-captions"]
