"""A closed edition is written from its seal: nothing that happens later changes its article.

Alive stay only what became of its asks, its corrections, the dates of its visits, the way to other editions, and the
gap that a withdrawn quote leaves; `data-live` marks them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from chefetage.model.core import Core
from chefetage.model.edition import EditionStatus
from chefetage.model.estimate import Change, Figure, Shown, Trend
from chefetage.model.seal import KEPT, SealedFigure, number_key
from chefetage.pages.index import Promises
from chefetage.pages.press import Press

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from chefetage.model.base import Id
    from chefetage.model.edition import Edition
    from chefetage.model.month import Month
    from chefetage.model.project import Project
    from chefetage.model.seal import Seal


@dataclass(frozen=True, slots=True)
class KeptNumbers:
    """Answers from a seal; what nobody asked when it was made is not known."""

    seal: Seal

    @property
    def as_of(self) -> date:
        """The day on which the edition was closed."""
        return self.seal.as_of

    def figure(self, metric: Id, month: Month, group: str) -> Figure:
        """Return what was told of a metric's month."""
        return self._told(self.seal.numbers.figures, metric, month, group)

    def change(self, metric: Id, month: Month, group: str) -> Change:
        """Return what was told of a metric's change."""
        kept = self.seal.numbers.changes.get(number_key(metric, group, month))
        return kept or Change(
            Trend.NO_HISTORY, self.seal.metrics[metric].compare, now=(month, month), before=(month, month)
        )

    def series(self, metric: Id, last: Month, months: int, group: str) -> tuple[Figure, ...]:
        """Return the course that charts showed."""
        courses = self.seal.numbers.courses
        return tuple(self._told(courses, metric, month, group) for month in (last - (months - 1)).until(last))

    def groups(self, metric: Id, month: Month, dimension: Id) -> tuple[str, ...]:
        """Return the groups that were shown."""
        return self.seal.numbers.groups.get(number_key(metric, dimension, month), ())

    def hides(self, metric: Id, month: Month, dimension: Id) -> bool:
        """Return whether a group was too small to be shown."""
        return self.seal.numbers.hidden.get(number_key(metric, dimension, month), False)

    def compared(self, metric: Id, month: Month, group: str) -> int:
        """Return how many comparisons shared one chance of a false alarm."""
        return self.seal.numbers.compared.get(number_key(metric, group, month), 1)

    def _told(self, kept: Mapping[str, SealedFigure], metric: Id, month: Month, group: str) -> Figure:
        found = kept.get(number_key(metric, group, month)) or SealedFigure(month=month, shown=Shown.NO_DATA)
        return found.figure(self.seal.metrics[metric], group)


def with_seals(project: Project) -> Project:
    """Return the project with its closed editions as they were closed.

    Their corrections go on, and thanks that a team no longer wants to stand there are gone.
    """
    closed = {
        seal.id: _closed(seal, project.editions[seal.id])
        for seal in project.seals.values()
        if seal.id in project.editions
    }
    return replace(project, editions={**project.editions, **closed}) if closed else project


def _closed(seal: Seal, edition: Edition) -> Edition:
    praise = seal.edition.praise if edition.praise is not None else None
    return seal.edition.model_copy(update={"corrections": edition.corrections, "praise": praise})


def press_for(press: Press, edition: Edition) -> Press:
    """Return the press that writes an edition's article: for a closed one, a press that knows only its seal."""
    seal = press.project.seals.get(edition.id)
    if seal is None or edition.status is not EditionStatus.CLOSED:
        return press
    project, index = press.project, press.index
    asks = {**project.asks, **seal.asks}
    former = project.renamed["quote"].items()
    quotes = {**{old: project.quotes[now] for old, now in former}, **project.quotes}
    sealed = replace(
        project,
        settings=project.settings.model_copy(update={"k": seal.k}),
        brand=project.brand.model_copy(update={"company": seal.company}),
        core=Core(years={str(edition.month.year): seal.core}) if seal.core else None,
        asks=asks,
        quotes=quotes,
        **{kind: getattr(seal, kind) for kind in KEPT if kind != "asks"},
    )
    named = tuple(asks[each] for each in seal.promises.named if each in asks)
    kept = replace(
        index,
        numbers={**index.numbers, edition.id: seal.number},
        promises={edition.id: Promises(named, seal.promises.counts)},
        events=seal.events,
    )
    studio = replace(press.studio, project=sealed, index=kept, numbers=KeptNumbers(seal), seal=seal, live=project)
    return Press(studio, press.locale)
