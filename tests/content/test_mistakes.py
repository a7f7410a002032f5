"""Every mistake that readers know, with the place and the id of what is said about it."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from chefetage import content
from chefetage.locales import available, speak
from chefetage.locales.catalogue import catalogue

ID = re.compile(r"[a-z]+(?:-[a-z]+)+")

EDITION = "briefings/editions/2026-10.md"
QUOTE = "briefings/quotes/fitter.md"
STORY = "briefings/stories/tap.md"
STUDY = "briefings/studies/kriss-2014.md"
ASK = "briefings/asks/store.md"
MEASURE = "briefings/measures/callback.md"
PRAISE = "briefings/praise/planners.md"
VISIT = "briefings/visits/bahnhof.md"
NPS = "metrics/nps.yml"
SOLVED = "metrics/solved.yml"
SOURCES = "metrics/sources.yml"
SEGMENTS = "metrics/segments.yml"
EVENTS = "metrics/events.yml"
CORE = "metrics/core.yml"
GLOSSARY = "docs/glossary.yml"
SNAPSHOT = "metrics/snapshots/2026-10.json"


class Mistake(NamedTuple):
    """One change to the sound site, and what it leads to."""

    path: str
    old: str
    new: str
    found: str
    """Line, column and id, in the file that was changed."""


FRONT_MATTER = [
    Mistake(EDITION, "---\nmonth", "month", "1:1 missing-front-matter"),
    Mistake(EDITION, "---\nmonth", "\n---\nmonth", "1:1 missing-front-matter"),
    Mistake(PRAISE, "\n---\nDanke!", "\nDanke!", "1:1 unclosed-front-matter"),
    Mistake(STORY, "customer: Kunde aus Lindenried\n", "- nur\n- eine Liste\n", "4:1 invalid-yaml"),
    Mistake(PRAISE, "---\nteam", "---\n- nur\n---\nteam", "1:1 no-fields"),
    Mistake(EDITION, "headline: Das letzte Teil fehlt.", "headline: Das Teil: es fehlt.", "5:19 colon-in-text"),
    Mistake(EDITION, "story: tap", "  story: tap", "11:3 bad-indent"),
    Mistake(EDITION, "study: kriss-2014", "study kriss-2014", "13:1 missing-colon"),
    Mistake(EDITION, "study: kriss-2014", "study:kriss-2014", "13:1 missing-colon"),
    Mistake(QUOTE, "  consent:", "\tconsent:", "7:1 tab-indent"),
    Mistake(EDITION, "Das letzte Teil", "@lle Teile", "5:11 quote-needed"),
    Mistake(EDITION, "Das letzte Teil", "*Das* letzte Teil", "5:11 quote-needed"),
    Mistake(EDITION, "Das letzte Teil fehlt.", "{{ nps }}", "5:11 quote-needed"),
    Mistake(EDITION, "Das letzte Teil fehlt.", "{{ nps }} Punkte", "5:11 quote-needed"),
    Mistake(EDITION, "Das letzte Teil fehlt.", "[Teil](x.md) fehlt", "5:11 quote-needed"),
    Mistake(EDITION, "Das letzte Teil fehlt.", "& Söhne", "5:11 quote-needed"),
    Mistake(EDITION, "Das letzte Teil fehlt.", "*teil", "5:11 quote-needed"),
    Mistake(EDITION, "Das letzte Teil fehlt.", "!wichtig Teil", "5:11 unknown-tag"),
    Mistake(EDITION, "Das letzte Teil fehlt.", "!!python/name:os.system x", "5:11 unknown-tag"),
    Mistake(EDITION, "Das letzte Teil fehlt.", '"Das letzte Teil" fehlt.', "5:11 quote-in-quotes"),
    Mistake(EDITION, "Das letzte Teil fehlt.", "'Was ist's?'", "5:11 quote-in-quotes"),
    Mistake(EDITION, "Das letzte Teil fehlt.", '"Das letzte Teil', "5:11 unclosed-quote"),
    Mistake(EDITION, "asks: [store]", "asks: [store", "9:7 unclosed-bracket"),
    Mistake(EDITION, "Das letzte Teil fehlt.", r'"C:\Teile"', "5:14 unknown-escape"),
    Mistake(EDITION, "story: tap", "story: tap\nstory: tap", "12:1 duplicate-key"),
    Mistake(EDITION, "Das letzte Teil fehlt.", r'"Das \a Teil"', "5:11 unwanted-character"),
    Mistake(EDITION, "Das letzte Teil fehlt.", "[" * 40, "5:41 nested-too-deep"),
    Mistake(EDITION, "month: 2026-10", "month: 2026-10\n%YAML", "3:1 quote-needed"),
]  # fmt: skip

WHO_TO_UNTIL = """who: Kundin, 61
channel: survey
mood: pain
basis:
  consent:
    reference: E-12
    scope: [site, mail]
    given: 2026-10-15
    until: 2027-10-15
