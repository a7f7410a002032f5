"""A word of the trade, in plain language."""

from __future__ import annotations

from chefetage.model.base import Item, Spoken


class Term(Item):
    """One entry of the glossary, `docs/glossary.yml`."""

    term: Spoken[str]
    abbr: str | None = None
    aliases: tuple[str, ...] = ()
    family: str | None = None
    plain: Spoken[str]
    """What to say instead."""
    explain: Spoken[str]
    """One sentence for those who meet the word."""
