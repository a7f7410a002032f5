"""What changed for one customer, and what that proves."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from chefetage.pages.parts.number import ChangeView, view_change
from chefetage.pages.parts.voice import VoiceView, view_voice

if TYPE_CHECKING:
    from chefetage.model.measure import Measure
    from chefetage.model.story import Story
    from chefetage.pages.context import Context


_NUMBER = re.compile(r"([€£$]?\d[\d.,–]*(?:[\s\u00a0]?[€%])?)[ \u00a0]([^<>]+)$")
"""An amount and what it counts, such as `590 € vorab` or `8 Stunden`."""


@dataclass(frozen=True, slots=True)
class SideView:
    """Before or after."""

    label: str
    when: Markup
    figure: Markup
    """A number in large type, and what it counts, small."""
    text: Markup


@dataclass(frozen=True, slots=True)
class StoryView:
    """One story."""

    story: Story
    sides: tuple[SideView, SideView]
    changes: tuple[ChangeView, ...]
    """What the numbers say of it, proven or not."""
    measures: tuple[Measure, ...]
    voices: tuple[VoiceView, ...]


def view_story(c: Context, story: Story) -> StoryView:
    """Return a story with its numbers as of the page's month."""
    project = c.project
    changes = [(project.metrics[metric], c.change(metric)) for metric in story.metrics if metric in project.metrics]
    return StoryView(
        story=story,
        sides=(_side(c, story, "before"), _side(c, story, "after")),
        changes=tuple(view_change(c, metric, change) for metric, change in changes if change),
        measures=tuple(project.measures[measure] for measure in story.measures if measure in project.measures),
        voices=tuple(view_voice(c, project.quotes[quote]) for quote in story.quotes if quote in project.quotes),
    )


def _side(c: Context, story: Story, side: str) -> SideView:
    return SideView(
        label=c.say(f"story.{side}"),
        when=c.entry(story, side, part="when"),
        figure=_large(c.entry(story, side, part="figure")),
        text=c.entry(story, side, part="text"),
    )


def _large(figure: Markup) -> Markup:
    found = _NUMBER.match(figure)
    if found is None:
        return figure
    return Markup("{}<small> {}</small>").format(*(Markup(part) for part in found.groups()))  # noqa: S704 – it was
