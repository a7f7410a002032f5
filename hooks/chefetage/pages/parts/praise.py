"""Thanks to a team, ready to be passed on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote as url_quote

from markupsafe import Markup

from chefetage.charts import Mark, draw_mark
from chefetage.pages.press import count

if TYPE_CHECKING:
    from chefetage.model.praise import Praise
    from chefetage.pages.context import Context


@dataclass(frozen=True, slots=True)
class PraiseView:
    """One thank-you."""

    praise: Praise
    team: Markup
    is_named: bool
    note: str
    """How many people, and that they agreed; empty for a team that is not named."""
    mailto: str
    passed_on: str
    """When an executive passed it on; empty as long as nobody has."""
    mark: Markup


def view_praise(c: Context, praise: Praise) -> PraiseView:
    """Return the thanks; a team is named, and can be written to, only if it is large enough and has agreed."""
    named = praise.people >= c.project.settings.k and praise.agreed <= c.as_of
    return PraiseView(
        praise=praise,
        team=c.line(praise, "team") if named else Markup.escape(c.locale.say("values.a-team")),
        is_named=named,
        note=c.say("praise.note", people=count(c, "people", praise.people)) if named else "",
        mailto=_mailto(c, praise) if named else "",
        passed_on=_passed_on(c, praise),
        mark=draw_mark(Mark.DONE),
    )


def _passed_on(c: Context, praise: Praise) -> str:
    if praise.said_on is None or praise.said_on > c.as_of:
        return ""
    return c.say("praise.passed-on", day=c.locale.day(praise.said_on))


def _mailto(c: Context, praise: Praise) -> str:
    if not praise.mail:
        return ""
    paragraphs = [Markup(part).striptags() for part in c.prose(praise).split("</p>")]  # noqa: S704 – tags come off
    body = "\r\n\r\n".join(part for part in paragraphs if part)
    mail, subject = url_quote(praise.mail, safe="@"), url_quote(c.say("praise.mail-subject"))
    return f"mailto:{mail}?subject={subject}&body={url_quote(body)}"
