"""Filters that work without a script: radio buttons, and marks on what they choose among.

The style sheet `filter.css` knows positions, not words: what is marked `data-fb="3"` stays when the third choice of the
second filter is taken. So any words can be chosen by, in any language.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from chefetage.model.base import Id
    from chefetage.pages.context import Context

_LETTERS = "abc"
"""So many filters a page; `filter.css` knows no more."""
_MOST = 12
"""So many choices a filter; of more, the rarest share the last."""
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Facet:
    """What can be chosen by."""

    legend: str
    values: Mapping[Id, str]
    """What each item is in this respect, as it is shown; empty where nobody said."""
    order: Sequence[str] = ()
    """Choices that come first, in this order; the others follow, the most frequent first."""


@dataclass(frozen=True, slots=True)
class FilterView:
    """A facet as radio buttons."""

    letter: str
    legend: str
    choices: tuple[tuple[int, str], ...]
    """Number and words."""


@dataclass(frozen=True, slots=True)
class FiltersView:
    """All filters of a page."""

    filters: tuple[FilterView, ...]
    marks: Mapping[Id, Markup]
    """Attributes for the items chosen among."""
    total: int

    def mark(self, item_id: Id) -> Markup:
        """Return the attributes of an item, with a space before."""
        return self.marks.get(item_id, Markup())


def view_filters(c: Context, facets: Sequence[Facet]) -> FiltersView:
    """Return the facets that have something to choose among; at most three."""
    filters: list[FilterView] = []
    marks: dict[Id, Markup] = {item_id: Markup() for facet in facets for item_id in facet.values}
    for facet in facets:
        names = _choices(facet)
        if len(names) < _FEWEST:
            continue
        letter = _LETTERS[len(filters)]
        numbers = {name: number for number, name in enumerate(names, 1)}
        rest = len(names) + 1 if set(facet.values.values()) - {"", *names} else 0
        choices = [
            *((number, name) for name, number in numbers.items()),
            *([(rest, c.say("filter.rest"))] * bool(rest)),
        ]
        filters.append(FilterView(letter, facet.legend, tuple(choices)))
        for item_id, value in facet.values.items():
            number = numbers.get(value, rest if value else 0)
            marks[item_id] += Markup(' data-f{}="{}"').format(letter, number)
    return FiltersView(tuple(filters), marks, len(marks))


def _choices(facet: Facet) -> list[str]:
    found = Counter(value for value in facet.values.values() if value)
    named = [value for value in facet.order if value in found]
    others = sorted(found.keys() - set(named), key=lambda value: (-found[value], value.casefold()))
    names = [*named, *others]
    return names if len(names) <= _MOST else names[: _MOST - 1]
