"""The state of an ask or a measure: a mark and a word, never a colour alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from chefetage.charts import Mark, draw_mark

if TYPE_CHECKING:
    from markupsafe import Markup

    from chefetage.model.ask import AskStatus
    from chefetage.model.measure import MeasureStatus
    from chefetage.pages.context import Context


@dataclass(frozen=True, slots=True)
class StateView:
    """A state as a reader sees it."""

    id: str
    mark: Markup
    word: str


def view_state(c: Context, kind: str, status: AskStatus | MeasureStatus) -> StateView:
    """Return the state of an item of the kind `ask` or `measure`."""
    mark = draw_mark(Mark(status.value))
    return StateView(status.value, mark, c.say(f"{kind}.state.{status}"))
