"""Something that was changed for customers, with what it costs and brings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from chefetage.model.measure import Evidence, MeasureStatus
from chefetage.model.metric import Unit
from chefetage.model.money import Span
from chefetage.model.month import Month
from chefetage.pages.parts.ask import money_words
from chefetage.pages.parts.number import ChangeView, view_change
from chefetage.pages.parts.state import view_state
from chefetage.pages.press import phrase
from chefetage.stats.benefit import is_backed
from chefetage.stats.rounding import round_half_away

if TYPE_CHECKING:
    from chefetage.model.estimate import Change
    from chefetage.model.measure import Measure, Payback
    from chefetage.model.metric import Metric
    from chefetage.model.money import Money
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
    money: Money | None
    """Euros a year; `None` where there is no benefit, or none that may be told in euros."""
    benefit: Markup
    """The same as a range, or the word for why there is no amount."""
    reckoning: Markup
    """Quantity times rate; empty where that would be money on a change that is not proven."""
    evidence: str
    payback: str
    """After how many months a single cost has come back."""
    left_over: str
    """What is left a year after a cost that is due every year."""
    metrics: tuple[Moved, ...]
    """What it should move."""


def view_measure(c: Context, measure: Measure) -> MeasureView:
    """Return a measure as the page sees it."""
    moved = [(metric, c.change(metric.id)) for metric in _metrics(c, measure)]
    changes = [(metric, change) for metric, change in moved if change is not None]
    backed = is_backed(measure, changes) and not any(c.omits(each) for each in measure.metrics)
    money = measure.benefit.euros if measure.benefit and backed else None
    return MeasureView(
        measure=measure,
        state=view_state(c, "measure", measure.status),
        since=c.say(f"measure.since.{measure.status}", day=c.locale.day(measure.since)),
        cost=money_words(c, c.locale.money(measure.cost) if measure.cost else "", c.line(measure, "cost_note")),
        money=money,
        benefit=_benefit(c, measure, money),
        reckoning=_reckoning(c, measure) if money or not measure.benefit else Markup(),
        evidence=_evidence(c, measure),
        payback=_payback(c, measure.payback) if money and measure.payback else "",
        left_over=_left_over(c, measure.left_over) if money and measure.left_over else "",
        metrics=tuple(_moved(c, measure, metric, change) for metric, change in moved),
    )


def _benefit(c: Context, measure: Measure, money: Money | None) -> Markup:
    if measure.benefit is None:
        return Markup()
    return Markup.escape(c.locale.money(money) if money else c.say("measure.unproven"))


def _payback(c: Context, payback: Payback) -> str:
    """Return the range in whole months, as nobody knows it better."""
    low = float(round_half_away(payback.low, 0))
    if payback.high is None:
        return c.say("measure.months-open", low=c.locale.number(low))
    return c.say("measure.months", span=c.locale.span(Span(low=low, high=float(round_half_away(payback.high, 0)))))


def _left_over(c: Context, ends: tuple[float, float]) -> str:
    return c.locale.interval(*ends, Unit.EURO) if ends[0] != ends[1] else c.locale.value(ends[0], Unit.EURO)


def _reckoning(c: Context, measure: Measure) -> Markup:
    if measure.benefit is None:
        return c.line(measure, "benefit_note")
    reckoned = phrase(
        c,
        "measure.reckoning" if measure.benefit_note else "measure.reckoning-plain",
        quantity=c.locale.span(measure.benefit.quantity),
        what=c.line(measure, "benefit_note"),
        rate=c.locale.money(measure.benefit.rate),
    )
    if measure.benefit.margin == 1:
        return reckoned
    margin = c.locale.value(100 * measure.benefit.margin, Unit.PERCENT)
    return phrase(c, "measure.reckoning-margin", reckoning=reckoned, margin=margin)


def _evidence(c: Context, measure: Measure) -> str:
    if measure.benefit is None:
        return ""
    if measure.benefit.evidence is Evidence.CONFIRMED:
        return c.say("measure.evidence.confirmed", by=measure.benefit.confirmed_by)
    return c.say(f"measure.evidence.{measure.benefit.evidence}")


def _metrics(c: Context, measure: Measure) -> list[Metric]:
    return [c.project.metrics[name] for name in measure.metrics if name in c.project.metrics]


def _moved(c: Context, measure: Measure, metric: Metric, change: Change | None) -> Moved:
    if change is None or measure.status not in _AT_WORK:
        return Moved(metric)
    if Month.of(measure.since) > change.now[0]:
        return Moved(metric, word=c.say("measure.too-new"))
    return Moved(metric, view_change(c, metric, change) if change.is_proven else None)
