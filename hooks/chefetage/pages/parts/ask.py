"""A decision asked of an executive: its state on the page's day, and today's where it is another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote as url_quote

from markupsafe import Markup

from chefetage.model.ask import AskStatus
from chefetage.pages.parts.state import view_state
from chefetage.pages.press import phrase

if TYPE_CHECKING:
    from datetime import date

    from chefetage.model.ask import Ask
    from chefetage.model.edition import Edition
    from chefetage.pages.context import Context
    from chefetage.pages.parts.state import StateView

_WAITING = frozenset({AskStatus.OPEN, AskStatus.OVERDUE})


@dataclass(frozen=True, slots=True)
class PromiseView:
    """What became of an ask."""

    ask: Ask
    state: StateView
    """On the page's day."""
    since: str
    """What the state rests on, such as `fällig am 14. Oktober 2026`."""
    today: StateView | None
    """Today's state, if it is another."""
    today_since: str
    outcome: Markup
    """What came of it; empty as long as it waits for an answer."""


@dataclass(frozen=True, slots=True)
class AskView:
    """One ask with everything that is needed to decide."""

    ask: Ask
    promise: PromiseView
    facts: tuple[tuple[str, Markup], ...]
    """Label and words: cost, benefit, why now, what otherwise, what speaks against it."""
    mailto: str
    """A link that opens a reply, as long as there is somebody to write to and something to decide."""
    asked_in: tuple[Edition, ...] = ()


def view_promise(c: Context, ask: Ask) -> PromiseView:
    """Return what became of an ask, as the page sees it."""
    current = c.today_of(ask)
    then, now = ask.status_on(c.day), current.status_on(c.project.today)
    has_moved = then is not now
    return PromiseView(
        ask=ask,
        state=view_state(c, "ask", then),
        since=_since(c, ask, then),
        today=view_state(c, "ask", now) if has_moved else None,
        today_since=_since(c, current, now) if has_moved else "",
        outcome=Markup() if now in _WAITING else c.line(current, "outcome"),
    )


def view_ask(c: Context, ask: Ask, asked_in: tuple[Edition, ...] = ()) -> AskView:
    """Return an ask as the page sees it; `asked_in` are the editions that named it."""
    return AskView(ask, view_promise(c, ask), tuple(_facts(c, ask)), _mailto(c, ask), asked_in)


def money_words(c: Context, amount: str, note: Markup) -> Markup:
    """Return an amount with what the team says to it; either may be missing."""
    if amount and note:
        return phrase(c, "money.noted", amount=amount, note=note)
    return note or Markup.escape(amount)


def _since(c: Context, ask: Ask, status: AskStatus) -> str:
    day: date | None
    match status:
        case AskStatus.OPEN | AskStatus.OVERDUE:
            day = ask.due
        case AskStatus.DONE:
            day = ask.done_on or ask.answered_on
        case AskStatus.AGREED | AskStatus.DECLINED:
            day = ask.answered_on
    return c.say(f"ask.since.{status}", day=c.locale.day(day)) if day else ""


def _facts(c: Context, ask: Ask) -> list[tuple[str, Markup]]:
    cost = money_words(c, c.locale.money(ask.cost) if ask.cost else "", c.line(ask, "cost_note"))
    a_year = c.say("money.a-year", amount=c.locale.money(ask.benefit)) if ask.benefit else ""
    benefit = money_words(c, a_year, c.line(ask, "benefit_note"))
    facts = [("cost", cost), ("benefit", benefit), ("why-now", c.line(ask, "why_now")),
             ("otherwise", c.line(ask, "otherwise")), ("against", c.line(ask, "against"))]  # fmt: skip
    return [(c.say(f"ask.fact.{name}"), words) for name, words in facts if words]


def _mailto(c: Context, ask: Ask) -> str:
    mail = c.project.brand.contact_mail
    if not mail or c.today_of(ask).status_on(c.project.today) not in _WAITING:
        return ""
    return mail_link(mail, c.say("ask.mail-subject", what=c.plain(ask, "what")), c.say("ask.mail-body"))


def mail_link(to: str, subject: str, body: str = "") -> str:
    """Return a link that opens a message; line ends of the text are kept."""
    filled = f"&body={url_quote(body.replace(chr(10), chr(13) + chr(10)))}" if body else ""
    return f"mailto:{url_quote(to, safe='@')}?subject={url_quote(subject)}{filled}"
