"""What one point of the recommendation score is worth: the retention model with all it supposes, and naive claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from chefetage.model.counts import ShareCounts
from chefetage.model.metric import MetricKind, Unit
from chefetage.pages.overview import write_overview
from chefetage.pages.press import phrase
from chefetage.stats.retention import Move, RetentionModel, claimed_worth, range_of_a_point, worth_of_a_point
from chefetage.stats.rounding import decimals_for, decimals_of
from chefetage.stats.share import estimate_share

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.locales import Locale
    from chefetage.model.page import Page
    from chefetage.model.project import Project
    from chefetage.model.retention import Linked, Retention
    from chefetage.pages.context import Context
    from chefetage.pages.press import Press
    from chefetage.stats.euros import Euros

NAME = "point"
SHARES = (0.0, 0.25, 0.5, 0.75, 1.0)
"""The parts of the difference in churn that the experience may cause, κ, each a row of the table."""
ASSUMED = ("own", "year", "revenue", "nothing-else", "no-discount", "margin", "stable", "all", "cost")
CLAIMED = {"growth": 0.147, "percent": 1.0}
"""Rules of thumb and what they claim, in per cent of revenue a point."""
GROUPS = ("promoters", "passives", "detractors")
ERRORS = ("companies", "backwards", "superiority", "noise", "extremes", "profit", "selection", "intentions")


@dataclass(frozen=True, slots=True)
class Cell:
    """The worth of one point, for one way to gain it and one part caused."""

    value: str
    interval: str
    """Empty where there is nothing to be uncertain of."""


@dataclass(frozen=True, slots=True)
class Slide:
    """The worth at κ = 1 in whole euros, from which the slider reckons every other."""

    move: str
    low: int
    value: int
    high: int


@dataclass(frozen=True, slots=True)
class Group:
    """One group of customers and how many of them left."""

    name: str
    linked: str
    churn: str
    interval: str


@dataclass(frozen=True, slots=True)
class PointView:
    """All numbers of the page."""

    summary: Markup
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]
    """What is caused, in per cent, and the worth for each way to gain a point."""
    slides: tuple[Slide, ...]
    groups: tuple[Group, ...]
    facts: tuple[tuple[str, Markup], ...]
    claims: tuple[tuple[str, str], ...]
    """A rule of thumb, and the euros it would claim here."""
    euro: str
    """How an amount is written, for the slider: `{n} €`."""
    percent: str


def has_point(project: Project) -> bool:
    """Whether the site has the page: the numbers for it, or words."""
    return project.retention is not None or NAME in project.standing


def write(press: Press) -> Iterator[Page]:
    """Yield the page, where the site has one."""
    if has_point(press.project):
        yield write_overview(
            press, NAME, "value", view=_view, moves=tuple(Move), assumed=ASSUMED, errors=ERRORS,
        )  # fmt: skip


def _view(c: Context) -> PointView | None:
    found = c.project.retention
    if found is None:
        return None
    promoters, passives, detractors = (ShareCounts(each.lost, each.linked) for each in _parts(found))
    model = RetentionModel(found.customers, found.revenue, promoters, passives, detractors, found.margin)
    low, high = range_of_a_point(model, SHARES)
    return PointView(
        summary=phrase(c, "point.summary", low=amount(c.locale, low), high=amount(c.locale, high)),
        rows=tuple((c.locale.value(100 * share, Unit.PERCENT), _cells(c, model, share)) for share in SHARES),
        slides=tuple(_slide(move, worth_of_a_point(model, move)) for move in Move),
        groups=tuple(_group(c, name, lost) for name, lost in zip(GROUPS, _parts(found), strict=True)),
        facts=_facts(c, found),
        claims=tuple(
            (c.say(f"point.claim.{name}"), amount(c.locale, claimed_worth(model, percent)))
            for name, percent in CLAIMED.items()
        ),
        euro=_pattern(c, Unit.EURO),
        percent=_pattern(c, Unit.PERCENT),
    )


def _parts(found: Retention) -> tuple[Linked, Linked, Linked]:
    return found.promoters, found.passives, found.detractors


def _cells(c: Context, model: RetentionModel, share: float) -> tuple[Cell, ...]:
    worths = [worth_of_a_point(model, move, share) for move in Move]
    return tuple(Cell(amount(c.locale, worth.value), _interval(c.locale, worth) if share else "") for worth in worths)


def _pattern(c: Context, unit: Unit) -> str:
    return c.locale.value(0, unit).replace("0", "{n}")


def amount(locale: Locale, euros: float) -> str:
    """Return euros with two digits that say something: `19.000 €`."""
    return locale.value(euros, Unit.EURO, decimals_for(Unit.EURO, 0, euros))


def _interval(locale: Locale, worth: Euros) -> str:
    widest = max(abs(worth.low), abs(worth.high))
    return locale.interval(worth.low, worth.high, Unit.EURO, decimals_for(Unit.EURO, 0, widest))


def _slide(move: Move, worth: Euros) -> Slide:
    return Slide(move, round(worth.low), round(worth.value), round(worth.high))


def _group(c: Context, name: str, lost: Linked) -> Group:
    churn = estimate_share(ShareCounts(lost.lost, lost.linked))
    decimals = max(decimals_of(churn, Unit.PERCENT), 1)
    return Group(
        name=c.say(f"point.group.{name}"),
        linked=c.locale.number(lost.linked),
        churn=c.locale.value(churn.value, Unit.PERCENT, decimals),
        interval=c.locale.interval(churn.low, churn.high, Unit.PERCENT, decimals),
    )


def _facts(c: Context, found: Retention) -> tuple[tuple[str, Markup], ...]:
    score = next((m for m in c.project.metrics.values() if m.kind is MetricKind.NPS), None)
    rows = [
        ("customers", c.locale.number(found.customers)),
        ("revenue", c.locale.value(found.revenue, Unit.EURO)),
        ("margin", c.locale.value(100 * found.margin, Unit.PERCENT)),
        ("score", c.line(score, "name") if score else ""),
        ("as-of", c.locale.day(found.as_of)),
        ("source", c.line(found, "source")),
    ]
    return tuple((c.say(f"point.fact.{name}"), Markup.escape(words)) for name, words in rows if words)
