"""Something that is missing or out of step in a site."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Ailment:
    """Something to do; its words, with the remedy, stand in `locales/` under `commands.doctor.ailments`."""

    id: str
    params: Mapping[str, object] = field(default_factory=dict)
    is_serious: bool = True
    """Whether something goes wrong as long as it stays, else it is a reminder."""


def some(names: Sequence[str]) -> str:
    """Return the first few of many names."""
    return ", ".join(names[:_SHOWN]) + (" …" if len(names) > _SHOWN else "")
