"""Findings as pages, for those who write with the site open beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from chefetage.locales import speak
from chefetage.model.page import Page, Site

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from chefetage.model.base import Language
    from chefetage.model.problem import Problem

_ARTICLE = Markup(
    '<article class="ce ce-findings"><header><h1 class="ce-key ce-key--small">{title}</h1>'
    '<p class="ce-standfirst">{lead}</p></header><ul class="ce-problems">{items}</ul></article>'
)
_ITEM = Markup(
    '<li data-severity="{severity}"><span class="ce-severity">{word}</span><p>{message}</p>'
    '<p class="ce-note"><code>{place}</code> [{id}]</p></li>'
)


def findings_site(problems: Sequence[Problem], languages: Sequence[Language], addresses: Iterable[str]) -> Site:
    """Return a site that shows the findings on every language's home, and at all the given addresses.

    Whatever page the browser shows, the next reload brings the findings, and the next good save the page itself.
    """
    homes = {f"{language}/index.html" for language in languages}
    pages = [_page(address, problems, languages) for address in sorted(homes | set(addresses))]
    return Site(tuple(pages), dict.fromkeys(languages, ()), {})


def _page(address: str, problems: Sequence[Problem], languages: Sequence[Language]) -> Page:
    language = address.partition("/")[0]
    locale = speak(language if language in languages else languages[0])
    items = Markup().join(
        _ITEM.format(
            severity=problem.severity, word=locale.say(f"findings.{problem.severity}"), message=locale.problem(problem),
            place=problem.location, id=problem.id,
        )
        for problem in problems
    )  # fmt: skip
    title = locale.say("findings.page.title")
    html = _ARTICLE.format(title=title, lead=locale.say("findings.page.lead"), items=items)
    return Page(address, locale.language, title, html, searchable=False)
