"""What draws: something outside that is handed a task and gives SVG. The core knows only this much of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Protocol

VEGA_LITE = "6.4"
"""The version charts are drawn with, whatever their `$schema`; it knows all of version 5."""


@dataclass(frozen=True, slots=True)
class Task:
    """All that a drawing depends on but for the program that draws; equal tasks give equal drawings."""

    spec: dict[str, Any]
    config: dict[str, Any]
    numbers: dict[str, Any]
    """For d3-format."""
    dates: dict[str, Any]
    """For d3-time-format."""

    def text(self) -> str:
        """Return the task as one line of JSON, the same for equal tasks.

        The spec keeps its order: Vega-Lite makes something of it.
        """
        return json.dumps(
            {
                "spec": self.spec, "config": self.config, "numbers": self.numbers, "dates": self.dates,
                "version": VEGA_LITE,
            },
            ensure_ascii=True,
        )  # fmt: skip


class NotPlottedError(Exception):
    """A chart could not be drawn; the text says why, in the words of the program that draws, in English."""


class NotInstalledError(NotPlottedError):
    """The program that draws is not there."""


class Plotter(Protocol):
    """Draws charts."""

    def plot(self, task: Task) -> str:
        """Return a task as SVG, as the program drew it: not yet cleaned.

        Raises:
            NotInstalledError: there is nothing to draw with.
            NotPlottedError: the task cannot be drawn.
        """
        ...


class NoPlotter:
    """Stands where nobody has said what draws."""

    def plot(self, task: Task) -> str:  # noqa: ARG002 – the protocol's
        """Draw nothing.

        Raises:
            NotInstalledError: always.
        """
        raise NotInstalledError
