"""The author's verb and the tested change."""

from __future__ import annotations

import json

import pytest

from chefetage.checks.sentences import sentences
from chefetage.locales import available, speak
from chefetage.model.metric import Tally
from chefetage.model.month import Month
from chefetage.stats.counts import counts_from, estimate

EDITION = "briefings/editions/2026-10.md"
STORY = "briefings/stories/tap.md"
BEFORE = (180, 140, 80)
SAME = (181, 139, 80)
MORE = (220, 120, 60)
LESS = (140, 140, 120)


def revision(promoters: int, passives: int, detractors: int) -> dict[str, object]:
    stats = {"promoters": promoters, "passives": passives, "detractors": detractors}
    result = estimate(counts_from(stats, Tally.SCORE))
    assert result is not None
    return {
        "known_on": "2026-11-09", "status": "final", "stats": stats, "method": result.method, "source": "survey",
        "digest": "ab", "result": {"value": result.value, "low": result.low, "high": result.high},
    }  # fmt: skip


@pytest.fixture
def years(site):
    """Return what writes 24 months, the later twelve with other counts, for all and for one group."""

    def write(now: tuple[int, int, int], group: tuple[int, int, int] = BEFORE, months: int = 24) -> None:
        for back in range(months):
            month = Month(2026, 10) - back
            new = back < 12
            groups = {
                "all": [revision(*(now if new else BEFORE))],
                "occasion.planning": [revision(*(group if new else BEFORE))],
            }
            metrics = {"nps": {"definition": "93b0fd3c5ed7", "groups": groups}}
            site.write(
                f"metrics/snapshots/{month}.json", json.dumps({"schema": 1, "month": str(month), "metrics": metrics})
            )

    return write


def claims(site) -> list[str]:
    return [f"{p.location} {p.id}" for p in site.problems() if p.id.startswith("claim-")]


SAID = [
    ("Etwas besser.", "Nachweisbar gestiegen.", 17),
    ("Das letzte Teil fehlt.", "Die Weiterempfehlung ist gestiegen.", 5),
    ("- Ein Teil fehlt.", "- Mit {{ nps }} Punkten sind wir gestiegen.", 7),
    ("Der Vorspann.", "Der Vorspann.\nMit zwei Zeilen.\n\n- Punkt\n- Die Weiterempfehlung hat sich\n  verbessert.", 28),
]


@pytest.mark.parametrize(("old", "new", "line"), SAID, ids=["comment", "headline", "message", "body"])
def test_a_claimed_rise_needs_a_proven_one(site, years, old, new, line):
    site.replace(EDITION, old, new)
    for now, expected in ((MORE, None), (SAME, "unproven"), (LESS, "opposite")):
        years(now)
        found = claims(site)
        assert [each.split()[1] for each in found] == ([f"claim-{expected}"] if expected else [])
        assert all(each.startswith(f"{EDITION}:{line}:") for each in found)


def test_a_claim_without_a_year_to_compare_with_says_so(site, years):
    site.replace(EDITION, "Der Vorspann.", "{{ nps }} ist gesunken.")
    years(SAME, months=14)
    assert claims(site) == [f"{EDITION}:24:1 claim-no-history"]


def test_a_break_between_the_periods_says_so(site, years):
    site.replace(EDITION, "Der Vorspann.", "{{ nps }} ist gesunken.")
    site.replace("metrics/events.yml", "metrics: [solved]\n  break: no", "metrics: [nps]\n  break: true")
    years(LESS)
    assert claims(site) == [f"{EDITION}:24:1 claim-broken"]


def test_a_group_that_is_named_is_what_counts(site, years):
    site.replace(EDITION, "Der Vorspann.", "Die Weiterempfehlung nach der Planung ist gestiegen.")
    years(SAME, MORE)
    assert claims(site) == []
    years(MORE, SAME)
    assert claims(site) == [f"{EDITION}:24:1 claim-unproven"]
    site.replace(EDITION, "Die Weiterempfehlung nach der Planung", "{{ nps.segment.occasion.planning }}")
    assert claims(site) == [f"{EDITION}:24:1 claim-unproven"]


def test_for_better_or_worse_depends_on_the_metric(site, years):
    years(LESS)
    site.replace(EDITION, "Der Vorspann.", "Die Weiterempfehlung hat sich verschlechtert.")
    assert claims(site) == []
    site.replace("metrics/nps.yml", "direction: up", "direction: down")
    assert claims(site) == [f"{EDITION}:24:1 claim-opposite"]


