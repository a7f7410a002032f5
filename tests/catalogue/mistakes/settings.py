"""What a site decides for itself."""

from __future__ import annotations

from mistakes.mistake import BRAND, RULES, SITE, SNAPSHOT, spoilt, written

MISTAKES = [
    spoilt(SITE, "languages: [de, en]", "languages: [de, no]", "8:21 ambiguous-value"),
    spoilt(SITE, "visibility: internal", "visibility: secret", "10:5 bad-value"),
    spoilt(SITE, "timezone: Europe/Berlin", "timezone: Europe/Berln", "9:5 unknown-timezone"),
    spoilt(SITE, "timezone: Europe/Berlin", "timezone: ../../etc/passwd", "9:5 unknown-timezone"),
    spoilt(SITE, "k: 5", "k: 0", "11:5 too-low"),
    spoilt(SITE, "k: 5", "kk: 5", "11:5 unknown-key"),
    spoilt(SITE, "site_name: Lindenried", "site_name: [", "1:12 unclosed-bracket"),
    spoilt(BRAND, "company: Lindenried Küchen GmbH\n", "", "1:1 missing-field"),
    spoilt(BRAND, "notice:", "colour: rot\nnotice:", "2:1 bad-colour"),
    spoilt(BRAND, "notice:", "colour: #8a1c55\nnotis:", "3:1 unknown-key", "2:8 hint text-cut"),
    spoilt(SNAPSHOT, '"status": "final",', '"status": "final"', "4:6 invalid-json"),
    spoilt(SITE, "languages: [de, en]", "languages: [de, en, de]", "8:25 repeated-language"),
    spoilt(SITE, "languages: [de, en]", "languages: [de, en, pt]", "8:25 unspoken-language"),
    spoilt(SITE, "languages: [de, en]", "languages: de, en", "8:5 not-a-list"),
    spoilt(SITE, "k: 5", "k: fünf", "11:5 not-a-whole-number"),
    spoilt(SITE, "k: 5", "k: 5\n    due_day: 15", "12:5 moved-setting"),
    spoilt(SITE, "k: 5", "k: 5\n    cut_off_days: 14", "12:5 moved-setting"),
    spoilt(SITE, "k: 5", "k: 5\n    explain: ja", "12:5 not-true-or-false"),
    spoilt(BRAND, "notice:", "logo: logo.svg\nnotice:", "1:1 missing-logo"),
    spoilt(BRAND, "notice:", "contact: Anna\nnotice:", "2:1 words-need-languages"),
    spoilt(BRAND, "en: Fictional.", "fr: Fictif.", "2:25 unknown-language"),
    written(RULES, "calendar: {cut_off_days: -1}\n", "1:12 too-low"),
    written(RULES, "calendar: {due_day: 31}\n", "1:12 too-high"),
    written(RULES, "calender: {due_day: 10}\n", "1:1 unknown-key"),
    written(RULES, "hints: {off: {long-mesage: Weil.}}\n", "1:15 unknown-hint"),
    written(RULES, "hints: {off: {edited-snapshot: Weil.}}\n", "1:15 not-a-hint"),
    written(RULES, "hints: {off: [long-message]}\n", "1:9 not-a-mapping"),
    written(RULES, "hints: {off: {long-message: }}\n", "1:15 empty-value"),
    written(RULES, "names: {deny: Mustermann}\n", "1:9 not-a-list"),
]
