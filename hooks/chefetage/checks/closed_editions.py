"""An edition is closed with a seal, which keeps what stood in it; later changes are told as corrections.

Passes: `status: published`, also for an edition of long ago; a closed edition as it was closed; one with a new entry in
`corrections`, whatever else was changed with it; a quote withdrawn since; praise taken out because the team wishes so.
Fails: `status: closed` without a seal, a seal without `status: closed`; another word in a closed edition without a
correction; a correction taken back; other words in a quote of a closed edition.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.edition import EditionStatus
from chefetage.model.problem import Problem, Severity
from chefetage.model.seal import digest_of_words, plain_fields

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.edition import Edition
    from chefetage.model.project import Project
    from chefetage.model.seal import Seal

UNSEALED, OPEN, ORPHAN = "unsealed-edition", "sealed-but-open", "seal-without-edition"
CHANGED, TAKEN_BACK, QUOTE = "closed-edition-changed", "correction-taken-back", "closed-quote-changed"
_MAY_CHANGE = frozenset({"status", "corrections", "was", "stale", "owner", "deputy"})


def check(project: Project) -> Iterator[Problem]:
    """Yield one problem per edition that claims more than is kept, and per change that nobody is told of."""
    for edition in project.editions.values():
        is_closed, seal = edition.status is EditionStatus.CLOSED, project.seals.get(edition.id)
        if seal is None:
            if is_closed and not project.is_left_out("seal", edition.id):
                yield Problem(edition.at("status"), Severity.ERROR, UNSEALED, {"month": edition.id})
        elif is_closed:
            yield from _changes(project, edition, seal)
        else:
            yield Problem(edition.at("status"), Severity.ERROR, OPEN, {"file": seal.path})
    for seal in project.seals.values():
        if seal.id not in project.editions and not project.is_left_out("edition", seal.id):
            yield Problem(seal.at(), Severity.ERROR, ORPHAN, {"month": seal.id})
        yield from _quotes(project, seal)


def _changes(project: Project, edition: Edition, seal: Seal) -> Iterator[Problem]:
    for language, sealed in seal.edition.corrections.items():
        if edition.corrections.get(language, ())[: len(sealed)] != sealed:
            yield Problem(edition.at("corrections"), Severity.ERROR, TAKEN_BACK, {"language": language})
    if _corrected(edition) > _corrected(seal.edition):
        return
    then, now = (plain_fields(_renamed(project, each), _MAY_CHANGE) for each in (seal.edition, edition))
    for field in sorted({*then, *now}):
        if then.get(field) != now.get(field) and not (field == "praise" and field not in now):
            place = edition.at(field) if field in now else edition.at()
            yield Problem(place, Severity.ERROR, CHANGED, {"field": field, "name": "corrections"})


def _renamed(project: Project, edition: Edition) -> Edition:
    """Return an edition with the names that its items have now: another name is no other content."""

    def now(kind: str, item_id: str) -> str:
        return project.renamed[kind].get(item_id, item_id)

    lists = {"asks": "ask", "quotes": "quote", "measures": "measure", "visits": "visit"}
    singles = {"story": "story", "study": "study", "praise": "praise"}
    spoken = {
        field: {language: {now("metric", m): said for m, said in each.items()} for language, each in words.items()}
        for field, words in (("commentary", edition.commentary), ("omitted", edition.omitted))
    }
    return edition.model_copy(
        update={
            **{field: tuple(now(kind, each) for each in getattr(edition, field)) for field, kind in lists.items()},
            **{
                field: each and now(kind, each) for field, kind in singles.items() for each in [getattr(edition, field)]
            },
            **spoken,
        }
    )


def _corrected(edition: Edition) -> int:
    return len(edition.corrections.get(edition.language, ()))


def _quotes(project: Project, seal: Seal) -> Iterator[Problem]:
    for quote_id, digest in seal.quotes.items():
        quote = project.quotes.get(project.renamed["quote"].get(quote_id, quote_id))
        if quote is not None and quote.may_be_shown(project.today) and digest_of_words(quote) != digest:
            yield Problem(quote.at("body", quote.language), Severity.ERROR, QUOTE, {"month": seal.id})
