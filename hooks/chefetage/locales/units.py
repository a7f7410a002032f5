"""Numbers with their unit: `6 Stunden`, `1 Stunde`, `€19,200`, `+7 Punkte`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from chefetage.locales.numbers import EVEN, MINUS

if TYPE_CHECKING:
    from chefetage.model.metric import Unit

_NUMBER = "{number}"


class Texts(Protocol):
    """What knows the words: a locale."""

    def say(self, key: str) -> str:
        """Return the text under a key."""
        ...

    def knows(self, key: str) -> bool:
        """Whether there is a text under the key."""
        ...


def with_unit(texts: Texts, way: str, unit: Unit, number: str) -> tuple[str, str, str]:
    """Return what stands before a number, the number, and what stands after it.

    Args:
        texts: The language.
        way: `units` for a value, `differences` for a change.
        unit: The unit.
        number: As it is displayed, with its sign if it has one.

    Returns:
        A sign stands before a currency: `+€`, `100`, nothing.
    """
    digits = number.lstrip(f"+{MINUS}{EVEN}")
    single = f"values.{way}-one.{unit.value}"
    form = texts.say(single if digits == "1" and texts.knows(single) else f"values.{way}.{unit.value}")
    before, _, after = form.partition(_NUMBER)
    sign = number.removesuffix(digits)
    return (sign + before, digits, after) if before else ("", number, after)
