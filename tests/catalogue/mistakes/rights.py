"""Rights of customers and teams."""

from __future__ import annotations

from mistakes.mistake import EDITION, PRAISE, QUOTE, RULES, SITE, STORY, VISIT, spoilt, together, written

RECORDING = "media: {key: anruf.m4a, sha256: " + "a" * 64 + "}\n"
SENT = "briefings/editions/2026-10.sent.yml"
SENT_TO = f"""- on: 2026-11-06
  language: de
  file: 2026-10.de.pdf
  to: Leitung
  sha256: {"a" * 64}
  quotes: [fitter]
"""

MISTAKES = [
    spoilt(
        QUOTE,
        "    until: 2027-10-15\n",
        "    until: 2027-10-15\n    withdrawn: 2026-11-02\n",
        "3:1 words-after-withdrawal",
        "15:1 words-after-withdrawal",
    ),
    spoilt(
        QUOTE,
        "    until: 2027-10-15\n",
        "    until: 2026-11-20\n",
        "3:1 words-after-withdrawal",
        "14:1 words-after-withdrawal",
        "11:5 hint expired-consent",
    ),
    spoilt(QUOTE, "who: Kundin, 61\n", "", "1:1 missing-field"),
    spoilt(QUOTE, "Ein Teil fehlte.\n", "", "1:1 missing-words"),
    spoilt(QUOTE, "said_on: 2026-10-14", "said_on: 2027-10-14", "2:1 future-date"),
    spoilt(QUOTE, "given: 2026-10-15", "given: 2026-11-22", "10:5 future-date"),
    spoilt(PRAISE, "agreed: 2026-11-02", "agreed: 2026-12-02", "5:1 future-date"),
    spoilt(PRAISE, "agreed: 2026-11-02", "agreed: 2026-11-02\nsaid_on: 2027-01-01", "6:1 future-date"),
    spoilt(
        QUOTE,
        "until: 2027-10-15",
        "until: 2026-11-20",
        "3:1 words-after-withdrawal",
        "14:1 words-after-withdrawal",
        "11:5 hint expired-consent",
    ),
    spoilt(QUOTE, "scope: [site, mail]", "scope: [mail]", f"{EDITION}:10:10 consent-scope"),
    spoilt(
        SITE,
        "visibility: internal",
        "visibility: public",
        f"{PRAISE}:5:1 praise-not-public",
        f"{QUOTE}:9:5 quote-not-public",
    ),
    spoilt(QUOTE, "Ein Teil fehlte.", "Schreiben Sie an anna.kundin@kundenwelt.de.", "14:18 private-mail"),
    spoilt(QUOTE, "who: Kundin, 61", "who: 'Kundin, Tel. 030 23125 014'", "3:1 private-phone"),
    spoilt(
        VISIT,
        "customer: Familie mit zwei Kindern",
        "customer: Familie, Konto DE89 3704 0044 0532 0130 00",
        "5:1 private-number",
    ),
    spoilt(STORY, "customer: Kunde aus Lindenried", "customer: Herr Beispiel aus Lindenried", "2:1 private-name"),
    spoilt(PRAISE, "Danke!", "Danke, Frau Muster!", "7:8 private-name"),
    spoilt(EDITION, "Das letzte Teil fehlt.", "Herrn Beispiel fehlt das letzte Teil.", "5:1 private-name"),
    together(
        [(RULES, None, "names: {deny: [Beispielhuber]}\n"), (EDITION, "Der Vorspann.", "Danke, Beispielhuber.")],
        f"{EDITION}:24:8 denied-name",
    ),
    spoilt(PRAISE, "people: 12", "people: 4", "3:1 hint small-team"),
    together(
        [(PRAISE, "people: 12", "people: 4"), (EDITION, "Der Vorspann.", "Danke an Planung Nord.")],
        "3:1 hint small-team",
        f"{EDITION}:24:10 small-team-named",
    ),
    spoilt(QUOTE, "mood: pain", f"{RECORDING}mood: pain", "5:1 recording-without-transcript"),
    spoilt(
        QUOTE,
        "mood: pain",
        f"{RECORDING.replace('.m4a', '.mp4')}transcript: Hallo.\nmood: pain",
        "5:1 film-without-captions",
    ),
    spoilt(QUOTE, "mood: pain", f"{RECORDING}transcript: Hallo.\ncaptions: Hallo.\nmood: pain", "7:1 bad-captions"),
    together(
        [
            (QUOTE, "mood: pain", f"{RECORDING}transcript: Hallo.\nmood: pain"),
            ("docs/media/anruf.m4a", None, b"Anders"),
        ],
        "5:25 swapped-recording",
    ),
    written(SENT, SENT_TO.replace("fitter", "fiter"), "6:12 unknown-reference"),
    written(SENT, SENT_TO.replace("de\n", "fr\n"), "2:3 unknown-language"),
    written(SENT, SENT_TO.replace("a" * 64, "ab"), "5:3 bad-digest"),
    written(SENT, SENT_TO.replace("- on: 2026-11-06", "- on: 6.11.2026"), "1:3 bad-date"),
    written(SENT, SENT_TO.replace("  to: Leitung\n", ""), "1:3 missing-field"),
    written(SENT, "sent: 5\n", "1:1 not-a-list"),
    written("briefings/editions/2026-08.sent.yml", SENT_TO, "1:1 unknown-reference"),
    together(
        [
            (SENT, None, SENT_TO),
            (QUOTE, "who: Kundin, 61\n", ""),
            (QUOTE, "    until: 2027-10-15\n", "    withdrawn: 2026-11-10\n"),
            (QUOTE, "Ein Teil fehlte.\n", ""),
        ],
        "1:3 hint sent-after-withdrawal",
    ),
    spoilt(QUOTE, "who: Kundin, 61\n", "who: Кundin\n", "3:1 mixed-alphabet"),
    spoilt(STORY, "before: Drei Wochen", "before: Drei Wοchen", "3:1 mixed-alphabet"),
]
