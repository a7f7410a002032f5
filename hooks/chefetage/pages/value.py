"""Cost and benefit: what measures cost and bring, apart by how far the benefit is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from chefetage.charts import Mark, MoneyBar, draw_money, legend
from chefetage.model.measure import Evidence, MeasureStatus
from chefetage.model.money import Money
from chefetage.pages.overview import write_overview
from chefetage.pages.parts.measure import MeasureView, view_measure
from chefetage.pages.point import has_point

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.page import Page
    from chefetage.pages.context import Context
    from chefetage.pages.press import Press

_MARKS = {
    Evidence.CONFIRMED: Mark.CONFIRMED, Evidence.MEASURED: Mark.MEASURED, Evidence.PLANNED: Mark.MODELLED,
}  # fmt: skip
_ORDER = (Evidence.CONFIRMED, Evidence.MEASURED, Evidence.PLANNED)


@dataclass(frozen=True, slots=True)
class Ledger:
    """The measures whose benefit is known equally far."""

    evidence: Evidence
    measures: tuple[MeasureView, ...]
    benefit: str
    """The sum of what may be told in euros, if that is more than one amount.

    Never across ledgers, for what is planned is no money yet; and not of costs: some are due every year.
    """


def write(press: Press) -> Iterator[Page]:
    """Yield the page of costs and benefits."""
    yield write_overview(
        press,
        "value",
        "value",
        ledgers=lambda c: _ledgers(press, c),
        chart=lambda c: _chart(press, c),
        has_point=has_point(press.project),
        without=lambda c: [view for view in _views(press, c) if view.measure.benefit is None],
    )


def _views(press: Press, c: Context) -> list[MeasureView]:
    """Return the measures that go on; a stopped one brings nothing, its lesson stands with what has changed."""
    return [
        view_measure(c, measure)
        for measure in press.project.measures.values()
        if measure.status is not MeasureStatus.STOPPED
    ]


def _ledgers(press: Press, c: Context) -> list[Ledger]:
    views = _views(press, c)
    found = []
    for evidence in _ORDER:
        alike = [view for view in views if view.measure.benefit and view.measure.benefit.evidence is evidence]
        if alike:
            amounts = [view.money for view in alike if view.money]
            found.append(Ledger(evidence, tuple(alike), _sum(c, amounts) if len(amounts) > 1 else ""))
    return found


def _sum(c: Context, amounts: list[Money]) -> str:
    return c.locale.money(Money(low=sum(each.low for each in amounts), high=sum(each.high for each in amounts)))


def _chart(press: Press, c: Context) -> Markup:
    bars = [
        MoneyBar(
            label=c.plain(view.measure, "what"),
            note=view.evidence,
            money=view.money,
            evidence=evidence,
        )
        for evidence in _ORDER
        for view in _views(press, c)
        if view.money and view.measure.benefit and view.measure.benefit.evidence is evidence
    ]
    if not bars:
        return Markup()
    marks = [
        (mark, c.say(f"value.mark.{evidence}"))
        for evidence, mark in _MARKS.items()
        if any(bar.evidence is evidence for bar in bars)
    ]
    marks.append((Mark.INTERVAL, c.say("value.mark.range")))
    return draw_money(bars, c.locale) + legend(marks, c.say("value.legend"))
