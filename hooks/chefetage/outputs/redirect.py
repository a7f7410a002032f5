"""Small pages without a theme that lead from a former address to the present one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from chefetage.locales import speak
from chefetage.model.page import relative

if TYPE_CHECKING:
    from chefetage.model.base import Language

_PAGE = Markup(
    '<!doctype html>\n<html lang="{language}">\n<meta charset="utf-8">\n<meta name="robots" content="noindex">\n'
    '<meta name="viewport" content="width=device-width">\n<meta http-equiv="refresh" content="0; url={link}">\n'
    '<title>{title}</title>\n<p>{text}: <a href="{link}">{link}</a></p>\n</html>\n'
)


def redirect_page(address: str, target: str, language: Language) -> str:
    """Return the HTML of a redirect; both addresses are from the site's root, the link is relative."""
    locale = speak(language)
    return str(
        _PAGE.format(
            language=language, link=relative(target, address), title=locale.say("findings.redirect.title"),
            text=locale.say("findings.redirect.text"),
        )
    )  # fmt: skip