"""
"""What a quote may lack once its consent has an end and that has come; see the check `quote_words`."""

FIELDS = [
    Mistake(EDITION, "study: kriss", "studdy: kriss", "13:1 unknown-key"),
    Mistake(EDITION, "story: tap", "id: x\nstory: tap", "11:1 unknown-key"),
    Mistake(EDITION, "story: tap", "body: x\nstory: tap", "11:1 unknown-key"),
    Mistake(EDITION, "story: tap", "stale: [en]\nstory: tap", "11:1 unknown-key"),
    Mistake(QUOTE, "    reference: E-12", "    referenz: E-12", "8:5 unknown-key"),
    Mistake(EDITION, "status: published\n", "", "1:1 missing-choice"),
    Mistake(EDITION, "headline: Das letzte Teil fehlt.\n", "", "1:1 missing-field"),
    Mistake(QUOTE, "    given: 2026-10-15\n", "", "7:3 missing-field"),
    Mistake(QUOTE, WHO_TO_UNTIL, WHO_TO_UNTIL.partition("\n")[2].rpartition("    until")[0], "1:1 missing-field"),
    Mistake(EDITION, "owner: Anna Beispiel", "owner:", "4:1 empty-value"),
    Mistake(EDITION, "headline: Das letzte Teil fehlt.", "headline: ''", "5:1 empty-value"),
    Mistake(EDITION, "- Ein Teil fehlt.", "- ", "7:2 empty-value"),
    Mistake(EDITION, "owner: Anna Beispiel", "owner: ~", "4:1 ambiguous-value"),
    Mistake(EDITION, "owner: Anna Beispiel", "owner: on", "4:1 ambiguous-value"),
    Mistake(EDITION, "headline: Das letzte Teil fehlt.", "headline: 12:30", "5:1 ambiguous-value"),
    Mistake(EDITION, "- Ein Teil fehlt.", "- no", "7:3 ambiguous-value"),
    Mistake(EDITION, "  nps: Etwas besser.", "  nps: 1.5", "17:3 ambiguous-value"),
    Mistake(STUDY, "title: The Value of Customer Experience", "title: 1984", "4:1 ambiguous-value"),
    Mistake(STUDY, "authors: Kriss", "authors: 2014-01-01", "2:1 ambiguous-value"),
    Mistake(VISIT, "time: 9–11", "time: 9:30", "3:1 ambiguous-value"),
    Mistake(SOLVED, "top: [Ja]", "top: [yes]", "10:7 ambiguous-value"),
    Mistake(SOLVED, "top: [Ja]", "top: [Ja, 010]", "10:11 ambiguous-value"),
    Mistake(EDITION, "month: 2026-10", "language: no\nmonth: 2026-10", "2:1 ambiguous-value"),
    Mistake(EDITION, "headline: Das letzte Teil fehlt.", "headline: [Das, Teil]", "5:1 not-a-text"),
    Mistake(EDITION, "headline: Das letzte Teil fehlt.", "headline: {a: b}", "5:1 not-a-text"),
    Mistake(EDITION, "headline: Das letzte Teil fehlt.", "headline: {de: Teil, en: Part}", "5:1 words-of-one-language"),
    Mistake(NPS, "value: 40", "value: vierzig", "13:20 not-a-number"),
    Mistake(NPS, "value: 40", "value: '40'", "13:20 not-a-number"),
    Mistake(NPS, "value: 40", "value: yes", "13:20 not-a-number"),
    Mistake(NPS, "value: 40", "value: .inf", "13:20 not-a-number"),
    Mistake(NPS, "value: 40", "value: 1:30", "13:20 not-a-number"),
    Mistake(ASK, "high: 140000", "high: 140.000", "5:21 ambiguous-number"),
    Mistake(ASK, "high: 140000", "high: 0140000", "5:21 ambiguous-number"),
    Mistake(PRAISE, "people: 12", "people: zwölf", "3:1 not-a-whole-number"),
    Mistake(PRAISE, "people: 12", "people: 1.5", "3:1 not-a-whole-number"),
    Mistake(PRAISE, "people: 12", "people: '12'", "3:1 not-a-whole-number"),
    Mistake(QUOTE, "mood: pain", "mood: pain\nparaphrased: ja", "6:1 not-true-or-false"),
    Mistake(EDITION, "asks: [store]", "asks: store", "9:1 not-a-list"),
    Mistake(EDITION, "messages:\n- Ein Teil fehlt.\n- Wir schlagen ein Lager vor.", "messages: a", "6:1 not-a-list"),
    Mistake(EDITION, "commentary:\n  nps: Etwas besser.", "commentary: Etwas besser.", "16:1 not-a-mapping"),
    Mistake(QUOTE, "metrics: [nps]", "metrics: [nps]\nmedia: x", "13:1 not-a-mapping"),
    Mistake(QUOTE, "said_on: 2026-10-14", "said_on: 14.10.2026", "2:1 bad-date"),
    Mistake(QUOTE, "said_on: 2026-10-14", "said_on: 20261014", "2:1 bad-date"),
    Mistake(QUOTE, "said_on: 2026-10-14", "said_on: 2026-02-30", "2:1 bad-date"),
    Mistake(QUOTE, "said_on: 2026-10-14", "said_on: gestern", "2:1 bad-date"),
    Mistake(QUOTE, "said_on: 2026-10-14", "said_on: 2026-10-14 08:00:00", "2:1 bad-date"),
    Mistake(QUOTE, "said_on: 2026-10-14", "said_on: 0026-10-14", "2:1 bad-year"),
    Mistake(EDITION, "month: 2026-10", "month: 10/2026", "2:1 bad-month"),
    Mistake(EDITION, "month: 2026-10", "month: 2026-13", "2:1 bad-month"),
    Mistake(EDITION, "month: 2026-10", "month: 2026-10-01", "2:1 bad-month"),
    Mistake(EDITION, "month: 2026-10", "month: 9026-10", "2:1 bad-year"),
    Mistake(EDITION, "month: 2026-10", "month: 2026-11", "2:1 month-and-name"),
    Mistake(EDITION, "status: published", "status: publsihed", "3:1 bad-value"),
    Mistake(EDITION, "status: published", "status: Published", "3:1 bad-value"),
    Mistake(EDITION, "status: published", "status: yes", "3:1 bad-value"),
    Mistake(QUOTE, "scope: [site, mail]", "scope: [site, e-mail]", "9:19 bad-value"),
    Mistake(EDITION, "- Ein Teil fehlt.\n- Wir schlagen ein Lager vor.", "- a\n- b\n- c\n- d", "6:1 too-many"),
    Mistake(EDITION, "messages:\n- Ein Teil fehlt.\n- Wir schlagen ein Lager vor.", "messages: []", "6:1 too-few"),
    Mistake(QUOTE, "scope: [site, mail]", "scope: []", "9:5 too-few"),
    Mistake(NPS, "unit: points", "unit: points\nscale: [0]", "5:1 too-few"),
    Mistake(NPS, "unit: points", "unit: points\nscale: [0, 5, 10]", "5:1 too-many"),
    Mistake(STUDY, "year: 2014", "year: 14", "3:1 too-low"),
    Mistake(STUDY, "year: 2014", "year: 20144", "3:1 too-high"),
    Mistake(PRAISE, "people: 12", "people: 0", "3:1 too-low"),
    Mistake(MEASURE, "cost: 12000", "cost: -5", "5:1 too-low"),
    Mistake(MEASURE, "low: 100, high: 200", "low: 300, high: 200", "7:3 range-order"),
    Mistake(MEASURE, "evidence: measured", "evidence: confirmed", "6:1 missing-field"),
    Mistake(QUOTE, "basis:\n", "basis:\n  anonymised: {by: Team, on: 2026-10-15}\n", "6:1 one-basis"),
    Mistake(SOURCES, "  date: answered", "  period: file\n  date: answered", "1:1 one-period"),
    Mistake(SOURCES, "  date: answered\n", "", "1:1 one-period"),
    Mistake(SOURCES, "  date: answered", "  date: answered\n  delimiter: ab", "4:3 one-character"),
    Mistake(STUDY, "https://example.org/kriss", "example.org/kriss", "11:1 bad-url"),
    Mistake(QUOTE, "metrics: [nps]", "metrics: [nps]\nmedia: {key: a.m4a, sha256: 12}", "13:21 ambiguous-value"),
    Mistake(QUOTE, "metrics: [nps]", "metrics: [nps]\nmedia: {key: a.m4a, sha256: ab}", "13:21 bad-digest"),
    Mistake(QUOTE, "metrics: [nps]", f"metrics: [nps]\nmedia: {{key: ../a.m4a, sha256: {'ab' * 32}}}", "13:9 bad-key"),
    Mistake(QUOTE, "metrics: [nps]", "metrics: [nps]\nwas: [Fitter]", "13:7 bad-id"),
]  # fmt: skip

DEFINITIONS = [
    Mistake(NPS, "name: {de: Weiterempfehlung, en: Recommendation}", "name: Empfehlung", "1:1 words-need-languages"),
    Mistake(NPS, "en: Recommendation", "fr: Recommandation", "1:30 unknown-language"),
    Mistake(NPS, "en: Recommendation", "no: Anbefaling", "1:30 unknown-language"),
    Mistake(NPS, "de: Weiterempfehlung, en: Recommendation", "de: , en: ''", "1:1 empty-value"),
    Mistake(NPS, "kind: nps", "kind: npss", "2:1 bad-value"),
    Mistake(NPS, "question: {de: Würden Sie uns empfehlen?, en: Would you recommend us?}\n", "", "1:1 missing-field"),
    Mistake(SOLVED, "top: [Ja]\n", "", "1:1 missing-field"),
    Mistake(NPS, "kind: nps", "language: fr\nkind: nps", "2:1 unknown-language"),
    Mistake(NPS, "kind: nps", "id: nps\nkind: nps", "2:1 unknown-key"),
    Mistake(NPS, "unit: points", "unit: points\n---\na: b", "5:1 several-documents"),
    Mistake(NPS, "unit: points", "unit: points\nunit: points", "5:1 duplicate-key"),
    Mistake(SOURCES, "survey:", "Survey:", "1:1 bad-id"),
    Mistake(SOURCES, "    nps: {column: Empfehlung}", "    nps: {column: A, labels: {Ja: on}}", "6:31 ambiguous-value"),
    Mistake(SEGMENTS, "    planning:", "    Planung:", "4:5 bad-id"),
    Mistake(SEGMENTS, "name: {de: Anlass, en: Occasion}", "name: Anlass", "2:3 words-need-languages"),
    Mistake(SEGMENTS, "occasion:", "Anlässe:", "1:1 bad-id"),
    Mistake(EVENTS, "date: 2026-06-01", "date: Juni", "2:3 bad-date"),
    Mistake(EVENTS, "break: no", "breaks: no", "5:3 unknown-key"),
    Mistake(GLOSSARY, "nps:\n", "nps: Wort\nx:\n", "1:1 not-a-mapping"),
    Mistake(GLOSSARY, "  plain:", "  pain:", "3:3 unknown-key"),
    Mistake(CORE, "[nps, solved]", "[nps]", "1:1 too-few"),
    Mistake(CORE, "[nps, solved]", "[nps, solved, a, b, c, d]", "1:1 too-many"),
    Mistake(CORE, "[nps, solved]", "nps", "1:1 not-a-list"),
    Mistake(CORE, " [nps, solved]", "", "1:1 empty-value"),
    Mistake(CORE, "2026:", "'0026':", "1:1 not-a-year"),
    Mistake(CORE, "2026: [nps, solved]", "2026: [nps, solved]\nyear: 2027", "2:1 not-a-year"),
    Mistake(CORE, "2026: [nps, solved]", "- nps\n- solved", "1:1 no-fields"),
    Mistake(CORE, "2026: [nps, solved]", "# 2026: [nps, solved]", "1:1 empty-file"),
]  # fmt: skip

SETTINGS = [
    Mistake("mkdocs.yml", "languages: [de, en]", "languages: []", "8:5 too-few"),
    Mistake("mkdocs.yml", "languages: [de, en]", "languages: [de, no]", "8:21 ambiguous-value"),
    Mistake("mkdocs.yml", "visibility: internal", "visibility: secret", "10:5 bad-value"),
    Mistake("mkdocs.yml", "timezone: Europe/Berlin", "timezone: Europe/Berln", "9:5 unknown-timezone"),
    Mistake("mkdocs.yml", "timezone: Europe/Berlin", "timezone: ../../etc/passwd", "9:5 unknown-timezone"),
    Mistake("mkdocs.yml", "k: 5", "k: 0", "11:5 too-low"),
    Mistake("mkdocs.yml", "k: 5", "kk: 5", "11:5 unknown-key"),
    Mistake("mkdocs.yml", "site_name: Lindenried", "site_name: [", "1:12 unclosed-bracket"),
    Mistake("brand.yml", "company: Lindenried Küchen GmbH\n", "", "1:1 missing-field"),
    Mistake("brand.yml", "notice:", "colour: rot\nnotice:", "2:1 bad-colour"),
    Mistake("brand.yml", "notice:", "colour: #8a1c55\nnotis:", "3:1 unknown-key"),
]  # fmt: skip

SNAPSHOTS = [
    Mistake(SNAPSHOT, '"status": "final",', '"status": "final"', "4:6 invalid-json"),
    Mistake(SNAPSHOT, '"status": "final"', '"status": "finale"', "3:32 bad-value"),
    Mistake(SNAPSHOT, '"promoters": 180', '"promoters": -1', "4:16 too-low"),
    Mistake(SNAPSHOT, '"promoters": 180', '"promoters": "180"', "4:16 not-a-whole-number"),
    Mistake(SNAPSHOT, '"promoters": 180', '"promoters": 1e400', "4:16 not-a-whole-number"),
    Mistake(SNAPSHOT, '"promoters": 180', '"promoters": NaN', "1:1 invalid-json"),
    Mistake(SNAPSHOT, '"promoters": 180', '"promoters": 180, "promoters": 180', "4:34 duplicate-key"),
    Mistake(SNAPSHOT, '"known_on": "2026-11-09"', '"known_on": "9.11.2026"', "3:6 bad-date"),
    Mistake(SNAPSHOT, '"method"', '"methode"', "6:6 unknown-key"),
    Mistake(SNAPSHOT, ', "source": "survey"', "", "3:5 missing-field"),
    Mistake(SNAPSHOT, '"month": "2026-10"', '"month": "2026-09"', "1:15 month-and-name"),
    Mistake(SNAPSHOT, '"month": "2026-10"', '"month": "0000-10"', "1:15 bad-year"),
    Mistake(SNAPSHOT, '"schema": 1', '"schema": 2', "1:2 bad-value"),
    Mistake(SNAPSHOT, '"survey"', r'"sur\u0007vey"', "6:33 unwanted-character"),
    Mistake(SNAPSHOT, '"survey"', r'"sur\ud800vey"', "6:33 unwanted-character"),
]  # fmt: skip


ALL = [*FRONT_MATTER, *FIELDS, *DEFINITIONS, *SETTINGS, *SNAPSHOTS]


@pytest.mark.parametrize("mistake", ALL, ids=lambda mistake: f"{mistake.found}: {mistake.new[:30]!r}")
def test_a_mistake_is_reported_once_and_at_its_place(site, mistake):
    site.replace(mistake.path, mistake.old, mistake.new)
    assert site.errors() == [f"{mistake.path}:{mistake.found}"]


@pytest.mark.parametrize("language", available())
def test_every_mistake_can_be_said(site, language):
    locale = speak(language)
    for mistake in ALL:
        sound = (site.root / mistake.path).read_text()
        site.replace(mistake.path, mistake.old, mistake.new)
        for problem in site.problems():
            message = locale.problem(problem)
            assert message.endswith((".", "?", ".)", '"', "[]", "…", "insert")), message
            assert "None" not in message
            assert "  " not in message
        site.write(mistake.path, sound)


MESSAGES = [
    (
        Mistake(EDITION, "owner: Anna Beispiel", "owner: on", "4:1 ambiguous-value"),
        '„on“ wird hier nicht als Text gelesen, sondern als Wert true. Setzen Sie es in gerade Anführungszeichen: "on"',
        '“on” is not read as text here but as the value true. Put it in straight quotation marks: "on"',
    ),
    (
        Mistake(QUOTE, "said_on: 2026-10-14", "said_on: 14.10.2026", "2:1 bad-date"),
        (
            "Bei „said_on“ wird ein Datum der Form 2026-10-14 erwartet; gefunden wurde „14.10.2026“. "
            "Meinten Sie „2026-10-14“?"
        ),
        "A date such as 2026-10-14 is expected for “said_on”; found “14.10.2026”. Did you mean “2026-10-14”?",
    ),
    (
        Mistake(EDITION, "status: published", "status: publsihed", "3:1 bad-value"),
        (
            "Bei „status“ ist „publsihed“ nicht vorgesehen. Möglich sind: draft, published, closed. "
            "Meinten Sie „published“?"
        ),
        "“publsihed” is no choice for “status”. Allowed are: draft, published, closed. Did you mean “published”?",
    ),
    (
        Mistake(ASK, "high: 140000", "high: 140.000", "5:21 ambiguous-number"),
        (
            "„140.000“ wird als 140 gelesen. Gemeint ist wohl 140000; schreiben Sie Zahlen ohne Tausenderpunkt und "
            "ohne führende Null, und das Komma als Punkt."
        ),
        (
            "“140.000” is read as 140. You probably mean 140000; write numbers without separators for thousands and "
            "without a leading zero."
        ),
    ),
    (
        Mistake(QUOTE, "    given: 2026-10-15\n", "", "7:3 missing-field"),
        "Es fehlt die Angabe „basis.consent.given“. Ergänzen Sie eine Zeile „given: …“.",
        "The field “basis.consent.given” is missing. Add a line “given: …”.",
    ),
]


@pytest.mark.parametrize(("mistake", "german", "english"), MESSAGES, ids=lambda each: getattr(each, "found", ""))
def test_messages_say_what_is_wrong_and_what_to_do(site, mistake, german, english):
    site.replace(mistake.path, mistake.old, mistake.new)
    problem = site.problems()[0]
    assert speak("de").problem(problem) == german
    assert speak("en").problem(problem) == english


def test_every_finding_has_words():
    folder = Path(content.__file__).parent.parent
    known = {key.removeprefix("problems.") for key in catalogue("de") if key.startswith("problems.")}
    for path in [*(folder / "content").glob("*.py"), *(folder / "checks").glob("*.py")]:
        if path.name in {"translation.py", "history.py"}:  # speak of a command and to git, not of findings
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and ID.fullmatch(node.value):
                assert node.value in known, f"{path.name}:{node.lineno}"
