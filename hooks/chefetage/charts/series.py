"""A metric over time, cut where months are missing and where the way of measuring changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from chefetage.model.estimate import Shown
from chefetage.model.month import Month

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chefetage.model.estimate import Estimate, Figure
    from chefetage.model.event import Event


@dataclass(frozen=True, slots=True)
class Run:
    """Months in a row that are comparable: one line, one band."""

    points: tuple[tuple[int, Estimate], ...]
    """Place in the series, from 0, and what was estimated."""
    old: bool
    """Measured in a way that is no longer used."""

    @property
    def is_fact(self) -> bool:
        """Whether it was counted in full, so that there is no band to draw."""
        return all(estimate.is_fact for _, estimate in self.points)


def marking(series: Sequence[Figure], events: Sequence[Event]) -> tuple[Event, ...]:
    """Return the events that mark this metric within the months shown, oldest first."""
    if not series:
        return ()
    first, last, metric = series[0].month, series[-1].month, series[0].metric.id
    inside = (event for event in events if first <= Month.of(event.date) <= last)
    return tuple(sorted((e for e in inside if not e.metrics or metric in e.metrics), key=lambda e: (e.date, e.id)))


def breaks(series: Sequence[Figure], events: Sequence[Event]) -> frozenset[Month]:
    """Return the months that begin a new way of measuring."""
    return frozenset(Month.of(event.date) for event in marking(series, events) if event.breaks)


def runs(series: Sequence[Figure], cuts: frozenset[Month]) -> tuple[Run, ...]:
    """Return the comparable stretches of a series."""
    stretches: list[list[tuple[int, Estimate]]] = [[]]
    months: list[Month] = [figure.month for figure in series]
    for index, figure in enumerate(series):
        if figure.month in cuts or figure.estimate is None:
            stretches.append([])
        if figure.estimate is not None:
            stretches[-1].append((index, figure.estimate))
    newest = max(cuts, default=None)
    return tuple(
        Run(tuple(stretch), old=newest is not None and months[stretch[0][0]] < newest)
        for stretch in stretches
        if stretch
    )


def withheld(series: Sequence[Figure]) -> dict[Shown, tuple[Month, ...]]:
    """Return the months without a value, by the reason; months before the first value count for nothing."""
    begun = next((index for index, figure in enumerate(series) if figure.shown is not Shown.NO_DATA), len(series))
    found: dict[Shown, list[Month]] = {}
    for figure in series[begun:]:
        if figure.estimate is None:
            found.setdefault(figure.shown, []).append(figure.month)
    return {reason: tuple(months) for reason, months in found.items()}


def line_class(run: Run) -> str:
    """Return the CSS classes of a run's line: greyed where it is old, a dot where a month stands alone."""
    return "s-line" + " s-line--old" * run.old + " s-line--dot" * (len(run.points) == 1)
