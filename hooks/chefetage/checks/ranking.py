"""Which hints matter most: a desk reads three of them, so these come first."""

from __future__ import annotations

RIGHTS = (
    "small-group",
    "expired-consent",
    "sent-after-withdrawal",
)  # fmt: skip
"""Somebody else's rights: always told, and not counted among the three."""

RANKING = (
    # Readers miss something, or are led astray.
    "text-cut",
    "unread-pages",
    "unread-folder",
    "unread-file",
    "unpublished-file",
    "misspelt-block",
    "placeholder",
    # Readers are told what the numbers do not say.
    "claim-opposite",
    "claim-unproven",
    "claim-broken",
    "claim-too-few",
    "claim-no-history",
    "claim-untested",
    "unproven-money",
    "differing-tokens",
    "differing-figures",
    "missing-core",
    "metric-without-value",
    "stale-metric",
    "snapshot-without-metric",
    "definition-changed",
    "unknown-group",
    "unread-metric",
    "unread-groups",
    "endless-predecessor",
    # Somebody has to act.
    "placeholders",
    "overdue-ask",
    "undone-promise",
    "ask-due-early",
    "missing-commentary",
    "unsourced-figure",
    "not-in-core",
    "missing-translations",
    "late-translations",
    "stale-translations",
    "missing-translation",
    "stale-translation",
    "incomplete-translation",
    # It would be better for it.
    "no-joy",
    "no-pain",
    "message-without-outcome",
    "lecturing",
    "measure-without-outcome",
    "jargon",
    "long-message",
    "long-sentence",
    "hard-to-read",
    "small-team",
    "unknown-step",
    "repeated-reference",
    "featured-uncritical",
    "too-many-featured",
    "expired-study",
)
"""All other hints, the most useful first."""

STYLE = frozenset({
    "claim-opposite", "claim-unproven", "claim-broken", "claim-too-few", "claim-no-history", "claim-untested",
    "unproven-money",
    "missing-commentary", "not-in-core", "unknown-step", "repeated-reference", "differing-tokens", "differing-figures",
    "unsourced-figure", "no-joy", "no-pain", "message-without-outcome", "lecturing", "jargon", "long-message",
    "long-sentence", "hard-to-read", "missing-translations", "late-translations", "stale-translations",
    "missing-translation", "stale-translation", "incomplete-translation",
})  # fmt: skip
"""Advice on words that are still being written; what is closed does not get it."""
