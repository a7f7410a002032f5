"""The home page of a language: the newest published edition, or what to expect as long as there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chefetage.pages import edition as edition_page
from chefetage.pages.address import PAGES
from chefetage.pages.sealed import press_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from chefetage.model.edition import Edition
    from chefetage.model.page import Page
    from chefetage.model.project import Project
    from chefetage.pages.context import Context
    from chefetage.pages.press import Press


def write(live: Press) -> Iterator[Page]:
    """Yield the home page. Search leaves it out: it repeats an edition that has an address of its own."""
    edition = live.project.newest_published
    press = live if edition is None else press_for(live, edition)
    c = press.context(PAGES["home"], edition)
    if edition is None:
        yield press.page(c, "home", c.say("nav.home"), c.render("pages/no-edition.html"), searchable=False)
        return
    yield press.page(
        c,
        "home",
        edition_page.title(c, edition),
        edition_page.article(press, c, edition, notice=_late(live.project, c, edition)).html,
        description=edition_page.description(c, edition),
        source=edition,
        searchable=False,
    )


def _late(project: Project, c: Context, newest: Edition) -> str:
    """Return when the next edition comes, once its day has passed; nothing as long as it may still be on time."""
    month = newest.month + 1
    expected = (month + 1).first_day.replace(day=project.rules.calendar.due_day)
    if project.today <= expected:
        return ""
    planned = next((each.published_on for each in project.editions.values() if each.month == month), None)
    if planned is not None and planned >= project.today:
        return c.say("home.next-on", month=c.locale.month(month), day=c.locale.day(planned))
    return c.say("home.next", month=c.locale.month(month))
