"""Metrics, sources, groups, events, words: fields, and what they ask of each other."""

from __future__ import annotations

from mistakes.mistake import (
    CORE,
    EVENTS,
    GLOSSARY,
    JOURNEY,
    NPS,
    SEGMENTS,
    SITE,
    SNAPSHOT,
    SOLVED,
    SOURCES,
    removed,
    spoilt,
    together,
    written,
)

WORTH = "metrics/worth.yml"
WORTH_FILE = """customers: 1000
revenue: 400
margin: 0.3
promoters: {linked: 100, lost: 9}
passives: {linked: 100, lost: 12}
detractors: {linked: 100, lost: 30}
as_of: 2026-09-30
source: {de: Von Hand, en: By hand}
"""

MISTAKES = [
    spoilt(GLOSSARY, "nps:\n", "nps: Wort\nx:\n", "1:1 not-a-mapping"),
    spoilt(GLOSSARY, "  plain:", "  pain:", "3:3 unknown-key"),
    spoilt(NPS, "en: Recommendation", "fr: Recommandation", "1:30 unknown-language"),
    spoilt(NPS, "en: Recommendation", "no: Anbefaling", "1:30 unknown-language"),
    spoilt(NPS, "de: Weiterempfehlung, en: Recommendation", "de: , en: ''", "1:1 empty-value"),
    spoilt(NPS, "kind: nps", "kind: npss", "2:1 bad-value"),
    spoilt(NPS, "question: {de: Würden Sie uns empfehlen?, en: Would you recommend us?}\n", "", "1:1 missing-field"),
    spoilt(NPS, "kind: nps", "language: fr\nkind: nps", "2:1 unknown-language"),
    spoilt(NPS, "kind: nps", "id: nps\nkind: nps", "2:1 unknown-key"),
    spoilt(NPS, "unit: points", "unit: points\n---\na: b", "5:1 several-documents"),
    spoilt(NPS, "unit: points", "unit: points\nunit: points", "5:1 duplicate-key"),
    spoilt(NPS, "unit: points", "unit: points\nscale: [1, 5]", "5:1 metric-scale"),
    spoilt(NPS, "unit: points", "unit: points\nflip: true\nscale: [0, 10]", "5:1 metric-field"),
    spoilt(NPS, "unit: points", "unit: points\nflip: yes please", "5:1 not-true-or-false"),
    spoilt(NPS, "unit: points", "unit: points\ntop: [9]", "5:1 metric-field"),
    spoilt(NPS, "unit: points", "unit: points\nstatistic: mean", "5:1 unfit-statistic"),
    spoilt(NPS, "unit: points", "unit: points\nwindow_days: 7", "5:1 metric-field"),
    spoilt(NPS, "unit: points", "unit: points\nquantile: type-6", "5:1 metric-field"),
    spoilt(NPS, "unit: points", "unit: points\nquantile: type-8", "5:1 bad-value"),
    spoilt(NPS, "unit: points", "unit: points\npopulation: 0", "5:1 too-low"),
    spoilt(NPS, "unit: points", "unit: points\naxis: [50, -50]", "5:1 axis-order"),
    spoilt(NPS, "unit: points", "unit: points\nvalid_from: 2026-05\nvalid_to: 2026-04", "6:1 valid-order"),
    spoilt(NPS, "cadence: month", "cadence: quarter\ncompare: month", "7:1 compare-and-cadence"),
    spoilt(NPS, "kind: nps\n", "", "1:1 missing-choice"),
    spoilt(NPS, 'de: "{promoters_of_100}', 'de: "{promotors_of_100}', "10:3 unknown-placeholder"),
    spoilt(NPS, 'en: "{promoters_of_100}', 'en: "{k} {}', "11:3 unknown-placeholder"),
    spoilt(NPS, 'de: "{promoters_of_100}', 'de: "{promoters_of_100:.1f}', "10:3 unknown-placeholder"),
    spoilt(NPS, 'de: "{promoters_of_100}', 'de: "{promoters_of_100', "10:3 open-brace"),
    spoilt(
        NPS, 'de: "{promoters_of_100}', 'de: "{{ solved.n }}', "10:3 token-in-meaning", "11:3 hint differing-tokens"
    ),
    spoilt(SOLVED, "top: [Ja]\n", "", "1:1 missing-field"),
    spoilt(SOLVED, "unit: percent", "unit: points", "4:1 metric-unit"),
    spoilt(SOLVED, "top: [Ja]", "top: [Ja]\nflip: true", "11:1 flip-without-scale"),
    spoilt(SOLVED, "top: [Ja]", "top: [Ja]\nscale: [1, 5]", "10:1 top-off-scale"),
    spoilt(SOLVED, "top: [Ja]", "top: [4, 6]\nscale: [1, 5]", "10:1 top-off-scale"),
    spoilt(SOLVED, "top: [Ja]", "top: [1, 2]\nscale: [1, 2]", "10:1 top-is-all"),
    spoilt(SOLVED, "top: [Ja]", "top: [4, 5]\nscale: [5, 1]", "11:1 odd-scale"),
    spoilt(SOLVED, "top: [Ja]", "top: [4, 5]\nscale: [1, 100000000]", "11:1 odd-scale"),
    spoilt(SOLVED, "top: [Ja]", "top: [Ja]\nexposure: {de: Fälle, en: cases}", "11:1 metric-field"),
    spoilt(SOLVED, "top: [Ja]", "top: [Ja]\nclock: {de: Stunden, en: hours}", "11:1 metric-field"),
    spoilt(SOLVED, "kind: share", "kind: churn\npopulation: 80", "3:1 metric-field"),
    spoilt(SOLVED, "kind: share", "kind: churn\nweighted_by: occasion", "3:1 metric-field"),
    spoilt(SOLVED, "kind: share\n", "kind: csat\nstatistic: mean\n", "1:1 missing-field"),
    spoilt(SOLVED, "kind: share", "kind: fcr", "1:1 missing-field"),
    spoilt(SOLVED, "kind: share", "kind: complaint-rate", "1:1 missing-field"),
    spoilt(SOLVED, "kind: share", "kind: time-to-resolution", "1:1 missing-field"),
    spoilt(SOURCES, "survey:", "Survey:", "1:1 bad-id"),
    spoilt(SOURCES, "    nps: {column: Empfehlung}", "    nps: {column: A, labels: {Ja: on}}", "6:31 ambiguous-value"),
    spoilt(SOURCES, "  date: answered", "  date: answered\n  sheet: Daten", "4:3 field-needs"),
    spoilt(SOURCES, "  date: answered", "  date: answered\n  token: SURVEY_TOKEN", "4:3 field-needs"),
    spoilt(SOURCES, "  date: answered", "  date: answered\n  format: json", "4:3 field-needs"),
    spoilt(SOURCES, "  date: answered", "  date: answered\n  records: data", "4:3 field-needs"),
    spoilt(SOURCES, "  date: answered", "  date: answered\n  connection: WAREHOUSE", "4:3 field-needs"),
    spoilt(SOURCES, "  file: exports/{month}.csv", "  table: answers\n  header_rows: 2", "3:3 field-needs"),
    spoilt(SOURCES, "  file: exports/{month}.csv", "  query: select 1\n  delimiter: ';'", "3:3 field-needs"),
    spoilt(SOURCES, "  date: answered", "  period: file\n  date_format: '%d.%m.%Y'", "4:3 field-needs"),
    spoilt(
        SOURCES, "  file: exports/{month}.csv", "  file: https://api.example.com/v3?key=s3cr3t", "2:3 address-in-file"
    ),
    spoilt(SOURCES, "  file: exports/{month}.csv", "  file: ../exports/a.csv", "2:3 path-leads-out"),
    spoilt(SOURCES, "  file: exports/{month}.csv", "  file: C:\\exports\\a.csv", "2:3 path-leads-out"),
    spoilt(SOURCES, "  file: exports/{month}.csv", "  table: /srv/answers.parquet", "2:3 path-leads-out"),
    spoilt(SOURCES, "  file: exports/{month}.csv", "  file: a.csv\n  address: SURVEY", "1:1 one-place"),
    spoilt(
        SOURCES, "  file: exports/{month}.csv", "  address: https://api.example.com/v3?key=s3cr3t", "2:3 not-a-variable"
    ),
    spoilt(SOURCES, "  file: exports/{month}.csv", "  address: SURVEY\n  token: 123456789", "3:3 not-a-variable"),
    spoilt(
        SOURCES, "  file: exports/{month}.csv", "  table: a\n  connection: postgres://u:p@h/d", "3:3 not-a-variable"
    ),
    spoilt(SOURCES, "{column: Empfehlung}", "{column: Empfehlung, counts: {k: K}}", "6:31 field-needs"),
    spoilt(SOURCES, "{column: Empfehlung}", "{opened: Beginn}", "6:11 field-needs"),
    spoilt(SOURCES, "{column: Empfehlung}", "{closed: Ende}", "6:11 field-needs"),
    spoilt(SOURCES, "{column: Empfehlung}", "{column: Dauer, opened: Beginn, closed: Ende}", "6:11 time-twice"),
    spoilt(SOURCES, "{column: Empfehlung}", "{open_when: {Status: open}}", "6:11 field-needs"),
    spoilt(SOURCES, "{column: Empfehlung}", "{column: Empfehlung, labels: [a]}", "6:31 not-a-mapping"),
    spoilt(SEGMENTS, "    planning:", "    Planung:", "4:5 bad-id"),
    spoilt(SEGMENTS, "name: {de: Anlass, en: Occasion}", "name: Anlass", "2:3 words-need-languages"),
    spoilt(
        SEGMENTS,
        "occasion:",
        "Anlässe:",
        "docs/journey.yml:6:3 unknown-step-group",
        "1:1 bad-id",
        "metrics/sources.yml:4:14 unknown-reference",
    ),
    spoilt(SEGMENTS, "}}\n", "}, valid_from: 2026-05, valid_to: 2026-04}\n", "4:72 valid-order"),
    spoilt(SEGMENTS, "}}\n", "}, valid_to: 2026-04, successor: plannin}\n", "4:70 unknown-reference"),
    spoilt(SEGMENTS, "}}\n", "}, valid_to: 2026-04, successor: planning}\n", "4:70 successor-circle"),
    spoilt(
        SEGMENTS,
        "}}\n",
        "}}\n    fitting: {name: {de: Einbau, en: Fitting}, successor: planning}\n",
        "5:48 field-needs",
    ),
    spoilt(
        SEGMENTS,
        "}}\n",
        "}}\n    fitting: {name: {de: Einbau, en: Fitting}, answers: [planning]}\n",
        "5:58 answer-of-two",
    ),
    spoilt(SEGMENTS, "}}\n", "}, weight: 0}\n", "4:51 not-above"),
    spoilt(SEGMENTS, "}}\n", "}, weight: 3}\n    fitting: {name: {de: Einbau, en: Fitting}}\n", "1:1 some-weights"),
    spoilt(SEGMENTS, "}}\n", "}, cut_off_days: -1}\n", "4:51 too-low"),
    spoilt(EVENTS, "date: 2026-06-01", "date: Juni", "2:3 bad-date"),
    spoilt(EVENTS, "break: no", "breaks: no", "5:3 unknown-key"),
    spoilt(CORE, "[nps, solved]", "[nps]", "1:1 too-few"),
    spoilt(CORE, "[nps, solved]", "[nps, solved, a, b, c, d]", "1:1 too-many"),
    spoilt(CORE, "[nps, solved]", "nps", "1:1 not-a-list"),
    spoilt(CORE, " [nps, solved]", "", "1:1 empty-value"),
    spoilt(CORE, "2026:", "'0026':", "1:1 not-a-year"),
    spoilt(CORE, "2026: [nps, solved]", "2026: [nps, solved]\nyear: 2027", "2:1 not-a-year"),
    spoilt(CORE, "2026: [nps, solved]", "- nps\n- solved", "1:1 no-fields"),
    spoilt(CORE, "2026: [nps, solved]", "# 2026: [nps, solved]", "1:1 empty-file"),
    spoilt(SITE, "languages: [de, en]", "languages: []", "8:5 too-few"),
    spoilt(SOURCES, "nps: {column: Empfehlung}", "nps: {missing: [11]}", "6:5 missing-field"),
    spoilt(
        SOURCES,
        "nps: {column: Empfehlung}",
        "nps: {column: Empfehlung, open_when: {Status: open}}",
        "6:31 metric-field",
    ),
    spoilt(SOURCES, "    nps: {column: Empfehlung}\n", "", f"{NPS}:8:1 hint unread-metric"),
    spoilt(
        SOURCES,
        "  metrics:\n    nps: {column: Empfehlung}",
        "  layout: totals\n  metrics:\n    nps: {counts: {promoters: P}}",
        "8:5 missing-field",
        "8:14 field-needs",
    ),
    together(
        [
            (
                SOURCES,
                "  metrics:\n    nps: {column: Empfehlung}\n    solved: {column: Geklärt}",
                "  layout: totals\n  metrics:\n    nps: {counts: {promoters: P}}\n    solved: {counts: {k: K, n: N}}",
            )
        ],
        "7:11 count-names",
    ),
    together(
        [
            (
                SOURCES,
                "  metrics:\n    nps: {column: Empfehlung}\n    solved: {column: Geklärt}",
                "  layout: totals\n  metrics:\n    solved: {counts: {k: K}}",
            ),
            (SOLVED, "kind: share", "kind: time-to-resolution\nclock: {de: h, en: h}"),
            (SOLVED, "percent", "hours"),
            (SOLVED, "top: [Ja]\n", ""),
            (SOLVED, '{de: "{k} von {n}.", en: "{k} of {n}."}', "{de: x, en: x}"),
        ],
        "7:14 no-totals",
        f"{NPS}:8:1 hint unread-metric",
    ),
    spoilt(
        NPS,
        "source: survey",
        "source: survey\nweighted_by: occasion",
        "9:1 no-weights",
        f"{SNAPSHOT}:2:11 hint definition-changed",
    ),
    spoilt(
        NPS,
        "source: survey",
        "source: survey\nweighted_by: ocasion",
        "9:1 unknown-reference",
        f"{SNAPSHOT}:2:11 hint definition-changed",
    ),
    together(
        [
            (NPS, "source: survey", "source: survey\nweighted_by: occasion"),
            (SEGMENTS, "}}\n", "}, weight: 1}\n"),
            (SOURCES, "  segments: {occasion: Anlass}\n", ""),
        ],
        "9:1 hint unread-groups",
        f"{SNAPSHOT}:2:11 hint definition-changed",
    ),
    written(WORTH, WORTH_FILE.replace("lost: 9", "lost: 110"), "4:1 more-lost"),
    written(WORTH, WORTH_FILE.replace("margin: 0.3", "margin: 30"), "3:1 too-high"),
    written(WORTH, WORTH_FILE.replace("customers: 1000", "customers: viele"), "1:1 not-a-whole-number"),
    spoilt(JOURNEY, "group: occasion.planning", "group: planning", "6:3 bad-id"),
    spoilt(JOURNEY, "group: occasion.planning", "group: occasion.planing", "6:3 unknown-step-group"),
    spoilt(JOURNEY, "metrics: [nps]", "metrics: [npss]", "5:13 unknown-reference"),
    spoilt(JOURNEY, "en: [Fitting]", "en: []", "4:32 too-few"),
    removed(SEGMENTS, f"{JOURNEY}:6:3 unknown-step-group", f"{SOURCES}:4:14 unknown-reference"),
]
