"""What has changed: stories of single customers, measures, and what was tried and did not work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.model.measure import MeasureStatus
from chefetage.pages.overview import write_overview
from chefetage.pages.parts.measure import MeasureView, view_measure
from chefetage.pages.parts.story import StoryView, view_story

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.edition import Edition
    from chefetage.model.page import Page
    from chefetage.pages.context import Context
    from chefetage.pages.press import Press

_ORDER = (MeasureStatus.RUNNING, MeasureStatus.DONE, MeasureStatus.PLANNED)


def write(press: Press) -> Iterator[Page]:
    """Yield the page of stories and measures."""
    yield write_overview(
        press,
        "stories",
        "stories",
        stories=lambda c: _stories(press, c),
        measures=lambda c: _measures(press, c, _ORDER),
        stopped=lambda c: _measures(press, c, (MeasureStatus.STOPPED,)),
    )


def _stories(press: Press, c: Context) -> list[tuple[StoryView, tuple[Edition, ...]]]:
    """Return the stories with their editions: those of the newest editions first, those not told yet at the end."""
    index = press.index
    told = [(story, index.editions_of.get(("story", story.id), ())) for story in press.project.stories.values()]
    in_order = sorted(told, key=lambda each: str(each[1][-1].month) if each[1] else "", reverse=True)
    return [(view_story(c, story), editions) for story, editions in in_order]


def _measures(
    press: Press, c: Context, states: tuple[MeasureStatus, ...]
) -> list[tuple[MeasureView, tuple[Edition, ...]]]:
    index = press.index
    found = [
        measure
        for measure in sorted(press.project.measures.values(), key=lambda each: (each.since, each.id), reverse=True)
        if measure.status in states
    ]
    found.sort(key=lambda measure: states.index(measure.status))
    return [(view_measure(c, measure), index.editions_of.get(("measure", measure.id), ())) for measure in found]
