"""Says so where words are shown in another language than the page's, or where a translation is late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from chefetage.pages.press import language_name

if TYPE_CHECKING:
    from chefetage.model.base import Item
    from chefetage.pages.context import Context

_MARK = Markup('<{tag} class="ce-lang{modifier}">{words}</{tag}>')


def origin(c: Context, item: Item, name: str = "body", tag: str = "p") -> Markup:
    """Return the mark for an item whose words are not in the page's language, or are late; empty if all is well.

    Args:
        c: the page's point of view.
        item: whose words were shown.
        name: the field that was shown.
        tag: the element around the mark, `p` or `span`.
    """
    if not getattr(item, name):
        return Markup()
    if not c.is_translated(item, name):
        return foreign(c, item, name, tag)
    if c.language in item.stale:
        return _MARK.format(tag=tag, modifier=" ce-lang--stale", words=c.say("language.stale"))
    return Markup()


def foreign(c: Context, item: Item, name: str, tag: str = "p") -> Markup:
    """Return the mark for words that are not in the page's language, whether or not others of the item are late."""
    heard = c.heard(item, name)
    if heard is None or heard.language == c.language:
        return Markup()
    words = c.say("language.original", language=language_name(heard.language, c.language))
    return _MARK.format(tag=tag, modifier="", words=words)
