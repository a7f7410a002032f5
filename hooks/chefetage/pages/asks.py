"""Decisions and promises: every ask with what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.ask import AskStatus
from chefetage.pages.overview import write_overview
from chefetage.pages.parts.ask import AskView, view_ask

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from chefetage.model.ask import Ask
    from chefetage.model.page import Page
    from chefetage.pages.context import Context
    from chefetage.pages.press import Press

_SECTIONS = {
    "pressing": (AskStatus.OVERDUE, AskStatus.OPEN),
    "agreed": (AskStatus.AGREED,),
    "done": (AskStatus.DONE,),
    "declined": (AskStatus.DECLINED,),
}


def write(press: Press) -> Iterator[Page]:
    """Yield the page of all asks, as they stand today."""

    def sections(c: Context) -> list[tuple[str, list[AskView]]]:
        views = [
            view_ask(c, ask, press.index.editions_of.get(("ask", ask.id), ())) for ask in press.project.asks.values()
        ]
        found = [(name, _of(views, states)) for name, states in _SECTIONS.items()]
        return [(name, asks) for name, asks in found if asks]

    yield write_overview(press, "asks", "asks", sections=sections)


def _of(views: list[AskView], states: tuple[AskStatus, ...]) -> list[AskView]:
    """Return the asks in these states: the most pressing or the newest first."""
    found = [view for view in views if view.promise.state.id in states]
    if AskStatus.OPEN in states:
        urgency = {state.value: place for place, state in enumerate(states)}
        return sorted(found, key=lambda view: (urgency[view.promise.state.id], view.ask.due, view.ask.id))
    return sorted(found, key=lambda view: (_settled_on(view.ask), view.ask.id), reverse=True)


def _settled_on(ask: Ask) -> date:
    return ask.done_on or ask.answered_on or ask.due
