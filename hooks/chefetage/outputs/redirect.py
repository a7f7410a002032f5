"""Small pages without a theme: from a former address to the present one, and from the root into a language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from chefetage.locales import speak
from chefetage.model.page import relative
from chefetage.outputs.policy import META, STILL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chefetage.model.base import Language

_PAGE = Markup(
    '<!doctype html>\n<html lang="{language}">\n<meta charset="utf-8">\n<meta name="robots" content="noindex">\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n{policy}\n'
    '<meta http-equiv="refresh" content="0; url={target}">\n<title>{title}</title>\n<h1>{title}</h1>\n'
    "{links}\n</html>\n"
)
_LINK = Markup('<p><a href="{href}" lang="{language}">{text}</a></p>')


def redirect_page(address: str, target: str, language: Language) -> str:
    """Return the HTML of a redirect; both addresses are from the site's root, the link is relative."""
    locale = speak(language)
    href = relative(target, address)
    link = _LINK.format(href=href, language=language, text=locale.say("theme.redirect.link"))
    title = locale.say("theme.redirect.title")
    return str(_PAGE.format(policy=META.format(policy=STILL), language=language, target=href, title=title, links=link))


def entry_page(languages: Sequence[Language]) -> str:
    """Return the HTML of the site's root: it leads to the first language, and shows a link to each."""
    links = Markup("\n").join(
        _LINK.format(href=f"{language}/index.html", language=language, text=speak(language).say("values.language"))
        for language in languages
    )
    target = f"{languages[0]}/index.html"
    return str(
        _PAGE.format(
            policy=META.format(policy=STILL), language=languages[0], target=target, title="Chefetage", links=links
        )
    )
