"""What pages that stand for a whole kind share: their title, and the words somebody may have written for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from chefetage.pages.address import PAGES
from chefetage.pages.reading import open_text

if TYPE_CHECKING:
    from chefetage.model.page import Page
    from chefetage.model.standing import Standing
    from chefetage.pages.context import Context
    from chefetage.pages.press import Press


@dataclass(frozen=True, slots=True)
class Intro:
    """The head of a page; a standing page of the same name takes precedence over our words."""

    title: Markup
    lead: Markup
    """What stands before the first heading, or our own words."""
    text: Markup
    """The rest of what somebody wrote."""
    language: str
    """Of both; empty if it is the page's."""
    standing: Standing | None


def intro_of(c: Context, name: str) -> Intro:
    """Return the head of one of the pages in `address.PAGES`."""
    standing = c.project.standing.get(name)
    if standing is None:
        title, lead = c.say(f"{name}.title"), c.say(f"{name}.lead", k=c.project.settings.k)
        return Intro(Markup.escape(title), Markup("<p>{}</p>").format(lead), Markup(), "", None)
    opening = open_text(c, standing)
    return Intro(
        c.line(standing, "title"), opening.standfirst + opening.proof, opening.rest, opening.language, standing
    )


def write_overview(press: Press, name: str, section: str, **values: object) -> Page:
    """Return the page of a whole kind, from the template of its name.

    Args:
        press: writes the pages of one language.
        name: one of `address.PAGES`, and of the texts below `site.yml`.
        section: the entry of the navigation it belongs to.
        values: what the template shows; each may be a function of the page's view.
    """
    c = press.context(PAGES[name])
    intro = intro_of(c, name)
    shown = {key: value(c) if callable(value) else value for key, value in values.items()}
    html = c.render(f"pages/{name}.html", intro=intro, **shown)
    description = c.plain(intro.standing, "description") if intro.standing else c.say(f"{name}.description")
    return press.page(c, section, intro.title.striptags(), html, description=description, source=intro.standing)
