"""The customer's journey: its steps, who answers for each, what is measured there, and where nobody looks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from chefetage.model.quote import Mood
from chefetage.model.snapshot import ALL
from chefetage.pages.overview import write_overview
from chefetage.pages.press import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from chefetage.model.metric import Metric
    from chefetage.model.page import Page
    from chefetage.model.step import Step
    from chefetage.pages.context import Context
    from chefetage.pages.press import Press


@dataclass(frozen=True, slots=True)
class StepView:
    """One step."""

    step: Step
    number: int
    departments: tuple[Markup, ...]
    figures: tuple[tuple[Metric, str, str], ...]
    """What is measured: the metric, its value, and its interval."""
    voices: str
    """How many customers speak of it, and how they feel; empty if none does."""

    @property
    def is_blind(self) -> bool:
        """Whether nothing is measured here."""
        return not self.figures


def write(press: Press) -> Iterator[Page]:
    """Yield the page of the journey."""
    yield write_overview(
        press,
        "journey",
        "quotes",
        steps=lambda c: [_view(c, number, step) for number, step in enumerate(press.project.steps.values(), 1)],
    )


def step_names(c: Context) -> list[str]:
    """Return the steps' names in the order of the journey."""
    return [c.plain(step, "name") for step in c.project.steps.values()]


def _view(c: Context, number: int, step: Step) -> StepView:
    return StepView(
        step=step,
        number=number,
        departments=tuple(c.lines(step, "departments")),
        figures=tuple(_figures(c, step)),
        voices=_voices(c, step),
    )


def _figures(c: Context, step: Step) -> Iterator[tuple[Metric, str, str]]:
    for metric_id in step.metrics:
        metric = c.project.metrics.get(metric_id)
        figure = c.figure(metric_id, step.group or ALL) if metric else None
        if metric and figure:
            yield metric, c.locale.figure(figure), c.locale.figure_interval(figure) if figure.estimate else ""
        elif metric:
            yield metric, c.locale.say("values.shown.no-data", n=0), ""


def _voices(c: Context, step: Step) -> str:
    name = c.plain(step, "name").casefold()
    said = [
        quote for quote in c.project.quotes.values()
        if c.may_show(quote) and c.plain(quote, "step").casefold() == name
    ]  # fmt: skip
    moods = [
        c.say(f"journey.mood.{mood}", n=c.locale.number(number))
        for mood in Mood
        if (number := sum(quote.mood is mood for quote in said))
    ]
    return c.say("journey.voices", voices=count(c, "journey.count", len(said)), moods=", ".join(moods)) if said else ""
