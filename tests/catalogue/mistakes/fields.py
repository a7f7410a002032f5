"""Fields of briefings: names, values, kinds of values."""

from __future__ import annotations

from mistakes.mistake import ASK, EDITION, MEASURE, NPS, PRAISE, QUOTE, SOLVED, SOURCES, STUDY, VISIT, spoilt

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

MISTAKES = [
    spoilt(EDITION, "study: kriss", "studdy: kriss", "13:1 unknown-key"),
    spoilt(EDITION, "story: tap", "id: x\nstory: tap", "11:1 unknown-key"),
    spoilt(EDITION, "story: tap", "body: x\nstory: tap", "11:1 unknown-key"),
    spoilt(EDITION, "story: tap", "stale: [en]\nstory: tap", "11:1 unknown-key"),
    spoilt(QUOTE, "    reference: E-12", "    referenz: E-12", "8:5 unknown-key"),
    spoilt(EDITION, "status: published\n", "", "1:1 missing-choice"),
    spoilt(EDITION, "headline: Das letzte Teil fehlt.\n", "", "1:1 missing-field"),
    spoilt(QUOTE, "    given: 2026-10-15\n", "", "7:3 missing-field"),
    spoilt(QUOTE, WHO_TO_UNTIL, WHO_TO_UNTIL.partition("\n")[2].rpartition("    until")[0], "1:1 missing-field"),
    spoilt(EDITION, "owner: Anna Beispiel", "owner:", "4:1 empty-value"),
    spoilt(EDITION, "headline: Das letzte Teil fehlt.", "headline: ''", "5:1 empty-value"),
    spoilt(EDITION, "- Ein Teil fehlt.", "- ", "7:2 empty-value"),
    spoilt(EDITION, "owner: Anna Beispiel", "owner: ~", "4:1 ambiguous-value"),
    spoilt(EDITION, "owner: Anna Beispiel", "owner: on", "4:1 ambiguous-value"),
    spoilt(EDITION, "headline: Das letzte Teil fehlt.", "headline: 12:30", "5:1 ambiguous-value"),
    spoilt(EDITION, "- Ein Teil fehlt.", "- no", "7:3 ambiguous-value"),
    spoilt(EDITION, "  nps: Etwas besser.", "  nps: 1.5", "17:3 ambiguous-value"),
    spoilt(STUDY, "title: The Value of Customer Experience", "title: 1984", "4:1 ambiguous-value"),
    spoilt(STUDY, "authors: Kriss", "authors: 2014-01-01", "2:1 ambiguous-value"),
    spoilt(VISIT, "time: 9–11", "time: 9:30", "3:1 ambiguous-value"),
    spoilt(SOLVED, "top: [Ja]", "top: [yes]", "10:7 ambiguous-value"),
    spoilt(SOLVED, "top: [Ja]", "top: [Ja, 010]", "10:11 ambiguous-value"),
    spoilt(EDITION, "month: 2026-10", "language: no\nmonth: 2026-10", "2:1 ambiguous-value"),
    spoilt(EDITION, "headline: Das letzte Teil fehlt.", "headline: [Das, Teil]", "5:1 not-a-text"),
    spoilt(EDITION, "headline: Das letzte Teil fehlt.", "headline: {a: b}", "5:1 not-a-text"),
    spoilt(EDITION, "headline: Das letzte Teil fehlt.", "headline: {de: Teil, en: Part}", "5:1 words-of-one-language"),
    spoilt(NPS, "value: 40", "value: vierzig", "13:20 not-a-number"),
    spoilt(NPS, "value: 40", "value: '40'", "13:20 not-a-number"),
    spoilt(NPS, "value: 40", "value: yes", "13:20 not-a-number"),
    spoilt(NPS, "value: 40", "value: .inf", "13:20 not-a-number"),
    spoilt(NPS, "value: 40", "value: 1:30", "13:20 not-a-number"),
    spoilt(ASK, "high: 140000", "high: 140.000", "5:21 ambiguous-number"),
    spoilt(ASK, "high: 140000", "high: 0140000", "5:21 ambiguous-number"),
    spoilt(PRAISE, "people: 12", "people: zwölf", "3:1 not-a-whole-number"),
    spoilt(PRAISE, "people: 12", "people: 1.5", "3:1 not-a-whole-number"),
    spoilt(PRAISE, "people: 12", "people: '12'", "3:1 not-a-whole-number"),
    spoilt(QUOTE, "mood: pain", "mood: pain\nparaphrased: ja", "6:1 not-true-or-false"),
    spoilt(EDITION, "asks: [store]", "asks: store", "9:1 not-a-list"),
    spoilt(EDITION, "messages:\n- Ein Teil fehlt.\n- Wir schlagen ein Lager vor.", "messages: a", "6:1 not-a-list"),
    spoilt(EDITION, "commentary:\n  nps: Etwas besser.", "commentary: Etwas besser.", "16:1 not-a-mapping"),
    spoilt(QUOTE, "metrics: [nps]", "metrics: [nps]\nmedia: x", "13:1 not-a-mapping"),
    spoilt(QUOTE, "said_on: 2026-10-14", "said_on: 14.10.2026", "2:1 bad-date"),
    spoilt(QUOTE, "said_on: 2026-10-14", "said_on: 20261014", "2:1 bad-date"),
    spoilt(QUOTE, "said_on: 2026-10-14", "said_on: 2026-02-30", "2:1 bad-date"),
    spoilt(QUOTE, "said_on: 2026-10-14", "said_on: gestern", "2:1 bad-date"),
    spoilt(QUOTE, "said_on: 2026-10-14", "said_on: 2026-10-14 08:00:00", "2:1 bad-date"),
    spoilt(QUOTE, "said_on: 2026-10-14", "said_on: 0026-10-14", "2:1 bad-year"),
    spoilt(EDITION, "month: 2026-10", "month: 10/2026", "2:1 bad-month"),
    spoilt(EDITION, "month: 2026-10", "month: 2026-13", "2:1 bad-month"),
    spoilt(EDITION, "month: 2026-10", "month: 2026-10-01", "2:1 bad-month"),
    spoilt(EDITION, "month: 2026-10", "month: 9026-10", "2:1 bad-year"),
    spoilt(EDITION, "month: 2026-10", "month: 2026-11", "2:1 month-and-name"),
    spoilt(EDITION, "status: published", "status: publsihed", "3:1 bad-value"),
    spoilt(EDITION, "status: published", "status: Published", "3:1 bad-value"),
    spoilt(EDITION, "status: published", "status: yes", "3:1 bad-value"),
    spoilt(QUOTE, "scope: [site, mail]", "scope: [site, e-mail]", "9:19 bad-value"),
    spoilt(EDITION, "- Ein Teil fehlt.\n- Wir schlagen ein Lager vor.", "- a\n- b\n- c\n- d", "6:1 too-many"),
    spoilt(EDITION, "messages:\n- Ein Teil fehlt.\n- Wir schlagen ein Lager vor.", "messages: []", "6:1 too-few"),
    spoilt(QUOTE, "scope: [site, mail]", "scope: []", "9:5 too-few"),
    spoilt(NPS, "unit: points", "unit: points\nscale: [0]", "5:1 too-few"),
    spoilt(NPS, "unit: points", "unit: points\nscale: [0, 5, 10]", "5:1 too-many"),
    spoilt(STUDY, "year: 2014", "year: 14", "3:1 too-low"),
    spoilt(STUDY, "year: 2014", "year: 20144", "3:1 too-high"),
    spoilt(PRAISE, "people: 12", "people: 0", "3:1 too-low"),
    spoilt(MEASURE, "cost: 12000", "cost: -5", "5:1 too-low"),
    spoilt(MEASURE, "low: 100, high: 200", "low: 300, high: 200", "7:3 range-order"),
    spoilt(MEASURE, "evidence: measured", "evidence: confirmed", "6:1 missing-field"),
    spoilt(QUOTE, "basis:\n", "basis:\n  anonymised: {by: Team, on: 2026-10-15}\n", "6:1 one-basis"),
    spoilt(SOURCES, "  date: answered", "  period: file\n  date: answered", "1:1 one-period"),
    spoilt(SOURCES, "  date: answered\n", "", "1:1 one-period"),
    spoilt(SOURCES, "  date: answered", "  date: answered\n  delimiter: ab", "4:3 one-character"),
    spoilt(STUDY, "https://example.org/kriss", "example.org/kriss", "11:1 bad-url"),
    spoilt(QUOTE, "metrics: [nps]", "metrics: [nps]\nmedia: {key: a.mp3, sha256: 12}", "13:21 ambiguous-value"),
    spoilt(QUOTE, "metrics: [nps]", "metrics: [nps]\nmedia: {key: a.mp3, sha256: ab}", "13:21 bad-digest"),
    spoilt(QUOTE, "metrics: [nps]", "metrics: [nps]\nwas: [Fitter]", "13:7 bad-id"),
    spoilt(NPS, "name: {de: Weiterempfehlung, en: Recommendation}", "name: Empfehlung", "1:1 words-need-languages"),
    spoilt(QUOTE, "metrics: [nps]", 'metrics: [nps]\nmedia: {key: a, sha256: "' + "0" * 64 + '"}', "13:9 bad-key"),
]
