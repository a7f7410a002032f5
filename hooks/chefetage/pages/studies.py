"""All studies, the strongest first: what they found, their limits, and who paid."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from chefetage.charts import Mark, legend
from chefetage.model.study import Grade, Stance
from chefetage.pages.overview import write_overview
from chefetage.pages.parts.filter import Facet, FiltersView, view_filters
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
        parts=lambda c: _parts(press, c),
        filters=lambda c: _filters(press, c),
        legend=lambda c: _legend(press, c),
        total=len(press.project.studies),
    )


def _grades(press: Press, c: Context) -> list[tuple[Grade, list[StudyView]]]:
    """Return the studies by grade, those of a grade with the newest first."""
    newest = sorted(press.project.studies.values(), key=lambda study: (-study.year, study.id))
    found = [(grade, [view_study(c, study) for study in newest if study.grade is grade]) for grade in Grade]
    return [(grade, studies) for grade, studies in found if studies]


def _parts(press: Press, c: Context) -> list[tuple[str, str, list[StudyView]]]:
    """Return id, title and studies of each section: first the few that carry most, then the others by grade."""
    found = _grades(press, c)
    first = [view for _, views in found for view in views if view.study.featured]
    rest = [(grade, [view for view in views if not view.study.featured]) for grade, views in found]
    parts = [("featured", c.say("studies.featured"), first)]
    parts += [
        (grade.value, c.say("studies.further" if first else "studies.grade", grade=grade), each) for grade, each in rest
    ]
    return [part for part in parts if part[2]]


def _filters(press: Press, c: Context) -> FiltersView:
    views = [view_study(c, study) for study in press.project.studies.values()]
    return view_filters(
        c,
        (
            Facet(
                c.say("studies.filter-stance"),
                {view.study.id: view.stance for view in views},
                [c.say(f"study.stance.{stance}") for stance in Stance],
            ),
            Facet(
                c.say("studies.filter-grade"), {view.study.id: view.study.grade.value for view in views}, list(Grade)
            ),
            Facet(c.say("studies.filter-topic"), {view.study.id: view.topic for view in views}),
        ),
    )


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