def test_a_story_is_held_against_the_edition_that_tells_it(site, years):
    years(SAME)
    site.write(STORY, (site.root / STORY).read_text() + "\nWeiterempfehlung: nur sie ist gestiegen.\n")
    assert claims(site) == []  # of whom a later clause speaks, nobody can know
    site.write(STORY, (site.root / STORY).read_text() + "\nSeitdem stieg die Weiterempfehlung.\n")
    assert [each.split()[1] for each in claims(site)] == ["claim-unproven"]


@pytest.mark.parametrize(
    "text",
    [
        "Die Weiterempfehlung ist nicht nachweisbar gestiegen.",
        "Die Kosten sind gestiegen.",
        "Er sagte: „Die Weiterempfehlung ist gestiegen.“",
        "> Die Weiterempfehlung ist gestiegen.",
        "Es heißt `Die Weiterempfehlung ist gestiegen`.",
        "```\nDie Weiterempfehlung ist gestiegen.\n```",
        "Die [Kosten](weiterempfehlung.md) sind gestiegen.",
    ],
)
def test_what_the_team_does_not_claim_is_let_pass(site, years, text):
    years(SAME)
    site.replace(EDITION, "Der Vorspann.", text)
    assert claims(site) == []


def test_the_hint_names_verb_metric_and_month(site, years):
    years(SAME)
    site.replace(EDITION, "Der Vorspann.", "Seit Mai steigt die Weiterempfehlung.")
    (problem,) = (problem for problem in site.problems() if problem.id.startswith("claim-"))
    for language in available():
        said = speak(language).problem(problem)
        assert all(word in said for word in ("steigt", "Weiterempfehlung", "2026"))


def test_a_sentence_knows_its_line():
    text = "Eins. Zwei\nist lang.\n\n# Drei\n```\nnicht.\n```\nVier „nicht. Nein.“ hier.\n- Fünf\n- Sechs {{ nps.n }}."
    assert [(each.text, each.line) for each in sentences(text)] == [
        ("Eins.", 0), ("Zwei ist lang.", 0), ("# Drei", 3), ("Vier hier.", 7), ("- Fünf", 8),
        ("- Sechs {{ nps.n }}.", 9),
    ]  # fmt: skip


@pytest.mark.parametrize("now", [MORE, LESS])
def test_a_proven_change_asks_for_a_sentence_on_why(site, years, now):
    years(now)
    asked = [f"{p.location} {p.id}" for p in site.problems() if p.id == "missing-commentary"]
    assert asked == []  # the edition comments on it
    site.replace(EDITION, "  nps: Etwas besser.\n", "")
    site.replace(EDITION, "commentary:\n", "")
    asked = [f"{p.location} {p.id}" for p in site.problems() if p.id == "missing-commentary"]
    assert asked == [f"{EDITION}:2:1 missing-commentary"]


def test_a_change_that_is_not_proven_asks_for_nothing(site, years):
    years(SAME)
    site.replace(EDITION, "commentary:\n  nps: Etwas besser.\n", "")
    assert not [p for p in site.problems() if p.id == "missing-commentary"]


@pytest.mark.parametrize(("now", "is_hint"), [(SAME, True), (MORE, False), (LESS, False)])
@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("Etwas besser.", "Etwas besser. Das bringt 40.000 € im Jahr.", 17),
        ("Das letzte Teil fehlt.", "Die Weiterempfehlung bringt uns 2 Mio. €.", 5),
        ("Der Vorspann.", "Der Vorspann.\n\nMit {{ nps }} Punkten sparen wir 12.000 €.", 26),
    ],
)
def test_an_amount_beside_a_metric_needs_a_proven_change_of_it(site, years, now, is_hint, old, new, line):
    years(now)
    site.replace(EDITION, old, new)
    found = [f"{p.location}".split(":")[1] for p in site.problems() if p.id == "unproven-money"]
    assert found == ([str(line)] if is_hint else [])


@pytest.mark.parametrize(
    "text", ["Das kostet 84 €.", "Der Rückruf spart 40.000 €.", "Die Weiterempfehlung bringt viel."]
)
def test_prices_and_amounts_of_something_else_are_let_pass(site, years, text):
    years(SAME)
    site.replace(EDITION, "Der Vorspann.", text)
    assert "unproven-money" not in {problem.id for problem in site.problems()}
