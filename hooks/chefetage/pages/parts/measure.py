"""Something that was changed for customers, with what it costs and brings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from chefetage.model.measure import Evidence
from chefetage.pages.parts.ask import money_words
from chefetage.pages.parts.number import ChangeView, view_change
from chefetage.pages.parts.state import view_state
from chefetage.pages.press import phrase

if TYPE_CHECKING:
    from chefetage.model.measure import Measure
    from chefetage.model.metric import Metric
    from chefetage.pages.context import Context
    from chefetage.pages.parts.state import StateView


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
    metrics: tuple[tuple[Metric, ChangeView | None], ...]
    """What it should move; a change only where it is proven, for money never stands beside one that is not."""


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
        metrics=tuple(_moved(c, metric) for metric in measure.metrics if metric in c.project.metrics),
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


def _moved(c: Context, metric_id: str) -> tuple[Metric, ChangeView | None]:
    metric, change = c.project.metrics[metric_id], c.change(metric_id)
    return metric, view_change(c, metric, change) if change and change.is_proven else None
