"""Something that was changed for customers, with what it costs and brings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from chefetage.model.measure import Evidence, MeasureStatus
from chefetage.model.month import Month
from chefetage.pages.parts.ask import money_words
from chefetage.pages.parts.number import ChangeView, view_change
from chefetage.pages.parts.state import view_state
from chefetage.pages.press import phrase

if TYPE_CHECKING:
    from chefetage.model.measure import Measure
    from chefetage.model.metric import Metric
    from chefetage.pages.context import Context
    from chefetage.pages.parts.state import StateView


_AT_WORK = frozenset({MeasureStatus.RUNNING, MeasureStatus.DONE})


@dataclass(frozen=True, slots=True)
class Moved:
    """A metric that a measure should move, and what may be said of it beside the measure."""

    metric: Metric
    change: ChangeView | None = None
    """Only where it is proven, for money never stands beside one that is not, and where the measure was there."""
    word: str = ""
    """That the measure is younger than the period compared."""


@dataclass(frozen=True, slots=True)
class MeasureView:
    """One measure."""

    measure: Measure
    state: StateView
    since: str
    cost: Markup
    benefit: Markup
    """Euros a year, as a range."""
    reckoning: Markup
    """Quantity times rate, and how far it is known."""
    evidence: str
    payback: str
    metrics: tuple[Moved, ...]
    """What it should move."""


def view_measure(c: Context, measure: Measure) -> MeasureView:
    """Return a measure as the page sees it."""
    benefit = measure.benefit
    return MeasureView(
        measure=measure,
        state=view_state(c, "measure", measure.status),
        since=c.say(f"measure.since.{measure.status}", day=c.locale.day(measure.since)),
        cost=money_words(c, c.locale.money(measure.cost) if measure.cost else "", c.line(measure, "cost_note")),
        benefit=Markup.escape(c.locale.money(benefit.euros)) if benefit else Markup(),
        reckoning=_reckoning(c, measure),
        evidence=_evidence(c, measure),
        payback=c.say("measure.months", span=c.locale.span(measure.payback_months)) if measure.payback_months else "",
        metrics=tuple(_moved(c, measure, metric) for metric in measure.metrics if metric in c.project.metrics),
    )


def _reckoning(c: Context, measure: Measure) -> Markup:
    if measure.benefit is None:
        return c.line(measure, "benefit_note")
    return phrase(
        c,
        "measure.reckoning" if measure.benefit_note else "measure.reckoning-plain",
        quantity=c.locale.span(measure.benefit.quantity),
        what=c.line(measure, "benefit_note"),
        rate=c.locale.money(measure.benefit.rate),
    )


def _evidence(c: Context, measure: Measure) -> str:
    if measure.benefit is None:
        return ""
    if measure.benefit.evidence is Evidence.CONFIRMED:
        return c.say("measure.evidence.confirmed", by=measure.benefit.confirmed_by)
    return c.say(f"measure.evidence.{measure.benefit.evidence}")


def _moved(c: Context, measure: Measure, metric_id: str) -> Moved:
    metric, change = c.project.metrics[metric_id], c.change(metric_id)
    if change is None or measure.status not in _AT_WORK:
        return Moved(metric)
    if Month.of(measure.since) > change.now[0]:
        return Moved(metric, word=c.say("measure.too-new"))
    return Moved(metric, view_change(c, metric, change) if change.is_proven else None)
