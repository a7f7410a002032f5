"""What has been said, given, agreed or published lies in the past.

Passes: `said_on: 2026-10-14`, read on 21 November 2026; a draft of December.
Fails: `said_on: 2027-10-14`, read on the same day; a published edition of December, which would be the home page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from chefetage.model.base import Placed
    from chefetage.model.location import FieldPath
    from chefetage.model.project import Project

ID = "future-date"


def check(project: Project) -> Iterator[Problem]:
    """Yield one problem per past event that lies after today, and per published edition of a month to come."""
    for item, path, day in _past_days(project):
        if day is not None and day > project.today:
            params = {"field": path[-1], "found": day, "today": project.today}
            yield Problem(item.at(*path), Severity.ERROR, ID, params)
    for edition in project.editions.values():
        if not edition.is_draft and edition.month.first_day > project.today:
            month = {"field": "month", "found": edition.month, "today": project.today}
            yield Problem(edition.at("month"), Severity.ERROR, ID, month)


def _past_days(project: Project) -> Iterator[tuple[Placed, FieldPath, date | None]]:
    for quote in project.quotes.values():
        yield quote, ("said_on",), quote.said_on
        if quote.basis.consent is not None:
            yield quote, ("basis", "consent", "given"), quote.basis.consent.given
        if quote.basis.anonymised is not None:
            yield quote, ("basis", "anonymised", "on"), quote.basis.anonymised.on
    for praise in project.praises.values():
        yield praise, ("agreed",), praise.agreed
        yield praise, ("said_on",), praise.said_on
    for ask in project.asks.values():
        yield ask, ("answered_on",), ask.answered_on
        yield ask, ("done_on",), ask.done_on
    yield from _of_editions(project)


def _of_editions(project: Project) -> Iterator[tuple[Placed, FieldPath, date | None]]:
    for log in project.sent.values():
        for index, sent in enumerate(log.sent):
            yield log, ("sent", index, "on"), sent.on
            yield log, ("sent", index, "recalled"), sent.recalled
    for edition in project.editions.values():
        if not edition.is_draft:
            yield edition, ("published_on",), edition.published_on
        for language, corrections in edition.corrections.items():
            for index, correction in enumerate(corrections):
                yield edition, ("corrections", language, index, "on"), correction.on
