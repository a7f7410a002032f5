"""What `chefetage refresh` says of sources that could not be read: why, and what still stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.base import pick
from chefetage.sources.words import finding_lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from chefetage.locales import Locale
    from chefetage.sources.refresh import Failure, Refreshed


def failure_lines(refreshed: Refreshed, today: date, locale: Locale) -> Iterator[str]:
    """Yield the findings of each source that failed, and below them what becomes of its numbers."""
    for failure in refreshed.failures:
        yield from finding_lines(failure.problems, locale)
        name = pick(failure.source.name, locale.language)
        use = "goes-on" if refreshed.months else "stops"
        yield locale.say(
            f"commands.refresh.failure.{use}",
            source=name.value if name else failure.source.id,
            stands=_stands(failure, today, locale),
        )


def _stands(failure: Failure, today: date, locale: Locale) -> str:
    """Return what is known of the source's numbers, and how old that is."""
    if failure.last_known is None:
        return locale.say("commands.refresh.failure.nothing-known")
    days = (today - failure.last_known).days
    age = locale.say(f"commands.refresh.failure.age.{'many' if days > 1 else ('today', 'one')[days]}", days=days)
    return locale.say("commands.refresh.failure.known", day=locale.day(failure.last_known), age=age)
