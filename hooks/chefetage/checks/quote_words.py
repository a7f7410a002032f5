"""A quote has words, unless it is withdrawn; then it has none.

Passes: a quote with its words below the front matter; a withdrawn quote with front matter only.
Fails: a quote without words.
Hints: `withdrawn: 2026-11-02` with the words still there, in whatever language. No page shows them any more, and a
withdrawal never stops a build: it would keep the published words where they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.project import Project
    from chefetage.model.quote import Quote

WITHDRAWN = "withdrawn-words"
MISSING = "missing-words"


def check(project: Project) -> Iterator[Problem]:
    """Yield one problem per place where withdrawn words stand, and one per quote that says nothing."""
    for quote in project.quotes.values():
        consent = quote.basis.consent
        withdrawn = consent.withdrawn if consent is not None else None
        if withdrawn is not None and withdrawn <= project.today:
            for field, language in _words(quote):
                params = {"field": field, "date": withdrawn}
                yield Problem(quote.at(field, language), Severity.HINT, WITHDRAWN, params)
        elif withdrawn is None and not quote.body and not quote.transcript:
            yield Problem(quote.at(), Severity.ERROR, MISSING)


def _words(quote: Quote) -> Iterator[tuple[str, str]]:
    for field, spoken in (
        ("who", quote.who),
        ("transcript", quote.transcript),
        ("captions", quote.captions),
        ("body", quote.body),
    ):
        for language in spoken:
            yield field, language
