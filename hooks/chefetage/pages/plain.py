"""Markup without its tags, for titles and attributes."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markupsafe import Markup

_TAG = re.compile(r"<[^>]*>")


def plain_text(markup: Markup | str) -> str:
    """Return the text of markup that we have made, not escaped.

    Unlike `Markup.striptags` it keeps no-break spaces: „65 %“ must not fall apart in a title either.
    """
    return html.unescape(_TAG.sub("", str(markup))).strip()
