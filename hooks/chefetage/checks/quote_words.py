"""A quote has words as long as its consent lasts; then it has none, in no language.

Passes: a quote with `who` and its words below the front matter; a quote whose consent was withdrawn or has run out,
with `said_on`, `channel`, `mood` and `basis` only.
Fails: a quote without words; `withdrawn: 2026-11-02`, or `until:` in the past, with `who`, `need`, `transcript`,
`captions` or words still there, in whatever language.

Words that are still there stop no build: no page shows them any more, and stopping would keep those that do online.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.project import Project
    from chefetage.model.quote import Quote

STILL_THERE = "words-after-withdrawal"
MISSING = "missing-words"
UNDESCRIBED = "missing-field"


def check(project: Project) -> Iterator[Problem]:
    """Yield one problem per place where words outlive their consent, and one per quote that says nothing."""
    for quote in project.quotes.values():
        ended = quote.ended_on(project.today)
        consent = quote.basis.consent
        if ended is not None:
            for field, spoken in quote.customers_words.items():
                for language in spoken:
                    params = {"field": field, "date": ended}
                    yield Problem(quote.at(field, language), Severity.ERROR, STILL_THERE, params)
        elif consent is None or consent.withdrawn is None:
            yield from _missing(quote)


def _missing(quote: Quote) -> Iterator[Problem]:
    if not quote.who:
        yield Problem(quote.at(), Severity.ERROR, UNDESCRIBED, {"field": "who", "name": "who"})
    if not quote.body and not quote.transcript:
        yield Problem(quote.at(), Severity.ERROR, MISSING)
