"""What the theme's templates need to know about the site, the same for every engine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import escape

from chefetage.locales import speak
from chefetage.model.base import pick
from chefetage.model.page import relative
from chefetage.outputs import policy

if TYPE_CHECKING:
    from collections.abc import Mapping

    from chefetage.model.page import Page, Site
    from chefetage.model.project import Project

EXTRA = "chefetage_site"
"""The key below `extra` in an engine's configuration."""


def site_setup(project: Project, site: Site, *, is_served: bool = False) -> dict[str, Any]:
    """Return `extra.chefetage_site`: colours, and per language the company, the nine entries and the theme's words.

    Args:
        project: the content.
        site: its pages.
        is_served: while writing, pages carry the engine's own script for reloading, which no policy may forbid.
    """
    brand = project.brand
    script = policy.lost_script(project.settings.languages)
    setup: dict[str, Any] = {
        "colours": {"light": brand.colour, "dark": brand.colour_dark},
        "policy": "" if is_served else policy.PAGE,
        "lost": {"script": script, "policy": policy.lost_policy(script)},
    }
    for language in project.settings.languages:
        notice, contact = pick(brand.notice, language), pick(brand.contact, language)
        setup[language] = {
            "company": brand.company,
            "product": "Chefetage",
            "logo": brand.logo or "",
            "words": speak(language).texts("theme"),
            "nav": [
                {"title": entry.title, "section": entry.section, "href": entry.address}
                for entry in site.navigation[language]
            ],
            "pages": _pages(project, site, language),
            "notice": notice.value if notice else "",
            "contact": contact.value if contact else "",
            "contact_mail": brand.contact_mail or "",
        }
    return setup


def _pages(project: Project, site: Site, language: str) -> list[dict[str, str]]:
    """Return the standing pages that neither an entry nor another of them leads to, such as the one on privacy."""
    own = {f"{language}/{each.id}.html" for each in project.standing.values() if each.under is None}
    return [
        {"title": page.title, "href": page.address.removeprefix(f"{language}/")}
        for page in site.pages
        if page.address in own and not page.section
    ]


def page_meta(page: Page, edit_base: str) -> dict[str, Any]:
    """Return what a page tells the theme, as front matter does."""
    alternates: Mapping[str, str] = page.alternates
    return {
        # Escaped already: search writes the title of a page into a list of results as it is.
        "title": str(escape(page.title)),
        "description": page.description,
        "lang": page.language,
        "section": page.section,
        "edit": edit_base + page.source if edit_base and page.source else "",
        "alternates": [
            {"lang": language, "name": speak(language).say("values.language"), "href": relative(address, page.address)}
            for language, address in alternates.items()
        ],
        "home": relative(f"{page.language}/index.html", page.address),
        "draft": page.draft,
        **({} if page.searchable else {"search": {"exclude": True}}),
    }
