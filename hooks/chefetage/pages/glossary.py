"""Words of the trade in plain language, in the order of the page's alphabet."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from chefetage.pages.overview import write_overview
from chefetage.pages.parts.filter import Facet, FiltersView, view_filters
from chefetage.pages.press import word_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.page import Page
    from chefetage.model.term import Term
    from chefetage.pages.context import Context
    from chefetage.pages.press import Press


def write(press: Press) -> Iterator[Page]:
    """Yield the glossary."""

    def terms(c: Context) -> list[Term]:
        return sorted(press.project.terms.values(), key=lambda term: (alphabetical(c.plain(term, "term")), term.id))

    yield write_overview(press, "glossary", "method", terms=terms, filters=lambda c: _filters(c, terms(c)))


def _filters(c: Context, terms: list[Term]) -> FiltersView:
    families = {term.id: word_for(c, "glossary.family", term.family or "") for term in terms}
    return view_filters(c, (Facet(c.say("glossary.filter"), families),))


def alphabetical(text: str) -> str:
    """Return what to sort by: `Ärger` among the A, as in a German dictionary (DIN 5007, variant 1)."""
    return "".join(char for char in normalize("NFKD", text.casefold()) if not combining(char))
