"""Consent covers what is published, and lasts.

Passes: `scope: [site, mail]`; `until:` in the future, or none.
Fails: a published edition shows a quote whose `scope` lacks `site`. A consent that has run out while the words are
still there is a hint besides the error of `quote_words`: somebody may rather want to ask again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.problem import Problem, Severity
from chefetage.model.quote import Output

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.project import Project

SCOPE = "consent-scope"
EXPIRED = "expired-consent"


def check(project: Project) -> Iterator[Problem]:
    """Yield an error per published quote without consent for the site, and a hint per consent that ran out."""
    for edition in project.editions.values():
        if edition.is_draft:
            continue
        for index, quote_id in enumerate(edition.quotes):
            quote = project.quotes.get(quote_id)
            consent = quote.basis.consent if quote is not None else None
            if consent is not None and consent.withdrawn is None and Output.SITE not in consent.scope:
                yield Problem(edition.at("quotes", index), Severity.ERROR, SCOPE, {"found": quote_id})
    for quote in project.quotes.values():
        consent = quote.basis.consent
        if consent is None or consent.withdrawn is not None or not quote.customers_words:
            continue
        if consent.until is not None and consent.until < project.today:
            params = {"date": consent.until}
            yield Problem(quote.at("basis", "consent", "until"), Severity.HINT, EXPIRED, params)
