"""What everybody on the internet may read needs the consent for that, and not only for colleagues.

Passes: with `visibility: public`, `scope: [site, public]` in a consent and `public: true` in praise; with
`visibility: internal`, anything.
Fails: with `visibility: public`, a quote that may be shown and whose consent lacks `public`, or praise whose team
agreed to be named among colleagues only. What is anonymised by a named approver may stand anywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.problem import Problem, Severity
from chefetage.model.quote import Output

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.project import Project

QUOTE = "quote-not-public"
PRAISE = "praise-not-public"


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem per quote and per praise that a public site must not show."""
    if project.settings.visibility != "public":
        return
    for quote in project.quotes.values():
        consent = quote.basis.consent
        if consent is not None and quote.may_be_shown(project.today) and Output.PUBLIC not in consent.scope:
            yield Problem(quote.at("basis", "consent", "scope"), Severity.ERROR, QUOTE, {"found": quote.id})
    for praise in project.praises.values():
        if not praise.public:
            yield Problem(praise.at("agreed"), Severity.ERROR, PRAISE, {"found": praise.id})
