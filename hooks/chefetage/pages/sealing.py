"""Closing an edition: what its article is made of is noted while it is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Generic, TypeVar

from chefetage.locales import speak
from chefetage.model.edition import EditionStatus
from chefetage.model.estimate import Shown
from chefetage.model.seal import KEPT, Seal, SealedFigure, SealedNumbers, SealedPromises, digest_of_words, number_key
from chefetage.pages import edition as edition_page
from chefetage.pages.address import address_of
from chefetage.pages.press import Press

if TYPE_CHECKING:
    from collections.abc import ItemsView, Iterator, Sequence, ValuesView
    from datetime import date

    from chefetage.model.base import Id
    from chefetage.model.edition import Edition
    from chefetage.model.estimate import Change, Figure
    from chefetage.model.month import Month
    from chefetage.pages.context import Studio
    from chefetage.pages.numbers import Numbers

T = TypeVar("T")


class _Noted(Mapping[str, T], Generic[T]):
    """A mapping that remembers what was taken out of it; looking through all of it takes nothing."""

    def __init__(self, items: Mapping[str, T]) -> None:
        self._items = items
        self.taken: dict[str, T] = {}

    def __getitem__(self, key: str) -> T:
        self.taken[key] = value = self._items[key]
        return value

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __contains__(self, key: object) -> bool:
        return key in self._items

    def values(self) -> ValuesView[T]:
        return self._items.values()

    def items(self) -> ItemsView[str, T]:
        return self._items.items()


@dataclass(frozen=True, slots=True)
class _NotedNumbers:
    """Passes questions on and keeps the answers."""

    live: Numbers
    notes: SealedNumbers = field(default_factory=SealedNumbers)

    @property
    def as_of(self) -> date:
        return self.live.as_of

    def figure(self, metric: Id, month: Month, group: str) -> Figure:
        found = self.live.figure(metric, month, group)
        self.notes.figures[number_key(metric, group, month)] = SealedFigure.of(found)
        return found

    def change(self, metric: Id, month: Month, group: str) -> Change:
        found = self.notes.changes[number_key(metric, group, month)] = self.live.change(metric, month, group)
        return found

    def series(self, metric: Id, last: Month, months: int, group: str) -> tuple[Figure, ...]:
        found = self.live.series(metric, last, months, group)
        for figure in found:
            if figure.shown is not Shown.NO_DATA:
                self.notes.courses[number_key(metric, group, figure.month)] = SealedFigure.of(figure)
        return found

    def groups(self, metric: Id, month: Month, dimension: Id) -> tuple[str, ...]:
        found = self.notes.groups[number_key(metric, dimension, month)] = self.live.groups(metric, month, dimension)
        return found

    def hides(self, metric: Id, month: Month, dimension: Id) -> bool:
        found = self.notes.hidden[number_key(metric, dimension, month)] = self.live.hides(metric, month, dimension)
        return found

    def compared(self, metric: Id, month: Month, group: str) -> int:
        found = self.notes.compared[number_key(metric, group, month)] = self.live.compared(metric, month, group)
        return found


def seal_edition(studios: Sequence[Studio], edition: Edition) -> Seal:
    """Return what an edition's article is made of today, in every language of the site.

    Args:
        studios: one a language of the site, in its order.
        edition: a published edition of their project.
    """
    project, index = studios[0].project, studios[0].index
    noted = {kind: _Noted(getattr(project, kind)) for kind in KEPT}
    numbers = _NotedNumbers(studios[0].numbers)
    watched = replace(project, **noted)  # type: ignore[arg-type]
    closed = edition.model_copy(update={"status": EditionStatus.CLOSED})
    minutes = {}
    for studio, language in zip(studios, project.settings.languages, strict=True):
        press = Press(replace(studio, project=watched, numbers=numbers), speak(language))
        c = press.context(address_of("edition", edition.id), closed)
        article = edition_page.article(press, c, closed)
        press.page(c, "archive", "", article.html, source=closed)  # which looks up the terms that it explains
        minutes[language] = article.minutes
    promises = index.promises[edition.id]
    taken = {kind: dict(sorted(each.taken.items())) for kind, each in noted.items()}
    taken["asks"] = {**taken["asks"], **{ask.id: ask for ask in promises.named}}
    stories = taken["stories"].values()
    quoted = {*edition.quotes, *(quote for story in stories for quote in story.quotes)}
    return Seal(
        digest="",
        month=edition.month,
        as_of=numbers.as_of,
        company=project.brand.company,
        k=project.settings.k,
        number=index.numbers[edition.id],
        minutes=minutes,
        speaks_against=bool(project.arguments or project.studies),
        core=project.core_for(edition.month.year),
        edition=closed,
        quotes={
            quote: digest_of_words(project.quotes[quote])
            for quote in sorted(quoted & project.quotes.keys())
            if project.quotes[quote].may_be_shown(project.today)
        },
        promises=SealedPromises(named=tuple(ask.id for ask in promises.named), counts=dict(promises.counts)),
        events={metric: index.events[metric] for metric in taken["metrics"] if index.events.get(metric)},
        numbers=numbers.notes,
        **taken,  # pyright: ignore[reportArgumentType] – each kind has a field of its own
    )
