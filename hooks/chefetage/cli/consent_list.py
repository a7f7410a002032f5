"""What `chefetage consent list` prints: who agreed to what, until when, and where the words are shown."""

from __future__ import annotations

import json
import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chefetage.pages.showing import Showing, showing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from chefetage.locales import Locale
    from chefetage.model.project import Project
    from chefetage.model.quote import Quote

_WIDTH = 80
_GAP = "  "
_SAY = "commands.consent"
_COLUMNS = ("quote", "basis", "given", "until", "left")


@dataclass(frozen=True, slots=True)
class Right:
    """The right to use one quote, on one day."""

    quote: Quote
    today: date
    shown: Showing

    @property
    def days_left(self) -> int | None:
        """Days until consent ends, negative once it has; `None` without an end, or after a withdrawal."""
        consent = self.quote.basis.consent
        if consent is None or consent.until is None or self.is_withdrawn:
            return None
        return (consent.until - self.today).days

    @property
    def is_withdrawn(self) -> bool:
        """Whether the customer has taken consent back, by now or for a day to come."""
        return self.quote.basis.consent is not None and self.quote.basis.consent.withdrawn is not None


def rights(project: Project, within: int | None = None) -> list[Right]:
    """Return the right to use each quote, what ends first at the top.

    Args:
        project: The quotes, and the day.
        within: Only those whose consent ends within so many days; or has ended, while the words are still there.
    """
    shown = showing(project)
    found = [Right(quote, project.today, shown.get(quote.id, Showing())) for quote in project.quotes.values()]
    if within is not None:
        found = [
            right
            for right in found
            if right.days_left is not None
            and right.days_left <= within
            and (right.days_left >= 0 or right.quote.customers_words)
        ]
    return sorted(found, key=lambda right: (right.days_left is None, right.days_left or 0, right.quote.id))


def as_json(found: Sequence[Right]) -> str:
    """Return a list of objects; days as 2026-11-05, `null` for what there is not."""
    return json.dumps([_object(right) for right in found], ensure_ascii=False, indent=2)


def _object(right: Right) -> dict[str, object]:
    consent, anonymised = right.quote.basis.consent, right.quote.basis.anonymised
    return {
        "quote": right.quote.id,
        "file": right.quote.path,
        "basis": "anonymised" if consent is None else "consent",
        "reference": consent and consent.reference,
        "scope": [] if consent is None else [str(output) for output in consent.scope],
        "anonymised_by": anonymised and anonymised.by,
        "given": _iso(consent.given if consent else anonymised.on if anonymised else None),
        "until": _iso(consent.until if consent else None),
        "days_left": right.days_left,
        "withdrawn": _iso(consent.withdrawn if consent else None),
        "editions": right.shown.editions,
        "stories": right.shown.stories,
    }


def lines(found: Sequence[Right], locale: Locale) -> Iterator[str]:
    """Yield a table that fits 80 columns; below each row where the quote is shown."""
    rows = [_row(right, locale) for right in found]
    heads = [locale.say(f"{_SAY}.column.{name}") for name in _COLUMNS]
    widths = [max(len(row[at]) for row in [heads, *rows]) for at in range(1, len(heads))]
    first = max(len(row[0]) for row in [heads, *rows])
    room = _WIDTH - sum(widths) - len(_GAP) * len(widths)
    yield _joined(heads, min(first, room), widths)
    for right, row in zip(found, rows, strict=True):
        if len(row[0]) > room:
            yield row[0]
            row[0] = ""
        yield _joined(row, min(first, room), widths)
        for note in _notes(right, locale):
            yield from textwrap.wrap(note, _WIDTH, initial_indent=_GAP, subsequent_indent=_GAP * 2)


def _joined(row: Sequence[str], first: int, widths: Sequence[int]) -> str:
    *cells, last = row[1:]
    padded = [row[0].ljust(first), *(cell.ljust(width) for cell, width in zip(cells, widths, strict=False))]
    return _GAP.join([*padded, last.rjust(widths[-1])]).rstrip()


def _row(right: Right, locale: Locale) -> list[str]:
    consent, anonymised = right.quote.basis.consent, right.quote.basis.anonymised
    if consent is None:
        given = anonymised.on.isoformat() if anonymised else ""
        return [right.quote.id, locale.say(f"{_SAY}.anonymised"), given, "", ""]
    scope = ", ".join(map(str, consent.scope))
    until = consent.until.isoformat() if consent.until else ""
    left = "" if right.days_left is None else locale.number(right.days_left)
    return [right.quote.id, scope, consent.given.isoformat(), until, left]


def _notes(right: Right, locale: Locale) -> Iterator[str]:
    consent = right.quote.basis.consent
    if consent is not None and consent.withdrawn is not None:
        yield locale.say(f"{_SAY}.withdrawn-on", day=locale.day(consent.withdrawn))
    named = [
        locale.say(f"{_SAY}.{kind}.{'one' if len(ids) == 1 else 'many'}", ids=", ".join(ids))
        for kind, ids in (("editions", right.shown.editions), ("stories", right.shown.stories))
        if ids
    ]
    yield locale.say(f"{_SAY}.shown-in", where="; ".join(named)) if named else locale.say(f"{_SAY}.shown-nowhere")


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
