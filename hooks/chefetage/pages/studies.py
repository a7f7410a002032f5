"""All studies, the strongest first: what they found, their limits, and who paid."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from chefetage.charts import Mark, legend
from chefetage.model.study import Grade, Stance
from chefetage.pages.overview import write_overview
from chefetage.pages.parts.study import StudyView, view_study

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from chefetage.model.page import Page
    from chefetage.pages.context import Context
    from chefetage.pages.press import Press


def write(press: Press) -> Iterator[Page]:
    """Yield the page of studies."""
    yield write_overview(
        press,
        "studies",
        "why",
        grades=lambda c: _grades(press, c),
        stances=lambda c: _stances(press, c),
        legend=lambda c: _legend(press, c),
        total=len(press.project.studies),
    )


def _grades(press: Press, c: Context) -> list[tuple[Grade, list[StudyView]]]:
    """Return the studies by grade, those of a grade with the newest first."""
    newest = sorted(press.project.studies.values(), key=lambda study: (-study.year, study.id))
    found = [(grade, [view_study(c, study) for study in newest if study.grade is grade]) for grade in Grade]
    return [(grade, studies) for grade, studies in found if studies]


def _stances(press: Press, c: Context) -> list[tuple[Stance, str]]:
    """Return how many studies support, contradict or do neither."""
    found = Counter(study.stance for study in press.project.studies.values())
    return [(stance, c.locale.number(found[stance])) for stance in Stance]


def _legend(press: Press, c: Context) -> Markup:
    words = [
        (Mark(stance.value), c.say("studies.legend", stance=c.say(f"study.stance.{stance}"), n=number))
        for stance, number in _stances(press, c)
    ]
    return legend(words, c.say("studies.legend-label"))
