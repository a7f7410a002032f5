"""Why customers matter, and what speaks against it: arguments and counter-arguments at equal size."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from chefetage.pages.overview import write_overview
from chefetage.pages.parts.study import StudyView, view_study

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.argument import Argument
    from chefetage.model.page import Page
    from chefetage.pages.context import Context
    from chefetage.pages.press import Press


@dataclass(frozen=True, slots=True)
class ArgumentView:
    """One argument with what it rests on."""

    argument: Argument
    studies: tuple[StudyView, ...]


def write(press: Press) -> Iterator[Page]:
    """Yield the page of arguments."""

    def views(c: Context) -> list[ArgumentView]:
        studies = press.project.studies
        return [
            ArgumentView(each, tuple(view_study(c, studies[study]) for study in each.studies if study in studies))
            for each in sorted(press.project.arguments.values(), key=lambda each: (each.order, each.id))
        ]

    yield write_overview(press, "why", "why", arguments=views, studies=len(press.project.studies))
